"""docs/reference/formats.md: the package formats and what may be chosen."""

from course_builder.packaging.choices import OPTIONS
from course_builder.packaging.formats import formats


def page() -> str:
    lines = ["# Package formats", "", "| name | på svenska | in English |", "| --- | --- | --- |"]
    for name, found in formats().items():
        cells = (f"**{found.label[language]}** {found.use[language]}" for language in ("sv", "en"))
        lines.append(f"| `{name}` | {' | '.join(cells)} |")
    for option in OPTIONS:
        lines += ["", f"## {option.name}", "", f"{option.label['sv']} / {option.label['en']}", ""]
        lines += [
            f"- `{choice.value or '–'}` {choice.label['sv']} / {choice.label['en']}"
            for choice in option.choices
        ]
    return "\n".join(lines) + "\n"
