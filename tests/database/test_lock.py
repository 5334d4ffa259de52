"""The lock of the one process that writes."""

import select
import subprocess
import sys
from pathlib import Path

import pytest

from course_builder.database.lock import SomebodyElseWrites, only_writer
from course_builder.settings import Settings

HOLDER = """
import sys
from course_builder.database.lock import only_writer
from course_builder.settings import Settings
with only_writer(Settings(data=sys.argv[1])):
    print("mine", flush=True)
    sys.stdin.read()
"""


def test_a_second_one_is_refused_and_told_who_writes(tmp_path: Path) -> None:
    settings = Settings(data=str(tmp_path))
    words = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "mine\n"
        with pytest.raises(SomebodyElseWrites) as refused, only_writer(settings):
            pass
        assert refused.value.process == holder.pid
        assert refused.value.file == tmp_path / "course_builder.sqlite"
        holder.kill()
        holder.wait()
        with only_writer(settings):
            pass


TURN = """
import sys
from course_builder.database.lock import in_turn
from course_builder.settings import Settings
in_turn(Settings(data=sys.argv[1]))
print("mine", flush=True)
sys.stdin.read()
"""


def test_a_server_started_anew_waits_for_the_process_before(tmp_path: Path) -> None:
    """trust 57: at a reload two processes of one server live for a while; they must not write at once."""
    words = [sys.executable, "-c", TURN, str(tmp_path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(words, **pipes) as before:
        assert before.stdout is not None
        before.stdout.readline()
        with subprocess.Popen(words, **pipes) as after:
            assert after.stdout is not None
            assert select.select([after.stdout], [], [], 1.0)[0] == []
            before.kill()
            assert after.stdout.readline() == b"mine\n"
            after.kill()


def test_whoever_is_done_lets_others_in(tmp_path: Path) -> None:
    settings = Settings(data=str(tmp_path / "new"))
    for _ in range(2):
        with only_writer(settings) as alone:
            assert alone
            assert (tmp_path / "new/course_builder.sqlite.lock").stat().st_mode & 0o777 == 0o600


def test_postgresql_keeps_order_by_itself(tmp_path: Path) -> None:
    settings = Settings(data=str(tmp_path), database_url="postgresql:///kurser")
    with only_writer(settings) as first, only_writer(settings) as second:
        assert (first, second) == (False, False)
        assert list(tmp_path.iterdir()) == []
