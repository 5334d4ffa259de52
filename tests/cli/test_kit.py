"""`course-builder kit`: a zip for the one who leads, of a ready plan or of a film discussion."""

from pathlib import Path
from zipfile import ZipFile

from tests.cli.conftest import Ask


def test_the_first_plan_or_the_one_that_is_named(ask: Ask) -> None:
    assert ask("kit", "apt-barnkonventionen", "--output", "ut").code == 0
    assert ask("kit", "apt-barnkonventionen", "--plan", "vantrummet:30", "--output", "ut").code == 0
    names = ["apt-barnkonventionen-moteslada-60.zip", "apt-barnkonventionen-vantrummet-moteslada-30.zip"]
    assert sorted(path.name for path in Path("ut").iterdir()) == names
    with ZipFile(Path("ut") / names[0]) as box:
        assert box.testzip() is None
        assert {"1-las-mig.html", "2-led-timmen.html", "facit/facit.pdf"} <= set(box.namelist())


def test_what_cannot_be_made_is_told_with_a_way_out(ask: Ask) -> None:
    assert ask("new", "min-kurs", "--from", "sjalvstudier").code == 0
    none = ask("kit", "min-kurs", "--output", "ut")
    assert (none.code, "min-kurs är inget möte och har inget filmsamtal." in none.err) == (2, True)
    other = ask("kit", "apt-barnkonventionen", "--plan", "61", "--output", "ut")
    assert (other.code, "Välj bland: 60, 5, 15, 30, 45, vantrummet:15" in other.err) == (2, True)
    assert ask("kit", "apt-barnkonventionen").err.startswith("Skriv vart lådan ska: --output MAPP.")
    assert not Path("ut").exists()


def test_a_course_with_errors_gives_none(ask: Ask) -> None:
    ask("new", "mitt-mote", "--from", "apt-30")
    course = Path("mitt-mote/course.yaml")
    course.write_text(course.read_text("utf-8").replace("kind: meeting", "kind: mote"), "utf-8")
    answer = ask("kit", "mitt-mote", "--output", "ut")
    assert (answer.code, "ingen låda görs förrän felen är rättade" in answer.err) == (1, True)


def test_the_formats_tell_of_it(ask: Ask) -> None:
    assert "course-builder kit --help" in ask("formats").out
