"""Texts as HTML: what Markdown gives, what never comes through, and where links lead."""

from collections.abc import Mapping
from datetime import date
from html.parser import HTMLParser

import pytest

from course_builder.content.course import Course
from course_builder.content.media import Media
from course_builder.content.reading import read
from course_builder.content.render.paint import Paint
from course_builder.content.tree import BytesBlob, MemoryTree
from course_builder.player.words import words

SOURCES: Mapping[str, str] = {
    "course.yaml": """\
id: prov
title: Prov
language: sv
summary: Prov.
audience:
  - ombud
modules:
  - id: ett
    title: Ett
    lessons:
      - a.md
""",
    "a.md": "---\nid: aa\n---\n# A\n\n[Lag](law:pl-3-3), [artikel](crc:12) och {region.ombud.plural}.\n",
    "law.yaml": """\
pl-3-3:
  act: patientlagen (2014:821)
  provision: 3 kap. 3 §
  source: https://lagen.example/2014-821
  checked_on: 2026-08-22
  wordings:
    - valid_from: 2015-01-01
      valid_to: 2025-12-31
      says: Så sade den förr.
    - valid_from: 2026-01-01
      says: Både barnet och vårdnadshavaren ska få information.
""",
    "crc.yaml": "12:\n  title: Komma till tals\n  says: Barnet får säga sin mening.\n  core: true\n",
    "region.yaml": "name: Region *Norrsjö*\nombud:\n  plural: barnrättsombud\nportal:\n  staff: https://portal.example/in\n",
}


@pytest.fixture(scope="module")
def course() -> Course:
    made = read(MemoryTree(SOURCES), today=date(2026, 11, 21)).course
    assert made is not None
    return made


@pytest.fixture
def paint(course: Course) -> Paint:
    return Paint(course, words("sv"))


