"""The fenced blocks of a lesson. A new block is one file and one line in each list."""

from course_builder.content.blocks.case import Case
from course_builder.content.blocks.checklist import Checklist
from course_builder.content.blocks.download import Download
from course_builder.content.blocks.film import FilmBlock
from course_builder.content.blocks.local import Local
from course_builder.content.blocks.question import QuestionBlock, ReflectBlock
from course_builder.content.blocks.quiz import QuizBlock
from course_builder.content.blocks.text import Text
from course_builder.content.blocks.timeline import Timeline

Block = (
    Text
    | FilmBlock
    | QuizBlock
    | QuestionBlock
    | ReflectBlock
    | Case
    | Checklist
    | Timeline
    | Download
    | Local
)

FENCED = {
    model.kind: model
    for model in (
        FilmBlock,
        QuizBlock,
        QuestionBlock,
        ReflectBlock,
        Case,
        Checklist,
        Timeline,
        Download,
        Local,
    )
}

__all__ = [
    "FENCED", "Block", "Case", "Checklist", "Download", "FilmBlock", "Local", "QuestionBlock", "QuizBlock", "ReflectBlock",
    "Text", "Timeline",
]  # fmt: skip
