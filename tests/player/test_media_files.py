"""Caption files leave the course cleaned, whatever they came as."""

from course_builder.content.media import Media
from course_builder.content.tree import BytesBlob
from course_builder.player.media_files import media_file

SRT = "1\r\n00:00:01,000 --> 00:00:02,500\r\n<font color=red>Hej</font> <script>x</script>\r\n"
CLEAN = "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nHej x\n"


def sent(name: str, data: bytes) -> tuple[str, bytes]:
    file = media_file(Media(name, name, name, BytesBlob(data)))
    with file.blob.open() as stream:
        return file.path, stream.read()


def test_captions_go_out_as_clean_webvtt() -> None:
    assert sent("film-sv.srt", SRT.encode()) == ("media/film-sv.srt.vtt", CLEAN.encode())
    assert sent("film-sv.vtt", CLEAN.encode()) == ("media/film-sv.vtt", CLEAN.encode())


def test_other_media_go_out_as_they_are() -> None:
    assert sent("film.webm", b"\x1aE\xdf\xa3") == ("media/film.webm", b"\x1aE\xdf\xa3")
