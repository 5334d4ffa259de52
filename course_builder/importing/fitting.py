"""Whether a question made from somebody else's is one of ours: asked of the models that read every course."""

from collections.abc import Callable
from typing import Any

from course_builder.content.blocks import FENCED, QuestionBlock
from course_builder.content.blocks.fence import shaped
from course_builder.content.checks.feedback import of_question
from course_builder.content.fix import new_id
from course_builder.content.ids import IdFinder
from course_builder.content.problems import Place, Problem, errors
from course_builder.content.sources import CONTROLS
from course_builder.content.validate import validate
from course_builder.content.yamltext import NodeList, NodeMap
from course_builder.importing.imported import Value

LISTED = ("options", "gaps", "pairs", "items")
"""Keys whose items have ids of their own."""
LONE = {code: None for code in range(0xD800, 0xE000)}


def cleaned(value: Any) -> Any:
    """Every text on one line, without signs that no source may hold; what is empty then is left out."""
    if isinstance(value, str):
        return " ".join(CONTROLS.sub(" ", value.translate(LONE)).split())
    if isinstance(value, list):
        return [inner for inner in map(cleaned, value) if inner != ""]
    if isinstance(value, dict):
        made = {key: cleaned(inner) for key, inner in value.items()}
        return {key: inner for key, inner in made.items() if inner not in ("", [], None)}
    return value


def misfits(value: Value, place: Place) -> tuple[Problem, ...]:
    """Why the question would stop a course; nothing when it would not."""
    node = shaped("question", _located(value, place))
    IdFinder().complete(node, FENCED["question"])
    block, problems = validate(QuestionBlock, node, place)
    if block is not None:
        problems += of_question(block.question)
    return errors(problems)


def identified(value: Value, used: set[str], draw: Callable[[str], str]) -> Value:
    """With an id of its own, and one for everything in it that can hold an answer."""
    made: Value = {"id": new_id(used, draw)}
    for key, inner in value.items():
        made[key] = [{"id": new_id(used, draw), **item} for item in inner] if key in LISTED else inner
    return made


def _located(value: Any, place: Place) -> Any:
    if isinstance(value, dict):
        node = NodeMap({key: _located(inner, place) for key, inner in value.items()})
        node.place, node.keys_at, node.values_at = (
            place,
            dict.fromkeys(value, place),
            dict.fromkeys(value, place),
        )
        return node
    if isinstance(value, list):
        listed = NodeList(_located(inner, place) for inner in value)
        listed.place, listed.items_at = place, [place] * len(value)
        return listed
    return value if value is None or isinstance(value, str) else str(value)
