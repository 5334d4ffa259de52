from io import BytesIO

import pikepdf
import pytest

from course_builder.packaging.letter_facts import Package, letter
from course_builder.packaging.options import BuildOptions
from course_builder.paper.letter import letter_pdf
from course_builder.paper.pdf import Refused, TreeFetcher, tagged_pdf
from course_builder.paths.folder import FolderTree
from course_builder.paths.shipped import BUILT, TEMPLATES
from tests.packaging.tiny import tiny


@pytest.fixture(scope="module")
def pdf() -> bytes:
    templates = FolderTree(TEMPLATES)
    sections = letter(
        Package(tiny(), "scorm12", BuildOptions(), "tiny-scorm12.zip", 283_123), "sv", templates
    )
    return letter_pdf(sections, "sv", templates, FolderTree(BUILT))


def test_it_is_one_page_and_tagged(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as document:
        assert len(document.pages) == 1
        assert document.Root.MarkInfo.Marked
        assert document.Root.Lang == "sv"
        assert document.Root.StructTreeRoot is not None
        with document.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
            assert about["dc:title"].startswith("Brev till portalförvaltaren: Barnrätt – åäö")


def test_headings_and_steps_are_tagged_as_such(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as document:
        kinds = [
            str(thing.S)
            for thing in document.objects
            if isinstance(thing, pikepdf.Dictionary) and "/S" in thing
        ]
    assert kinds.count("/H1") == 1
    assert kinds.count("/H2") == 8
    assert kinds.count("/LI") >= 20


def test_the_fonts_are_inside(pdf: bytes) -> None:
    with pikepdf.open(BytesIO(pdf)) as document:
        names = {
            str(thing.BaseFont).partition("+")[2]
            for thing in document.objects
            if isinstance(thing, pikepdf.Dictionary)
            and thing.get("/Type") == "/Font"
            and "/BaseFont" in thing
        }
    assert any("Hyperlegible" in name for name in names)
    assert any("Hedvig" in name for name in names)


@pytest.mark.parametrize(
    "address", ["https://example.org/x.png", "file:///etc/passwd", "course-builder:../secret.png"]
)
def test_nothing_outside_is_fetched(address: str) -> None:
    with pytest.raises(Refused):
        TreeFetcher(FolderTree(BUILT)).fetch(address)


@pytest.mark.parametrize("address", ["https://example.org/x.png", "file:///etc/passwd", "/etc/passwd"])
def test_a_page_that_asks_for_something_outside_is_not_printed(address: str) -> None:
    page = f'<html lang="sv"><title>x</title><img src="{address}" alt="x"></html>'
    with pytest.raises(BaseException, match="Error fetching"):
        tagged_pdf(page, FolderTree(BUILT))
