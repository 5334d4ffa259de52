"""`make bench [ARGUMENTS]`: all measurements, or those named: small shipped growth film interactive."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import builds
from bench.interactive import interactive

PARTS: Mapping[str, Callable[[Path], None]] = {
    "small": builds.small_course,
    "shipped": builds.shipped_course,
    "growth": builds.growth,
    "film": builds.large_film,
    "interactive": interactive,
}

for name in sys.argv[1:] or PARTS:
    with TemporaryDirectory(prefix="bench-") as folder:
        PARTS[name](Path(folder))
