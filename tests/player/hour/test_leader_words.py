"""The words of the leader's view: each is there in both languages, each is used, and none is missing."""

import re
from pathlib import Path
from string import Template

import pytest

from course_builder.player.hour import leader_words
from course_builder.player.hour.leader import ICONS, TEMPLATE
from course_builder.player.hour.leader_speech import ALOUD

BROWSER = Path(leader_words.__file__).parents[1] / "browser" / "hour"
MADE = ("did_", "done_", "lead_", "next_", "net_", "offer_", "wall_")
"""How names begin that the script puts together."""


def scripts() -> str:
    return "\n".join(
        path.read_text("utf-8")
        for path in [*BROWSER.glob("lead/*.js"), BROWSER / "leader.js", BROWSER / "time.js"]
    )


def slots(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w+\}", text))


@pytest.mark.parametrize(
    "words", [leader_words.PAGE, leader_words.SCRIPT, ALOUD], ids=["page", "script", "aloud"]
)
def test_both_languages_have_the_same_words_with_the_same_values(words: dict[str, dict[str, str]]) -> None:
    assert {name: slots(text) for name, text in words["sv"].items()} == {
        name: slots(text) for name, text in words["en"].items()
    }


def test_every_word_the_script_uses_is_sent_and_no_other() -> None:
    known = leader_words.SCRIPT["sv"]
    said = scripts()
    assert set(re.findall(r"(?<!\.)\bwords\.(\w+)", said)) - set(known) == set()
    unused = {name for name in known if not re.search(rf"\b{name}\b", said)}
    assert {name for name in unused if not name.startswith(MADE)} == set()


def test_every_word_of_the_page_stands_in_its_template() -> None:
    asked = set(Template(TEMPLATE.read_text("utf-8")).get_identifiers())
    computed = {"lead_real_child_how", "lead_routine", "lead_calm_none", "lead_calm_no_support", "lead_calm_stale", "lead_facts",
                "lead_listen", "lead_watch", "lead_read", "lead_support", "lead_content_note", "lead_film_stops"}  # fmt: skip
    assert set(leader_words.PAGE["sv"]) - asked - computed == set()


def test_every_drawing_of_the_template_is_made() -> None:
    called = {name.replace("_", "-") for name in re.findall(r"\$icon_(\w+)", TEMPLATE.read_text("utf-8"))}
    assert called <= set(ICONS)
