"""What is brought is what it says, and is kept without anything that acts or tells too much (trust 8, 9, 16)."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from course_builder.content.media import SUFFIXES as KNOWN
from course_builder.library.films.probe import probe
from course_builder.library.uploads.examining import Fit, ToConvert, examine
from course_builder.library.uploads.kinds import SUFFIXES, kind_of
from course_builder.people.refused import Refused
from tests.library.uploads.honest import RECIPES, SRT, every, film, office, picture


@pytest.fixture
def bring(tmp_path: Path):
    """Examines bytes under a name."""

    def bring(data: bytes, name: str) -> Fit | ToConvert:
        file = tmp_path / "part"
        file.write_bytes(data)
        return examine(file, name)

    return bring


def left(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def test_every_ending_of_a_course_has_a_content() -> None:
    assert SUFFIXES.keys() == KNOWN.keys()


def test_only_what_is_both_by_ending_and_by_content_is_taken(tmp_path: Path) -> None:
    """trust 9: fifteen endings times fifteen contents; nothing but the diagonal, and nothing left of the rest."""
    taken = []
    contents = every()
    for suffix in contents:
        for of, data in contents.items():
            folder = tmp_path / f"{suffix}{of}"
            folder.mkdir()
            (folder / "part").write_bytes(data)
            try:
                if isinstance(examine(folder / "part", f"Fil{suffix}"), Fit):
                    taken.append((suffix, of))
            except Refused as refused:
                assert suffix in refused.sv
                assert left(folder) == ["part"]
    assert taken == [(suffix, suffix) for suffix in contents]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"<!doctype html><script>alert(1)</script>", "bild.jpg"),
        (b"<!doctype html><script>alert(1)</script>", "text.txt"),
        (b"\xff\xd8\xff\xe0<html><script>alert(1)</script>", "bild.jpg"),
        (b"GIF89a/*<script>alert(1)</script>*/", "bild.gif"),
        (b"PK\x03\x04" + bytes(99), "dokument.docx"),
        (office("word/vbaProject.bin"), "dokument.docx"),
        (b"MZ\x90\0" + bytes(99), "film.mp4"),
        (b"", "tom.txt"),
        (b"#EXTM3U\nfile:///etc/passwd\n", "film.mp4"),
    ],
)
def test_what_only_looks_like_something(bring, tmp_path: Path, data: bytes, name: str) -> None:
    """trust 9."""
    with pytest.raises(Refused) as refused:
        bring(data, name)
    assert name in refused.value.sv and name in refused.value.en
    assert left(tmp_path) == ["part"]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_photograph_loses_where_and_when_and_stands_the_right_way(bring, kind: str) -> None:
    """trust 9."""
    exif = Image.Exif()
    exif[0x0112] = 6  # lying down
    exif[0x010F] = "Kamera med namn"
    exif.get_ifd(0x8825)[2] = (59.0, 19.0, 42.0)
    stream = BytesIO()
    Image.linear_gradient("L").resize((80, 40)).convert("RGB").save(stream, kind, exif=exif)
    assert b"Kamera med namn" in stream.getvalue()
    fit = bring(stream.getvalue(), f"bild.{kind.lower()}")
    assert isinstance(fit, Fit)
    assert (fit.facts.width, fit.facts.height) == (40, 80)
    kept = fit.file.read_bytes()
    assert b"Kamera" not in kept
    with Image.open(BytesIO(kept)) as seen:
        assert dict(seen.getexif()) == {}
        assert seen.size == (40, 80)


def test_a_comment_and_what_hangs_behind_the_picture_are_gone(bring) -> None:
    stream = BytesIO()
    Image.new("RGB", (9, 9)).save(stream, "JPEG", comment=b"<script>hemligt</script>")
    fit = bring(stream.getvalue() + b"PK\x03\x04<script>hemligt</script>", "bild.jpg")
    assert isinstance(fit, Fit)
    assert b"hemligt" not in fit.file.read_bytes()


def test_a_large_photograph_is_made_smaller_and_a_huge_one_refused(bring) -> None:
    fit = bring(picture("JPEG", (4000, 1000)), "bred.jpg")
    assert isinstance(fit, Fit)
    assert (fit.facts.width, fit.facts.height) == (2560, 640)
    bomb = BytesIO()
    Image.new("1", (9000, 9000)).save(bomb, "PNG")
    with pytest.raises(Refused, match="million pixels"):
        bring(bomb.getvalue(), "bomb.png")


def test_a_moving_picture_still_moves(bring) -> None:
    frames = [Image.new("L", (20, 10), shade) for shade in (0, 120, 250)]
    stream = BytesIO()
    frames[0].save(stream, "GIF", save_all=True, append_images=frames[1:], duration=200)
    fit = bring(stream.getvalue(), "ror-sig.gif")
    assert isinstance(fit, Fit)
    with Image.open(fit.file) as seen:
        assert (getattr(seen, "n_frames", 1), seen.info["duration"]) == (3, 200)


@pytest.mark.parametrize("name", ["film.mp4", "film.webm"])
def test_a_film_that_browsers_play_is_kept_as_it_is(bring, name: str) -> None:
    fit = bring(film(name), name)
    assert isinstance(fit, Fit)
    assert fit.file.read_bytes() == film(name)
    assert (fit.facts.width, fit.facts.height, fit.facts.sound) == (160, 90, True)
    assert 1900 <= fit.facts.milliseconds <= 2200


def test_a_silent_film_says_so(bring) -> None:
    fit = bring(film("silent.mp4"), "tyst.mp4")
    assert isinstance(fit, Fit)
    assert fit.facts.sound is False


@pytest.mark.parametrize("name", ["film.mov", "hevc.mp4", "film.avi", "film.wmv", "film.mkv"])
def test_a_film_that_browsers_do_not_play_is_to_be_converted(bring, name: str) -> None:
    found = bring(film(name), name)
    assert isinstance(found, ToConvert)
    assert found.probed.width == 160


def test_without_ffmpeg_a_person_hears_how_to_save_it(bring, monkeypatch: pytest.MonkeyPatch) -> None:
    data = film("film.mov")
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(Refused, match="Export it as MP4") as refused:
        bring(data, "film.mov")
    assert "Exportera den som MP4" in refused.value.sv
    fit = bring(film("film.mp4"), "film.mp4")
    assert isinstance(fit, Fit)
    assert fit.facts.sound is None


def test_subrip_becomes_webvtt(bring) -> None:
    fit = bring(SRT.decode().encode("cp1252"), "text.srt")
    assert isinstance(fit, Fit)
    assert fit.suffix == ".vtt"
    assert (
        fit.file.read_text(encoding="utf-8") == "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nEn dörr öppnas.\n"
    )


def test_a_telephones_picture_format_is_named(bring) -> None:
    with pytest.raises(Refused, match="HEIC"):
        bring(b"\0\0\0\x18ftypheic" + bytes(99), "IMG_1.HEIC")


def test_kinds_of_films_are_told_apart_by_content(tmp_path: Path) -> None:
    kinds = {name: kind_of(BytesIO(film(name))) for name in RECIPES}
    assert {name: str(kind) for name, kind in kinds.items()} == {
        "film.mp4": "mp4", "silent.mp4": "mp4", "film.webm": "webm", "film.mov": "quicktime", "hevc.mp4": "mp4",
        "film.avi": "avi", "film.wmv": "wmv", "film.mkv": "matroska", "sound.mp3": "mp3", "sound.m4a": "m4a",
        "sound.ogg": "ogg",
    }  # fmt: skip
    nothing = tmp_path / "nothing"
    nothing.write_bytes(bytes(1000))
    assert probe(nothing) is None
