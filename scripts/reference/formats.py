"""docs/reference/formats.md: the package formats and what may be chosen."""

from course_builder.packaging.choices import QUESTIONS, Question
from course_builder.packaging.formats import formats

HEAD = """# Package formats

`course-builder build COURSE --format NAME[,NAME...] --output DIR` writes `COURSE-NAME.zip` and, beside it, a letter to the one
who puts it into the portal. Each option below is also a question in the download dialog; the first answer is the default.

A meeting and a film discussion have a kit too, for the one who leads and for no portal: `course-builder kit COURSE --plan 60 --output DIR`.

| name | på svenska | in English |
| --- | --- | --- |
"""


def page() -> str:
    rows = []
    for name, found in formats().items():
        cells = (f"**{found.label[language]}** {found.use[language]}" for language in ("sv", "en"))
        rows.append(f"| `{name}` | {' | '.join(cells)} |\n")
    return HEAD + "".join(rows) + "".join(_question(question) for question in QUESTIONS)


def _question(question: Question) -> str:
    lines = [f"\n## --{question.name.replace('_', '-')}\n", f"\n{question.ask.sv} / {question.ask.en}\n\n"]
    lines += [f"- `{choice.value}`: {choice.sv} / {choice.en}\n" for choice in question.choices]
    return "".join(lines)