class Elements(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def elements(html: str) -> list[tuple[str, dict[str, str | None]]]:
    """Every element with its attributes, in the order of the text."""
    return Elements(html).found


INLINE = {
    "Vanlig text": "Vanlig text",
    "å < ö & ä": "å &lt; ö &amp; ä",
    "**fet** och *lutande*": "<strong>fet</strong> och <em>lutande</em>",
    "`kod`": "<code>kod</code>",
    "1. ingen lista": "1. ingen lista",
    "# ingen rubrik": "# ingen rubrik",
    "- *inget* streck": "- <em>inget</em> streck",
    "rad\nbruten": "rad bruten",
    "<b>rå</b>": "&lt;b&gt;rå&lt;/b&gt;",
    "<script>alert(1)</script>": "&lt;script&gt;alert(1)&lt;/script&gt;",
    "[x](javascript:alert(1))": "<a>x</a>",
    "[x](data:text/html,hej)": "<a>x</a>",
    "![x](https://x.example/x.png)": '<img alt="x">',
}


@pytest.mark.parametrize("text", INLINE)
def test_inline(paint: Paint, text: str) -> None:
    made = paint.inline(text)
    if text.startswith("!["):
        assert "x.example" not in made
    else:
        assert made == INLINE[text]


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<div style="position:fixed" onclick="x()">hej</div>',
    "<svg><use href='#i-x'/></svg>",
    "<iframe src=https://x.example></iframe>",
    "[x](JaVaScRiPt:alert(1))",
    "[x](vbscript:x)",
    "[x](&#106;avascript:alert(1))",
    '![x](x" onerror="alert(1))',
    "<!-- --><form action=https://x.example><input>",
    '[x](https://x.example "\\"onmouseover=\\"alert(1)")',
    "<https://x.example/<script>>",
    "\ue0000\ue001 \x02hej\x03",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_of_the_writers_html_comes_through(paint: Paint, text: str) -> None:
    for made in (paint.inline(text), paint.markdown(text), paint.markdown(f"# A\n\n{text}\n\n- {text}\n")):
        for tag, attributes in elements(made):
            assert tag in {"p", "a", "img", "ul", "li", "span", "pre", "code", "em", "br"}
            assert set(attributes) <= {"href", "src", "alt", "class", "loading", "target", "rel"}
            assert (attributes.get("href") or "https://").startswith("https://")
            assert not attributes.get("src")


def test_a_law_link_leads_to_its_card(paint: Paint) -> None:
    with paint.scope("abcd") as scope:
        made = paint.inline("Se [lagen](law:pl-3-3).")
    name = "Patientlagen (2014:821) 3 kap. 3 §"
    assert elements(made) == [
        ("a", {"class": "law", "data-ref": name, "href": "#abcd-law-pl-3-3", "id": "abcd-law-pl-3-3-0"})
    ]
    card = paint.cards(scope)
    assert card.startswith(f'<div class="lawcard" id="abcd-law-pl-3-3"><strong>{name}</strong>')
    assert "Både barnet och vårdnadshavaren ska få information." in card
    assert "Så sade den förr." not in card
    assert "Med våra ord. Kontrollerad 22 augusti 2026." in card


def test_an_article_link_leads_to_its_card(paint: Paint) -> None:
    with paint.scope("abcd") as scope:
        made = paint.inline("[tala](crc:12)")
    assert elements(made) == [
        ("a", {"class": "crc", "data-ref": "Artikel 12", "href": "#abcd-crc-12", "id": "abcd-crc-12-0"})
    ]
    assert "Barnet får säga sin mening." in paint.cards(scope)


def test_what_the_course_does_not_have_is_only_text(paint: Paint) -> None:
    assert paint.inline("[a](law:finns-ej) [b](crc:99) [c](crc:x)") == "<a>a</a> <a>b</a> <a>c</a>"


def test_one_card_however_often_it_is_cited(paint: Paint) -> None:
    with paint.scope("abcd") as scope:
        made = paint.inline("[a](crc:12) [b](crc:12)")
    assert [attributes.get("id") for _, attributes in elements(made)] == ["abcd-crc-12-0", None]
    cards = elements(paint.cards(scope))
    assert [attributes["class"] for tag, attributes in cards if tag == "div"] == ["lawcard"]
    assert cards[-1] == ("a", {"class": "back", "href": "#abcd-crc-12-0"})


def test_a_link_out_opens_beside_the_course(paint: Paint) -> None:
    made = paint.inline("[Region](https://region.example/a?b=1&c=2)")
    link = {
        "href": "https://region.example/a?b=1&c=2",
        "target": "_blank",
        "rel": "noopener noreferrer",
        "class": "out",
    }
    assert elements(made) == [("a", link), ("span", {"class": "vh"})]
    assert "(öppnas i ny flik)" in made


def test_region_values(paint: Paint) -> None:
    assert (
        paint.inline("Hos {region.name} finns {region.ombud.plural}.")
        == "Hos Region *Norrsjö* finns barnrättsombud."
    )
    assert paint.inline("{region.address}") == "[fylls i av din region]"
    assert 'href="https://portal.example/in"' in paint.inline("[Portalen]({region.portal.staff})")


def test_a_box(paint: Paint) -> None:
    made = paint.markdown("Före.\n\n/// note | Rubrik & *mer*\nText.\n\n- ett\n///\n\nEfter.\n")
    assert made.replace("\n", "") == (
        '<p>Före.</p><div class="note"><svg class="i" aria-hidden="true"><use href="#i-info"/></svg>'
        '<div class="stack tight"><p><strong>Rubrik &amp; <em>mer</em></strong></p><p>Text.</p><ul><li>ett</li></ul>'
        "</div></div><p>Efter.</p>"
    )


def test_a_box_without_a_heading_or_an_end(paint: Paint) -> None:
    made = paint.markdown("/// important\nText.\n\nMer.\n")
    assert 'class="note sun"' in made
    assert "<strong>" not in made
    assert made.index("Mer.") < made.rindex("</div>")


def test_two_boxes_in_a_row(paint: Paint) -> None:
    made = paint.markdown("/// note | A\na\n///\n/// important | B\nb\n///\n")
    assert made.count('<div class="note"') == 1
    assert made.count('<div class="note sun"') == 1


def test_headings_begin_at_two_and_have_ids_of_their_part(paint: Paint) -> None:
    with paint.scope("abcd"):
        made = paint.markdown("# Titel\n\n## Så här\n\nText. [Upp](#så-här)\n\n# Ännu en\n")
    assert made.replace("\n", "") == (
        '<h2 id="abcd-så-här">Så här</h2><p>Text. <a href="#abcd-så-här">Upp</a></p><h2 id="abcd-ännu-en">Ännu en</h2>'
    )


def test_a_table_can_be_scrolled_with_the_keyboard(paint: Paint) -> None:
    made = paint.markdown("| A | B |\n|---|--:|\n| 1 | 2 |\n")
    box = {"class": "scroll", "role": "region", "tabindex": "0", "aria-label": "Tabell"}
    assert elements(made)[0] == ("div", box)
    assert '<th scope="col">A</th>' in made
    assert '<td align="right">2</td>' in made


def test_footnotes_of_two_parts_do_not_meet(paint: Paint) -> None:
    made = []
    for part in ("aaaa", "bbbb"):
        with paint.scope(part):
            made.append(paint.markdown("Text.[^1]\n\n[^1]: Not.\n"))
    assert 'href="#aaaa-fn-1"' in made[0]
    assert 'id="aaaa-fn-1"' in made[0]
    assert made[1] == made[0].replace("aaaa", "bbbb")


def test_fenced_code_is_code(paint: Paint) -> None:
    assert paint.markdown("Så:\n\n```\n<b>\n  x\n```\n\nSlut.").replace("\n", "|") == (
        "<p>Så:</p>|<pre><code>&lt;b&gt;|  x|</code></pre>|<p>Slut.</p>"
    )


def test_pictures(course: Course) -> None:
    paint = Paint(course, words("sv"))
    media = {"media/a.svg": Media("a.svg", "media/a.svg", "media/a.svg", BytesBlob(b""))}
    with_alt = paint.markdown("![Ett barn](media/a.svg)\n\n![-](media/a.svg)\n\n![x](borta.png)", media)
    pictures = [attributes for tag, attributes in elements(with_alt) if tag == "img"]
    assert [(one.get("src"), one.get("alt")) for one in pictures] == [
        ("media/a.svg", "Ett barn"),
        ("media/a.svg", ""),
        (None, "x"),
    ]
    captioned = paint.markdown('![Ett barn](media/a.svg "Bild: *egen*")', media)
    assert [tag for tag, _ in elements(captioned)] == ["figure", "img", "figcaption"]
    assert "Bild: *egen*" in captioned


def test_the_same_text_gives_the_same_html(course: Course) -> None:
    text = "# A\n\nText.[^1] [a](crc:12)\n\n[^1]: Not.\n"

    def painted(paint: Paint) -> str:
        with paint.scope("abcd"):
            return paint.markdown(text)

    paint = Paint(course, words("sv"))
    first = painted(paint)
    paint.markdown("Annat.[^1] [^2]\n\n[^1]: Ett.\n[^2]: Två.\n")
    assert painted(paint) == first == painted(Paint(course, words("sv")))


PLAIN = {
    "*fet* [länk](law:x) `kod`": "fet länk kod",
    "a_b_c och 2 * 3 * 4": "a_b_c och 2 * 3 * 4",
    "\\*stjärna\\*": "*stjärna*",
    "rad\n  två": "rad två",
    "**[x](https://x.example/a_(b))**": "x",
}


@pytest.mark.parametrize("text", PLAIN)
def test_plain(paint: Paint, text: str) -> None:
    assert paint.plain(text) == PLAIN[text]
