"""What a course cites, and how the nearest right name is told."""

import pytest

from course_builder.content.checks.articles import coverage
from course_builder.content.models.region import Region, value_names
from tests.content.trees import BASE, check, reading


def hint(text: str) -> list[str]:
    return [problem.hint("sv") for problem in check({**BASE, "ett.md": str(BASE["ett.md"]) + f"\n{text}\n"})]


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("[lagen](law:blag1)", ["Menade du law:blag-1?"]),
        ("[lagen](law:xyz)", ["Lägg till det i law.yaml."]),
        ("{region.nam}", ["Menade du region.name?"]),
        ("{region.ombud.plurl}", ["Menade du region.ombud.plural?"]),
        ("{region.routines.oro.titel}", ["Menade du region.routines.oro.title?"]),
        ("{region.}", ["Välj bland: " + ", ".join(value_names("")) + "."]),
        ("[artikeln](crc:-1)", ["Artiklarna 1–42 är svensk lag; skriv ett av de talen."]),
        ("[artikeln](crc:" + "9" * 5000 + ")", ["Artiklarna 1–42 är svensk lag; skriv ett av de talen."]),
    ],
)
def test_the_nearest_right_name(text: str, hints: list[str]) -> None:
    assert hint(text) == hints


def test_every_value_a_region_can_have_is_known() -> None:
    assert {name for name in value_names("routines.oro.title") if not name.startswith("routines.")} == {
        "name", "address", "ombud.singular", "ombud.definite", "ombud.plural", "ombud.definite_plural", "ombud.genitive",
        "portal.name", "portal.staff", "portal.external", "decision.text", "decision.year",
    }  # fmt: skip
    assert Region().value("routines.oro.title") is None


def test_the_matrix_of_articles_counts_links_and_what_a_part_names() -> None:
    files = {
        **BASE,
        "ett.md": str(BASE["ett.md"]).replace("id: ett", "id: prov")
        + "\nOch [igen](crc:12), [en till](crc:3).\n",
        "quizzes/prov.yaml": str(BASE["quizzes/prov.yaml"]).replace(
            "    right: sant\n", "    right: sant\n    articles:\n      - 3\n"
        ),
        "quizzes/filmen.yaml": str(BASE["quizzes/filmen.yaml"]) + "articles:\n  - 3\n  - 6\n",
    }
    found = reading(files)
    assert found.course is not None
    rows = coverage(found.course, found.sources)
    assert [(row.article, [(part.part_kind, times) for part, times in row.parts]) for row in rows] == [
        (3, [("lesson", 1), ("quiz", 1), ("film", 1)]),
        (6, [("film", 1)]),
        (12, [("lesson", 2)]),
    ]
