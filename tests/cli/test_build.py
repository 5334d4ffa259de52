from pathlib import Path
from zipfile import ZipFile

import pytest

from course_builder.packaging.formats import OWN
from tests.cli.conftest import Ask


@pytest.fixture
def course(ask: Ask) -> str:
    assert ask("new", "min-kurs", "--from", "sjalvstudier").code == 0
    return "min-kurs"


def test_every_format_lies_beside_its_letter(ask: Ask, course: str) -> None:
    answer = ask("build", course, "--format", ",".join(OWN), "--output", "ut")
    assert (answer.code, answer.err) == (0, "")
    assert [line.split()[0] for line in answer.out.splitlines()] == [
        f"ut/min-kurs-{name}.zip" for name in OWN
    ]
    wanted = [f"min-kurs-{name}{ending}" for name in OWN for ending in (".zip", "-brev.txt")]
    assert sorted(path.name for path in Path("ut").iterdir()) == sorted(wanted)


def test_the_same_course_gives_the_same_bytes(ask: Ask, course: str) -> None:
    ask("build", course, "--output", "ett")
    ask("build", course, "--output", "två")
    one, other = (Path(folder, "min-kurs-scorm12.zip").read_bytes() for folder in ("ett", "två"))
    assert one == other


def test_the_answers_reach_the_package(ask: Ask, course: str) -> None:
    ask("build", course, "--output", "ut", "--mastery", "yes", "--fonts", "no")
    with ZipFile("ut/min-kurs-scorm12.zip") as package:
        assert b"<adlcp:masteryscore>80</adlcp:masteryscore>" in package.read("imsmanifest.xml")
        assert [name for name in package.namelist() if name.startswith("fonts/")] == []


def test_the_letter_says_whether_the_old_package_may_be_replaced(ask: Ask, course: str) -> None:
    ask("build", course, "--output", "ut", "--against", course)
    assert "Ja – bara texten har ändrats." in Path("ut/min-kurs-scorm12-brev.txt").read_text("utf-8")


def test_the_letter_as_pdf_when_asked(ask: Ask, course: str) -> None:
    assert ask("build", course, "--output", "ut", "--pdf").code == 0
    assert Path("ut/min-kurs-scorm12-brev.pdf").read_bytes().startswith(b"%PDF-")


def test_a_shipped_course_is_known_by_its_name(ask: Ask) -> None:
    assert ask("build", "grundutbildning", "--output", "ut").code == 0
    assert Path("ut/grundutbildning-scorm12.zip").exists()


def test_a_leader_note_in_what_participants_get_fails_the_build(ask: Ask) -> None:
    ask("new", "min-kurs", "--from", "filmsamtal-15")
    talk = Path("min-kurs/quizzes/film-och-samtal.yaml")
    said = talk.read_text("utf-8").replace(
        "owner: Exempelregionen", "owner: Listan blir lång. Välj en enda sak."
    )
    talk.write_text(said, "utf-8")
    answer = ask("build", "min-kurs", "--format", ",".join(OWN), "--output", "ut")
    assert (answer.code, answer.out) == (1, "")
    assert "Stödet till samtalsledaren står i index.html" in answer.err
    assert "”Listan blir lång. Välj en enda sak. …”" in answer.err
    assert list(Path("ut").iterdir()) == []
