"""Who fills in a form has never seen the keys of the file: a problem calls its field what the form calls it."""

import pytest

from course_builder.content.problems import Code, Place
from course_builder.content.validate import EMPTY, MISSING
from course_builder.web.authoring.field_problems import message
from tests.web.region import Region


@pytest.mark.parametrize(
    ("code", "file", "key", "said"),
    [
        (MISSING, "quizzes/vagen.yaml", "length", {"sv": "Längd saknas.", "en": "Length is missing."}),
        (EMPTY, "quizzes/vagen.yaml", "length", {"sv": "Längd är tom.", "en": "Length is empty."}),
        (MISSING, "course.yaml", "id", {"sv": "id saknas.", "en": "id is missing."}),
        (MISSING, "start.md", "length", {"sv": "length saknas.", "en": "length is missing."}),
    ],
)
def test_a_missing_field_has_its_label_and_a_text_its_key(
    region: Region, code: Code, file: str, key: str, said: dict[str, str]
) -> None:
    for language, words in said.items():
        with region.app.test_request_context(f"/?lang={language}"):
            assert message(code.at(Place(file), key=key)) == words
