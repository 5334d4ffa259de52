"""What the pages say of a course, and of one that is not ready."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from flask.testing import FlaskClient


def heading(page: str) -> str:
    found = re.search(r"<h1>(.*?)</h1>", page)
    assert found
    return found[1]


def test_the_library_shows_each_course(client: FlaskClient) -> None:
    page = client.get("/").text
    assert heading(page) == "Kurser"
    assert re.findall(r"<h2><a [^>]*>(.*?)</a>", page) == ["En liten kurs"]
    assert "Klar att hämta" in page
    assert "Version 2" in page


def test_a_search_finds_words_of_the_text_and_says_when_nothing_fits(client: FlaskClient) -> None:
    assert "En liten kurs" in client.get("/?q=lyssnade").text
    nothing = client.get("/?q=njure").text
    assert "Ingen kurs passar det du sökte." in nothing
    assert "En liten kurs" not in nothing


def test_an_audience_is_a_choice_only_when_there_are_several(client: FlaskClient, courses: Path) -> None:
    assert "Målgrupp" not in client.get("/").text
    other = courses / "annan"
    other.mkdir()
    text = (courses / "liten" / "course.yaml").read_text(encoding="utf-8")
    (other / "course.yaml").write_text(
        text.replace("id: liten", "id: annan").replace("- chef", "- ombud").replace("En liten", "En annan"),
        encoding="utf-8",
    )
    (other / "start.md").write_text(
        (courses / "liten" / "start.md").read_text(encoding="utf-8"), encoding="utf-8"
    )
    page = client.get("/?for=ombud").text
    assert re.findall(r"<h2><a [^>]*>(.*?)</a>", page) == ["En annan kurs"]


def test_a_course_shows_its_outline_articles_and_law(client: FlaskClient) -> None:
    page = client.get("/courses/liten/").text
    assert heading(page) == "En liten kurs"
    assert "Börja här" in page
    assert "Inget att rätta" in page
    rows = re.findall(r'<th scope="row">(\d+)', page)
    assert rows == ["2", "3", "6", "12"]


def test_a_changed_file_is_read_again(client: FlaskClient, courses: Path) -> None:
    client.get("/courses/liten/")
    lesson = courses / "liten" / "start.md"
    lesson.write_text(lesson.read_text(encoding="utf-8") + "\n![](media/borta.png)\n", encoding="utf-8")
    page = client.get("/courses/liten/").text
    assert "Filen media/borta.png finns inte i kursen." in page
    assert "saker hindrar publicering" in page
    assert client.get("/courses/liten/download/scorm12.zip").status_code == 404
    assert "Paketet går inte att hämta än" in client.get("/courses/liten/download").text
    assert "Det finns inget paket att visa än" in client.get("/courses/liten/portal").text


def test_a_broken_course_says_why(client: FlaskClient, courses: Path) -> None:
    (courses / "liten" / "course.yaml").write_text("id: liten\ntitle: En: kurs\n", encoding="utf-8")
    page = client.get("/courses/liten/").text
    assert "Ett kolon i texten bryter raden." in page
    assert "går inte att läsa än" in client.get("/").text


def test_an_empty_library_says_how_to_begin(client: FlaskClient, courses: Path) -> None:
    for file in (courses / "liten").iterdir():
        file.unlink()
    page = client.get("/").text
    assert "Här finns ingen kurs än." in page
    assert "course-builder new" in page


def test_pages_that_are_not_there(client: FlaskClient) -> None:
    for address in ("/courses/borta/", "/courses/borta/portal", "/courses/liten/package/scorm12/borta.html",
                    "/courses/liten/package/fel/index.html", "/courses/liten/download/fel.zip",
                    "/courses/liten/package/scorm12/..%2f..%2fcourse.yaml"):  # fmt: skip
        answer = client.get(address)
        assert answer.status_code == 404, address
        assert heading(answer.text) == "Sidan finns inte", address


def test_a_package_is_a_whole_zip(client: FlaskClient) -> None:
    answer = client.get(
        "/courses/liten/download/scorm12.zip?done_when=lessons&fail_reports=incomplete&mastery=no&fonts=no"
    )
    assert answer.headers["Content-Disposition"] == "attachment; filename=liten-scorm12.zip"
    with ZipFile(BytesIO(answer.data)) as package:
        assert package.testzip() is None
        assert "imsmanifest.xml" in package.namelist()
        assert not any(name.endswith(".woff2") for name in package.namelist())


def test_a_choice_that_is_none_is_refused(client: FlaskClient) -> None:
    assert client.get("/courses/liten/download/scorm12.zip?fonts=maybe").status_code == 400


def test_the_letter_names_the_course_and_its_package(client: FlaskClient) -> None:
    letter = client.get("/courses/liten/download/scorm12/letter.txt").text
    assert "En liten kurs" in letter
    assert "liten-scorm12.zip" in letter


def test_a_range_of_a_file(client: FlaskClient) -> None:
    whole = client.get("/courses/liten/package/scorm12/player.js")
    part = client.get("/courses/liten/package/scorm12/player.js", headers={"Range": "bytes=10-19"})
    assert (part.status_code, part.data) == (206, whole.data[10:20])
    beyond = client.get("/courses/liten/package/scorm12/player.js", headers={"Range": "bytes=99999999-"})
    assert beyond.status_code == 416
