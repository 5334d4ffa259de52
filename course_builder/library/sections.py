"""Under which headings two texts of a lesson differ."""

import re

HEADING = re.compile(r"#{1,6} +(?P<title>.*?) *#*")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


def changed_sections(before: str, now: str) -> tuple[str, ...]:
    """Titles in the order of the new text, with those that are gone last; `""` is what stands before every heading."""
    old, new = sections(before), sections(now)
    changed = [title for title, text in new.items() if old.get(title) != text]
    return (*changed, *(title for title in old if title not in new))


def sections(text: str) -> dict[str, str]:
    """Title -> the words under it, whatever their spacing. Two headings of the same title are one."""
    found: dict[str, list[str]] = {}
    title, fence = "", ""
    for line in text.splitlines():
        heading = None if fence else HEADING.fullmatch(line)
        mark = FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence):
            fence = ""
        if heading:
            title = heading["title"]
            found.setdefault(title, [])
        else:
            found.setdefault(title, []).extend(line.split())
    return {title: " ".join(words) for title, words in found.items() if title or words}
