"""Ten thousand damaged zips, the same ones every time; and bombs where memory is short and nothing can be written."""

import io
import random
import resource
import subprocess
import sys
from collections import Counter

from course_builder.importing.zip_tree import ZipRefused, ZipTree, open_zip
from tests.importing.zips import COURSE, many_empty, one, overlapping, packed, quoted_overlap

SEED = 20261122
SIGNATURES = (b"PK\3\4", b"PK\1\2", b"PK\5\6", b"PK\6\6", b"PK\6\7", b"\xff\xff\xff\xff", b"../", b"\0")
MEMORY = 64_000_000


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Mostly where a zip says what it holds: its headers and its list."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        known = [
            at for sign in SIGNATURES[:3] if (at := changed.find(sign, chance.randrange(len(changed)))) >= 0
        ]
        place = chance.choice(known) + chance.randrange(46) if known and chance.random() < 0.7 else None
        place = chance.randrange(len(changed)) if place is None else min(place, len(changed) - 1)
        kind = chance.randrange(6)
        if kind == 0:
            changed[place] = chance.randrange(256)
        elif kind == 1:
            changed[place] ^= 1 << chance.randrange(8)
        elif kind == 2:
            del changed[place : place + chance.choice([1, 2, 30, 400])]
        elif kind == 3:
            changed[place:place] = chance.choice(SIGNATURES)
        elif kind == 4:
            changed[place:place] = changed[place : place + chance.randrange(300)]
        else:
            sign = chance.choice(SIGNATURES)
            changed[place : place + len(sign)] = sign
        if not changed:
            return b"PK"
    return bytes(changed)


def read(tree: ZipTree) -> None:
    """What has come through can be read, and is as large as it says."""
    for path in tree.paths():
        blob = tree.get(path)
        assert blob is not None
        assert ".." not in path.split("/")
        assert not path.startswith("/")
        with blob.open() as stream:
            assert len(stream.read()) == blob.size


def test_ten_thousand_damaged_zips() -> None:
    """trust 1, 2, 3: a tree whose every file can be read, or one kind of refusal; never anything else."""
    chance = random.Random(SEED)
    sources = [
        packed(COURSE.items()),
        packed(COURSE.items(), 0),
        packed([("kurs/" + name, data) for name, data in COURSE.items()]),
    ]
    told: Counter[str] = Counter()
    for _ in range(10_000):
        data = mutated(chance.choice(sources), chance)
        try:
            read(open_zip(io.BytesIO(data)))
            told["read"] += 1
        except ZipRefused as no:
            told[no.problem.code.name] += 1
    assert told["read"] > 200
    assert {"zip-broken", "zip-none", "zip-path", "zip-overlap", "zip-method", "zip-locked"} <= set(told)


OPEN = """
import io, resource, sys
from course_builder.importing.zip_tree import ZipRefused, open_zip
data = io.BytesIO(sys.stdin.buffer.read())
used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + int(sys.argv[1]),) * 2)
resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
try:
    open_zip(data)
except ZipRefused as no:
    print(no.problem.code.name)
else:
    print("read")
"""


def opened_short_of_memory(data: bytes) -> str:
    """In a process that may take 64 MB more than it has, and write nothing at all."""
    done = subprocess.run(
        [sys.executable, "-c", OPEN, str(MEMORY)], input=data, capture_output=True, timeout=20, check=True
    )
    return done.stdout.decode().strip()


def test_bombs_where_memory_is_short() -> None:
    """trust 2"""
    noise = random.Random(SEED).randbytes(20_000)
    assert opened_short_of_memory(one(b"a.md", bytes(150_000_000))) == "zip-bomb"
    assert opened_short_of_memory(one(b"a.md", bytes(150_000_000), size=900_000)) == "zip-broken"
    assert opened_short_of_memory(many_empty(200_000)) == "zip-many"
    assert opened_short_of_memory(many_empty(50_000)) == "zip-many"
    assert opened_short_of_memory(overlapping(9_000, noise)) == "zip-overlap"
    assert opened_short_of_memory(quoted_overlap(300, noise)) == "zip-overlap"


def test_a_large_film_takes_no_memory() -> None:
    """Stored as films are; read in pieces."""
    film = random.Random(SEED).randbytes(1_000_000) * 120
    assert opened_short_of_memory(packed([("media/film.webm", film)], 0)) == "read"


def test_the_limit_of_memory_is_real() -> None:
    done = subprocess.run(
        [sys.executable, "-c", OPEN.replace("open_zip(data)", "bytes(100_000_000)"), str(MEMORY)],
        input=b"", capture_output=True, timeout=20, check=False,
    )  # fmt: skip
    assert b"MemoryError" in done.stderr
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 0
