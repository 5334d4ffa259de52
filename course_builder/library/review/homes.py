"""Which draft a file belongs to, from its path as problems show it."""

from dataclasses import dataclass

from course_builder.library.drafts.folders import REGISTER
from course_builder.library.drafts.models import Kind
from course_builder.library.drafts.trees import FOLDERS, SHIPPED


@dataclass(frozen=True)
class Home:
    kind: Kind
    name: str
    path: str


def home(file: str, course: str) -> Home | None:
    """None for what comes with the program and is nobody's to change."""
    if file.startswith(SHIPPED):
        return None
    name, _, rest = file.partition("/")
    sets, registers = FOLDERS[Kind.SET], FOLDERS[Kind.REGISTER]
    if name == REGISTER and rest.startswith(registers):
        return Home(Kind.REGISTER, name, rest.removeprefix(registers))
    if rest == f"{sets}{name}.yaml":
        return Home(Kind.SET, name, rest.removeprefix(sets))
    return Home(Kind.COURSE, course, file)
