"""Titles of office and honorifics."""
