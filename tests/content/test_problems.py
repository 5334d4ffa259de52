"""Problems as values."""

from course_builder.content.problems import LONGEST_VALUE, MOST_ALIKE, Code, Place, errors, in_order

FAULT = Code("fault", "error", "Fel: {what}.", "Wrong: {what}.", "Rätta {what}.", "Mend {what}.")
DOUBT = Code("doubt", "warning", "Kanske.", "Perhaps.")


def test_one_line_in_either_language() -> None:
    problem = FAULT.at(Place("a.md", 3, 7), what="det")
    assert problem.line("sv") == "a.md:3:7 error fault Fel: det. (Rätta det.)"
    assert problem.line("en") == "a.md:3:7 error fault Wrong: det. (Mend det.)"
    assert DOUBT.at(Place("a.md")).line("sv") == "a.md:1:1 warning doubt Kanske."


def test_a_value_never_breaks_the_line_or_fills_the_screen() -> None:
    message = FAULT.at(Place("a.md"), what="rad\n{och} " + "x" * 10_000).message("sv")
    assert message.startswith("Fel: rad {och} xxx")
    assert len(message) == LONGEST_VALUE + len("Fel: .")


def test_in_order_of_file_and_place_and_each_told_once() -> None:
    first, second, third = (
        FAULT.at(Place("a.md", 2), what="x"),
        DOUBT.at(Place("a.md", 10)),
        DOUBT.at(Place("b.md", 1)),
    )
    assert in_order([third, second, first, second]) == (first, second, third)
    assert errors([third, first]) == (first,)


def test_what_is_wrong_everywhere_is_told_often_enough() -> None:
    told = in_order(
        [
            *(DOUBT.at(Place("a.md", line)) for line in range(1000, 0, -1)),
            FAULT.at(Place("a.md", 999), what="x"),
        ]
    )
    assert [problem.place.line for problem in told] == [*range(1, MOST_ALIKE + 1), 999]
