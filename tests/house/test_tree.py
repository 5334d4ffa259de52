"""What may never stand in the repository: a registry's host, a path of one machine, a lock without hashes."""

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

HOSTS = ("pypi" + ".org", "pythonhosted" + ".org", "npm" + "js", "yarn" + "pkg")
MACHINE = ("/work" + "/main", "/work" + "/shared", "/tmp" + "/cb", "/ro" + "ot/", "/home" + "/")
LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-tools.lock", "requirements-node.lock")


def tracked(repository: Path) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=repository, capture_output=True, text=True, check=True
    )
    paths = (repository / name for name in listed.stdout.split("\0") if name)
    return [path for path in paths if path.is_file()]


def test_no_registry_and_no_machine_is_named(repository: Path) -> None:
    found = []
    for path in tracked(repository):
        text = path.read_bytes().decode("utf-8", "ignore")
        found += [f"{path.relative_to(repository)}: {word}" for word in HOSTS + MACHINE if word in text]
    assert found == []


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_is_hashed(repository: Path, name: str) -> None:
    text = (repository / name).read_text()
    blocks = [block for block in re.split(r"\n(?=[a-z])", text) if re.match(r"[a-z]", block)]
    assert blocks
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert "://" not in text


def test_every_npm_package_is_hashed_and_without_address(repository: Path) -> None:
    packages = json.loads((repository / "package-lock.json").read_text())["packages"]
    fetched = {name: entry for name, entry in packages.items() if name}
    assert [name for name, entry in fetched.items() if "integrity" not in entry or "resolved" in entry] == []


@pytest.mark.parametrize(
    ("lock", "groups"),
    [
        ("requirements.lock", ()),
        ("requirements-dev.lock", ("dev", "tools")),
        ("requirements-tools.lock", ("tools",)),
    ],
)
def test_the_locks_hold_what_pyproject_asks_for(repository: Path, lock: str, groups: tuple[str, ...]) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))
    wanted = [
        word for group in groups for word in project["dependency-groups"][group] if isinstance(word, str)
    ]
    wanted += project["project"]["dependencies"] if lock != "requirements-tools.lock" else []
    names = {re.split(r"[<>=\[ ;]", word)[0].lower().replace("_", "-") for word in wanted}
    locked = set(re.findall(r"^([a-z0-9.-]+)==", (repository / lock).read_text("utf-8"), re.MULTILINE))
    assert names - locked == set()
