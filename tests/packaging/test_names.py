import pytest

from course_builder.packaging import names


@pytest.mark.parametrize("path", ["index.html", "media/vantrummet.webm", "fonts/a-b_c.woff2", "a/b/c.png"])
def test_our_own_names_are_ascii_and_lower_case(path: str) -> None:
    assert names.own(path) == path


@pytest.mark.parametrize(
    "path",
    [
        "Index.html",
        "bild på barn.png",
        "media/å.png",
        "a\\b",
        "../a",
        "/a",
        "a//b",
        "a/",
        ".hidden",
        "a/.b",
        "",
        "x" * 201,
    ],
)
def test_25_other_names_are_not_ours(path: str) -> None:
    with pytest.raises(names.BadName):
        names.own(path)


@pytest.mark.parametrize(
    "paths", [["a.png", "a.png"], ["a.png", "A.png"], ["media", "media/a.png"], ["A", "a/b/c"]]
)
def test_25_two_files_never_share_a_name_on_any_disk(paths: list[str]) -> None:
    with pytest.raises(names.BadName):
        names.check(paths)


@pytest.mark.parametrize(
    "path", ["../x", "a/../b", "/etc/x", "a\\b", "a b", "å.png", "c:x", "a\0b", "./a", ""]
)
def test_25_no_name_leaves_the_package(path: str) -> None:
    with pytest.raises(names.BadName):
        names.check([path])


def test_control_files_keep_their_own_names() -> None:
    names.check(["XMLSchema.dtd", "imsss_v1p0.xsd", "xsd/XMLSchema.dtd"])
