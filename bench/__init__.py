"""`make bench`: our figures beside those of other tools, printed and never asserted."""
