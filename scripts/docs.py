"""`make docs` writes docs/reference from the code; `--check` says whether it is up to date."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from scripts.reference import commands, formats, problems, settings, source

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "reference"
PAGES: Mapping[str, Callable[[], str]] = {
    "commands.md": commands.page,
    "formats.md": formats.page,
    "problems.md": problems.page,
    "settings.md": settings.page,
    "source.md": source.page,
}


def stale() -> list[str]:
    """The pages that differ from what the code says."""
    return [name for name, page in PAGES.items() if _written(FOLDER / name) != page()]


def _written(path: Path) -> str | None:
    return path.read_text("utf-8") if path.exists() else None


def write() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), "utf-8")


def main() -> int:
    if "--check" not in sys.argv:
        write()
        return 0
    old = stale()
    if old:
        print(f"docs/reference is out of date: {', '.join(old)}. Run make docs.")
    return 1 if old else 0


if __name__ == "__main__":
    sys.exit(main())
