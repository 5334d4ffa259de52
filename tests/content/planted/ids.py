"""Ids: one of each, one key of each, and none that has vanished."""

from tests.content.planted.case import Planted
from tests.content.planted.lessons import lesson
from tests.content.planted.yaml import RIGHT, question

ASKED = question("ask: Barn har rätt." + RIGHT)

CASES = [
    Planted(
        "id-twice",
        lesson("```reflect\nid: tank\nask: Hur?\n```\n\n```reflect\n¤id: tank\nask: Var?\n```"),
        ("¤id: tank", "id: tonk"),
    ),
    Planted(
        "id-twice",
        question(
            "ask: Vem?\noptions:\n  - id: ett\n    right: Alla\n    because: Ja.\n  - ¤id: ett\n    wrong: Ingen\n    because: Nej."
        ).replace("truth", "choice"),
        ("¤id: ett", "id: tva"),
    ),
    Planted(
        "id-vanished",
        ASKED.replace("id: sant", "id: annan"),
        ("id: annan", "id: sant"),
        against=ASKED,
        at=("course.yaml:1:1",),
    ),
    Planted(
        "id-changed-kind",
        question("ask: Hur många?\nright: 42\nbecause: Ja.")
        .replace("truth", "number")
        .replace("- id", "- ¤id"),
        ("id: sant", "id: annan"),
        against=ASKED,
    ),
    Planted(
        "id-key-collision",
        question(
            "ask: Vem?\noptions:\n  - id: val217\n    right: Alla\n    because: Ja.\n"
            "  - ¤id: val293\n    wrong: Ingen\n    because: Nej."
        ).replace("truth", "choice"),
        ("val293", "val294"),
    ),
]
