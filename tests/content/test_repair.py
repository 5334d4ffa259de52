"""What a machine may put right: the problem is gone, and every other line is as it was."""

import pytest

from course_builder.content import checks
from course_builder.content.problems import Code, Place, Problem
from course_builder.content.repair import can_repair, repaired
from tests.content.trees import BASE, TODAY, reading

PLANTED = {
    "id-missing": ("quizzes/prov.yaml", "  - id: sant\n    kind: truth", "  - kind: truth"),
    "heading-skips": ("ett.md", "i {region.name}.", "i {region.name}.\n\n### För djupt\n\nText."),
    "heading-bold": ("ett.md", "i {region.name}.", "i {region.name}.\n\n**En rubrik**\n\nText."),
    "yaml-colon": ("quizzes/prov.yaml", "title: Prov", "title: Prov: det första"),
    "control-character": ("ett.md", "Barnet har", "Barnet\x07 har"),
}


def problems(files: dict[str, str | bytes]) -> tuple[Problem, ...]:
    return checks.run(reading(files), today=TODAY)


def first_letter(letters: str) -> str:
    return letters[0]


@pytest.mark.parametrize("code", sorted(PLANTED))
def test_the_problem_is_gone_and_nothing_else_has_changed(code: str) -> None:
    path, old, new = PLANTED[code]
    files = {**BASE, path: str(BASE[path]).replace(old, new)}
    assert files[path] != BASE[path]
    before = problems(files)
    found = next(one for one in before if one.code.name.startswith(code))
    assert can_repair(found)
    text = str(files[path])
    after = repaired(found, text, path, first_letter)
    left = [one.code.name for one in problems({**files, path: after})]
    assert not [one for one in left if one.startswith(code)]
    assert len(left) < len(before)
    changed = set(text.splitlines()) ^ set(after.splitlines())
    assert len(changed) <= 3


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_stay(end: str) -> None:
    skips = Code("heading-skips", "error", "x", "x").at(Place("a.md", 3), marks="##", above=1, level=4)
    assert repaired(skips, f"# A{end}{end}#### B{end}c", "a.md", first_letter) == f"# A{end}{end}## B{end}c"


def test_what_only_a_person_can_decide_is_left_to_her() -> None:
    vague = Code("link-vague", "warning", "x", "x").at(Place("a.md", 1), label="här")
    cut = Code("yaml-colon", "error", "x", "x").at(Place("a.yaml", 1), repaired="t: " + "a" * 600)
    for one in (vague, cut):
        assert not can_repair(one)
        assert repaired(one, "t: x\n", one.place.file, first_letter) == "t: x\n"


def test_a_place_that_is_gone_changes_nothing() -> None:
    skips = Code("heading-skips", "error", "x", "x").at(Place("a.md", 99), marks="##")
    assert repaired(skips, "# A\n", "a.md", first_letter) == "# A\n"
