"""What every browser plays: MP4 with H.264 and AAC, WebM with VP8, VP9 or AV1 and Opus or Vorbis."""

from collections.abc import Mapping

from course_builder.library.films.probe import Probed

PICTURES: Mapping[str, frozenset[str]] = {
    ".mp4": frozenset({"h264", "av1", "vp9"}),
    ".m4v": frozenset({"h264", "av1", "vp9"}),
    ".webm": frozenset({"vp8", "vp9", "av1"}),
}
SOUNDS: Mapping[str, frozenset[str]] = {
    ".mp4": frozenset({"aac", "mp3", "opus", ""}),
    ".m4v": frozenset({"aac", "mp3", "opus", ""}),
    ".webm": frozenset({"opus", "vorbis", ""}),
}
COLOURS = frozenset({"yuv420p", "yuvj420p", "yuva420p"})


def playable(suffix: str, probed: Probed) -> bool:
    return (
        probed.picture in PICTURES.get(suffix, ())
        and probed.sound in SOUNDS.get(suffix, ())
        and probed.profile in COLOURS
    )


def only_repacked(probed: Probed) -> bool:
    """Whether picture and sound can stay as they are when the film becomes an MP4."""
    return probed.picture == "h264" and probed.profile == "yuv420p" and probed.sound in ("aac", "")
