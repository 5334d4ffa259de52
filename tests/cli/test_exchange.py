"""`pull` and `push`: a course between the library and a folder; neither way writes over what the other has not seen."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from course_builder.database.store import Database
from course_builder.library.drafts.models import Kind, Verb
from course_builder.library.drafts.reading import draft, files, text
from course_builder.library.drafts.saving import save
from course_builder.library.releases import releases
from course_builder.paths.shipped import ROOT
from course_builder.settings import Settings
from tests.cli.conftest import Ask
from tests.content.trees import BASE

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`courses/liten` in the folder of the prompt; an empty library."""
    monkeypatch.setenv("COURSE_BUILDER_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    for path, data in BASE.items():
        file = tmp_path / "courses/liten" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode() if isinstance(data, str) else data)
    return tmp_path / "courses/liten"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Database]:
    database = Database(Settings(data=str(tmp_path / "data")).database)
    yield database
    database.close()


def write(library: Database, path: str, words: str) -> None:
    """A trainer writes in the browser."""
    with library.writing() as session:
        found = draft(session, Kind.COURSE, "liten")
        assert found is not None
        save(session, found, {path: words}, found.head, Verb.EDITED, "", None, NOW)


def kept(library: Database, path: str) -> str | None:
    with library.reading() as session:
        found = draft(session, Kind.COURSE, "liten")
        assert found is not None
        return text(session, found, path)


def tree(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


def test_there_and_back_is_the_same_bytes(ask: Ask, course: Path, library: Database, tmp_path: Path) -> None:
    assert ask("push", "courses/liten").out == "liten: skickad (ändring 1)\n"
    assert ask("push", "courses/liten").out == "Inget har ändrats sedan sist.\n"
    told = ask("pull", "liten", "--to", "annan")
    assert (told.code, told.out) == (0, "En liten kurs ligger i annan/courses/liten\n")
    assert tree(tmp_path / "annan/courses/liten") == tree(course)


def test_what_a_course_uses_comes_along(ask: Ask, course: Path, tmp_path: Path) -> None:
    (tmp_path / "region").mkdir()
    for name in ("courses", "quizzes"):
        (tmp_path / "region" / name).symlink_to(ROOT / name)
    ask("push", "courses/liten")
    assert ask("release", "grundutbildning").code == 0
    assert ask("pull", "grundutbildning", "--to", "ut").code == 0
    fetched = tree(tmp_path / "ut")
    assert fetched["quizzes/vantrummet.yaml"] == (ROOT / "quizzes/vantrummet.yaml").read_bytes()
    assert fetched["quizzes/media/vantrummet.webm"] == (ROOT / "quizzes/media/vantrummet.webm").read_bytes()
    assert fetched["courses/law.yaml"] == (ROOT / "courses/law.yaml").read_bytes()
    assert "quizzes/apt-avslut.yaml" not in fetched
    assert ask("check", "ut/courses/grundutbildning").code == 0


def test_work_in_the_folder_goes_to_the_library_and_the_other_way(
    ask: Ask, course: Path, library: Database
) -> None:
    ask("push", "courses/liten")
    (course / "ett.md").write_text((course / "ett.md").read_text() + "\nMer.\n")
    assert ask("push", "courses/liten").out == "liten: skickad (ändring 2)\n"
    assert (kept(library, "ett.md") or "").endswith("\nMer.\n")
    write(library, "ny.md", "# Ny\n")
    assert ask("pull", "liten").code == 0
    assert (course / "ny.md").read_text() == "# Ny\n"


def test_newer_work_in_the_library_is_not_written_over(ask: Ask, course: Path, library: Database) -> None:
    ask("push", "courses/liten")
    write(library, "ett.md", "# Skrivet i webbläsaren\n")
    (course / "ett.md").write_text((course / "ett.md").read_text() + "\nSkrivet i mappen.\n")
    told = ask("push", "courses/liten")
    assert told.code == 3
    assert told.err.splitlines()[:2] == [
        "Inget är skickat. De här filerna är ändrade i biblioteket sedan du hämtade dem:",
        "- courses/liten/ett.md",
    ]
    assert kept(library, "ett.md") == "# Skrivet i webbläsaren\n"
    refused = ask("release", "courses/liten")
    assert (refused.code, refused.err.splitlines()[1]) == (3, "- courses/liten/ett.md")
    with library.reading() as session:
        assert releases(session, "liten") == []


def test_newer_work_in_the_folder_is_not_written_over(ask: Ask, course: Path, library: Database) -> None:
    ask("push", "courses/liten")
    write(library, "ett.md", "# Skrivet i webbläsaren\n")
    (course / "ett.md").write_text("# Skrivet i mappen\n")
    told = ask("pull", "liten")
    assert told.code == 3
    assert "- courses/liten/ett.md\n" in told.err
    assert (course / "ett.md").read_text() == "# Skrivet i mappen\n"


def test_files_that_never_met_the_library_are_not_written_over(
    ask: Ask, course: Path, tmp_path: Path
) -> None:
    ask("push", "courses/liten")
    strange = tmp_path / "annan/courses/liten/ett.md"
    strange.parent.mkdir(parents=True)
    strange.write_text("# Något helt annat\n")
    assert ask("pull", "liten", "--to", "annan").code == 3
    assert tree(tmp_path / "annan") == {"courses/liten/ett.md": "# Något helt annat\n".encode()}


def test_a_folder_that_remembers_nothing_never_takes_a_trainers_work(
    ask: Ask, course: Path, library: Database, tmp_path: Path
) -> None:
    ask("push", "courses/liten")
    (tmp_path / ".course-builder.json").unlink()
    (course / "ett.md").write_text((course / "ett.md").read_text() + "\nMer.\n")
    assert ask("push", "courses/liten").code == 0
    (tmp_path / ".course-builder.json").unlink()
    write(library, "två.md", "# I webbläsaren\n")
    (course / "ett.md").write_text((course / "ett.md").read_text() + "\nÄn mer.\n")
    told = ask("push", "courses/liten")
    assert (told.code, "- courses/liten/två.md\n" in told.err) == (3, True)
    assert kept(library, "två.md") == "# I webbläsaren\n"


def test_what_is_gone_in_the_folder_is_gone_in_the_library(ask: Ask, course: Path, library: Database) -> None:
    (course / "extra.md").write_text("# Extra\n")
    ask("push", "courses/liten")
    (course / "extra.md").unlink()
    ask("push", "courses/liten")
    with library.reading() as session:
        found = draft(session, Kind.COURSE, "liten")
        assert found is not None
        assert "extra.md" not in files(session, found)


def test_wrong_names_and_a_damaged_memory_say_the_way_out(ask: Ask, course: Path, tmp_path: Path) -> None:
    ask("push", "courses/liten")
    told = ask("pull", "litten", "--lang", "en")
    assert (told.code, told.err.splitlines()[0]) == (2, "There is no course called litten. There are: liten.")
    (tmp_path / ".course-builder.json").write_text("{")
    told = ask("push", "courses/liten")
    assert told.code == 3
    assert told.err.startswith("Filen .course-builder.json går inte att läsa. Ta bort den;")
