"""Where other systems call the library; each module needs an extra of the same name, imported at first use."""
