"""Branching stories: every choice leads somewhere, every scene is reached, and there is an end."""

from collections.abc import Iterator

from course_builder.content.blocks import Case
from course_builder.content.checks.context import Checked
from course_builder.content.problems import Code, Problem

NOWHERE = Code(
    "case-nowhere",
    "error",
    "Valet leder till scenen {scene}, som inte finns.",
    "The choice leads to the scene {scene}, which does not exist.",
)
UNREACHED = Code("case-unreached", "warning", "Ingen väg leder till scenen {scene}.", "No path leads to the scene {scene}.", "Låt ett val leda dit, eller ta bort den.", "Let a choice lead there, or remove it.")  # fmt: skip
ENDLESS = Code("case-endless", "error", "Berättelsen {title} har inget slut.", "The story {title} has no end.", "Skriv en scen utan val.", "Write a scene without choices.")  # fmt: skip
SILENT = Code("case-silent", "warning", "Valet ”{choose}” har ingen återkoppling.", "The choice “{choose}” has no feedback.", "Skriv varför under because:", "Write why under because:")  # fmt: skip


def check(checked: Checked) -> Iterator[Problem]:
    for case in checked.course.cases:
        yield from _paths(case)


def _paths(case: Case) -> Iterator[Problem]:
    nowhere = [choice for scene in case.scenes for choice in scene.choices if case.scene(choice.then) is None]
    yield from (NOWHERE.at(choice.at("then"), scene=choice.then) for choice in nowhere)
    silent = [choice for scene in case.scenes for choice in scene.choices if choice.because is None]
    yield from (SILENT.at(choice.place, choose=choice.choose) for choice in silent)
    if not nowhere:
        yield from _ways(case)


def _ways(case: Case) -> Iterator[Problem]:
    reached, waiting = set(), [case.scenes[0].id]
    while waiting:
        scene = case.scene(waiting.pop())
        if scene is None or scene.id in reached:
            continue
        reached.add(scene.id)
        waiting += [choice.then for choice in scene.choices]
    for scene in case.scenes:
        if scene.id not in reached:
            yield UNREACHED.at(scene.place, scene=scene.id)
    if all(scene.choices for scene in case.scenes if scene.id in reached):
        yield ENDLESS.at(case.place, title=case.title)
