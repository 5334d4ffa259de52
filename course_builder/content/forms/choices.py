"""The words for what can be chosen."""

from collections.abc import Mapping
from typing import Any

from course_builder.content.forms.words import Words
from course_builder.content.models import agenda, course, film
from course_builder.content.models.course import Completion, CourseFile

Choices = Mapping[str, Words]

AUDIENCE = {
    "ombud": Words("Ombud", "Representatives"), "chef": Words("Chefer", "Managers"),
    "politiker": Words("Förtroendevalda", "Elected"), "tjänsteperson": Words("Tjänstepersoner", "Officials"),
    "extern": Words("Externa", "External"), "medarbetare": Words("Alla medarbetare", "All staff"),
}  # fmt: skip
LEAD = {"chef": Words("Chefen", "The manager"), "ombud": Words("Ombudet", "The representative")}
METHOD = {
    "epa": Words("Ensam, par, alla", "Alone, pairs, all"), "bikupa": Words("Bikupa: två och två", "Buzz: two and two"),
    "runda": Words("Runda: en i taget", "Round: one at a time"), "fyra-hörn": Words("Fyra hörn", "Four corners"),
    "linje": Words("Linje", "Line"), "tyst": Words("Tyst för sig själv", "In silence"),
}  # fmt: skip
STEP = {
    "se": Words("Se: vad hände?", "See: what happened?"), "tolka": Words("Tolka: varför?", "Interpret: why?"),
    "överföra": Words("Överföra: hur är det hos oss?", "Transfer: how is it with us?"),
    "handla": Words("Handla: vad gör vi?", "Act: what do we do?"),
}  # fmt: skip
LANGUAGE = {"sv": Words("Svenska", "Swedish"), "en": Words("Engelska", "English")}
COURSE_KIND = {
    "self-paced": Words("I egen takt", "In one's own time"),
    "meeting": Words("APT-timme", "APT hour"),
}
LESSONS = {
    "all": Words("Alla ska vara lästa", "All must be read"),
    "none": Words("Räknas inte", "Do not count"),
}
QUIZZES = {
    "passed": Words("Varje quiz ska vara godkänt", "Each must be passed"),
    "taken": Words("Varje quiz ska vara gjort", "Each must be taken"),
    "none": Words("Räknas inte", "Do not count"),
}  # fmt: skip

QUESTION: Choices = {
    "choice": Words("Ett rätt svar", "One right answer"), "choices": Words("Flera rätta svar", "Several right answers"),
    "truth": Words("Stämmer eller stämmer inte", "True or not"), "text": Words("Kort svar med egna ord", "A short answer"),
    "gaps": Words("Text med luckor", "A text with gaps"), "number": Words("Ett tal", "A number"),
    "match": Words("Para ihop", "Put together"), "order": Words("Rätt ordning", "The right order"),
    "scale": Words("Skala utan rätt svar", "A scale without a right answer"),
    "reflect": Words("Att fundera på", "Something to think about"),
}  # fmt: skip
"""The kinds of question, the most common first."""

BLOCK: Choices = {
    "question": Words("Fråga att öva på", "A question for practice"), "reflect": Words("Fråga att fundera på", "Something to think about"),
    "case": Words("Berättelse med val", "A story with choices"), "checklist": Words("Checklista", "Checklist"),
    "timeline": Words("Tidslinje", "Timeline"), "local": Words("Så är det hos oss", "How it is here"),
    "download": Words("Fil att ladda ner", "A file to download"), "film": Words("Film", "Film"), "quiz": Words("Quiz", "Quiz"),
}  # fmt: skip
"""What a fence of a lesson is called."""

_BY_LITERAL: Mapping[Any, Choices] = {
    course.Audience: AUDIENCE, agenda.Lead: LEAD, agenda.Method: METHOD, film.Step: STEP,
    CourseFile.model_fields["language"].annotation: LANGUAGE,
    Completion.model_fields["lessons"].annotation: LESSONS, Completion.model_fields["quizzes"].annotation: QUIZZES,
}  # fmt: skip


def choices_of(literal: Any) -> Choices:
    """The words for the values of a Literal; raises KeyError for one without words."""
    return _BY_LITERAL[literal]
