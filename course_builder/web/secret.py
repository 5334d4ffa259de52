"""What the signed cookie is signed with: given by the administrator, or made once and kept in the data folder."""

import os
from pathlib import Path
from secrets import token_hex

from course_builder.settings import Settings

FILE = "secret"


def secret(settings: Settings) -> str:
    return settings.secret or _kept(settings.folder / FILE)


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
