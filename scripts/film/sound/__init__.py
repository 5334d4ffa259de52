"""The sounds of the film, all of them made here."""
