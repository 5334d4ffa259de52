"""Courses kept: folders today."""
