"""Films and sounds that people bring: what is in them, and how one that browsers cannot play becomes one they can."""
