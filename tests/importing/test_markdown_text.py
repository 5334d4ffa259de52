"""What comes from elsewhere reads as it did there: nothing of it becomes a mark by accident."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course_builder.content.links import REGION
from course_builder.content.plain import plain
from course_builder.content.render.links import Sources
from course_builder.content.render.markdown import inline_markdown
from course_builder.importing.html_inline import inline
from course_builder.importing.markdown_text import escaped

SIGNS = st.text(st.sampled_from("ab \\`*_{}[]()#+-.!|<>:/åÖ1"), min_size=1, max_size=40)
MARKDOWN = inline_markdown(Sources(lambda reference: None, "nytt fönster", lambda text: text))


@given(SIGNS)
@settings(max_examples=1_500)
def test_a_plain_text_is_the_same_to_a_reader(text: str) -> None:
    assert plain(escaped(text)) == " ".join(text.split())


@given(SIGNS)
@settings(max_examples=1_500)
def test_a_plain_text_has_no_marks_on_the_page(text: str) -> None:
    html = MARKDOWN.reset().convert(escaped(text))
    inner = html.removeprefix("<p>").removesuffix("</p>")
    assert "<" not in inner
    shown = inner.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert " ".join(shown.split()) == " ".join(text.split())


def test_a_region_value_is_not_asked_for_by_accident() -> None:
    assert REGION.search(escaped("{region.namn}")) is None


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Vad gäller <b>nu</b>?</p><p>Välj <i>ett</i> svar.</p>", "Vad gäller **nu**? Välj *ett* svar."),
        ("<b> fet </b>och <em><strong>båda</strong></em>", "**fet** och ***båda***"),
        ("barn<b>rätt</b>en", "barnrätten"),
        ("<b>a</b><i>b</i>", "ab"),
        ('Se <a href="https://lagen.example/a (1)">lagen [1]</a>.', "Se [lagen \\[1\\]](https://lagen.example/a%20%281%29)."),
        ('<a href="javascript:alert(1)">klicka</a>', "klicka"),
        ("<ul><li>ett</li><li>två</li></ul>", "ett; två"),
        ("rad ett<br>rad två", "rad ett rad två"),
        ("3 &lt; 4 och <code>a|b</code>", "3 < 4 och `a|b`"),
        ("<script>alert(1)</script>Kvar", "Kvar"),
        ("5 * 3 och a_b_c men *inte* stjärnor", "5 * 3 och a_b_c men \\*inte\\* stjärnor"),
        ("<p>  \n </p>", ""),
    ],
)  # fmt: skip
def test_html_of_a_question(html: str, text: str) -> None:
    assert inline(html, Counter()) == text


def test_what_is_left_out_is_counted() -> None:
    dropped: Counter[str] = Counter()
    html = '<img src="a.png"><video></video><a href="file:///H:/x.doc">x</a><table><tr><td>1</td><td>2</td></tr></table>'
    assert inline(html, dropped) == "x 1 2"
    assert +dropped == {"picture": 1, "film": 1, "link": 1, "table": 1}


def test_html_as_deep_as_a_well() -> None:
    assert inline("<b>" * 5_000 + "djupt", Counter()) == "**djupt**"
    assert inline("<div>" * 5_000 + "djupt" + "</div>" * 5_000, Counter()) == "djupt"
