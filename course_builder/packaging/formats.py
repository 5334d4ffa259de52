"""Every format there is: our own by name, others' by their entry points.

Our own are not looked up as entry points, because importing what reads those takes longer than a small build.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module

from course_builder.packaging.format import Format

GROUP = "course_builder.formats"
OWN = {
    "scorm12": "scorm12:FORMAT",
    "scorm2004-4": "scorm2004:FORMAT_FOURTH",
    "scorm2004-3": "scorm2004:FORMAT_THIRD",
    "cmi5": "cmi5:FORMAT",
    "web": "web:FORMAT",
}


class Formats(Mapping[str, Format]):
    """Looked up when asked for; our own come first, in the order a trainer should meet them."""

    def __getitem__(self, name: str) -> Format:
        if name in OWN:
            module, attribute = OWN[name].split(":")
            return _format(getattr(import_module(f"course_builder.packaging.{module}"), attribute))
        return _others()[name]

    def __iter__(self) -> Iterator[str]:
        yield from OWN
        yield from sorted(_others())

    def __len__(self) -> int:
        return len(OWN) + len(_others())


def formats() -> Formats:
    return Formats()


def _others() -> dict[str, Format]:
    from importlib.metadata import entry_points  # noqa: PLC0415 -- slow import, and most builds do not need it

    found = entry_points(group=GROUP)
    return {entry.name: _format(entry.load()) for entry in found if entry.name not in OWN}


def _format(found: object) -> Format:
    if not isinstance(found, Format):
        raise TypeError(f"not a package format: {found!r}")
    return found
