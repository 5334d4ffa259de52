"""What cookies are signed with."""

from pathlib import Path

import pytest

from course_builder.settings import Settings
from course_builder.web.secret import secret


def test_it_is_made_once_and_for_us_alone(tmp_path: Path) -> None:
    settings = Settings(data=str(tmp_path / "data"))
    made = secret(settings)
    assert len(made) == 64
    assert secret(settings) == made
    assert (tmp_path / "data" / "secret").stat().st_mode & 0o777 == 0o600
    assert [file.name for file in (tmp_path / "data").iterdir()] == ["secret"]


def test_one_that_is_given_is_used(tmp_path: Path) -> None:
    assert secret(Settings(data=str(tmp_path), secret="s" * 32)) == "s" * 32
    assert list(tmp_path.iterdir()) == []


def test_one_that_is_too_short_is_refused() -> None:
    with pytest.raises(ValueError, match="COURSE_BUILDER_SECRET < 32"):
        Settings.from_environment({"COURSE_BUILDER_SECRET": "s" * 31})
