"""A course from its files: what is looked up where, and that no fault hides another."""

from datetime import date

from course_builder.content.course import Course
from course_builder.content.models.film import FilmDiscussion
from course_builder.content.models.lesson import Lesson
from course_builder.content.models.quiz import Quiz
from course_builder.content.reading import read
from course_builder.content.tree import MemoryTree
from tests.content.trees import BASE, MEDIA, TODAY, Files, check, drawn, reading, shelf, told

QUIZ = "kind: quiz\nid: prov\ntitle: {}\nquestions:\n  - id: sant\n    kind: truth\n    ask: x\n    right: ja\n    because: y\n"
NEAR = "quizzes/prov.yaml:\n" + "".join(f"    {line}\n" for line in QUIZ.format("Nära").splitlines())
FAR = NEAR.replace("Nära", "Långt bort")


def course_of(files: Files, *shelves: object) -> Course:
    course = reading(files, *shelves).course  # type: ignore[arg-type]
    assert course is not None
    return course


def without(*names: str) -> dict[str, str | bytes]:
    return {name: text for name, text in BASE.items() if name not in names}


def test_a_course_is_its_parts_in_order() -> None:
    course = course_of(BASE)
    assert (course.id, course.title, course.language, course.kind) == (
        "liten",
        "En liten kurs",
        "sv",
        "self-paced",
    )
    assert [type(part) for part in course.parts] == [Lesson, Quiz, FilmDiscussion]
    assert [part.id for part in course.parts] == ["ett", "prov", "filmen"]
    assert course.minutes == sum(part.minutes for part in course.parts) == 5
    assert set(course.part_digests) == {part.key for part in course.parts}


def test_only_what_is_used_comes_along() -> None:
    course = course_of(BASE)
    assert (list(course.law), list(course.crc)) == (["blag-1"], [12])
    assert [media.name for media in course.media] == ["film.vtt", "film.webm"]
    assert course.law_says("blag-1") == "Artiklarna 1-42 gäller som svensk lag."


def test_the_course_s_own_quiz_comes_before_the_nearest_and_the_nearest_before_the_shipped() -> None:
    files = without("quizzes/prov.yaml")
    near, far = shelf(NEAR, "nara/"), shelf(FAR, "med/")
    assert [course_of(BASE, near, far).quizzes[0].title] == ["Prov"]
    assert [course_of({**files, "prov.yaml": QUIZ.format("Intill")}, near, far).quizzes[0].title] == [
        "Intill"
    ]
    assert [course_of(files, near, far).quizzes[0].title] == ["Nära"]
    assert [course_of(files, shelf("x.md:\n    x\n"), far).quizzes[0].title] == ["Långt bort"]
    assert reading(files, near, far).found["prov"] == "nara/quizzes/prov.yaml"


def test_a_provision_is_looked_up_entry_by_entry() -> None:
    law = str(BASE["law.yaml"])
    nearer = law.replace("Artiklarna 1-42 gäller", "Den egna lydelsen gäller")
    farther = "courses/law.yaml:\n" + "".join(
        f"    {line}\n" for line in (law + law.replace("blag-1", "blag-2")).splitlines()
    )
    lesson = str(BASE["ett.md"]) + "\nOch [den andra](law:blag-2).\n"
    course = course_of({**BASE, "law.yaml": nearer, "ett.md": lesson}, shelf(farther))
    assert [course.law_says(name) for name in ("blag-1", "blag-2")] == [
        "Den egna lydelsen gäller som svensk lag.",
        "Artiklarna 1-42 gäller som svensk lag.",
    ]


