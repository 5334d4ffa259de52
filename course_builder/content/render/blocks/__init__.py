"""The fenced blocks of a lesson as HTML."""
