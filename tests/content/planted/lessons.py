"""A lesson's Markdown and blocks."""

from tests.content.planted.case import Planted

WORD = "ord "


def lesson(text: str, head: str = "id: ett") -> str:
    """A lesson with this text."""
    lines = ["---", *head.splitlines(), "---", "# Ett", "", *text.strip("\n").splitlines()]
    return "ett.md:\n" + "".join(f"    {line}\n" if line else "\n" for line in lines)


CASES = [
    Planted("unknown-block", lesson("¤```reflekt\nid: tank\nask: Hur?\n```"), ("reflekt", "reflect")),
    Planted("open-block", lesson("¤```reflect\nid: tank\nask: Hur?\n\nText."), ("Hur?\n", "Hur?\n    ```\n")),
    Planted(
        "open-block",
        lesson("¤```reflect\nid: tank\nask: Hur?\n```reflect\nid: tonk\nask: Var?\n```"),
        ("Hur?\n", "Hur?\n    ```\n"),
    ),
    Planted("open-block", lesson("¤~~~\nkod utan slut"), ("utan slut", "\n    ~~~")),
    Planted(
        "empty-block",
        lesson("¤```reflect\n# bara en kommentar\n```"),
        ("# bara en kommentar", "id: tank\n    ask: Hur?"),
    ),
    Planted(
        "open-front-matter",
        "ett.md:\n    ---\n    id: ett\n    # Ett\n",
        ("id: ett\n", "id: ett\n    ---\n"),
        at=("ett.md:1:1",),
    ),
    Planted(
        "no-title",
        "ett.md:\n    ---\n    id: ett\n    ---\n    Text utan rubrik.\n",
        ("Text utan", "# Text med"),
        at=("ett.md:4:1",),
    ),
    Planted(
        "empty-lesson",
        "ett.md:\n    ---\n    id: ett\n    title: Tomt\n    ---\n",
        ("Tomt\n    ---\n", "Inte tomt\n    ---\n    Text.\n"),
        at=("ett.md:1:1",),
    ),
    Planted("empty-lesson", files={"ett.md": ""}, at=("ett.md:1:1",)),
    Planted("heading-skips", lesson("## Två\n\n¤#### Fyra"), ("####", "###")),
    Planted("heading-second-title", lesson("¤# Två"), ("# Två", "## Två")),
    Planted("heading-second-title", lesson("¤Två\n==="), ("===", "---")),
    Planted("heading-empty", lesson("¤##"), ("##", "## Två")),
    Planted(
        "heading-bold", lesson("Text.\n\n¤**Viktigt**\n\nMer text."), ("**Viktigt**", "**Viktigt** att veta.")
    ),
    Planted("alt-missing", lesson("Se ¤![](media/bild.png)"), ("![]", "![-]")),
    Planted("alt-file-name", lesson("¤![IMG_0042](media/bild.png)"), ("IMG_0042", "Ett barn ritar")),
    Planted("alt-file-name", lesson("¤![bild.png](media/bild.png)"), ("![bild.png]", "![Ett barn ritar]")),
    Planted("alt-long", lesson(f"¤![{'a' * 251}](media/bild.png)"), ("a" * 251, "a" * 250)),
    Planted("alt-repeats", lesson("¤![Bild på ett barn](media/bild.png)"), ("Bild på ett", "Ett")),
    Planted(
        "picture-misplaced",
        lesson("```reflect\nid: tank\nask: Vad ser du? ¤![Ett barn](media/bild.png)\n```"),
        ("![Ett", "[Ett"),
    ),
    Planted("media-missing", lesson("¤![Ett barn](media/saknas.png)"), ("saknas", "bild")),
    Planted("media-outside", lesson("¤![Ett barn](../bild.png)"), ("../", "media/")),
    Planted("media-kind", lesson("¤![Ett barn](media/bild.tiff)"), ("tiff", "png")),
    Planted(
        "media-missing",
        lesson("```download\nfile: ¤media/lista.pdf\ntitle: Listan\n```"),
        ("lista.pdf", "bild.png"),
    ),
    Planted("raw-html", lesson("Text med ¤<b>fet</b> stil."), ("<b>fet</b>", "<3 och \\<b>")),
    Planted("raw-html", lesson("¤<!-- gömt -->"), ("<!--", "`<!--`")),
    Planted("callout-unknown", lesson("¤/// varning | Se upp\nText.\n///"), ("varning", "important")),
    Planted("callout-open", lesson("¤/// note | Se upp\n\nText."), ("Text.", "///")),
    Planted("callout-open", lesson("¤/// note | Ett\n/// note | Två\n///"), ("/// note | Ett", "")),
    Planted("callout-lone", lesson("Text.\n\n¤///"), ("Text.", "/// note")),
    Planted(
        "reading-level",
        lesson(
            "Text.\n\n¤Myndighetsutövningens rättssäkerhetsgarantier förutsätter barnkonventionsbaserade konsekvensanalyser."
        ),
        ("Myndighetsutövningens rättssäkerhetsgarantier förutsätter", "Barn ska få"),
    ),
    Planted(
        "sentence-long", lesson("Text.\n\nKort mening.\n¤" + "ett " * 31 + "slut."), ("ett ett", "ett. Ett")
    ),
    Planted(
        "minutes-short",
        lesson(WORD * 900, "id: ett\nminutes: 2"),
        ("minutes: 2", "minutes: 5"),
        at=("ett.md:1:1",),
    ),
    Planted(
        "minutes-long",
        lesson("Text.", "id: ett\nminutes: 6"),
        ("minutes: 6", "minutes: 5"),
        at=("ett.md:1:1",),
    ),
    Planted("lesson-heavy", lesson(WORD * 1700), (WORD * 300, ""), at=("ett.md:1:1",)),
    Planted(
        "case-nowhere",
        lesson(
            "```case\nid: fall\ntitle: Fall\nscenes:\n  - id: start\n    text: Vad gör du?\n    choices:\n      - id: val\n        choose: Fråga\n        because: Bra.\n        then: ¤slutet\n  - id: slut\n    text: Slut.\n```"
        ),
        ("slutet", "slut"),
    ),
    Planted(
        "case-unreached",
        lesson(
            "```case\nid: fall\ntitle: Fall\nscenes:\n  - id: start\n    text: Slut.\n  - ¤id: annan\n    text: Slut.\n```"
        ),
        ("  - ¤id: annan\n        text: Slut.\n", ""),
    ),
    Planted(
        "case-endless",
        lesson(
            "```case\n¤id: fall\ntitle: Fall\nscenes:\n  - id: start\n    text: Vad?\n    choices:\n      - id: val\n        choose: Igen\n        because: Nej.\n        then: start\n```"
        ),
        (
            "    choices:\n          - id: val\n            choose: Igen\n            because: Nej.\n            then: start\n",
            "",
        ),
    ),
    Planted(
        "case-silent",
        lesson(
            "```case\nid: fall\ntitle: Fall\nscenes:\n  - id: start\n    text: Vad?\n    choices:\n      - ¤id: val\n        choose: Gå\n        then: slut\n  - id: slut\n    text: Slut.\n```"
        ),
        ("choose: Gå", "choose: Gå\n            because: Bra."),
    ),
    Planted("local-empty", lesson("```local\nshow: ¤support\n```")),
    Planted("local-empty", lesson("```local\nshow: ¤portal\n```")),
    Planted("local-empty", lesson("```local\nshow: ¤routines.orosanmalan\n```")),
    Planted(
        "local-empty",
        lesson("```local\nshow: ¤routines\n```") + "region.yaml:\n    name: Norrsjö\n",
        ("name: Norrsjö", "name: Norrsjö\n    routines:\n      oro:\n        title: Oro\n        where: Här"),
    ),
]
