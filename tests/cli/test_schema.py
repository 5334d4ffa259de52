"""The schema of blocks says what an author writes, not what the models make of it."""

from course_builder.cli.schema import schema_of
from course_builder.content.blocks import FENCED


def test_a_film_and_a_question_have_their_keys_at_the_blocks_edge() -> None:
    blocks = schema_of("block")
    models = blocks["$defs"]
    assert {"use", "id", "file", "url", "length", "captions"} <= models["FilmBlock"]["properties"].keys()
    assert "film" not in models["FilmBlock"]["properties"]
    assert models["ReflectBlock"]["required"] == ["ask"]
    assert "kind" not in models["ReflectBlock"]["properties"]
    assert {"kind", "right"} <= set(models["Truth"]["required"])


def test_every_block_is_there_and_refers_to_what_is() -> None:
    blocks = schema_of("block")
    referred = {one["$ref"].rpartition("/")[2] for one in blocks["anyOf"] if "$ref" in one}
    assert referred == {model.__name__ for model in FENCED.values()} - {"QuestionBlock"}
    questions = [one for one in blocks["anyOf"] if "$ref" not in one]
    assert len(questions) == 1
    kinds = {one["$ref"].rpartition("/")[2] for one in questions[0]["oneOf"]}
    assert referred | kinds <= blocks["$defs"].keys()
    assert len(kinds) == 10
