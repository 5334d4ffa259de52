"""The player's own logic, run by Node: verdicts, the state string, the portals' dialects."""

import subprocess
from pathlib import Path

import pytest

NODE = Path(__file__).parents[2] / "scripts" / "node.sh"
SCRIPTS = sorted(Path(__file__).parent.glob("*.test.mjs"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_script(script: Path) -> None:
    ran = subprocess.run(
        [NODE, "node", "--test", "--test-reporter=tap", script], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, "\n".join(
        line for line in ran.stdout.splitlines() if "not ok" in line or "error:" in line
    )
