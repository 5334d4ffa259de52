"""Where the captions of a film are, or will be."""

from io import BytesIO

import pytest

from course_builder.database.store import Database
from course_builder.library.draft_media.captions import captioned
from course_builder.library.drafts.models import Kind
from course_builder.library.drafts.saving import create
from course_builder.library.fingerprint import fingerprint
from tests.library.conftest import NOON

TALK = "kind: film-discussion\nid: samtal\ntitle: Samtal\nfilm:\n  file: media/film.webm\n  length: 1:00\n"
FILE = fingerprint(BytesIO(b"x"))


@pytest.mark.parametrize("folder", ["", "quizzes/"])
@pytest.mark.parametrize(
    ("taken", "path"),
    [
        ((), "media/film.sv.vtt"),
        (("media/film.sv.vtt",), "media/film-sv.vtt"),
        (("media/film.sv.vtt", "media/film-sv.vtt"), "media/film-sv-2.vtt"),
    ],
)
def test_new_captions_lie_beside_their_film_where_its_text_reaches_them(
    database: Database, folder: str, taken: tuple[str, ...], path: str
) -> None:
    contents = {f"{folder}samtal.yaml": TALK, f"{folder}media/film.webm": FILE}
    with database.writing() as session:
        draft = create(
            session,
            Kind.COURSE,
            "kurs",
            {**contents, **{folder + one: FILE for one in taken}},
            None,
            None,
            NOON,
        )
        found = captioned(session, draft, f"{folder}media/film.webm", "sv")
    assert (found.path, found.is_new) == (folder + path, True)
