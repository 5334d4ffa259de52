"""The built browser files: a tree that `npm run build` filled."""

from errno import ENOENT

from course_builder.content.tree import Blob, Tree


class NotBuilt(FileNotFoundError):
    """The browser files have not been made on this machine."""


def built_file(built: Tree, path: str) -> Blob:
    blob = built.get(path)
    if blob is None:
        raise NotBuilt(ENOENT, "run `npm run build`: a built file is missing", path)
    return blob
