"""Officials: named people with their titles."""
