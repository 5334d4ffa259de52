"""`course-builder schema`: the course source as JSON Schema, for editors that help you write."""

import json
from collections.abc import Mapping
from typing import Any

import click
from pydantic import TypeAdapter

from course_builder.cli.failures import FINE, WrongUsage
from course_builder.cli.spoken import SpokenCommand
from course_builder.cli.words import Say, Text
from course_builder.content.blocks import FencedBlock
from course_builder.content.models.course import CourseFile
from course_builder.content.models.film import FilmDiscussion
from course_builder.content.models.law import CrcEntry, LawEntry
from course_builder.content.models.lesson import LessonHead
from course_builder.content.models.quiz import Quiz
from course_builder.content.models.region import Region

SOURCES: Mapping[str, Any] = {
    "course": CourseFile,
    "quiz": Quiz,
    "film": FilmDiscussion,
    "law": dict[str, LawEntry],
    "crc": dict[str, CrcEntry],
    "region": Region,
    "lesson": LessonHead,
    "block": FencedBlock,
}
ABOUT = Text(
    "Skriv ett JSON Schema för kursens filer, så att din editor kan hjälpa till. "
    "WHAT är course (som standard), quiz, film, law, crc, region, lesson (huvudet) eller block.",
    "Print a JSON Schema of the course's files, so that your editor can help. "
    "WHAT is course (the default), quiz, film, law, crc, region, lesson (its head) or block.",
)
UNKNOWN = Text("{name} har inget schema. Välj bland: {names}.", "{name} has no schema. Choose from: {names}.")
EXAMPLES = ("course-builder schema > course.schema.json", "course-builder schema quiz > quiz.schema.json")


def command(say: Say) -> click.Command:
    @click.command("schema", cls=SpokenCommand, say=say, help=say(ABOUT), examples=EXAMPLES)
    @click.argument("what", metavar="[WHAT]", default="course")
    def schema(what: str) -> int:
        if what not in SOURCES:
            raise WrongUsage(say(UNKNOWN, name=what, names=", ".join(SOURCES)))
        click.echo(json.dumps(schema_of(what), ensure_ascii=False, indent=2))
        return FINE

    return schema


def schema_of(what: str) -> dict[str, Any]:
    found = TypeAdapter(SOURCES[what]).json_schema(by_alias=True)
    for model in found.get(
        "$defs", {}
    ).values():  # inner ids may be left out while writing; check --fix adds them
        model["required"] = [name for name in model.get("required", ()) if name != "id"]
    if what == "block":
        _as_written(found)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **found}


def _as_written(blocks: dict[str, Any]) -> None:
    """A film of its own and a question stand in their block with their keys at its edge, and `reflect` has one kind."""
    models = blocks["$defs"]
    film = models["FilmBlock"]["properties"]
    film.pop("film")
    models["FilmBlock"]["properties"] = film | models.pop("Film")["properties"]
    reflect = models["Reflect"]
    models["ReflectBlock"] = reflect | {
        "title": "ReflectBlock",
        "properties": {name: kind for name, kind in reflect["properties"].items() if name != "kind"},
        "required": [name for name in reflect["required"] if name != "kind"],
    }
    question = models.pop("QuestionBlock")["properties"]["question"]
    blocks["anyOf"] = [question if one["$ref"].endswith("/QuestionBlock") else one for one in blocks["anyOf"]]
