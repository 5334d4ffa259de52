"""Which films a meeting kit may take along, and what it has instead of those it may not."""

from dataclasses import replace
from datetime import date

import pytest

from course_builder.content.file import File
from course_builder.content.media import Media
from course_builder.content.models.film import FilmDiscussion, FilmVersion, Rights, Still
from course_builder.content.steps import steps
from course_builder.content.tree import BytesBlob, MemoryTree, Tree
from course_builder.packaging.hour_kit import Left, kit_course, view_files
from course_builder.packaging.hour_kit_readme import readme_files
from course_builder.paths.folder import FolderTree
from course_builder.paths.shipped import BUILT
from course_builder.player.hour.data import Room
from course_builder.player.hour.leader import Leading
from tests.paper.little_hour import TODAY, little

LINK = "https://film.example/dorren"
PICTURE = Media("dorren.webp", "media/dorren.webp", "media/dorren.webp", BytesBlob(b"RIFF"))
STILLS = {"stills": (Still(at="0:10", picture=PICTURE, shows="En stängd dörr."),), "poster": PICTURE}


def with_film(**changed: object) -> FilmDiscussion:
    talk = little().shared["filmen"]
    assert isinstance(talk, FilmDiscussion)
    return talk.model_copy(update={"film": talk.film.model_copy(update=changed)})


def built() -> Tree:
    folder = FolderTree(BUILT)
    wanted = (path for path in folder.paths() if path.startswith(("fonts", "hour", "icons", "licences")))
    return MemoryTree({path: (BUILT / path).read_bytes() for path in wanted})


def packed(talk: FilmDiscussion, on: date = TODAY) -> tuple[tuple[Left, ...], dict[str, str]]:
    """What is left out, and the files as text."""
    whole = replace(little(), shared={**little().shared, "filmen": talk}, media=(*little().media, PICTURE))
    course, left = kit_course(whole, on)
    files = [
        *view_files(Room(course, steps(course, 20)), Leading(), built()),
        *readme_files(course, left, ()),
    ]
    return left, {file.path: _text(file) for file in files}


def test_a_film_of_ones_own_is_in_it() -> None:
    left, files = packed(with_film())
    assert (left, "media/filmen.webm" in files) == ((), True)


@pytest.mark.parametrize("rights", [None, Rights(basis="Lån", until=date(2026, 11, 20))])
def test_one_that_may_not_be_copied_is_left_out_and_its_stops_stay(rights: Rights | None) -> None:
    left, files = packed(with_film(rights=rights))
    assert left == (Left("Dörren", ""),)
    assert [name for name in files if name.endswith((".webm", ".vtt"))] == []
    for view in ("2-led-timmen.html", "3-rumsvy.html", "4-en-skarm.html"):
        assert "media/filmen" not in files[view]
        assert "Vad vet barnet nu?" in files[view] and "Hej, vill du gå in?" in files[view]
    assert "Dörren får inte kopieras." in files["1-las-mig.txt"]


def test_a_link_stays_a_link_with_its_stops() -> None:
    left, files = packed(with_film(file=None, url=LINK, rights=Rights(basis="Fri att visa")))
    assert left == (Left("Dörren", LINK),)
    assert [name for name in files if name.endswith(".webm")] == []
    assert LINK in files["2-led-timmen.html"] and "Vad vet barnet nu?" in files["2-led-timmen.html"]
    assert f"Öppna den i förväg: {LINK}" in files["1-las-mig.txt"]


@pytest.mark.parametrize("film", [{}, {"file": None, "url": LINK}], ids=["file", "link"])
@pytest.mark.parametrize(("until", "taken"), [(TODAY, True), (date(2026, 11, 20), False)])
def test_pictures_of_a_film_go_where_the_film_may_go(
    film: dict[str, object], until: date, taken: bool
) -> None:
    _, files = packed(with_film(**film, **STILLS, rights=Rights(basis="Lån", until=until)))
    assert [
        view for view in ("3-rumsvy.html", "4-en-skarm.html") if ("dorren.webp" in files[view]) != taken
    ] == []
    assert ("media/dorren.webp" in files) is taken


def test_a_description_elsewhere_is_still_linked_to() -> None:
    described = FilmVersion(url=f"{LINK}/syntolkad")
    _, files = packed(with_film(file=None, url=LINK, described=described, rights=None))
    assert described.url is not None and described.url in files["2-led-timmen.html"]


def test_the_last_day_of_the_rights_counts() -> None:
    talk = with_film(rights=Rights(basis="Lån", until=TODAY))
    assert packed(talk)[0] == ()


def _text(file: File) -> str:
    with file.blob.open() as stream:
        return stream.read().decode(errors="replace")


def test_a_film_is_handed_on_and_never_read() -> None:
    course = little()
    film = next(one for one in course.media if one.url == "media/filmen.webm")
    files = {file.path: file.blob for file in view_files(Room(course, steps(course, 20)), Leading(), built())}
    assert files["media/filmen.webm"] is film.blob
