"""Pictures of a Word document: named, counted, and their descriptions asked for."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from course_builder.content.problems import Place, Problem
from course_builder.importing import told
from course_builder.importing.imported import TakenPicture
from course_builder.importing.markdown_text import escaped

SUFFIXES = {"png": ".png", "jpeg": ".jpg", "jpg": ".jpg", "gif": ".gif", "webp": ".webp", "svg+xml": ".svg", "svg": ".svg"}  # fmt: skip
"""What a browser shows; old drawings of Windows are not among them."""
GUESS = re.compile(
    r"(?:automatiskt (?:genererad|skapad) beskrivning|automatically generated description|ai-genererat innehåll kan vara felaktigt\.?"
    r"|ai-generated content may be incorrect\.?|description automatically generated(?: with \w+ confidence)?)",
    re.IGNORECASE,
)  # fmt: skip
MOST = 500


@dataclass
class Pictures:
    """`stem` begins the name of each; `name` is what places call the document."""

    name: str
    stem: str
    dropped: Counter[str]
    taken: list[TakenPicture] = field(default_factory=list)
    _by_bytes: dict[bytes, str] = field(default_factory=dict)

    def source(self, image: Any) -> dict[str, str]:
        """For the library that reads the document: where a picture will be found."""
        try:
            with image.open() as stream:
                data: bytes = stream.read()
        except (OSError, ValueError, KeyError):  # it is linked from the writer's computer, or not there
            self.dropped["picture"] += 1
            return {"src": ""}
        return {"src": self.add(data, str(image.content_type).rpartition("/")[2].lower())}

    def add(self, data: bytes, kind: str) -> str:
        """Its path, or nothing for what no browser shows. The same picture twice is one file."""
        suffix = SUFFIXES.get(kind)
        if suffix is None or len(self.taken) == MOST:
            self.dropped["drawing"] += 1
            return ""
        if data not in self._by_bytes:
            self._by_bytes[data] = f"media/{self.stem}-{len(self.taken) + 1}{suffix}"
            self.taken.append(TakenPicture(self._by_bytes[data], data))
        return self._by_bytes[data]

    def markdown(self, path: str, alt: str, problems: list[Problem]) -> str:
        """An empty description stays empty, so that nothing is published before somebody has decided."""
        if not path:
            return ""
        place = Place(self.name)
        said = " ".join(GUESS.sub("", alt).split())
        if not said:
            problems.append(told.DESCRIBE.at(place, path=path))
        elif GUESS.search(alt):
            problems.append(told.GUESSED.at(place, path=path, alt=said))
        return f"![{escaped(said, brackets=True)}]({path})"
