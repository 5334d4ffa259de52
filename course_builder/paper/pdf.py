"""HTML to a tagged PDF that a screen reader can follow. Nothing is fetched but what stands in the given trees."""

from pathlib import PurePosixPath

from weasyprint import HTML
from weasyprint.urls import URLFetcher, URLFetcherResponse

from course_builder.content.tree import Tree

SCHEME = "course-builder:"
TYPES = {".woff2": "font/woff2", ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg"}


class Refused(ValueError):
    """The page asked for something outside."""


class TreeFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Serves `course-builder:fonts/x.woff2` from a tree, and refuses every other address."""

    def __init__(self, tree: Tree) -> None:
        super().__init__(fail_on_errors=True)
        self.tree = tree

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        path = url.removeprefix(SCHEME)
        blob = self.tree.get(path) if url.startswith(SCHEME) else None
        if blob is None:
            raise Refused(f"not part of the paper: {url}")
        return URLFetcherResponse(url, blob.open(), {"Content-Type": TYPES[PurePosixPath(path).suffix]})


def tagged_pdf(html: str, tree: Tree) -> bytes:
    made = HTML(string=html, base_url=SCHEME, url_fetcher=TreeFetcher(tree)).write_pdf(pdf_variant="pdf/ua-1")
    assert isinstance(made, bytes)  # noqa: S101 -- a target was not given, so the bytes are returned
    return made
