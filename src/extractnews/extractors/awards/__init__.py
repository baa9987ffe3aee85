"""Awards that somebody got."""
