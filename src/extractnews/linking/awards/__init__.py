"""Who gave an award, who got it, and how many."""
