"""Every place that speaks of a file is found, and nothing else is changed when the file gets another name."""

from course_builder.content.mentions import mentions, renamed

LESSON = """\
---
id: ett
---
# Rubrik
![En dörr](media/dorr.png) och ![-](media/dorr.png), samt [bladet](media/blad.pdf).
![Utanför](../media/dorr.png) [länk](https://exempel.se/dorr.png)

```film
id: film
file: media/film.webm   # en anmärkning
captions:
  sv: "media/film sv.vtt"
described:
  file: 'media/film-syn.webm'
```
En mening om media/dorr.png.
"""


def test_where_files_are_spoken_of() -> None:
    found = [(one.path, one.line, one.alt) for one in mentions(LESSON, "ett.md")]
    assert found == [
        ("media/dorr.png", 5, "En dörr"),
        ("media/dorr.png", 5, "-"),
        ("media/blad.pdf", 5, None),
        ("media/film.webm", 10, None),
        ("media/film sv.vtt", 12, None),
        ("media/film-syn.webm", 14, None),
    ]


def test_a_text_in_a_folder_speaks_from_there() -> None:
    assert [one.path for one in mentions("![a](media/x.png)\n", "del/två.md")] == ["del/media/x.png"]


def test_a_new_name_changes_only_where_it_stands() -> None:
    after = renamed(
        LESSON, "ett.md", {"media/dorr.png": "media/dorr.jpg", "media/film.webm": "media/film.mp4"}
    )
    assert after == LESSON.replace("](media/dorr.png)", "](media/dorr.jpg)").replace(
        "film.webm ", "film.mp4 "
    )


def test_nothing_said_nothing_changed() -> None:
    assert renamed(LESSON, "ett.md", {"media/annan.png": "media/x.jpg"}) == LESSON
