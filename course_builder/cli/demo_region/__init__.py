"""The demo region: invented places and people, and what they have done. Nobody in it is real."""
