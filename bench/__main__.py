"""`make bench [ARGUMENTS]`: all measurements, or those named: small shipped growth film interactive load crowd room flood region writing upload authoring."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import builds
from bench.authoring import authoring
from bench.interactive import interactive
from bench.load.answers import load
from bench.load.crowd import crowd
from bench.load.flood import flood
from bench.load.region import region
from bench.load.room import room
from bench.load.upload import upload
from bench.load.writing import writing

PARTS: Mapping[str, Callable[[Path], None]] = {
    "small": builds.small_course,
    "shipped": builds.shipped_course,
    "growth": builds.growth,
    "film": builds.large_film,
    "interactive": interactive,
    "load": load,
    "crowd": crowd,
    "room": room,
    "flood": flood,
    "region": region,
    "writing": writing,
    "upload": upload,
    "authoring": authoring,
}

for name in sys.argv[1:] or PARTS:
    with TemporaryDirectory(prefix="bench-") as folder:
        PARTS[name](Path(folder))
