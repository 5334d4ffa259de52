import stat
import struct
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from course_builder.content.file import File
from course_builder.packaging import names, zipwriter
from tests.packaging.disk import DiskBlob, files, zipped

TEXT = "Barnets bästa ska komma i främsta rummet. ".encode() * 200
PICTURE = bytes(range(256)) * 40
CONTENTS = {"index.html": TEXT, "media/bild.png": PICTURE, "empty.css": b"", "XMLSchema.dtd": b"<!-- -->"}


def test_zipfile_and_unzip_read_it(tmp_path: Path) -> None:
    path = tmp_path / "package.zip"
    path.write_bytes(zipped(CONTENTS))
    with ZipFile(path) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == CONTENTS
    checked = subprocess.run(["unzip", "-t", path], capture_output=True, text=True, check=True)
    assert "No errors detected" in checked.stdout


def test_text_is_deflated_and_media_is_stored() -> None:
    with ZipFile(BytesIO(zipped(CONTENTS))) as archive:
        methods = {entry.filename: entry.compress_type for entry in archive.infolist()}
    assert methods == {
        "index.html": ZIP_DEFLATED,
        "media/bild.png": ZIP_STORED,
        "empty.css": ZIP_STORED,
        "XMLSchema.dtd": ZIP_DEFLATED,
    }


def test_25_no_data_descriptors_no_folders_no_dates_of_today() -> None:
    with ZipFile(BytesIO(zipped(CONTENTS))) as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries] == sorted(CONTENTS)
    assert {entry.flag_bits for entry in entries} == {0}
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in entries} == {stat.S_IFREG | 0o644}
    assert {entry.extra for entry in entries} == {b""}


def test_local_headers_say_the_same_as_the_directory() -> None:
    data = zipped(CONTENTS)
    with ZipFile(BytesIO(data)) as archive:
        for entry in archive.infolist():
            local = struct.unpack_from("<4s5H3L2H", data, entry.header_offset)
            assert local[0] == b"PK\3\4"
            assert local[6:9] == (entry.CRC, entry.compress_size, entry.file_size)


def test_the_order_of_the_files_does_not_matter() -> None:
    assert zipped(dict(reversed(CONTENTS.items()))) == zipped(CONTENTS)


def test_names_are_checked_before_a_byte_is_written() -> None:
    out = BytesIO()
    with pytest.raises(names.BadName):
        zipwriter.write(out, files({"a.txt": b"1", "A.txt": b"2"}))
    assert out.getvalue() == b""


def test_a_package_from_disk_has_the_bytes_of_one_from_memory(tmp_path: Path) -> None:
    film = PICTURE * 600  # long enough for the second thread
    source = tmp_path / "film.webm"
    source.write_bytes(film)
    with (tmp_path / "package.zip").open("w+b") as out:
        zipwriter.write(out, [*files(CONTENTS), File("media/film.webm", DiskBlob(source))])
    assert (tmp_path / "package.zip").read_bytes() == zipped({**CONTENTS, "media/film.webm": film})
