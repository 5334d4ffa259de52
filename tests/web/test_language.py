"""Swedish first, English complete."""

from babel.messages.pofile import read_po
from flask.testing import FlaskClient

from course_builder.web.language import CATALOGUE
from scripts.messages import messages


def test_every_text_of_the_pages_has_an_english_one() -> None:
    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale="en")
    known = {
        message.id if isinstance(message.id, str) else tuple(message.id)
        for message in catalogue
        if message.id
    }
    wanted = set(messages())
    assert known == wanted
    empty = [message.id for message in catalogue if message.id and not all(_texts(message.string))]
    assert empty == []


def _texts(string: str | tuple[str, ...]) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else tuple(string)


def test_a_language_asked_for_is_remembered(client: FlaskClient) -> None:
    assert 'lang="sv"' in client.get("/").text
    assert '<html lang="en">' in client.get("/?lang=en").text
    assert '<html lang="en">' in client.get("/courses/liten/").text
    assert '<html lang="sv">' in client.get("/?lang=sv").text


def test_an_unknown_language_is_swedish(client: FlaskClient) -> None:
    answer = client.get("/?lang=xx")
    assert '<html lang="sv">' in answer.text
    assert "Set-Cookie" not in answer.headers


def test_a_change_of_language_keeps_what_was_asked_for(client: FlaskClient) -> None:
    page = client.get("/courses/liten/portal?format=scorm2004-4").text
    assert 'href="?format=scorm2004-4&amp;lang=en"' in page
