"""Organisations: named bodies, by a grammar of their names and by a gazetteer."""
