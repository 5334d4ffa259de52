"""What is typed beside a film becomes captions, and each line says what is worth a look (trust 16)."""

from hypothesis import given
from hypothesis import strategies as st

from course_builder.content.captioning import Line, cues, lines_of, noticed, transcript
from course_builder.content.captions import parse, write

LINES = [
    Line(1000, 3000, "En dörr öppnas."),
    Line(2500, 2600, "Den här texten hinner ingen läsa på en tiondels sekund"),
    Line(9000, 8000, "Baklänges"),
    Line(10000, 14000, "   "),
    Line(20000, 24000, "a < b & c --> d <script>alert(1)</script>"),
]


def test_lines_become_captions_in_order() -> None:
    made = cues(list(reversed(LINES)))
    assert [cue.start for cue in made] == [1000, 2500, 20000]
    assert lines_of(parse(write(made)).cues) == (LINES[0], LINES[1], LINES[4])


def test_each_line_says_what_is_worth_a_look() -> None:
    told = {number: [one.code.name for one in found] for number, found in noticed(LINES, 22000).items()}
    assert told == {
        1: ["captions-overlap"],
        2: ["captions-fast", "captions-long"],
        3: ["captions-backwards"],
        5: ["captions-outside"],
    }
    assert "rad 2" in noticed(LINES, 0)[2][0].message("sv")


def test_a_film_of_unknown_length_has_no_end_to_be_after() -> None:
    assert 5 not in noticed(LINES, 0)


def test_the_words_as_running_text() -> None:
    spoken = [Line(0, 1000, "En dörr\nöppnas."), Line(1200, 2000, "Någon går in."), Line(9000, 9900, "Tyst.")]
    assert transcript(cues(spoken)) == "En dörr öppnas. Någon går in.\n\nTyst."


@given(
    st.lists(
        st.builds(Line, st.integers(-10, 10**8), st.integers(-10, 10**8), st.text(max_size=60)), max_size=20
    )
)
def test_whatever_is_typed_comes_back_as_words(lines: list[Line]) -> None:
    """trust 16: written and read again it is the same, and no tag of anybody's is in it."""
    made = cues(lines)
    again = parse(write(made)).cues
    assert [(cue.start, cue.end, cue.text) for cue in again] == [
        (cue.start, cue.end, cue.text) for cue in made
    ]
    assert all("<" not in cue.text for cue in made)
    noticed(lines, 60_000)
