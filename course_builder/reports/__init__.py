"""Figures: who and which units are covered, and sheets to take away."""
