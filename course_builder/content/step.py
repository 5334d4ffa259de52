"""A step of the hour: what the clock counts, the plan lists and the wall shows, one at a time."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "film", "before", "after", "quiz", "agree", "actions", "own"]
"""`before` and `after` are questions around a film; `actions` what was agreed last time; `own` is written in the planner."""

ACTIONS = "actions"
"""The id of the step with what was agreed last time, also where an author laid it out."""
OWN = "own-"
"""What the ids of steps begin with that are written in the planner; four letters follow."""
FILM = "film"
"""What the id of a film ends with, after its item and a full stop; of a question it is the question's own id."""


@dataclass(frozen=True)
class Step:
    """`item` is the id of its agenda item, of a film discussion taken by itself, or its own. `title` has no Markdown.

    `shrink`, `least` and `keep` are as in an agenda: who gives up time first, how many minutes stay (0: it may be
    skipped), and who gives nothing. `text` is Markdown that was written for this step alone. `plan` is the ready plan
    (minutes) whose words it has, None for the agenda's.
    """

    id: str
    item: str
    kind: Kind
    title: str
    minutes: int
    form: str | None = None
    lead: Literal["chef", "ombud"] | None = None
    method: str | None = None
    shrink: int | None = None
    least: int | None = None
    keep: bool = False
    text: str | None = None
    plan: int | None = None

    @property
    def whole(self) -> bool:
        """It runs as long as it is."""
        return self.kind == "film"
