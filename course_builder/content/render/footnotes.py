"""Footnotes whose ids are this part's own: many parts share one page."""

import re
from collections.abc import Callable

FOOTNOTE = re.compile(r'(id="|href="#)(fn(?:ref\d*)?:[^"]+)"')


def own_ids(html: str, anchor: Callable[[str], str]) -> str:
    if 'class="footnote' not in html:
        return html
    return FOOTNOTE.sub(lambda match: f'{match[1]}{anchor(match[2].replace(":", "-"))}"', html)
