"""Media named by where they stand, so that a page that is shown once and not kept can ask for them."""

from dataclasses import dataclass
from urllib.parse import quote

from course_builder.content.media import MediaShelf

OWN = "-/"
"""What the names of a draft's own files begin with; no shared set has such a name."""


@dataclass
class PlacedMedia(MediaShelf):
    def _name(self, owner: str, path: str) -> str:
        return quote((owner or OWN) + path)
