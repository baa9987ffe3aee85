"""Reading articles and writing records."""
