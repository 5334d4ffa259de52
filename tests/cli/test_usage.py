from pathlib import Path

import pytest

from tests.cli.conftest import Ask

WRONG = {
    ("chek",): "Kommandot chek finns inte. Menade du check",
    ("check",): "PATH... saknas.",
    ("check", "--jsn", "."): "Valet --jsn finns inte. Menade du --json",
    ("check", "--against"): "Valet --against är inte rätt skrivet.",
    ("check", "borta"): "Mappen borta finns inte.",
    ("check", ".", "--today", "i går"): "i går är ingen dag. Skriv som 2026-11-21.",
    ("build", "."): "Skriv vart paketen ska: --output MAPP.",
    ("build", ".", "--output", "ut", "--format", "zip"): "Formatet zip finns inte. Välj bland: scorm12, ",
    ("build", ".", "--output", "ut", "--mastery", "80"): "--mastery kan vara no, yes, inte 80.",
    ("new", "kurs", "--from", "nat"): "Det finns ingen mall nat. Välj bland: apt-30, ",
    ("schema", "lektion"): "lektion har inget schema. Välj bland: course, ",
}


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_wrong_usage_is_told_in_plain_words(ask: Ask, words: tuple[str, ...]) -> None:
    answer = ask(*words)
    assert answer.code == 2
    assert answer.out == ""
    assert answer.err.startswith(WRONG[words])
    assert "--help" in answer.err.splitlines()[-1]


def test_a_zip_is_no_course(ask: Ask) -> None:
    Path("kurs.zip").touch()
    answer = ask("check", "kurs.zip")
    assert (answer.code, answer.err.splitlines()[0]) == (
        2,
        "kurs.zip är en fil. En kurs är en mapp; packa upp zip-filer först.",
    )
