"""A small course in a folder that can be edited, and a media store of its own."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from course_builder.library.media_folder import FolderStore
from tests.content.trees import BASE

NOON = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The course `liten`, whose shared files stand in its own folder."""
    made = tmp_path / "region" / "courses" / "liten"
    for path, data in BASE.items():
        file = made / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode() if isinstance(data, str) else data)
    return made


@pytest.fixture
def store(tmp_path: Path) -> FolderStore:
    return FolderStore(tmp_path / "media")
