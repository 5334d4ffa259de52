"""The courses and starters that come along: clean, complete, right about the law, and about no real person.

The facts are those of the domain notes that are easy to get wrong; each test names the one it holds.
"""

import re
from datetime import date
from pathlib import Path

import pytest

from course_builder.cli.new import STARTERS, begin, starters
from course_builder.content.checks import reading_level
from course_builder.content.checks.context import Checked
from course_builder.content.course import Course
from course_builder.content.plain import plain
from course_builder.content.questions import KINDS
from course_builder.content.questions.choice import Choice
from course_builder.content.questions.choices import Choices
from course_builder.content.steps import ready_plans, shorten, steps
from course_builder.library.folders import check_folder, courses_in, read_folder
from course_builder.paths.shipped import COURSES, QUIZZES, TEMPLATES
from tests.content.trees import TODAY

TEXTS = sorted(
    path
    for folder in (COURSES, QUIZZES, TEMPLATES / "starters")
    for path in folder.rglob("*")
    if path.suffix in (".md", ".yaml", ".vtt", ".srt", ".svg", ".txt")
)
SHIPPED = courses_in(COURSES)
BASIC = COURSES / "grundutbildning"


@pytest.fixture(scope="module")
def basic() -> Course:
    course = read_folder(BASIC, TODAY).course
    assert course is not None
    return course


def said(*names: str) -> str:
    """What shipped files say to people, without marks."""
    return plain(" ".join((COURSES.parent / name).read_text("utf-8") for name in names))


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_a_shipped_course_has_no_problem(folder: Path) -> None:
    assert [problem.line("sv") for problem in check_folder(folder, TODAY).problems] == []


@pytest.mark.parametrize("starter", starters())
def test_a_starter_has_no_problem(starter: str, tmp_path: Path) -> None:
    begin(tmp_path / "min-kurs", STARTERS / starter, "min-kurs", "Min kurs", TODAY)
    assert [problem.line("sv") for problem in check_folder(tmp_path / "min-kurs", TODAY).problems] == []


def test_the_apt_hour_has_a_ready_plan_of_each_length() -> None:
    """Domain 5.6: the order in which items give up time, and at least six minutes for what changes where they fit."""
    course = read_folder(COURSES / "apt-barnkonventionen", TODAY).course
    assert course is not None
    assert ready_plans(course) == (5, 15, 30, 45, 60)
    plans = {minutes: steps(course, minutes) for minutes in ready_plans(course)}
    assert [sum(step.minutes for step in plan) for plan in plans.values()] == list(plans)
    assert [step.minutes for plan in plans.values() for step in plan if step.kind == "agree"] == [5, 6, 7, 7]
    assert [step.kind for step in plans[5]] == ["actions", "text"]
    late = shorten(plans[60], 48).cuts
    assert [(cut.id, cut.to) for cut in late] == [
        ("wbcj", 0),
        ("vxdm", 0),
        ("zcgt.wwnk", 0),
        ("zcgt.qctr", 2),
    ]


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_a_region_decides_about_renewal_not_we(folder: Path) -> None:
    course = read_folder(folder, TODAY).course
    assert course is not None
    assert course.renew is None


def test_the_basic_course_is_whole(basic: Course) -> None:
    assert [module.id for module in basic.modules] == [
        "konvention-och-lag", "principer-och-perspektiv", "patienten", "narstaende", "uppdraget", "apt-timmen",
    ]  # fmt: skip
    assert sum(part.part_kind == "lesson" for part in basic.parts) >= 24
    assert len(basic.questions) >= 60
    assert {question.kind for question in basic.questions} == {_kind(kind) for kind in KINDS}
    assert [film.id for film in basic.films] == ["vantrummet"]
    assert basic.cases


def _kind(model: type) -> str:
    return str(model.model_fields["kind"].annotation.__args__[0])  # type: ignore[attr-defined]


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_every_answer_gets_an_explanation(folder: Path) -> None:
    course = read_folder(folder, TODAY).course
    assert course is not None
    for question in course.questions:
        if isinstance(question, Choice | Choices):
            assert all(option.because for option in question.options), question.id
        elif question.graded:
            assert question.because, question.id


@pytest.mark.parametrize("folder", SHIPPED, ids=lambda folder: folder.name)
def test_every_lesson_is_easy_to_read(folder: Path) -> None:
    found = read_folder(folder, TODAY)
    assert found.course is not None
    checked = Checked(found.course, found.sources, found.cited, found.law, TODAY)
    easy = reading_level.easy_words(checked)
    levels = {
        lesson.file: reading_level.lix(list(reading_level.sentences(found.sources[lesson.file], easy)))
        for lesson in checked.lessons
    }
    assert {file: level for file, level in levels.items() if level >= reading_level.HARD} == {}


# -- the twelve facts


def test_1_only_articles_1_to_42_are_law(basic: Course) -> None:
    law = basic.law_says("barnrattslagen-1")
    assert "Artiklarna 1–42" in law and "originaltexternas lydelse" in law
    assert sorted(read_folder(BASIC, TODAY).crc) == list(range(1, 43))


