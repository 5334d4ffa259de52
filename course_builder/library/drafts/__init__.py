"""Courses and shared sets while they are written: text trees with revisions."""
