"""A chart as SVG: one bar a row, words above the bar, at any width and in any colours. Its table stands beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

ROW, WORDS, BAR = 44, 16, 14
"""Pixels: a row, the base line of its words, the height of its bar."""


@dataclass(frozen=True)
class Bar:
    """`words` say what the bar shows: "Barnkliniken: 9 av 12"."""

    words: str
    part: int
    whole: int

    @property
    def percent(self) -> float:
        return round(100 * self.part / self.whole, 1) if self.whole else 0


def chart(title: str, bars: Sequence[Bar]) -> Markup:
    """`title` is what is read aloud instead of the picture. Every colour is a class of the page's own sheet."""
    height = ROW * len(bars) + 2
    drawn = Markup("").join(_bar(number, bar) for number, bar in enumerate(bars))
    return Markup('<svg class="chart" role="img" aria-label="{}" width="100%" height="{}">{}</svg>').format(
        title, height, drawn
    )


def _bar(number: int, bar: Bar) -> Markup:
    top = number * ROW
    return Markup(
        '<text x="0" y="{}">{}</text>'
        '<rect class="whole" x="0" y="{}" width="100%" height="{}" rx="5"/>'
        '<rect class="part" x="0" y="{}" width="{}%" height="{}" rx="5"/>'
    ).format(top + WORDS, bar.words, top + WORDS + 6, BAR, top + WORDS + 6, bar.percent, BAR)
