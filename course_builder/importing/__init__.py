"""Other people's files: read under caps, told about row by row, never half taken in."""
