"""The films of a text as they stand, also where the text has faults."""

from datetime import date

from course_builder.content.film_places import Version, films_in

DISCUSSION = """\
kind: film-discussion
id: vantan
title: Väntan
film:
  file: media/vantan.webm
  length: 1:34
  captions:
    sv: media/vantan.vtt
  described:
    none_needed: Allt sägs.
  signed:
    file: media/vantan-tecken.webm
  rights:
    basis: own work
    owner: Region Exempel
    checked_on: 2026-11-01
    until: 2027-01-31
"""
LESSON = """\
# Film

```film
id: lank
url: https://film.exempel.se/x
title: En länk
length: inte en tid
has_captions: ja
rights:
  until: snart
```

```film
use: vantan
```
"""


def test_a_film_discussion() -> None:
    (film,) = films_in(DISCUSSION, "vantan.yaml")
    assert (film.title, film.file, film.length, film.steps) == (
        "Väntan",
        "media/vantan.webm",
        "1:34",
        ("film",),
    )
    assert (film.owner, film.basis, film.checked_on, film.until) == (
        "Region Exempel", "own work", date(2026, 11, 1), date(2027, 1, 31),
    )  # fmt: skip
    assert film.captions == {"sv": "media/vantan.vtt"}
    assert film.described == Version(none_needed="Allt sägs.")
    assert film.signed == Version(file="media/vantan-tecken.webm")


def test_a_film_in_a_lesson_and_not_one_that_is_used() -> None:
    (film,) = films_in(LESSON, "ett.md")
    assert (film.block, film.url, film.title, film.steps) == (
        "lank",
        "https://film.exempel.se/x",
        "En länk",
        (),
    )
    assert (film.until, film.has_captions, film.length) == (None, True, "inte en tid")


def test_texts_without_films() -> None:
    for text, path in (
        ("kind: quiz\n", "q.yaml"),
        ("film: [\n", "q.yaml"),
        ("```film\n: :\n```\n", "a.md"),
        ("- a\n", "b.yaml"),
    ):
        assert list(films_in(text, path)) == []