def test_2_part_one_is_articles_1_to_41() -> None:
    wrong = re.compile(r"\bdel I\b[^.]{0,40}1[-–]42", re.IGNORECASE)
    assert [path.name for path in TEXTS if wrong.search(path.read_text("utf-8"))] == []
    assert "Del I är artiklarna 1–41" in said("courses/grundutbildning/m1-vad-lagen-innebar.md")


def test_3_concern_is_reported_under_the_new_act(basic: Course) -> None:
    entry = basic.law["sol-19-1"]
    assert (entry.act, entry.provision) == ("socialtjänstlagen (2025:400)", "19 kap. 1 §")
    assert [wording.valid_from for wording in entry.wordings] == [date(2026, 1, 15)]
    assert [path.name for path in TEXTS if "2001:453" in path.read_text("utf-8")] == []


def test_4_staff_must_and_everyone_should() -> None:
    law = read_folder(BASIC, TODAY).law
    assert "ska genast anmäla" in law["sol-19-1"].wordings[-1].says
    assert re.search(r"\bbör\b", law["sol-19-4"].wordings[-1].says)


def test_5_children_as_next_of_kin_are_offered_support() -> None:
    entry = read_folder(BASIC, TODAY).law["hsl-5-7"]
    now, later = entry.wordings
    for wording in (now, later):
        assert all(
            word in wording.says
            for word in ("erbjuda", "information, råd och stöd", "syskon eller styvsyskon")
        )
        assert "varaktigt" not in wording.says and "särskilt beakta" not in wording.says
    assert (now.valid_to, later.valid_from) == (date(2027, 12, 31), date(2028, 1, 1))
    assert "missbruk" in now.says and "skadligt bruk eller beroende" in later.says


def test_6_the_best_interests_are_weighed_in_the_first_place(basic: Course) -> None:
    assert "i första hand" in basic.crc[3].says
    assert [path.name for path in TEXTS if "främsta rummet" in path.read_text("utf-8")] == []


def test_7_the_years() -> None:
    text = said("courses/grundutbildning/m1-fran-konvention-till-lag.md")
    for day in ("20 november 1989", "29 juni 1990", "2 september", "13 juni 2018", "1 januari 2020"):
        assert day in text


def test_8_and_9_the_duty_is_personal_and_not_anonymous() -> None:
    text = said("courses/grundutbildning/m4-nar-ett-barn-far-illa.md")
    assert "Du kan inte lämna över den till chefen eller till ombudet" in text
    assert "Som anställd kan du inte vara anonym" in text


def test_10_two_of_three_protocols() -> None:
    text = said("courses/grundutbildning/m1-vem-foljer-upp.md")
    assert "Sverige har ratificerat två av de tre protokollen" in text


def test_11_a_representative_is_not_the_ombudsman(basic: Course) -> None:
    assert "Inte samma sak som ett barnrättsombud" in basic.glossary["Barnombudsmannen"]


def test_12_no_number_of_representatives_without_a_date() -> None:
    counted = re.compile(r"\b\d{2,4}\s+(barnrätts)?(ombud|piloter)\b")
    assert [path.name for path in TEXTS if counted.search(path.read_text("utf-8"))] == []


# -- no real person

PUBLIC = (r"rkrattsbaser\.gov\.se", r"www\.w3\.org", r"www\.socialstyrelsen\.se")
PERSONAL = {
    "personal identity number": re.compile(r"\b(?:19|20)?\d{6}[-+ ]\d{4}\b"),
    "telephone": re.compile(
        r"\+46\s?\d|\b0\d{1,3}[- /]\d{2,3}(?: ?\d{2}){2}\b|\b07\d[- ]?\d{3} ?\d{2} ?\d{2}\b"
    ),
    "e-mail": re.compile(r"[\w.+-]+@(?!(?:[\w-]+\.)+example(?![\w.-]))[\w-]+\.[\w.-]+"),
    "address outside example": re.compile(
        rf"https?://(?!(?:(?:[\w-]+\.)*example|{'|'.join(PUBLIC)})(?![\w-]|\.\w))[\w.-]+"
    ),
}


@pytest.mark.parametrize("kind", PERSONAL)
def test_nothing_of_a_real_person(kind: str) -> None:
    found = [
        f"{path.name}: {match[0]}"
        for path in TEXTS
        if path.suffix != ".svg"  # the numbers of its paths look like anything
        for match in PERSONAL[kind].finditer(path.read_text("utf-8"))
    ]
    assert found == []


CAUGHT = {
    "personal identity number": ("19121212-1212", "121212-1212"),
    "telephone": ("08-000 00 00", "070-000 00 00", "0700000000", "+46 8 000 00 00"),
    "e-mail": ("namn@organisation.se", "namn@example.se"),
    "address outside example": ("https://organisation.se/sida", "http://example.se"),
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in CAUGHT.items() for text in texts])
def test_the_net_holds(kind: str, text: str) -> None:
    assert PERSONAL[kind].search(f"Ring {text}, tack.")