def test_media_of_a_shelf_is_found_beside_its_quiz_and_gets_a_name_of_its_own() -> None:
    film = "quizzes/filmen.yaml:\n" + "".join(
        f"    {line}\n" for line in str(BASE["quizzes/filmen.yaml"]).splitlines()
    )
    behind = shelf(film)
    tree = MemoryTree({**behind.tree.files, **MEDIA})  # type: ignore[attr-defined]
    files = {
        **without("quizzes/filmen.yaml"),
        "course.yaml": str(BASE["course.yaml"]) + "cover: media/film.png\n",
        "media/film.png": MEDIA["media/bild.png"],
    }
    course = read(MemoryTree(files), [type(behind)(tree, "hylla/")], today=TODAY).course
    assert course is not None
    assert [(media.name, media.shown) for media in course.media] == [
        ("film.png", "media/film.png"),
        ("film.vtt", "hylla/quizzes/media/film.vtt"),
        ("film.webm", "hylla/quizzes/media/film.webm"),
    ]


def test_links_in_blocks_count_and_links_in_code_do_not() -> None:
    lesson = (
        str(BASE["ett.md"])
        + "\n```reflect\nid: tank\nask: Hur är [lagen](crc:3)?\n```\n\n`[kod](crc:6)`\n\n~~~\n[kod](crc:2)\n~~~\n"
    )
    assert list(course_of({**BASE, "ett.md": lesson}).crc) == [3, 12]


def test_what_a_cited_provision_cites_comes_along() -> None:
    law = str(BASE["law.yaml"]).replace("gäller som svensk lag", "gäller, även [artikel 6](crc:6)")
    assert list(course_of({**BASE, "law.yaml": law}).crc) == [6, 12]


def test_a_broken_course_file_hides_nothing() -> None:
    files = {
        **BASE,
        "course.yaml": str(BASE["course.yaml"]).replace("title: En liten kurs", "title: En: liten kurs"),
        "ett.md": str(BASE["ett.md"]) + "\n![x](media/borta.png)\n",
        "quizzes/prov.yaml": QUIZ.format("x").replace("truth", "trut"),
        "law.yaml": "blag-1: x\n",
    }
    assert [line for line in told(check(files)) if "unknown-law" not in line] == [
        "course.yaml:2:10 yaml-colon",
        "ett.md:8:1 media-missing",
        "law.yaml:1:9 not-a-mapping",
        "quizzes/prov.yaml:6:11 unknown-value",
    ]


def test_a_wrong_key_in_the_course_file_hides_nothing() -> None:
    files = {**BASE, "course.yaml": str(BASE["course.yaml"]) + "extra: x\n", "ett.md": "---\nid: ett\n---\n"}
    assert told(check(files)) == ["course.yaml:15:1 unknown-key", "ett.md:1:1 empty-lesson"]


def test_parts_are_found_in_a_broken_course_file_as_people_write_them() -> None:
    course = f"extra: x\n{BASE['course.yaml']}"
    course = course.replace("- ett.md", '- "åtgärder för barn.md"').replace(
        "quiz: prov", "quiz: prov    # ett quiz"
    )
    files = {**without("ett.md"), "course.yaml": course, "åtgärder för barn.md": "---\nid: ett\n---\n"}
    files["quizzes/prov.yaml"] = "kind: quiz\nid: prov\n"
    assert [line for line in told(check(files)) if "course.yaml" not in line] == [
        "quizzes/prov.yaml:1:1 missing-key",
        "quizzes/prov.yaml:1:1 missing-key",
        "åtgärder för barn.md:1:1 empty-lesson",
    ]


def test_a_bad_quiz_hides_no_lesson_and_a_bad_lesson_no_quiz() -> None:
    bad_quiz = {**BASE, "quizzes/prov.yaml": "kind: quiz\nid: prov\n"}
    assert [part.id for part in course_of(bad_quiz).parts] == ["ett", "filmen"]
    bad_lesson = {**BASE, "ett.md": b"\xff\xfe"}
    assert [part.id for part in course_of(bad_lesson).parts] == ["prov", "filmen"]
    assert told(check(bad_lesson)) == ["ett.md:1:1 not-text-file"]


