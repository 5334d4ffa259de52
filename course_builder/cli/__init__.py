"""The command `course-builder`."""

import sys


def main() -> None:
    """Ctrl-C is quiet from the start, also while the rest is being imported."""
    try:
        from course_builder.cli.application import main as run  # noqa: PLC0415 -- importing may be interrupted

        run()
    except KeyboardInterrupt:
        sys.exit(130)  # what a shell expects after Ctrl-C
