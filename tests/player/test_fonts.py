from course_builder.player.fonts import needed, only

SHEET = b'@font-face{font-family:A;src:url(fonts/a.woff2)}@font-face{src:url("fonts/a-ext.woff2")}@font-face{src:local(Arial)}p{}'


def test_swedish_needs_no_extended_letters() -> None:
    assert needed(SHEET, "åäö é – »") == ["fonts/a.woff2"]


def test_sami_does() -> None:
    assert needed(SHEET, "Sámegiella: čáppa") == ["fonts/a-ext.woff2", "fonts/a.woff2"]


def test_the_sheet_names_only_fonts_that_are_there() -> None:
    assert only(SHEET, ["fonts/a.woff2"]) == (
        b"@font-face{font-family:A;src:url(fonts/a.woff2)}@font-face{src:local(Arial)}p{}"
    )
    assert only(SHEET, []) == b"@font-face{src:local(Arial)}p{}"
