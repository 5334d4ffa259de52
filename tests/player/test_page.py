"""The page as built: whole in itself, inert, the same every time, and honest about what it holds."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from course_builder.content.tree import MemoryTree, Tree
from course_builder.paths.folder import FolderTree
from course_builder.paths.shipped import BUILT
from course_builder.player import app_words, icons, page
from course_builder.player.words import PAGE, SCRIPT, script_words, sealed_words, words
from tests.browser.ten_kinds import SOURCES, course, quiz, ten_kinds

BROWSER = Path(page.__file__).parent / "browser"
RENDER = Path(page.__file__).parents[1] / "content" / "render"


def built() -> Tree:
    return FolderTree(BUILT)


@cache
def files(fonts: bool = True) -> Mapping[str, bytes]:
    made = page.build(ten_kinds(), "scorm12", page.PlayerOptions(fonts=fonts), built())
    return {file.path: file.blob.open().read() for file in made}


def scripts() -> list[Path]:
    """Those of a course's page; the views of a running hour have words and drawings of their own."""
    return [path for path in BROWSER.rglob("*.js") if "hour" not in path.relative_to(BROWSER).parts]


def html() -> str:
    return files()["index.html"].decode()


class Elements(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


@pytest.fixture(scope="module")
def elements() -> list[tuple[str, dict[str, str]]]:
    return Elements(html()).found


def data() -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="course">(.*?)</script>', html(), re.DOTALL)
    assert found is not None
    made: dict[str, Any] = json.loads(found[1])
    return made


def test_no_script_or_style_in_the_page(elements: list[tuple[str, dict[str, str]]]) -> None:
    scripts = [attributes for tag, attributes in elements if tag == "script"]
    assert scripts == [{"type": "application/json", "id": "course"}, {"defer": "", "src": "player.js"}]
    assert [tag for tag, _ in elements if tag == "style"] == []
    assert [
        name for _, attributes in elements for name in attributes if name == "style" or name.startswith("on")
    ] == []


def test_nothing_is_fetched_from_elsewhere(elements: list[tuple[str, dict[str, str]]]) -> None:
    fetched = [attributes["src"] for _, attributes in elements if attributes.get("src")]
    fetched += [attributes["href"] for tag, attributes in elements if tag == "link"]
    assert sorted(set(fetched)) == sorted({"player.css", "player.js", "media/vantrum.svg"})
    assert [name for name in fetched if name not in files()] == []


def test_every_id_is_one_of_a_kind(elements: list[tuple[str, dict[str, str]]]) -> None:
    ids = Counter(attributes["id"] for _, attributes in elements if "id" in attributes)
    assert [name for name, count in ids.items() if count > 1] == []


def test_everything_pointed_at_is_there(elements: list[tuple[str, dict[str, str]]]) -> None:
    ids = {attributes["id"] for _, attributes in elements if "id" in attributes}
    pointed = {
        attributes["href"][1:] for _, attributes in elements if attributes.get("href", "").startswith("#")
    }
    for name in ("for", "aria-labelledby", "aria-describedby"):
        pointed |= {one for _, attributes in elements for one in attributes.get(name, "").split()}
    assert pointed - ids == set()


def test_every_icon_of_the_script_is_in_the_page() -> None:
    called = re.compile(r"\bicon\((?:[^)\"']*\?\s*)?\"([a-z0-9-]+)\"(?:\s*:\s*\"([a-z0-9-]+)\")?")
    tables = re.compile(r"(?:ICONS|SIGNS)\b[^=\n]*= \{([^}]*)\}")
    sources = [path.read_text("utf-8") for path in scripts()]
    names = {name for text in sources for match in called.findall(text) for name in match if name}
    names |= {
        name
        for text in sources
        for table in tables.findall(text)
        for name in re.findall(r'"([a-z0-9-]+)"', table)
    }
    assert names - set(re.findall(r'<symbol id="i-([a-z0-9-]+)"', html())) == set()
    assert set(icons.ICONS) <= set(re.findall(r'<symbol id="i-([a-z0-9-]+)"', html()))


def test_the_data_is_what_the_script_was_promised() -> None:
    made = data()
    assert sorted(made) == ["blocks", "course", "films", "parts", "questions", "quizzes", "rule", "words"]
    assert {name: made["course"][name] for name in ("id", "title", "language", "version", "date")} == {
        "id": "tio",
        "title": "Tio sorters frågor",
        "language": "sv",
        "version": 3,
        "date": "2026-11-21",
    }
    assert made["rule"] == {
        "lessons": "all",
        "quizzes": "passed",
        "mastery": None,
        "fail_reports": "incomplete",
        "pass": 0.8,
    }
    assert [part["kind"] for part in made["parts"]] == ["lesson", "lesson", "quiz"]
    assert sorted(block["kind"] for block in made["blocks"].values()) == [
        "case",
        "checklist",
        "reflect",
        "reflect",
    ]
    (asked,) = made["quizzes"].values()
    assert asked["pass"] == 0.6
    assert [question["kind"] for question in asked["questions"]] == [
        question["kind"] for question in made["questions"].values()
    ]


def test_every_question_and_block_of_the_data_has_its_place(
    elements: list[tuple[str, dict[str, str]]],
) -> None:
    made = data()
    there = {
        name: {attributes[f"data-{name}"] for _, attributes in elements if f"data-{name}" in attributes}
        for name in ("part", "question", "quiz", "block")
    }
    quizzes = made["quizzes"].values()
    assert there["part"] == {part["key"] for part in made["parts"]}
    assert there["quiz"] == set(made["quizzes"])
    assert there["block"] == set(made["blocks"])
    assert there["question"] == {
        *made["questions"],
        *(question["key"] for one in quizzes for question in one["questions"]),
    }


def test_a_title_cannot_end_the_data() -> None:
    title = "</script><script>alert(1)</script> & <b>”"
    sources = {**SOURCES, "course.yaml": str(SOURCES["course.yaml"]).replace("Tio sorters frågor", title)}
    text = page.page(course(sources), page.PlayerOptions(), built())
    assert "<script>alert" not in text
    assert text.count("</script>") == 2
    assert Elements(text).found.count(("script", {"defer": "", "src": "player.js"})) == 1


def test_the_same_course_gives_the_same_bytes() -> None:
    again = page.build(ten_kinds.__wrapped__(), "scorm12", page.PlayerOptions(), built())
    assert {file.path: file.blob.open().read() for file in again} == files()


def test_without_fonts_none_is_asked_for() -> None:
    plain = files(fonts=False)
    assert [path for path in plain if path.startswith("fonts/")] == []
    assert b"url(" not in plain["player.css"]
    assert b"Georgia" in plain["player.css"]


def test_the_options_decide_what_counts_as_done() -> None:
    def rule(**options: Any) -> dict[str, Any]:
        text = page.page(ten_kinds(), page.PlayerOptions(**options), built())
        found = re.search(r'"rule":(\{.*?\})', text)
        assert found is not None
        made: dict[str, Any] = json.loads(found[1])
        return made

    assert rule(done_when="lessons")["quizzes"] == "none"
    assert rule(done_when="quizzes")["lessons"] == "none"
    assert rule(done_when="both", fail_reports="incomplete", mastery=0.75) == {
        "lessons": "all", "quizzes": "passed", "mastery": 0.75, "fail_reports": "incomplete", "pass": 0.8,
    }  # fmt: skip


def test_a_missing_build_is_said_plainly() -> None:
    with pytest.raises(FileNotFoundError, match="npm run build"):
        list(page.build(ten_kinds(), "file", page.PlayerOptions(), MemoryTree({})))


def test_the_style_sheet_has_no_part_for_facilitators() -> None:
    assert b"heather" not in files()["player.css"]


def test_both_languages_have_the_same_words_with_the_same_values() -> None:
    sv, en = ({**words(language), **sealed_words(language)} for language in ("sv", "en"))
    assert set(sv) == set(en)
    slots = {
        name: (sorted(re.findall(r"\{\w+\}", sv[name])), sorted(re.findall(r"\{\w+\}", en[name])))
        for name in sv
    }
    assert {name: both for name, both in slots.items() if both[0] != both[1]} == {}


def test_every_word_the_script_uses_is_sent_and_no_other() -> None:
    sources = "\n".join(path.read_text("utf-8") for path in scripts())
    named = set(re.findall(r"\bwords\.(\w+)", sources))
    sent = {**SCRIPT["sv"], **app_words.SCRIPT["sv"]}
    assert named - set(script_words("sv")) - set(sent) == set()
    assert {name for name in sent if not re.search(rf"\b{name}\b", sources)} == set()


def test_every_word_of_the_page_is_used() -> None:
    folders = [RENDER, RENDER.parent / "questions", Path(page.__file__).parent]
    sources = "\n".join(
        path.read_text("utf-8")
        for folder in folders
        for path in folder.rglob("*.py")
        if path.name != "words.py"
    )
    assert {name for name in PAGE["sv"] if f'"{name}"' not in sources and f"'{name}'" not in sources} == set()


def test_an_english_course_has_an_english_page() -> None:
    english = str(SOURCES["course.yaml"]).replace("language: sv", "language: en")
    text = page.page(
        course({**SOURCES, "course.yaml": english, "provet.yaml": quiz()}), page.PlayerOptions(), built()
    )
    assert '<html lang="en">' in text
    shown = re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL)
    swedish = [
        said
        for name, said in words("sv").items()
        if said != words("en")[name] and len(said) > 8 and "{" not in said
    ]
    assert [said for said in swedish if f">{said}" in shown] == []
