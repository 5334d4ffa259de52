"""What the ten kinds of question share."""

from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import Annotated, Any, ClassVar, Literal, Protocol

from pydantic import BeforeValidator, Field

from course_builder.content.models.base import Kept, Text, Texts
from course_builder.content.plain import plain
from course_builder.content.questions.numbers import number

Answer = Any
"""What a page sends and a state holds: JSON, and never to be trusted."""
Data = Mapping[str, Any]
"""A question as the page and the marking know it: see `Question.data`."""
Points = Annotated[float, BeforeValidator(number), Field(ge=0, le=100)]
Article = Annotated[int, Field(ge=1, le=54)]
Tags = Annotated[Texts, Field(max_length=20)]
InteractionType = Literal[
    "true-false", "choice", "fill-in", "long-fill-in", "numeric", "matching", "sequencing", "likert", "other"
]


class Paint(Protocol):
    """How a question turns its texts into HTML; `render` has the real one."""

    @property
    def words(self) -> Mapping[str, str]: ...
    @property
    def sealed(self) -> bool: ...
    def inline(self, text: str) -> str: ...
    def plain(self, text: str) -> str: ...
    def icon(self, name: str) -> str: ...


class Question(Kept):
    """`because` is shown after every answer, `otherwise` too when the answer was not fully right.

    `tags` are the makers' own words to find it by; no learner sees them.
    """

    ask: Text
    points: Points = 1
    articles: tuple[Article, ...] = ()
    tags: Tags = ()
    because: Text | None = None
    otherwise: Text | None = None

    graded: ClassVar[bool] = True
    interaction: ClassVar[InteractionType]
    kind: str

    def data(self, plain: Callable[[str], str] = plain) -> dict[str, Any]:
        """The question for the page's script and for marking: keys, ids and right answers."""
        return {
            "key": self.key,
            "id": self.id,
            "kind": self.kind,
            "points": self.points,
            "graded": self.graded,
            "ask": plain(self.asked),
            **self.answers(plain),
        }

    def sealed(self, plain: Callable[[str], str] = plain) -> dict[str, Any]:
        """As much of `data` as a page may know that must not know what is right: no id, no points, no answers."""
        return {
            "key": self.key,
            "kind": self.kind,
            "graded": self.graded,
            "ask": plain(self.asked),
            **self.open,
        }

    @property
    def open(self) -> dict[str, Any]:
        """The part of `sealed` that belongs to the kind."""
        return {}

    def told(self, plain: Callable[[str], str]) -> dict[str, Any]:
        """`data` for a sealed page, when its answer is stored."""
        return self.data(plain)

    def opened(self, sent: Answer, plain: Callable[[str], str]) -> Answer:
        """What a sealed page sends, in the question's own keys."""
        return sent

    def closed(self, answer: Answer, plain: Callable[[str], str]) -> Answer:
        """The opposite of `opened`: the answer as a sealed page writes it."""
        return answer

    @property
    def asked(self) -> str:
        return self.ask

    @abstractmethod
    def answers(self, plain: Callable[[str], str]) -> dict[str, Any]:
        """The part of `data` that belongs to the kind."""

    @abstractmethod
    def controls(self, paint: Paint) -> str:
        """What the learner answers with, as HTML inside the question's fieldset."""

    @abstractmethod
    def solution(self, paint: Paint) -> str:
        """The right answer and each option's feedback, readable without a script."""

    @abstractmethod
    def sample(self, right: bool) -> Answer:
        """An answer that earns full marks, or one that does not."""

    @property
    @abstractmethod
    def longest_state(self) -> int:
        """The most characters the script's `pack` can give for an answer."""
