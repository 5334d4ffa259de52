"""Labels and hints, one file for each part of the course source; `LABELS` has them all by model."""

from course_builder.content.forms.labels import blocks, course, film, questions, quiz, registers
from course_builder.content.forms.words import Labels

LABELS: Labels = {
    **course.LABELS, **questions.LABELS, **quiz.LABELS, **blocks.LABELS, **film.LABELS, **registers.LABELS,
}  # fmt: skip
"""The fields of a form stand in the order of its labels."""
