"""Dates: calendar expressions and their values."""
