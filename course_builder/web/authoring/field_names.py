"""What a field that names something else can be set to: shared sets, lessons, routines of the region, scenes, items."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from course_builder.content.models.region import Region
from course_builder.library.drafts.models import Draft
from course_builder.library.drafts.names import Name, asked_names, common, lesson_names, set_names
from course_builder.web.authoring.preview import around
from course_builder.web.language import gettext

Choice = tuple[str, str]
"""What is written, and what it is called."""
LONGEST_SCENE = 60


def names_for(draft: Draft, root: Mapping[str, Any]) -> Mapping[str, Sequence[Choice]]:
    here = around(draft)
    films, quizzes = set_names(here)
    return {
        "film": _choices(films),
        "quiz": _choices(quizzes),
        "lesson": _choices(lesson_names(here)),
        "local": _local(common(here).region),
        "scene": _scenes(root),
        "item": _items(root),
        "asked": _choices(asked_names(here, _films(root))) if root.get("variants") else [],
    }


def _choices(names: Sequence[Name]) -> list[Choice]:
    return [(one.name, one.says or one.name) for one in names]


def _local(region: Region) -> list[Choice]:
    own = [(f"routines.{name}", routine.title or name) for name, routine in region.routines.items()]
    return [
        ("support", gettext("Stöd")),
        ("portal", gettext("Portalen")),
        ("routines", gettext("Alla rutiner")),
        *own,
    ]


def _scenes(root: Mapping[str, Any]) -> list[Choice]:
    """By number and first words."""
    scenes = root.get("scenes")
    found = enumerate(scenes if isinstance(scenes, list) else (), 1)
    return [(str(scene.get("id")), f"{number}. {_short(scene.get('text'))}") for number, scene in found if isinstance(scene, dict) and scene.get("id")]  # fmt: skip


def _items(root: Mapping[str, Any]) -> list[Choice]:
    """Of the agenda, for the same hour in another length."""
    return [
        (str(item["id"]), str(item.get("title") or item["id"])) for item in _agenda(root) if item.get("id")
    ]


def _films(root: Mapping[str, Any]) -> list[str]:
    return [str(item["film"]) for item in _agenda(root) if item.get("film")]


def _agenda(root: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    agenda = root.get("agenda")
    yield from (item for item in agenda if isinstance(item, dict)) if isinstance(agenda, list) else ()


def _short(text: Any) -> str:
    words = str(text or "…")
    return words if len(words) <= LONGEST_SCENE else f"{words[: LONGEST_SCENE - 1]}…"
