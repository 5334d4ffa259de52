"""Pictures of a film beside its text, in the lines where they belong, each with its words."""

import re

import pytest

from course_builder.content.media import Media
from course_builder.content.models.film import Film, FilmDiscussion, Still
from course_builder.content.render.film import film_discussion
from course_builder.content.render.film_stills import still_at
from course_builder.content.render.paint import Paint
from course_builder.content.tree import BytesBlob
from course_builder.player.words import words
from tests.films import course

POSTER = Media("affisch.webp", "media/affisch.webp", "media/affisch.webp", BytesBlob(b"RIFF"))


def still(at: str, shows: str = "Ett barn.") -> Still:
    name = f"{at.replace(':', '-')}.webp"
    return Still(at=at, picture=Media(name, f"media/{name}", name, BytesBlob(b"RIFF")), shows=shows)


def with_film(**changed: object) -> FilmDiscussion:
    talk = course().films[0]
    return talk.model_copy(update={"film": talk.film.model_copy(update=changed)})


def painted(talk: FilmDiscussion) -> str:
    return film_discussion(talk, 2, "sv", Paint(course(), words("sv")))


def test_each_picture_stands_in_the_line_that_is_said_then_in_every_language() -> None:
    html = painted(with_film(stills=(still("0:00"), still("0:04"), still("0:02", 'En "dörr" & *ljus*.'))))
    lines = re.findall(r"<li data-from=\"([\d.]+)\"(.*?)</li>", html)
    shown = [(start, re.findall(r'src="media/([^"]+)" alt="([^"]*)"', line)) for start, line in lines]
    sv = [("0.2", [("0-00.webp", "Ett barn.")]), ("1.6", [("0-02.webp", "En &quot;dörr&quot; &amp; ljus.")]), ("3.2", [("0-04.webp", "Ett barn.")])]  # fmt: skip
    assert shown[:3] == sv
    in_two_lines = [sv[0][1], [*sv[1][1], *sv[2][1]]]
    assert [pictures for _, pictures in shown[3:] if pictures] == in_two_lines


def test_a_text_without_times_has_them_after_it() -> None:
    html = painted(with_film(captions={}, transcript="Ett barn väntar.", stills=(still("0:02"),)))
    assert html.index("Ett barn väntar.</p>") < html.index("media/0-02.webp") < html.index('id="past-')


@pytest.mark.parametrize(
    ("poster", "moment", "name"),
    [(POSTER, 1, None), (None, 1, "0-02.webp"), (POSTER, 2, "0-02.webp"), (POSTER, 3.9, "0-02.webp"), (None, 90, "0-04.webp")],
)  # fmt: skip
def test_the_last_one_that_the_film_has_come_to(
    poster: Media | None, moment: float, name: str | None
) -> None:
    film: Film = with_film(poster=poster, stills=(still("0:04"), still("0:02"))).film
    found = still_at(film, moment)
    assert (found.picture.name if found else None) == name


def test_none_at_all() -> None:
    assert still_at(with_film().film, 3) is None
    assert 'class="still"' not in painted(with_film())
