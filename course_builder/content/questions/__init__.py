"""The ten kinds of question.

A new kind is one file here, one in `player/browser/questions/` and one line in each of the two lists.
"""

from typing import Annotated

from pydantic import Discriminator

from course_builder.content.questions.choice import Choice
from course_builder.content.questions.choices import Choices
from course_builder.content.questions.gaps import Gaps
from course_builder.content.questions.match import Match
from course_builder.content.questions.number import Number
from course_builder.content.questions.order import Order
from course_builder.content.questions.question import Question
from course_builder.content.questions.reflect import Reflect
from course_builder.content.questions.scale import Scale
from course_builder.content.questions.text import TextQuestion
from course_builder.content.questions.truth import Truth

KINDS: tuple[type[Question], ...] = (
    Truth, Choice, Choices, TextQuestion, Gaps, Number, Match, Order, Scale, Reflect,
)  # fmt: skip

AnyQuestion = Annotated[
    Truth | Choice | Choices | TextQuestion | Gaps | Number | Match | Order | Scale | Reflect,
    Discriminator("kind"),
]
