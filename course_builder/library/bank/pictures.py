"""Pictures of a document, looked into and written anew as every picture that is brought here, and safe in the store."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from course_builder.importing.imported import TakenPicture
from course_builder.library.fingerprint import Fingerprint
from course_builder.library.store import MediaStore
from course_builder.library.uploads.examining import Fit, examine
from course_builder.people.refused import Refused


@dataclass(frozen=True)
class KeptPicture:
    """`path` is what it wants to be called in a draft; its ending may have become another."""

    path: str
    fingerprint: Fingerprint


def kept(store: MediaStore, pictures: Sequence[TakenPicture]) -> dict[str, KeptPicture]:
    """By their paths in the document. Those that cannot be used are not among them. To be called outside a transaction."""
    found: dict[str, KeptPicture] = {}
    for picture in pictures:
        with TemporaryDirectory() as folder:
            made = _kept(store, picture, Path(folder))
        if made is not None:
            found[picture.path] = made
    return found


def _kept(store: MediaStore, picture: TakenPicture, folder: Path) -> KeptPicture | None:
    file = folder / "picture"
    file.write_bytes(picture.data)
    try:
        fit = examine(file, picture.path)
    except Refused:
        return None
    if not isinstance(fit, Fit):
        return None
    with fit.file.open("rb") as stream:
        return KeptPicture(str(PurePosixPath(picture.path).with_suffix(fit.suffix)), store.put(stream))
