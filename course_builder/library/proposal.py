"""What a new release should be called, judged by what has changed."""

from course_builder.content.compare import Comparison
from course_builder.library.models import Change


def proposed(comparison: Comparison) -> Change:
    """Never a correction: only a person knows that what stood there was wrong."""
    return Change.WORDING if comparison.verdict == "text only" else Change.CONTENT
