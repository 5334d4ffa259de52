"""The questions of the download dialog: each choice of a build in plain words, the default first."""

from collections.abc import Mapping
from dataclasses import dataclass

from course_builder.content.course import Course
from course_builder.content.problems import Language
from course_builder.packaging.options import BuildOptions


@dataclass(frozen=True)
class Choice:
    value: str
    sv: str
    en: str

    def label(self, language: Language) -> str:
        return self.sv if language == "sv" else self.en


@dataclass(frozen=True)
class Question:
    name: str
    ask: Choice
    choices: tuple[Choice, ...]


def _question(name: str, sv: str, en: str, *choices: Choice) -> Question:
    return Question(name, Choice(name, sv, en), choices)


QUESTIONS = (
    _question(
        "done_when",
        "Kursen räknas som genomförd när …",
        "The course counts as done when …",
        Choice("rule", "kursens egen regel är uppfylld", "the course's own rule is met"),
        Choice("lessons", "alla avsnitt är lästa", "every lesson has been read"),
        Choice("quizzes", "varje quiz är godkänt", "every quiz is passed"),
        Choice(
            "both",
            "alla avsnitt är lästa och varje quiz är godkänt",
            "every lesson has been read and every quiz is passed",
        ),
    ),
    _question(
        "fail_reports",
        "Portalen får veta det här om den som inte når gränsen",
        "What the portal is told about someone below the pass mark",
        Choice(
            "incomplete",
            "påbörjad (incomplete), så länge det finns försök kvar",
            "started (incomplete), as long as there are attempts left",
        ),
        Choice(
            "failed",
            "inte godkänd än (failed). Vissa portaler stänger då kursen för nya försök",
            "not passed yet (failed). Some portals then close the course to new attempts",
        ),
    ),
    _question(
        "mastery",
        "Gräns för godkänt i paketet",
        "Mastery score in the package",
        Choice(
            "no",
            "nej, kursen avgör själv. Det fungerar i de flesta portaler",
            "no, the course decides. That works in most portals",
        ),
        Choice(
            "yes",
            "ja, portalen får gränsen och kan avgöra på egen hand",
            "yes, the portal gets the mark and may decide on its own",
        ),
    ),
    _question(
        "fonts",
        "Typsnitt",
        "Fonts",
        Choice("yes", "kursens egna typsnitt följer med", "the course's own fonts are included"),
        Choice(
            "no",
            "datorns typsnitt används. Paketet blir mindre",
            "the computer's fonts are used. The package is smaller",
        ),
    ),
)


def chosen(course: Course, answers: Mapping[str, str]) -> BuildOptions:
    """The options behind the answers of a form; what was not answered takes its default."""
    values = {question.name: _answer(question, answers) for question in QUESTIONS}
    own = course.completion
    mark = own.pass_ if own.mastery is None else own.mastery
    return BuildOptions(
        done_when=values["done_when"],  # type: ignore[arg-type]  # _answer let no other through
        fail_reports=values["fail_reports"],  # type: ignore[arg-type]
        mastery=mark if values["mastery"] == "yes" else None,
        fonts=values["fonts"] == "yes",
    )


def _answer(question: Question, answers: Mapping[str, str]) -> str:
    allowed = [choice.value for choice in question.choices]
    answer = answers.get(question.name, allowed[0])
    if answer not in allowed:
        raise ValueError(f"{question.name} is none of {', '.join(allowed)}: {answer!r}")
    return answer