def test_minutes_are_not_judged_while_a_part_cannot_be_read() -> None:
    course = str(BASE["course.yaml"]).replace("title: Start", "title: Start\n    minutes: 40")
    codes = [problem.code.name for problem in check({**BASE, "course.yaml": course})]
    assert codes == ["module-minutes"]
    broken = check({**BASE, "course.yaml": course, "quizzes/prov.yaml": "kind: quiz\nid: prov\n"})
    assert "module-minutes" not in {problem.code.name for problem in broken}


def test_a_quiz_may_be_called_after_the_law() -> None:
    files = {
        **without("quizzes/prov.yaml"),
        "course.yaml": str(BASE["course.yaml"]).replace("quiz: prov", "quiz: barnratts-law"),
        "quizzes/barnratts-law.yaml": QUIZ.format("x")
        .replace("id: prov", "id: barnratts-law")
        .replace("ask: x", "ask: Se [lagen](law:borta)."),
    }
    assert told(check(files)) == ["quizzes/barnratts-law.yaml:7:13 unknown-law"]


MEETING = drawn("""
    course.yaml:
        id: mote
        title: Ett möte
        kind: meeting
        minutes: 20
        audience:
          - medarbetare
        version:
          number: 1
          date: 2026-11-01
        agenda:
          - id: borja
            title: Välkommen
            minutes: 3
            text: ett.md
          - id: prat
            title: Prat
            minutes: 4
            shrink: 1
            least: 0
          - id: film
            title: Film och samtal
            minutes: 10
            film: filmen
          - id: sluta
            title: Frågor
            minutes: 3
            quiz: prov
            keep: true
""")


def test_a_meeting_has_a_self_paced_twin() -> None:
    files = {**BASE, **MEETING}
    course = course_of(files)
    assert check(files) == ()
    assert [part.id for part in course.parts] == ["ett", "filmen", "prov"]
    assert [item.id for item in course.agenda] == ["borja", "prat", "film", "sluta"]
    assert course.minutes == 20


def test_the_day_decides_which_wording_holds() -> None:
    law = str(BASE["law.yaml"]).replace(
        "    - valid_from: 2020-01-01\n",
        "    - valid_to: 2026-12-31\n      says: Den gamla.\n    - valid_from: 2027-01-01\n",
    )
    files = {**BASE, "law.yaml": law}
    says = {day: reading(files, today=day).course for day in (date(2026, 12, 31), date(2027, 1, 1))}
    assert [course.law_says("blag-1") for course in says.values() if course] == [
        "Den gamla.",
        "Artiklarna 1-42 gäller som svensk lag.",
    ]


def test_the_digest_changes_with_whatever_people_see() -> None:
    first = course_of(BASE)
    changes = [
        {"ett.md": str(BASE["ett.md"]) + "\nMer.\n"},
        {"course.yaml": str(BASE["course.yaml"]).replace("Start", "Början")},
        {"law.yaml": str(BASE["law.yaml"]).replace("svensk", "Sveriges")},
        {"region.yaml": "name: Region Sörsjö\n"},
        {"quizzes/media/film.webm": bytes(MEDIA["media/film.webm"]) + b"x"},  # type: ignore[arg-type]
    ]
    digests = {first.digest, *(course_of({**BASE, **change}).digest for change in changes)}
    assert len(digests) == 1 + len(changes)
    assert (
        course_of({**BASE, "crc.yaml": str(BASE["crc.yaml"]).replace("Inget", "Inte något")}).digest
        == first.digest
    )


def test_a_lesson_and_a_quiz_may_share_an_id() -> None:
    files = {**BASE, "ett.md": str(BASE["ett.md"]).replace("id: ett", "id: prov")}
    course = course_of(files)
    assert check(files) == ()
    assert len(course.part_digests) == 3


def test_a_folder_that_is_no_course() -> None:
    found = read(MemoryTree({"a.md": "# A\n"}), today=TODAY, name="kurser/a/")
    assert (found.course, told(found.problems)) == (None, ["kurser/a/course.yaml:1:1 no-course"])


def test_an_id_may_be_one_letter() -> None:
    assert check({**BASE, "ett.md": str(BASE["ett.md"]).replace("id: ett", "id: a")}) == ()
