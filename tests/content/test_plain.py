"""Inline Markdown without its marks."""

import pytest

from course_builder.content.plain import plain

HEARD = {
    "**fet** och *kursiv* text": "fet och kursiv text",
    "**a *b* c** och _a **b** c_": "a b c och a b c",
    "***allt*** __allt__": "allt allt",
    "snake_case_ord 2 * 3 * 4 a*b*c": "snake_case_ord 2 * 3 * 4 a*b*c",
    "**a \\* b** \\*inte\\*": "a * b *inte*",
    "`a` `b` ``c ` d``": "a b c ` d",
    "[länk till *lagen*](law:x), ![bild](a.png)": "länk till lagen, bild",
    "[sida](https://x.example/a_(b)_c 'x')": "[sida](https://x.example/a_(b)_c 'x')",
    "två\nrader  och   luft ": "två rader och luft",
    "\\[inte en länk\\](x)": "[inte en länk](x)",
    "(*a*), **b**: *c*?": "(a), b: c?",
}


@pytest.mark.parametrize(("text", "heard"), HEARD.items())
def test_only_what_is_heard_is_left(text: str, heard: str) -> None:
    assert plain(text) == heard
