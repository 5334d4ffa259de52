"""The last gate: of what Markdown made, only these elements and attributes reach a page."""

import re

import nh3

from course_builder.content.render.icon import icon

TAGS = {
    "a", "blockquote", "br", "code", "dd", "div", "dl", "dt", "em", "figcaption", "figure", "h2", "h3", "h4", "h5",
    "hr", "i", "img", "li", "ol", "p", "pre", "section", "span", "strong", "sup", "table", "tbody", "td", "th",
    "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "*": {"id", "class"},
    "a": {"href", "data-ref", "target", "rel"},
    "div": {"role", "tabindex", "aria-label"},
    "img": {"src", "alt", "loading", "width", "height"},
    "ol": {"start"},
    "td": {"align"},
    "th": {"align", "scope"},
}
LINED = {**ATTRIBUTES, "*": {*ATTRIBUTES["*"], "data-line"}}
SCHEMES = {"http", "https", "mailto", "tel"}
SIGN = re.compile(r'<i class="icon-([a-z0-9-]+)"></i>')


def clean(html: str, lined: bool = False) -> str:
    """Safe HTML; `<i class="icon-NAME">` becomes the icon, which no allow list would let through."""
    allowed = LINED if lined else ATTRIBUTES
    safe = nh3.clean(html, tags=TAGS, attributes=allowed, url_schemes=SCHEMES, link_rel=None)
    return SIGN.sub(lambda match: icon(match[1]), safe)
