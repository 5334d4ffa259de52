"""Why a text could not be changed."""


class NoSuchPlace(LookupError):
    """The path leads to nothing in this text."""


class Unreadable(NoSuchPlace):
    """The text is not in the form that the course source uses, so nothing in it has a place."""
