"""What a learner is told when her course has changed under her."""

from collections.abc import Mapping

from course_builder.content.course import Course
from course_builder.content.keys import part_key, state_key
from course_builder.library.news import MOST, new_since, news
from course_builder.library.sections import changed_sections
from tests.content.trees import BASE, WEBM, Files, reading

LESSON, QUIZ, FILM = part_key("lesson", "ett"), state_key("prov"), state_key("filmen")


def course(changes: Mapping[str, tuple[str, str]] | None = None, files: Files = BASE) -> Course:
    """The small course with some words of some files replaced."""
    made = dict(files)
    for path, (old, new) in (changes or {}).items():
        text = made[path]
        assert isinstance(text, str)
        assert old in text
        made[path] = text.replace(old, new)
    found = reading(made).course
    assert found is not None
    return found


def test_nothing_is_said_of_a_course_that_is_the_same() -> None:
    assert news(course(), course(), "sv", {LESSON, QUIZ, FILM}) == ()


def test_only_what_she_has_read_is_spoken_of() -> None:
    new = course(
        {"ett.md": ("Barnet har", "Varje barn har"), "quizzes/prov.yaml": ("right: sant", "right: falskt")}
    )
    assert news(course(), new, "sv", set()) == ()
    assert news(course(), new, "sv", {LESSON}) == (
        "Avsnittet ”Barnets rätt”: vi har ändrat under ”Barnets rätt”.",
    )
    assert news(course(), new, "en", {QUIZ}) == (
        "The quiz “Prov”: the question “Barn är alla under 18 år.” has changed. Points you have stay.",
    )


def test_a_part_that_is_gone() -> None:
    new = course({"course.yaml": ("      - film: filmen\n", "")})
    assert news(course(), new, "sv", {FILM}) == ("Filmsamtalet ”Filmen” är borttaget.",)
    assert news(course(), new, "sv", {LESSON}) == ()


def test_the_law_that_a_read_lesson_leads_to() -> None:
    new = course({"law.yaml": ("gäller som svensk lag", "är svensk lag")})
    assert news(course(), new, "sv", {LESSON}) == (
        "Det som står om barnrättslagen (2018:1197) 1 § är ändrat.",
    )
    assert news(course(), new, "sv", {QUIZ}) == ()
    assert news(course(), course({"law.yaml": ("2026-08-22", "2026-10-01")}), "sv", {LESSON}) == ()


def test_what_only_the_facilitator_sees_is_never_told() -> None:
    film = str(BASE["quizzes/filmen.yaml"])
    old = course(files={**BASE, "quizzes/filmen.yaml": film + "facilitator:\n  facts: KANARIE-1\n"})
    new = course(files={**BASE, "quizzes/filmen.yaml": film + "facilitator:\n  facts: KANARIE-2\n"})
    assert news(old, new, "sv", {FILM}) == ()


def test_another_film_and_other_questions() -> None:
    other = course(files={**BASE, "quizzes/media/film.webm": WEBM + b"2"})
    assert news(course(), other, "sv", {FILM}) == ("Filmsamtalet ”Filmen”: filmen är ny.",)
    asked = course({"quizzes/filmen.yaml": ("Vad ser barnet?", "Vad hör barnet?")})
    assert news(course(), asked, "sv", {FILM}) == (
        "Filmsamtalet ”Filmen”: vi har ändrat i frågorna eller texten.",
    )


def test_a_quiz_inside_a_lesson_belongs_to_it() -> None:
    inside = {
        "course.yaml": ("      - quiz: prov\n", ""),
        "ett.md": ("{region.name}.", "{region.name}.\n\n```quiz\nuse: prov\n```"),
    }
    new = course({**inside, "quizzes/prov.yaml": ("right: sant", "right: falskt")})
    assert len(news(course(inside), new, "sv", {LESSON})) == 1
    assert len(news(course(inside), new, "sv", {QUIZ})) == 1
    assert news(course(inside), new, "sv", {FILM}) == ()


def test_questions_that_come_and_go() -> None:
    more = """
  - id: nytt
    kind: truth
    ask: Lagen gäller sedan 2020.
    right: sant
    because: Det stämmer.
"""
    new = course(files={**BASE, "quizzes/prov.yaml": str(BASE["quizzes/prov.yaml"]) + more.lstrip("\n")})
    assert news(course(), new, "sv", {QUIZ}) == ("Quizet ”Prov”: en ny fråga.",)
    assert news(new, course(), "sv", {QUIZ}) == ("Quizet ”Prov”: en fråga är borta.",)


def test_a_few_lines_are_enough() -> None:
    names = [f"a{number}" for number in range(MOST + 3)]
    listed = "".join(f"      - {name}.md\n" for name in names)
    lessons = {f"{name}.md": f"---\nid: {name}\n---\n# Avsnitt {name}\n\nText.\n" for name in names}
    base: Files = {
        **BASE,
        **lessons,
        "course.yaml": str(BASE["course.yaml"]).replace("      - ett.md\n", listed),
    }
    new = {**base, **{file: text.replace("Text.", "Ny text.") for file, text in lessons.items()}}
    told = news(course(files=base), course(files=new), "sv", {part_key("lesson", name) for name in names})
    assert len(told) == MOST
    assert told[-1] == f"Och {len(names) - MOST + 1} ändringar till."


def test_new_since_she_took_it_also_tells_what_has_come() -> None:
    new = course({"ett.md": ("Barnet har", "Varje barn har")})
    listed = {"course.yaml": ("      - quiz: prov\n", "")}
    assert new_since(course(listed), new, "sv") == (
        "Avsnittet ”Barnets rätt”: vi har ändrat under ”Barnets rätt”.",
        "Nytt: ”Prov”",
    )
    assert new_since(course(listed), course(), "en") == ("New: “Prov”",)


def test_sections_are_told_apart_by_their_headings() -> None:
    old = "Ingress.\n\n# A\n\nEtt  två.\n\n## B\n\n```case\n# ingen rubrik\n```\n\n## C\n\nBort.\n"
    new = "Ingress.\n\n# A\n\nEtt\ntvå.\n\n## B\n\n```case\n# en rubrik\n```\n"
    assert changed_sections(old, new) == ("B", "C")
    assert changed_sections("Ingress.\n# A\nx\n", "Ny ingress.\n# A\nx\n") == ("",)
