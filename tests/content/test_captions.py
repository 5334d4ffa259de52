"""Captions in, clean captions out."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_builder.content import captions
from course_builder.content.caption_text import clean, plain
from course_builder.content.captions import Cue, parse, write

VTT = """WEBVTT Väntrummet
X-TIMESTAMP-MAP=LOCAL:00:00:00.000

STYLE
::cue { color: red }

NOTE skrivet
på två rader

dörren
00:04.000 --> 00:07.500 line:80% align:start
<i>Dörren öppnas.</i>

00:00:12.000 --> 00:00:15.250
<v.loud Syster Maj>Hej! <b>Ni</b> kan sitta ner
så länge.</v>
"""

SRT = """1
0:00:04,5 --> 0:00:07,500
{\\an8}<font color="red">Dörren öppnas.</font>
2
00:00:12,000 --> 00:00:15,250
3 < 4 &amp; 5
6 -> 7
"""


def told(cues: Iterable[Cue]) -> list[tuple[int, int, str]]:
    return [(cue.start, cue.end, cue.text) for cue in cues]


def texts(source: str | bytes) -> list[tuple[int, int, str]]:
    return told(parse(source).cues)


def complaints(source: str | bytes) -> list[tuple[int, str]]:
    return [(line, code.name) for line, code in parse(source).problems]


def test_webvtt_keeps_words_italics_and_speakers() -> None:
    assert texts(VTT) == [
        (4000, 7500, "<i>Dörren öppnas.</i>"),
        (12000, 15250, "Syster Maj: Hej! Ni kan sitta ner\nså länge."),
    ]
    assert complaints(VTT) == []
    assert [cue.line for cue in parse(VTT).cues] == [11, 14]


def test_srt_without_empty_lines_reads_the_same() -> None:
    assert texts(SRT) == [(4500, 7500, "Dörren öppnas."), (12000, 15250, "3 &lt; 4 &amp; 5\n6 -&gt; 7")]
    assert complaints(SRT) == []
    assert [cue.plain for cue in parse(SRT).cues] == ["Dörren öppnas.", "3 < 4 & 5\n6 -> 7"]


@pytest.mark.parametrize("encoded", [
    SRT.encode("utf-8-sig"),
    SRT.encode("utf-16"),
    SRT.replace("\n", "\r\n").encode(),
    SRT.replace("\n", "\r").encode(),
])  # fmt: skip
def test_every_way_to_save_it_reads_the_same(encoded: bytes) -> None:
    assert texts(encoded) == texts(SRT)
    assert complaints(encoded) == []


def test_an_old_encoding_is_read_and_told() -> None:
    assert texts(SRT.encode("cp1252")) == texts(SRT)
    assert complaints(SRT.encode("cp1252")) == [(1, "captions-encoding")]


def test_everything_wrong_is_told_with_its_line() -> None:
    source = """WEBVTT

00:01.000 --> 00:61.000
sextioen sekunder

00:05.000 --> 00:04.000
bakåt

00:06.000 --> 00:07.000

utan tid

00:08.000 --> snart
när?

00:09.000 --> 00:10.000
kvar"""
    assert texts(source) == [(9000, 10000, "kvar")]
    assert complaints(source) == [
        (3, "captions-time"),
        (6, "captions-backwards"),
        (9, "captions-no-text"),
        (11, "captions-no-time"),
        (13, "captions-time"),
    ]


@pytest.mark.parametrize(("source", "name"), [
    ("", "captions-empty"),
    ("WEBVTT\n", "captions-empty"),
    ("x" * (captions.LARGEST_FILE + 1), "captions-too-large"),
])  # fmt: skip
def test_nothing_to_show(source: str, name: str) -> None:
    assert parse(source) == ((), ((1, parse(source).problems[0][1]),))
    assert complaints(source) == [(1, name)]


def test_too_many_captions() -> None:
    cues = [Cue(start, start + 1, "a") for start in range(captions.MOST_CUES + 1)]
    read = parse(write(cues))
    assert len(read.cues) == captions.MOST_CUES
    assert [code.name for _, code in read.problems] == ["captions-too-many"]


def test_cues_come_in_order_of_time() -> None:
    assert texts("00:05.000 --> 00:06.000\nsen\n\n00:01.000 --> 00:02.000\nförst") == [
        (1000, 2000, "först"),
        (5000, 6000, "sen"),
    ]


@pytest.mark.parametrize(("dirty", "expected"), [
    ("<i>ett\ntvå</i> tre", "<i>ett</i>\n<i>två</i> tre"),
    ("<v Anna>Hej</v> <v Bo>Hej hej", "Anna: Hej\nBo: Hej hej"),
    ("<c.gul>gul</c> <00:01.000>nu <lang en>now</lang>", "gul nu now"),
    ("<script>alert(1)</script>", "alert(1)"),
    ("<img src=x onerror=alert(1)>", ""),
    ("&lt;script&gt;", "&lt;script&gt;"),
    ("<i></i>\n \n<b> rad </b>", "rad"),
    ("&#10;&#0;a\x07\u0085b", "\ufffdab"),
    ("a\u2028b &nbsp; c", "a\u2028b \xa0 c"),
    ("<i", "&lt;i"),
])  # fmt: skip
def test_text_is_cleaned(dirty: str, expected: str) -> None:
    assert clean(dirty) == expected


ANYTHING = st.text(max_size=300) | st.text(alphabet='<>/iv&;:.,-0123 \n\r\tab{}\\NOTE"', max_size=300)


@given(ANYTHING)
def test_cleaning_twice_changes_nothing_and_leaves_only_italics(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    without = cleaned.replace("<i>", "").replace("</i>", "")
    assert "<" not in without
    assert ">" not in without
    assert cleaned.count("<i>") == cleaned.count("</i>")
    assert clean(plain(cleaned).replace("&", "&amp;").replace("<", "&lt;")) == without


@st.composite
def cue(draw: st.DrawFn) -> Cue:
    start = draw(st.integers(0, 999 * 3_600_000))
    return Cue(start, start + draw(st.integers(1, 60_000)), draw(ANYTHING.map(clean).filter(bool)))


def in_time(cues: list[Cue]) -> list[Cue]:
    return sorted(cues, key=lambda cue: (cue.start, cue.end))


@given(st.lists(cue(), min_size=1, max_size=8).map(in_time))
def test_written_and_read_again_is_the_same(cues: list[Cue]) -> None:
    read = parse(write(cues))
    assert told(read.cues) == told(cues)
    assert read.problems == ()


PIECES = st.sampled_from([
    "WEBVTT", "NOTE", "STYLE", "\n", "\n\n", "00:01.000", " --> ", "00:02,5", "1", "99:99:99.999",
    "<v ", "<i>", "&amp", "\ufeff", "\0", "-->", "å",
])  # fmt: skip


@given(ANYTHING | st.binary(max_size=300) | st.lists(PIECES, max_size=40).map("".join))
def test_no_input_raises_and_what_is_read_can_be_written(source: str | bytes) -> None:
    read = parse(source)
    assert read.cues or read.problems
    again = parse(write(read.cues))
    assert told(again.cues) == told(read.cues)
    if isinstance(source, str):
        lines = source.count("\n") + source.count("\r") + 1
        assert all(1 <= line <= lines for line, _ in read.problems)


def test_a_file_full_of_mistakes_tells_the_first_hundred() -> None:
    assert len(parse("utan tid\n\n" * 1000).problems) == captions.MOST_PROBLEMS
