"""Somebody who uploads one file after the other, in a process that is killed. `python -m tests.faults.uploader FOLDER`

What is acknowledged is a line: `piece TOKEN OFFSET`, `done PATH SHA256`.
"""

import sys
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from itertools import count
from pathlib import Path

from course_builder.database.store import Database
from course_builder.library.drafts.models import Draft
from course_builder.library.media_folder import FolderStore
from course_builder.library.uploads import pieces, receiving
from course_builder.library.uploads.finishing import Workshop, finish
from course_builder.library.uploads.models import Upload
from tests.library.uploads.honest import picture

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
PIECE = 400


def workshop(folder: Path) -> Workshop:
    database = Database(f"sqlite:///{folder / 'data.sqlite'}")
    return Workshop(database, FolderStore(folder / "media"), folder / "uploads", lambda: NOW)


def upload(work: Workshop, name: str, data: bytes) -> None:
    with work.database.writing() as session:
        draft = session.query(Draft).one()
        made = receiving.begin(session, draft, name, len(data), 1, NOW)
    part = work.part(made)
    pieces.begin(part)
    for start in range(0, len(data), PIECE):
        there = pieces.add(part, start, BytesIO(data[start : start + PIECE]), len(data))
        print("piece", made.token, there, flush=True)
    finish(work, made)
    with work.database.reading() as session:
        print("done", session.get_one(Upload, made.id).path, sha256(data).hexdigest(), flush=True)


if __name__ == "__main__":
    work = workshop(Path(sys.argv[1]))
    for number in count():
        if number % 2:
            upload(work, f"blad-{number}.txt", f"Blad {number}\n".encode() * 200)
        else:
            upload(work, f"bild-{number}.png", picture("PNG", (40 + number, 40)))
