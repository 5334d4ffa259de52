"""A course's media as files beside the page. Captions go out read and written anew, as WebVTT."""

from course_builder.content.captions import LARGEST_FILE, parse, write
from course_builder.content.file import File
from course_builder.content.media import Media
from course_builder.content.tree import BytesBlob

WEBVTT = ".vtt"


def media_file(media: Media) -> File:
    if media.kind != "captions":
        return File(media.url, media.blob)
    with media.blob.open() as stream:
        cues = parse(stream.read(LARGEST_FILE + 1)).cues
    return File(media.url.removesuffix(WEBVTT) + WEBVTT, BytesBlob(write(cues).encode()))
