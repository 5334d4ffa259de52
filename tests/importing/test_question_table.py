"""A question on each row of a table."""

from course_builder.importing.question_columns import columns
from course_builder.importing.question_table import (
    is_question_table,
    pasted_question_table,
    read_question_table,
)
from course_builder.importing.question_template import HEADER, HEADER_EN, ROWS
from tests.importing.ours import questions_of, told, values
from tests.importing.workbooks import workbook


def table(*rows: str) -> bytes:
    return "\n".join(rows).encode()


def test_the_template_is_read_without_a_problem() -> None:
    found = read_question_table(workbook(("Frågor", [list(HEADER), *map(list, ROWS)])), "mall.xlsx")
    assert told(found) == []
    assert [one.kind for one in questions_of(found)] == [
        "choice", "choices", "truth", "text", "gaps", "number", "match", "order", "scale", "reflect",
    ]  # fmt: skip
    first, _, _, _, gaps, number, match, order, scale, _ = values(found)
    assert first["options"] == [
        {"right": "Både barnet och den vuxna"},
        {"wrong": "Bara den vuxna", "because": "Det är barnet som ska röntgas."},
        {"wrong": "Den som frågar", "because": "Informationen ska ges även om ingen frågar."},
    ]
    assert (first["articles"], first["tags"]) == ([12, 13], ["information"])
    assert gaps["text"] == "Konventionen antogs ___ och blev svensk lag ___."
    assert gaps["gaps"] == [{"accept": ["1989"]}, {"accept": ["2020"]}]
    assert (number["right"], number["unit"]) == (54.0, "artiklar")
    assert match["pairs"][1] == {"left": "Artikel 31", "right": "Lek och vila"}
    assert [item["text"] for item in order["items"]][2] == "Den blir lag"
    assert (scale["low"], scale["high"]) == ("Sällan", "Alltid")


def test_the_english_headings_mean_the_same() -> None:
    known = [(column.field, column.mark) for column in columns(HEADER).found]
    assert [(column.field, column.mark) for column in columns(HEADER_EN).found] == known
    assert columns(HEADER).unknown == columns(HEADER_EN).unknown == []


def test_a_key_in_letters() -> None:
    found = read_question_table(
        table(
            "Question;A;B;C;Correct answer;Feedback A",
            "Which one?;one;two;three;B;Not this.",
            "Which two?;one;two;three;A, C;",
            "Which text?;one;two;;two;",
        ),
        "a.csv",
    )
    assert [one["kind"] for one in values(found)] == ["choice", "choices", "choice"]
    assert values(found)[0]["options"] == [
        {"wrong": "one", "because": "Not this."}, {"right": "two"}, {"wrong": "three"},
    ]  # fmt: skip
    assert values(found)[2]["options"] == [{"wrong": "one"}, {"right": "two"}]


def test_kinds_are_guessed() -> None:
    found = read_question_table(
        table(
            "Fråga;Rätt svar;Fel svar;Fel svar",
            "Flerval?;ja;nej;kanske", "Sant?;falskt", "Tal?;3,5 ± 0,5", "Text?;ord | två ord", "Öppen?;", "Lucka ___;ord",
            "Flera?;a | b;c",
        ),
        "a.csv",
    )  # fmt: skip
    assert [one["kind"] for one in values(found)] == [
        "choice", "truth", "number", "text", "reflect", "gaps", "choices",
    ]  # fmt: skip
    assert (values(found)[2]["right"], values(found)[2]["within"]) == (3.5, 0.5)


def test_what_is_not_taken_in_says_where_and_why() -> None:
    found = read_question_table(
        table(
            "Fråga;Typ;Rätt svar;Fel svar 1;Artiklar;Anteckning",
            "Okänd?;gissa;a;b;;", ";flerval;a;b;;", "Inget rätt?;flerval;;b;;", "Ett?;flerval;a;;;",
            "Tal?;tal;tolv;;;", "Par?;para ihop;a = b;;;", "Luckor ___ och ___?;luckor;en;;;", "Bra?;flerval;a;b;12 och 77;x",
            "Sant?;sant/falskt;kanske;;;", "Ordna?;ordna;en;;;",
        ),
        "a.csv",
    )  # fmt: skip
    assert [(one["ask"], one["articles"]) for one in values(found)] == [("Bra?", [12])]
    assert told(found) == [
        "1 import-unknown-column", "2 import-kind", "3 import-no-ask", "4 import-few", "5 import-few", "6 import-no-number",
        "7 import-few-pairs", "8 import-unfit", "10 import-no-right", "11 import-unfit", "9 import-no-article",
    ]  # fmt: skip
    assert (
        found.problems[7].message("sv") == "Frågan går inte att använda här: Texten har 2 luckor men 1 svar."
    )


def test_tables_that_are_something_else() -> None:
    assert told(read_question_table(table("Namn;E-post", "Bo;bo@exempel.se"), "a.csv")) == [
        "1 import-no-column"
    ]
    assert told(read_question_table(b"", "a.csv")) == ["1 sheet-empty"]
    assert not is_question_table(["Fråga", "Ansvarig"])
    assert is_question_table(["Fråga", "Rätt svar"])


def test_sheets_without_questions_are_passed_over_and_formulas_are_text() -> None:
    data = workbook(
        ("Så här", [["Läs detta"], ["text"]]), ("Frågor", [["Fråga", "Rätt svar"], ["Vad är '=1+1'?", "'=2 | två"]])
    )  # fmt: skip
    assert values(read_question_table(data, "a.xlsx"))[0]["accept"] == ["=2", "två"]


def test_cells_pasted_from_a_spreadsheet() -> None:
    found = pasted_question_table("Fråga\tRätt svar\tFel svar 1\nVad?\tdet\tdetta\n", "inklistrat")
    assert values(found)[0]["options"] == [{"right": "det"}, {"wrong": "detta"}]
