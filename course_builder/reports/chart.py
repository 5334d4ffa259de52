"""A chart: words and a bar for each row, at any width and in any colours. Its table stands beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True)
class Bar:
    """`words` say all that the bar shows: "Barnkliniken: 9 av 12"."""

    words: str
    part: int
    whole: int

    @property
    def percent(self) -> float:
        return round(100 * self.part / self.whole, 1) if self.whole else 0


def chart(title: str, bars: Sequence[Bar]) -> Markup:
    """The bars themselves are not read aloud, since the words are. Every colour is a class of the page's own sheet."""
    rows = Markup("").join(_row(bar) for bar in bars)
    return Markup(
        '<figure class="chart"><figcaption>{}</figcaption><ul class="plain">{}</ul></figure>'
    ).format(title, rows)


def _row(bar: Bar) -> Markup:
    return Markup(
        '<li><span>{}</span><svg aria-hidden="true" focusable="false" width="100%" height="14">'
        '<rect class="whole" width="100%" height="14" rx="5"/>'
        '<rect class="part" width="{}%" height="14" rx="5"/></svg></li>'
    ).format(bar.words, bar.percent)
