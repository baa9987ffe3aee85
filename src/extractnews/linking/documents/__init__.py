"""Documents: what the text says of them, and which mentions are one document."""
