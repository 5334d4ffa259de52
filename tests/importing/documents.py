"""Word documents made for tests, as Swedish Word and as LibreOffice write them."""

import io
from collections.abc import Sequence
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
DRAWING = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_STYLES = {"Rubrik1": "heading 1", "Rubrik2": "heading 2", "Rubrik3": "heading 3", "Rubrik": "Title", "Liststycke": "List Paragraph", "Citat": "Quote", "Innehll1": "toc 1"}  # fmt: skip
LIBRE_STYLES = {
    "Heading1": "Rubrik 1",
    "Heading2": "Rubrik 2",
    "Heading3": "Rubrik 3",
    "Titel": "Titel",
    "Brdtext": "Brödtext",
}
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def run(text: str, bold: bool = False, italic: bool = False) -> str:
    look = f"<w:rPr>{'<w:b/>' * bold}{'<w:i/>' * italic}</w:rPr>"
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(text: str, style: str = "", listed: int = -1, level: int = 0) -> str:
    """`text` is runs when it begins with `<`."""
    look = f'<w:pStyle w:val="{style}"/>' * bool(style)
    if listed >= 0:
        look += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{listed}"/></w:numPr>'
    return f"<w:p><w:pPr>{look}</w:pPr>{text if text.startswith('<') else run(text)}</w:p>"


def link(text: str) -> str:
    return f'<w:hyperlink r:id="rLink">{run(text)}</w:hyperlink>'


def picture(alt: str, target: str = "rPicture") -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Bild 1" descr="{escape(alt)}"/><a:graphic><a:graphicData>'
        f'<pic:pic><pic:blipFill><a:blip r:embed="{target}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    )


def footnote() -> str:
    return '<w:r><w:footnoteReference w:id="2"/></w:r>'


def table(*rows: Sequence[str], span: int = 1) -> str:
    cells = [
        "".join(
            f'<w:tc><w:tcPr>{f"""<w:gridSpan w:val="{span}"/>""" if span > 1 else ""}</w:tcPr>{paragraph(cell)}</w:tc>'
            for cell in row
        )
        for row in rows
    ]  # fmt: skip
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def document(*body: str, styles: dict[str, str] | None = None, more: dict[str, bytes] | None = None) -> bytes:
    known = WORD_STYLES if styles is None else styles
    listed = "".join(
        f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="{name}"/></w:style>'
        for identifier, name in known.items()
    )
    levels = {
        number: "".join(f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="{form}"/></w:lvl>' for level in range(3))
        for number, form in ((1, "bullet"), (2, "decimal"))
    }
    numbering = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{text}</w:abstractNum>' for n, text in levels.items()
    )
    numbering += "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in levels)
    kinds = '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="emf" ContentType="image/x-emf"/>'
    related = "".join(
        f'<Relationship Id="{identifier}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
        for identifier, kind, target, mode in (
            ("rStyles", "styles", "styles.xml", ""), ("rNumbers", "numbering", "numbering.xml", ""),
            ("rNotes", "footnotes", "footnotes.xml", ""), ("rPicture", "image", "media/image1.png", ""),
            ("rOld", "image", "media/image2.emf", ""),
            ("rOutside", "image", "file:///C:/bild.png", ' TargetMode="External"'),
            ("rLink", "hyperlink", "https://lagen.example/1", ' TargetMode="External"'),
        )
    )  # fmt: skip
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{kinds}</Types>',
        "_rels/.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{related}</Relationships>',
        "word/document.xml": f"<w:document {W} {R} {DRAWING}><w:body>{''.join(body)}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {W}>{listed}</w:styles>",
        "word/numbering.xml": f"<w:numbering {W}>{numbering}</w:numbering>",
        "word/footnotes.xml": f'<w:footnotes {W}><w:footnote w:id="2">{paragraph("Artiklarna 1–42.")}</w:footnote></w:footnotes>',
        "word/media/image1.png": PNG,
        "word/media/image2.emf": b"\1\0\0\0",
        **(more or {}),
    }
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for path, content in parts.items():
            archive.writestr(path, content)
    return out.getvalue()
