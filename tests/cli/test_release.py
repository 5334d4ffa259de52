"""`course-builder release`: a folder becomes a version."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from course_builder.content.tree import MemoryTree
from course_builder.database.lock import only_writer
from course_builder.database.store import Database
from course_builder.library.releases import releases
from course_builder.settings import Settings
from tests.cli.conftest import Ask
from tests.content.trees import BASE


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COURSE_BUILDER_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    for path in MemoryTree(BASE).paths():
        file = tmp_path / "courses/liten" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        data = BASE[path]
        file.write_bytes(data.encode() if isinstance(data, str) else data)
    return tmp_path / "courses/liten"


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Database]:
    database = Database(Settings(data=str(tmp_path / "data")).database)
    yield database
    database.close()


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def test_a_course_is_published_and_published_again(ask: Ask, course: Path, kept: Database) -> None:
    first = ask("release", "courses/liten")
    assert (first.code, first.err) == (0, "")
    assert first.out == "En liten kurs: version 1 är publicerad (första versionen).\n"
    again = ask("release", "courses/liten", "--change", "correction")
    assert again.code == 0
    assert again.out.startswith("En liten kurs: inget har ändrats sedan version 1 (20")
    change(course / "quizzes/prov.yaml", "right: sant", "right: falskt")
    second = ask("release", "courses", "--note", "  Rättat quiz. ")
    assert second.out.splitlines() == [
        "En liten kurs: version 2 är publicerad (nytt innehåll).",
        "Kan paketet bytas ut? Ja – deltagarna behåller det de gjort",
        "- Frågan ”Barn är alla under 18 år.” har nya svar, ett nytt rätt svar eller en ny plats. Poäng som redan är satta ändras inte.",
        "- Texten har ändrats.",
    ]
    with kept.reading() as session:
        made = releases(session, "liten")
    assert [(one.number, one.change, one.note) for one in made] == [
        (2, "content", "Rättat quiz."),
        (1, "first", ""),
    ]


def test_a_correction_is_what_the_trainer_says_it_is(ask: Ask, course: Path) -> None:
    ask("release", "courses/liten")
    change(course / "ett.md", "Barnet har", "Varje barn har")
    told = ask("release", "courses/liten", "--change", "correction", "--lang", "en")
    assert told.out.splitlines() == [
        "En liten kurs: version 2 is published (correction).",
        "Safe to replace? Yes: text only",
        "- The text has changed.",
    ]


def test_errors_stop_it_and_are_told_like_those_of_check(ask: Ask, course: Path, kept: Database) -> None:
    change(course / "ett.md", "crc:12", "crc:99")
    told = ask("release", "courses/liten")
    assert told.code == 1
    checked = ask("check", "courses/liten").out.splitlines()
    assert told.out.splitlines() == [line for line in checked if " error " in line]
    assert "ingen version publiceras förrän felen är rättade (1)" in told.err
    with kept.reading() as session:
        assert releases(session, "liten") == []


def test_while_the_server_runs_it_is_refused(ask: Ask, course: Path, tmp_path: Path) -> None:
    with only_writer(Settings(data=str(tmp_path / "data"))):
        told = ask("release", "courses/liten")
    assert told.code == 3
    assert told.err.startswith("Servern är igång")


def test_wrong_words_are_told_before_anything_happens(ask: Ask, course: Path, tmp_path: Path) -> None:
    told = ask("release", "courses/liten", "--change", "first")
    assert told.code == 2
    assert told.err.startswith("--change kan vara wording, content, correction, inte first.")
    assert ask("release", "finns-inte").code == 2
    assert not (tmp_path / "data").exists()
