"""Tables for a terminal."""

from collections.abc import Sequence


def show(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    widths = [max(len(row[place]) for row in (head, *rows)) for place in range(len(head))]
    print(f"\n{title}\n")
    for row in (head, ["-" * width for width in widths], *rows):
        first, *rest = zip(row, widths, strict=True)
        print(
            "  " + first[0].ljust(first[1]),
            *(cell.rjust(width) for cell, width in rest),
            sep="  ",
            flush=True,
        )


def seconds(value: float) -> str:
    return f"{value:.2f} s"


def kilobytes(count: int) -> str:
    return f"{count / 1000:.0f} kB"
