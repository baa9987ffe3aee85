"""The names of organisations: lexicon and grammar."""
