"""trust 53, of uploads: the process is killed while files come in. What was acknowledged is there, nothing is half there."""

import os
import signal
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from random import Random

from course_builder.database.migrate import up_to_date
from course_builder.library.drafts.models import Draft, Kind
from course_builder.library.drafts.reading import files
from course_builder.library.drafts.saving import create
from course_builder.library.fingerprint import fingerprint
from course_builder.library.media import orphans
from course_builder.library.uploads import pieces, sweeping
from course_builder.library.uploads.finishing import Workshop, finish
from course_builder.library.uploads.models import State, Upload
from course_builder.people.models import Person
from tests.faults.uploader import NOW, workshop

KILLS = int(os.environ.get("KILLS_UPLOADS", "6"))


def test_what_was_acknowledged_is_there(tmp_path: Path) -> None:
    work = workshop(tmp_path)
    up_to_date(work.database)
    with work.database.writing() as session:
        session.add(Person(id=1, name="Tove Utbildare", email="tove@exempel.se", employee_ref="1"))
        session.flush()
        create(session, Kind.COURSE, "kurs", {"course.yaml": "id: kurs\ntitle: Kurs\n"}, None, None, NOW)
    chance = Random(7)
    told = [line for _ in range(KILLS) for line in _lived(tmp_path, chance.uniform(0.05, 0.6))]
    offsets = {words[1]: int(words[2]) for words in told if words[0] == "piece"}
    done = {words[1]: words[2] for words in told if words[0] == "done"}
    assert len(done) > 1
    _nothing_acknowledged_is_lost(work, offsets, done)
    _everything_can_be_finished(work)
    with work.database.reading() as session:
        found = orphans(session, work.store)
        assert found.missing == ()
        draft = session.query(Draft).one()
        for path, sha in files(session, draft).items():
            if path.startswith("media/"):
                with work.store.open(sha) as stream:
                    assert fingerprint(stream).sha256 == sha
        wanted = sweeping.wanted(session)
    assert wanted == frozenset()
    sweeping.sweep(work.folder, wanted)
    assert list(work.folder.iterdir()) == []
    work.database.close()


def _lived(folder: Path, rest: float) -> list[list[str]]:
    """What it told before it was killed; the last line may be cut."""
    words = [sys.executable, "-m", "tests.faults.uploader", str(folder)]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    first = process.stdout.readline()
    try:
        process.wait(rest)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    lines = (first + process.communicate()[0]).splitlines(keepends=True)
    return [line.split() for line in lines if line.endswith("\n")]


def _nothing_acknowledged_is_lost(work: Workshop, offsets: dict[str, int], done: dict[str, str]) -> None:
    with work.database.reading() as session:
        there = files(session, session.query(Draft).one())
        for path, sha in done.items():
            assert path in there
            assert path.endswith(".png") or there[path] == sha
        for upload in session.query(Upload).filter_by(state=State.RECEIVING):
            if upload.token in offsets:
                assert pieces.offset(work.part(upload)) >= offsets[upload.token]


def _everything_can_be_finished(work: Workshop) -> None:
    """Whoever was cut off goes on where she was."""
    with work.database.reading() as session:
        left = session.query(Upload).filter_by(state=State.RECEIVING).all()
    for upload in left:
        part = work.part(upload)
        pieces.begin(part)
        with part.open("ab") as file:
            file.write(b"x" * (upload.size - pieces.offset(part)))
        finish(work, upload)
        with work.database.reading() as session:
            known = session.get_one(Upload, upload.id)
            assert known.state in (State.DONE, State.REFUSED)
            if upload.name.endswith(".txt"):
                kept = files(session, session.query(Draft).one())[known.path]
                with work.store.open(kept) as stream:
                    assert sha256(stream.read()).hexdigest() == kept
