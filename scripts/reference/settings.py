"""docs/reference/settings.md: everything an administrator can set."""

from dataclasses import fields

from course_builder.settings import Settings, variable

HEAD = """# Settings

Read from the environment when a command starts. Läses ur miljön när ett kommando startar.

| name | default | på svenska | in English |
| --- | --- | --- | --- |
"""


def page() -> str:
    rows = []
    for one in fields(Settings):
        default = f"`{one.default}`" if one.default != "" else ""
        rows.append(f"| `{variable(one)}` | {default} | {one.metadata['sv']} | {one.metadata['en']} |\n")
    return HEAD + "".join(rows)
