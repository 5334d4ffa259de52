"""The fenced blocks of a lesson. A new block is one file and one line in each list."""

from collections.abc import Mapping

from course_builder.content.blocks.case import Case
from course_builder.content.blocks.checklist import Checklist
from course_builder.content.blocks.download import Download
from course_builder.content.blocks.film import FilmBlock
from course_builder.content.blocks.local import Local
from course_builder.content.blocks.question import QuestionBlock, ReflectBlock
from course_builder.content.blocks.quiz import QuizBlock
from course_builder.content.blocks.text import Text
from course_builder.content.blocks.timeline import Timeline

FencedBlock = (
    FilmBlock | QuizBlock | QuestionBlock | ReflectBlock | Case | Checklist | Timeline | Download | Local
)
Block = Text | FencedBlock

MODELS: tuple[type[FencedBlock], ...] = (
    FilmBlock, QuizBlock, QuestionBlock, ReflectBlock, Case, Checklist, Timeline, Download, Local,
)  # fmt: skip
FENCED: Mapping[str, type[FencedBlock]] = {model.kind: model for model in MODELS}

__all__ = [
    "FENCED", "Block", "Case", "Checklist", "Download", "FilmBlock", "Local", "QuestionBlock", "QuizBlock", "ReflectBlock",
    "Text", "Timeline",
]  # fmt: skip
