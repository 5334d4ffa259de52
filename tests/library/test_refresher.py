"""The files of a refresher: a course that can be published by itself, from what was released."""

from datetime import timedelta
from pathlib import Path

from course_builder.content import checks
from course_builder.content.problems import errors
from course_builder.content.reading import read
from course_builder.database.store import Database
from course_builder.library.drafts.models import Kind
from course_builder.library.drafts.saving import create
from course_builder.library.drafts.trees import shelves, tree
from course_builder.library.media_folder import FolderStore
from course_builder.library.refresher import nothing_new, refresher
from course_builder.library.releases import course_of, release
from tests.library.conftest import NOON
from tests.library.test_releases import TODAY, edit

NEW = """\
---
id: tva
---
# Att lyssna

![Ett barn](media/bild.png)

Läs [det första](ett.md) igen.

```film
use: filmen
```
"""


def test_it_is_a_course_that_can_be_published(database: Database, store: FolderStore, folder: Path) -> None:
    """A new lesson with a picture, a film discussion and a link to a lesson that stays behind; a quiz that has changed."""
    with database.writing() as session:
        first = release(session, store, folder, None, "", None, NOON)
    (folder / "tva.md").write_text(NEW)
    edit(folder / "course.yaml", "- ett.md", "- ett.md\n      - tva.md")
    edit(folder / "course.yaml", "      - film: filmen\n", "")
    edit(folder / "quizzes/prov.yaml", "Barn är alla under 18 år.", "Ett barn är under 18 år.")
    with database.writing() as session:
        second = release(session, store, folder, None, "", None, NOON + timedelta(days=1))
        old, new = course_of(session, first.id, TODAY), course_of(session, second.id, TODAY)
        assert nothing_new(new, new)
        made = refresher(session, second, old, new, 2026)
        assert set(made.files) == {
            "course.yaml", "nytt.md", "tva.md", "media/bild.png", "quizzes/prov.yaml", "quizzes/filmen.yaml",
            "quizzes/media/film.webm", "quizzes/media/film.vtt",
        }  # fmt: skip
        assert "Läs det första igen." in str(made.files["tva.md"])
        assert "Nytt: ”Att lyssna”" in str(made.files["nytt.md"])
        draft = create(session, Kind.COURSE, made.name, made.files, None, None, NOON)
        reading = read(tree(session, store, draft), shelves(session, store, []), today=TODAY)
        found = checks.run(reading, today=TODAY)
        assert [one.line("sv") for one in errors(found) if one.code.name != "empty-region-value"] == []
        assert reading.course is not None
        assert [part.id for part in reading.course.parts] == ["nytt", "tva", "prov"]
