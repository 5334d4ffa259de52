"""Every question has a right answer, and every answer gets an explanation."""

from collections.abc import Iterator

from course_builder.content.checks.context import Checked
from course_builder.content.problems import Code, Problem
from course_builder.content.questions import AnyQuestion
from course_builder.content.questions.choice import Choice
from course_builder.content.questions.choices import Choices
from course_builder.content.questions.gaps import Gaps

NO_RIGHT = Code("no-right-answer", "error", "Frågan har inget rätt svar.", "The question has no right answer.", "Skriv right: i stället för wrong: på det som stämmer.", "Write right: instead of wrong: on what holds.")  # fmt: skip
MANY_RIGHT = Code("many-right-answers", "error", "Frågan har flera rätta svar men bara ett kan väljas.", "The question has several right answers but only one can be chosen.", "Byt kind till choices.", "Change kind to choices.")  # fmt: skip
NO_WRONG = Code("no-wrong-answer", "warning", "Alla svar är rätta.", "Every answer is right.", "Lägg till ett alternativ som många tror på.", "Add an option that many believe.")  # fmt: skip
SILENT_OPTION = Code("option-without-feedback", "warning", "Alternativet ”{option}” har ingen återkoppling.", "The option “{option}” has no feedback.", "Skriv varför under because:", "Write why under because:")  # fmt: skip
SILENT = Code("question-without-feedback", "warning", "Frågan har ingen återkoppling.", "The question has no feedback.", "Skriv vad som gäller och varför under because:", "Write what holds and why under because:")  # fmt: skip
BLANKS = Code("gaps-count", "error", "Texten har {blanks} luckor men {gaps} svar.", "The text has {blanks} blanks but {gaps} gaps.", "Skriv ___ för varje lucka, i samma ordning.", "Write ___ for each gap, in the same order.")  # fmt: skip


def check(checked: Checked) -> Iterator[Problem]:
    for question in checked.course.questions:
        yield from of_question(question)


def of_question(question: AnyQuestion) -> Iterator[Problem]:
    if isinstance(question, Choice | Choices):
        yield from _options(question)
    elif isinstance(question, Gaps) and question.blanks != len(question.gaps):
        yield BLANKS.at(question.at("text"), blanks=question.blanks, gaps=len(question.gaps))
    elif question.graded and question.because is None:
        yield SILENT.at(question.place)


def _options(question: Choice | Choices) -> Iterator[Problem]:
    right = [option for option in question.options if option.is_right]
    if not right:
        yield NO_RIGHT.at(question.place)
    if isinstance(question, Choice) and len(right) > 1:
        yield MANY_RIGHT.at(question.place)
    if len(right) == len(question.options):
        yield NO_WRONG.at(question.place)
    for option in question.options:
        if option.because is None:
            yield SILENT_OPTION.at(option.place, option=option.text)
