"""`{region.x}` in a text becomes the region's own value."""

import re

from course_builder.content.links import REGION
from course_builder.content.models.region import Region

SIGNIFICANT = re.compile(r"([\\`*_\[\]<>#])")


def regional(text: str, region: Region, missing: str) -> str:
    """A value is text, not Markdown; an address stays whole so that it can be a link's target."""
    if "{region." not in text:
        return text

    def value(match: re.Match[str]) -> str:
        found = region.value(match["name"].removeprefix("region."))
        if found is None:
            return SIGNIFICANT.sub(r"\\\1", missing)
        return found if found.startswith("https://") else SIGNIFICANT.sub(r"\\\1", found)

    return REGION.sub(value, text)
