"""OpenDocument texts made for tests."""

import io
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from tests.importing.documents import PNG

NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{rest}:1.0"'
    for name, rest in (
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    )
) + ' xmlns:xlink="http://www.w3.org/1999/xlink"'  # fmt: skip
STYLES = (
    '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>'
    '<text:list-style style:name="L2"><text:list-level-style-number text:level="1"/></text:list-style>'
)
BODY = """\
<text:sequence-decls><text:sequence-decl/></text:sequence-decls>
<text:p text:style-name="Title">Barnets rätt</text:p>
<text:table-of-content><text:p>Innehåll</text:p></text:table-of-content>
<text:h text:outline-level="1">Från konvention till lag</text:h>
<text:p>Konventionen <text:span text:style-name="T1">antogs</text:span><text:s/>1989<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Av FN.</text:p></text:note-body></text:note>. Se <text:a xlink:href="https://lagen.example/1">lagen</text:a>.</text:p>
<text:h text:outline-level="3">Tidslinje</text:h>
<text:list text:style-name="L1"><text:list-item><text:p>1989</text:p><text:list><text:list-item><text:p>av FN</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>2020</text:p></text:list-item></text:list>
<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>År</text:p></table:table-cell><table:table-cell><text:p>Vad</text:p></table:table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>1989</text:p></table:table-cell><table:table-cell><text:p>Antas</text:p></table:table-cell></table:table-row></table:table>
<text:p text:style-name="P1">Barn är inte små vuxna.</text:p>
<text:h text:outline-level="1">Hos oss</text:h>
<text:list text:style-name="L2"><text:list-item><text:p>Säg namnet</text:p></text:list-item></text:list>
<text:p><draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:desc>Ett rum</svg:desc></draw:frame><office:annotation><text:p>Kommentar</text:p></office:annotation></text:p>
<text:p># inte &lt;b&gt;</text:p>
"""


def open_document(body: str = BODY, content: bytes | None = None) -> bytes:
    text = f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMES}><office:automatic-styles>{STYLES}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>'
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", ZIP_STORED)
        archive.writestr("content.xml", text.encode() if content is None else content, ZIP_DEFLATED)
        archive.writestr("Pictures/a.png", PNG)
    return out.getvalue()
