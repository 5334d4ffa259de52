"""The floors of the house are walls: import-linter reads `.importlinter`."""

import subprocess
import sys
from pathlib import Path


def test_every_arrow_falls(repository: Path) -> None:
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-logo", "--no-cache"],
        cwd=repository,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout
