"""The short refresher: only what is new, behind a page that says so, and a course that checks clean by itself."""

from course_builder.content.course import Course
from course_builder.content.refresher import refreshed_parts, refresher, without_strangers
from course_builder.content.yamltext import parse
from tests.content.trees import BASE, reading

MORE = {
    "tva.md": "---\nid: tva\n---\n# Att lyssna\n\nLäs [förra](ett.md) och [lagen](law:blag-1).\n",
    "course.yaml": str(BASE["course.yaml"]).replace("- ett.md", "- ett.md\n      - tva.md"),
}


def course(**edits: tuple[str, str]) -> Course:
    files: dict[str, str | bytes] = {**BASE, **MORE}
    for name, (old, new) in edits.items():
        path = next(path for path in files if path.rpartition("/")[2].partition(".")[0] == name)
        assert old in str(files[path])
        files[path] = str(files[path]).replace(old, new)
    found = reading(files).course
    assert found is not None
    return found


def new_parts(**edits: tuple[str, str]) -> list[str]:
    return [part.id for part in refreshed_parts(course(), course(**edits))]


def test_only_what_has_changed_comes_along() -> None:
    assert new_parts() == []
    assert new_parts(ett=("Barnet har rätt", "Varje barn har rätt")) == ["ett"]
    assert new_parts(prov=("Barn är alla", "Ett barn är var och en")) == ["prov"]
    assert new_parts(filmen=("title: Filmen", "title: Nya filmen")) == ["filmen"]


def test_who_cites_a_law_that_reads_differently_comes_along() -> None:
    assert set(new_parts(law=("says: ", "says: Nu "))) == {"ett", "tva"}


def test_the_root_names_the_news_first_and_then_the_parts() -> None:
    made = refresher(course(), course(tva=("Att lyssna", "Att höra"), prov=("Barn är alla", "Ett barn är")), ["En sak.", "En till."], 2026)  # fmt: skip
    assert made.id == "liten-uppdatering-2026"
    root = parse(made.files["course.yaml"], "course.yaml").value
    assert root is not None
    assert (root["id"], root["title"]) == ("liten-uppdatering-2026", "Uppdatering 2026: En liten kurs")
    assert [dict(one) if isinstance(one, dict) else one for one in root["modules"][0]["lessons"]] == [
        "nytt.md", "tva.md", {"quiz": "prov"},
    ]  # fmt: skip
    assert "- En sak.\n- En till.\n" in made.files["nytt.md"]


def test_a_long_id_has_room_for_its_year() -> None:
    long = course(course=("id: liten", f"id: {'a' * 48}"))
    made = refresher(course(), long, [], 2026).id
    assert (len(made), made.endswith("a-uppdatering-2026")) == (48, True)


def test_links_to_lessons_that_stay_behind_become_words() -> None:
    text = "Se [förra](ett.md), [den här](tva.md#rubrik), [lagen](law:blag-1), [ut](https://exempel.se/a.md) och ![bild](media/a.png)."  # fmt: skip
    assert without_strangers(text, {"del/tva.md"}, set()) == text.replace("[förra](ett.md)", "förra")
    assert without_strangers(text, {"tva.md", "ett.md"}, set()) == text
