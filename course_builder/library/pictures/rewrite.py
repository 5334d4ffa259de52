"""A picture read and written anew: turned the right way, no larger than a page needs, without where and when it was taken.

Runs in a child: `python -m course_builder.library.pictures.rewrite SOURCE TARGET SUFFIX` prints the new width and height.
"""

import sys
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms, ImageOps, ImageSequence
from PIL.ImageCms import ImageCmsProfile

FORMATS: Mapping[str, str] = {
    ".avif": "AVIF", ".gif": "GIF", ".jpeg": "JPEG", ".jpg": "JPEG", ".png": "PNG", ".webp": "WEBP",
}  # fmt: skip
SAVED: Mapping[str, Mapping[str, Any]] = {
    "AVIF": {"quality": 70, "max_threads": 1},
    "GIF": {},
    "JPEG": {"quality": 88, "optimize": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 85},
}
MOST_PIXELS = 60_000_000
"""A telephone of today takes 50 million."""
MOST_MOVING = 40_000_000
"""Pixels of all frames together."""
LARGEST_SIDE = 2560
PLAIN = {"JPEG": ("L", "RGB"), "GIF": ("L", "P", "RGB", "RGBA")}
MODES = ("L", "LA", "P", "RGB", "RGBA")


class TooManyPixels(ValueError):
    """The picture would take more memory than we give it."""


def rewrite(source: Path, target: Path, suffix: str) -> tuple[int, int]:
    """Width and height. TooManyPixels; else OSError, ValueError, SyntaxError and what more Pillow raises."""
    kind = FORMATS[suffix]
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    with Image.open(source, formats=[kind]) as opened:
        frames = getattr(opened, "n_frames", 1)
        if opened.width * opened.height > MOST_PIXELS:
            raise TooManyPixels
        if frames == 1:
            made = _clean(opened, kind)
            made.save(target, kind, **SAVED[kind])
            return made.size
        if opened.width * opened.height * frames > MOST_MOVING:
            raise TooManyPixels
        return _moving(opened, target, kind)


def _moving(opened: Image.Image, target: Path, kind: str) -> tuple[int, int]:
    durations, cleaned = list[int](), list[Image.Image]()
    for frame in ImageSequence.Iterator(opened):
        durations.append(int(frame.info.get("duration", 100)))
        cleaned.append(_clean(frame, kind))
    first, *rest = cleaned
    first.save(
        target, kind, save_all=True, append_images=rest, duration=durations, loop=opened.info.get("loop", 0), **SAVED[kind],
    )  # fmt: skip
    return first.size


def _clean(opened: Image.Image, kind: str) -> Image.Image:
    """What is seen, and nothing more: no EXIF, no place, no comment, no colour profile."""
    seen = _with_own_transparency(_in_ordinary_colours(ImageOps.exif_transpose(opened)))
    if seen.mode not in PLAIN.get(kind, MODES):
        seen = seen.convert("RGBA" if "A" in seen.mode and kind != "JPEG" else "RGB")
    seen.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
    bare = seen.copy()
    bare.info = {}
    bare.getexif().clear()
    return bare


def _with_own_transparency(picture: Image.Image) -> Image.Image:
    return picture.convert("RGBA") if "transparency" in picture.info else picture


def _in_ordinary_colours(picture: Image.Image) -> Image.Image:
    """A profile that cannot be used is left out: the colours are a little off, the picture is there."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "RGBA", "CMYK"):
        return picture
    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    try:
        turned = ImageCms.profileToProfile(
            picture, ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB"), outputMode=mode
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture
    return turned or picture


if __name__ == "__main__":
    try:
        print(*rewrite(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]))
    except (TooManyPixels, Image.DecompressionBombError):
        print("pixels")
