"""Names of people in Arabic news."""
