"""Packages that have left the house: which version went to which portal, when, and by whom."""
