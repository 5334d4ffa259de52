"""Every place that cites a provision or an article: texts of drafts, the newest releases, and packages handed out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from course_builder.content.citations import law_links
from course_builder.content.links import LINK
from course_builder.content.sources import Source
from course_builder.content.yamltext import NodeList, NodeMap, parse
from course_builder.library.drafts.models import Draft, DraftFile
from course_builder.library.exports.models import Export
from course_builder.library.models import Release, TextBlob

RELEASE, PACKAGE = "release", "package"
AROUND = re.compile(r"^(?:[-#>*]+ +)*(?:[a-z_]+: +)?(?:[>|]-? *$)?")


@dataclass(frozen=True)
class Citing:
    """`kind` is that of the draft, or `release`, or `package`. `lines` are 1-based, with their words."""

    kind: str
    name: str
    title: str
    path: str = ""
    lines: tuple[tuple[int, str], ...] = ()
    number: int | None = None
    """Of a release."""

    @property
    def key(self) -> str:
        return f"{self.kind}/{self.name}/{self.path or self.number or ''}"


def citing(session: Session, entry: str) -> list[Citing]:
    """Texts first, by title; then releases that people take, then packages that are out."""
    releases = list(_releases(session, entry))
    return [*_drafts(session, entry), *releases, *_packages(session, releases)]


def how_many(session: Session) -> dict[str, int]:
    """Entry -> texts of drafts that cite it."""
    counted: dict[str, int] = {}
    for _, path, text in session.execute(_texts()):
        for entry in {found for found, _ in cited(path, text)}:
            counted[entry] = counted.get(entry, 0) + 1
    return counted


def cited(path: str, text: str) -> Iterator[tuple[str, int]]:
    """`(entry, line)` for every link, and for every article that a question or film discussion names."""
    source = Source(path, text.removeprefix("\ufeff").replace("\r\n", "\n"))
    for scheme, name, place in law_links(source.links):
        yield f"{scheme}:{name}", place.line
    if path.endswith(".yaml") and "articles:" in text:
        yield from ((f"crc:{number}", line) for number, line in _articles(parse(source.text, path).value))


def _drafts(session: Session, entry: str) -> list[Citing]:
    scheme = entry.partition(":")[0]
    wanted = _texts().where(
        TextBlob.text.contains(f"]({entry})", autoescape=True)
        | (TextBlob.text.contains("articles:") if scheme == "crc" else TextBlob.text.contains(f"]({entry} ", autoescape=True))
    )  # fmt: skip
    found = []
    for draft, path, text in session.execute(wanted.order_by(Draft.title, Draft.name, DraftFile.path)):
        lines = sorted({line for one, line in cited(path, text) if one == entry})
        if lines:
            written = text.splitlines()
            shown = tuple((line, _words(written[line - 1])) for line in lines)
            found.append(Citing(draft.kind, draft.name, draft.title, path, shown))
    return found


def _words(line: str) -> str:
    """A line as a person reads it: without the signs of YAML and Markdown."""
    return LINK.sub(lambda found: found["label"], AROUND.sub("", line.strip())).strip("\"' ")


def _texts() -> Any:
    return (
        select(Draft, DraftFile.path, TextBlob.text)
        .join(DraftFile, DraftFile.draft_id == Draft.id)
        .join(TextBlob, TextBlob.sha256 == DraftFile.sha256)
        .where(Draft.trashed_on.is_(None), Draft.archived_on.is_(None))
    )


def _articles(value: Any) -> Iterator[tuple[int, int]]:
    if isinstance(value, NodeMap):
        numbers = value.get("articles")
        if isinstance(numbers, NodeList):
            yield from (
                (int(number), place.line)
                for number, place in zip(numbers, numbers.items_at, strict=True)
                if str(number).isdigit()
            )
        for item in value.values():
            yield from _articles(item)
    elif isinstance(value, NodeList):
        for item in value:
            yield from _articles(item)


def _releases(session: Session, entry: str) -> Iterator[Citing]:
    """The newest of each course, when the register that lies in it has the entry."""
    newest = select(Release.course_id, func.max(Release.number).label("number")).group_by(Release.course_id)
    last = newest.subquery()
    found = session.scalars(
        select(Release)
        .join(last, (last.c.course_id == Release.course_id) & (last.c.number == Release.number))
        .order_by(Release.title)
    )
    scheme, _, name = entry.partition(":")
    for release in found:
        file = f"courses/{scheme}.yaml"
        shas = [sha for path, sha in release.files.items() if path.endswith((file, f"course/{scheme}.yaml"))]
        texts = session.scalars(select(TextBlob.text).where(TextBlob.sha256.in_(shas)))
        if _has(name, texts):
            yield Citing(RELEASE, release.course_id, release.title, number=release.number)


def _has(name: str, texts: Iterable[str]) -> bool:
    key = re.compile(rf"(?m)^[\"']?{re.escape(name)}[\"']?:")
    return any(key.search(text) for text in texts)


def _packages(session: Session, releases: list[Citing]) -> Iterator[Citing]:
    """The last package of each such course that went to each portal."""
    titles = {one.name: one.title for one in releases}
    last = (
        select(func.max(Export.id))
        .where(Export.course_id.in_(titles))
        .group_by(Export.course_id, Export.portal_key)
    )
    for export in session.scalars(
        select(Export).where(Export.id.in_(last)).order_by(Export.course_id, Export.id)
    ):
        yield Citing(PACKAGE, export.course_id, titles[export.course_id], path=export.portal)
