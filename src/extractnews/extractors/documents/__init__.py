"""Documents: numbered or coded official documents."""
