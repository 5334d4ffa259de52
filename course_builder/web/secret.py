"""What the signed cookie is signed with: given by the administrator, or made once and kept in the data folder."""

import os
from pathlib import Path
from secrets import token_hex

from course_builder.settings import Settings

FILE = "secret"
SHORTEST = 32


class WeakSecret(ValueError):
    """A secret that is too short to keep anything."""


def secret(settings: Settings) -> str:
    if settings.secret:
        if len(settings.secret) < SHORTEST:
            raise WeakSecret(
                f"COURSE_BUILDER_SECRET: minst {SHORTEST} tecken / at least {SHORTEST} characters"
            )
        return settings.secret
    return _kept(settings.folder / FILE)


def _kept(file: Path) -> str:
    """Several processes may begin at once: the first to link its file decides."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        mine = file.with_name(f"{FILE}.{os.getpid()}")
        mine.touch(mode=0o600)
        mine.write_text(token_hex(32), encoding="ascii")
        try:
            os.link(mine, file)
        except FileExistsError:
            pass
        finally:
            mine.unlink()
    return file.read_text(encoding="ascii")
