"""`python -m scripts.messages`: bring `en.po` up to date with the Swedish texts in pages and code.

What is new gets an empty translation, which a test refuses; what is gone is taken out.
"""

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from course_builder.paths import shipped
from course_builder.web.language import CATALOGUE

METHODS = [("**.py", "python"), ("**.html", "jinja2.ext:babel_extract")]
OPTIONS = {"**.html": {"trim_blocks": "true", "lstrip_blocks": "true"}}
FOLDERS = (shipped.PACKAGE / "web", shipped.TEMPLATES / "web")

Message = str | tuple[str, ...]


def messages(folders: tuple[Path, ...] = FOLDERS) -> Iterator[Message]:
    """Each text once; one with a plural as `(one, many)`."""
    seen: set[Message] = set()
    for folder in folders:
        for _, _, text, _, _ in extract_from_dir(folder, METHODS, OPTIONS):
            if text not in seen:
                seen.add(text)
                yield text


def catalogue() -> Catalog:
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="en")


def completed(old: Catalog) -> Catalog:
    made = Catalog(locale="en", header_comment="# The English texts of the pages.", fuzzy=False)
    for text in sorted(messages(), key=str):
        kept = old.get(text if isinstance(text, str) else text[0])
        made.add(text, kept.string if kept else "")
    return made


def main() -> None:
    made = completed(catalogue())
    with CATALOGUE.open("wb") as file:
        write_po(file, made, width=110, omit_header=False, no_location=True)


if __name__ == "__main__":
    main()
