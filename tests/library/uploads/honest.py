"""Small films, sounds and pictures of every sort, made by ffmpeg and Pillow once a session."""

import subprocess
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from PIL import Image

FILM = ("-f", "lavfi", "-i", "testsrc=d=2:s=160x90:r=10")
SOUND = ("-f", "lavfi", "-i", "sine=d=2")
RECIPES: Mapping[str, tuple[str, ...]] = {
    "film.mp4": (*FILM, *SOUND, "-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac"),
    "silent.mp4": (*FILM, "-c:v", "libx264", "-pix_fmt", "yuv420p"),
    "film.webm": (*FILM, *SOUND, "-c:v", "libvpx-vp9", "-pix_fmt", "yuv420p", "-c:a", "libopus"),
    "film.mov": (*FILM, *SOUND, "-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac"),
    "hevc.mp4": (*FILM, *SOUND, "-c:v", "libx265", "-pix_fmt", "yuv420p", "-c:a", "aac"),
    "film.avi": (*FILM, *SOUND, "-c:v", "mpeg4", "-c:a", "libmp3lame"),
    "film.wmv": (*FILM, *SOUND, "-c:v", "wmv2", "-c:a", "wmav2"),
    "film.mkv": (*FILM, *SOUND, "-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac"),
    "sound.mp3": (*SOUND, "-c:a", "libmp3lame"),
    "sound.m4a": (*SOUND, "-c:a", "aac"),
    "sound.ogg": (*SOUND, "-c:a", "libvorbis"),
}
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><circle cx="9" cy="9" r="5"/></svg>'
VTT = b"WEBVTT\n\n00:01.000 --> 00:04.000\nEn d\xc3\xb6rr \xc3\xb6ppnas.\n"
SRT = b"1\n00:00:01,000 --> 00:00:04,000\nEn d\xc3\xb6rr \xc3\xb6ppnas.\n"


@cache
def film(name: str) -> bytes:
    """One of RECIPES."""
    with TemporaryDirectory() as folder:
        file = Path(folder, name)
        words = ["ffmpeg", "-v", "quiet", *RECIPES[name], str(file)]
        subprocess.run(words, check=True, timeout=60, stderr=subprocess.DEVNULL)
        return file.read_bytes()


@cache
def picture(kind: str, size: tuple[int, int] = (48, 32)) -> bytes:
    """By Pillow's name of the format."""
    stream = BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(stream, kind)
    return stream.getvalue()


@cache
def office(name: str) -> bytes:
    """A file with nothing in it but what says what it is: `word/document.xml` and the like."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name, "<x/>")
    return stream.getvalue()


@cache
def every() -> Mapping[str, bytes]:
    """One honest file for each of fifteen endings."""
    return {
        ".png": picture("PNG"), ".jpg": picture("JPEG"), ".gif": picture("GIF"), ".webp": picture("WEBP"),
        ".avif": picture("AVIF"), ".svg": SVG, ".mp4": film("film.mp4"), ".webm": film("film.webm"),
        ".mp3": film("sound.mp3"), ".ogg": film("sound.ogg"), ".m4a": film("sound.m4a"),
        ".pdf": b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n", ".docx": office("word/document.xml"), ".vtt": VTT,
        ".txt": "Så här gör ni.\n".encode(),
    }  # fmt: skip
