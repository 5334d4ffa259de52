"""Citations written out, for a page that has no cards beside its text."""

import re

CITED = re.compile(r"<a\b(?P<attributes>[^>]*)>(?P<text>.*?)</a>", re.DOTALL)
CLASS = re.compile(r'class="(?:law|crc)"')
REFERENCE = re.compile(r'data-ref="(?P<name>[^"]*)"')


def spelled(html: str) -> str:
    """`<a class="law" data-ref="Patientlagen 3 kap. 3 §">ska</a>` -> `ska (Patientlagen 3 kap. 3 §)`; other links stay."""
    return CITED.sub(_spelled, html)


def _spelled(link: re.Match[str]) -> str:
    if not CLASS.search(link["attributes"]):
        return link[0]
    reference = REFERENCE.search(link["attributes"])
    return f"{link['text']} ({reference['name']})" if reference else link["text"]
