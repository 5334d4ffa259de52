"""As much of systemd as the page asks for: starts what a unit says, with its settings, and stops it as systemd does."""

import configparser
import os
import shlex
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(os.environ["ROOT"])
UNITS = ROOT / "etc/systemd/system"


def unit(name: str) -> configparser.ConfigParser:
    found = configparser.ConfigParser(strict=True, interpolation=None)
    found.optionxform = str  # type: ignore[assignment,method-assign]
    found.read_string((UNITS / name).read_text())
    return found


def full(name: str) -> str:
    return name if "." in name else f"{name}.service"


def settings(file: str) -> dict[str, str]:
    lines = Path(file).read_text().splitlines()
    pairs = (line.partition("=") for line in lines if line and not line.startswith("#"))
    return {name: "".join(shlex.split(value)) for name, _, value in pairs}


def start(name: str) -> None:
    if name == "nginx":
        subprocess.run(["nginx"], check=True)
        return
    if name.endswith(".timer"):
        check_timer(name)
        return
    service = unit(full(name))["Service"]
    words = shlex.split(service["ExecStart"])
    environment = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **settings(service["EnvironmentFile"])}
    log = (ROOT / f"{full(name)}.log").open("ab")
    process = subprocess.Popen(
        words, env=environment, cwd="/", stdout=log, stderr=log, start_new_session=True
    )
    if service.get("Type") == "oneshot":
        sys.exit(process.wait())
    (ROOT / f"{full(name)}.pid").write_text(str(process.pid))


def check_timer(name: str) -> None:
    when = unit(name)["Timer"]["OnCalendar"]
    if shutil.which("systemd-analyze"):
        subprocess.run(["systemd-analyze", "calendar", when], check=True, capture_output=True)


def stop(name: str) -> None:
    """SIGTERM; the whole group is killed when it does not end in time, and then the test fails."""
    file = ROOT / ("nginx.pid" if name == "nginx" else f"{full(name)}.pid")
    pid = number(file)
    if not pid:
        return
    os.kill(pid, signal.SIGTERM)
    seconds = 10 if name == "nginx" else int(unit(full(name))["Service"]["TimeoutStopSec"])
    last = time.monotonic() + seconds
    while alive(pid):
        if time.monotonic() > last:
            os.killpg(pid, signal.SIGKILL)
            sys.exit(f"{name} did not stop within {seconds} seconds")
        time.sleep(0.05)
    file.unlink(missing_ok=True)


def number(file: Path) -> int:
    """0 for none: nginx that only looked at its settings leaves an empty file."""
    return int(file.read_text().strip() or 0) if file.exists() else 0


def alive(pid: int) -> bool:
    """A zombie whose parent is gone for good counts as ended."""
    try:
        return "Z" not in (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False


def main(words: list[str]) -> None:
    what, names = words[0], [word for word in words[1:] if not word.startswith("-")]
    for name in names:
        if what in ("stop", "restart"):
            stop(name)
        if what in ("start", "restart", "enable"):
            start(name)
        if what == "reload" and not number(ROOT / "nginx.pid"):
            start(name)


if __name__ == "__main__":
    main(sys.argv[1:])
