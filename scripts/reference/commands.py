"""docs/reference/commands.md: the help of every command, in both languages."""

import click

from course_builder.cli.application import COMMANDS, application
from course_builder.cli.words import Language, Say

TITLES: dict[Language, str] = {"sv": "På svenska", "en": "In English"}
HEAD = """# Commands

Exit code 0 is fine (also with warnings), 1 errors in the course, 2 wrong usage, 3 the machine said no
(disk full, no right).
Swedish is spoken unless `--lang en` or `COURSE_BUILDER_LANG=en` says otherwise.
"""


def page() -> str:
    parts = [HEAD]
    for language, title in TITLES.items():
        parts.append(f"\n## {title}\n")
        parts += [f"\n```text\n{text}\n```\n" for text in _helps(Say(language))]
    return "".join(parts)


def _helps(say: Say) -> list[str]:
    group = application(say)
    top = click.Context(group, info_name="course-builder", terminal_width=100, max_content_width=100)
    assert isinstance(group, click.Group)  # noqa: S101 -- for the type checker
    texts = [group.get_help(top)]
    for name in COMMANDS:
        command = group.get_command(top, name)
        if command is not None:
            texts.append(command.get_help(click.Context(command, parent=top, info_name=name)))
    return texts
