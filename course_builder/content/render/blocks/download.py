"""A file to take home: what it is and how large."""

from pathlib import PurePosixPath

from course_builder.content.blocks.download import Download
from course_builder.content.render.paint import Paint

KILO, MEGA = 1_000, 1_000_000


def download(block: Download, level: int, paint: Paint) -> str:
    media = block.file
    form = PurePosixPath(media.name).suffix.removeprefix(".").upper()
    return (
        f'<p><a class="btn" href="{media.url}" download>{paint.icon("download")}{paint.inline(block.title)} '
        f'<span class="small">({form}, {size(media.blob.size, paint.words["decimal"])})</span></a></p>'
    )


def size(count: int, decimal: str) -> str:
    if count < MEGA:
        return f"{max(1, round(count / KILO))} kB"
    return f"{count / MEGA:.1f} MB".replace(".", decimal)
