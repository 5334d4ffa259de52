"""What an event says to the person it is about. Values come in with their own words; nothing here is computed."""

from collections.abc import Mapping

from course_builder.learning.events import Kind

Two = tuple[str, str]
"""Swedish and English."""

SAID: Mapping[str, Two] = {
    Kind.OPENED: ("Kursen påbörjades i {version}.", "The course was begun in {version}."),
    Kind.MOVED: ("Kursen fortsatte i {version}.", "The course went on in {version}."),
    Kind.TOLD: ("Nyheterna i {version} visades.", "What is new in {version} was shown."),
    Kind.READ: ("”{part}” lästes.", "“{part}” was read."),
    Kind.STARTED: (
        "Quizet ”{quiz}”: försök {number} påbörjades.",
        "The quiz “{quiz}”: attempt {number} began.",
    ),
    Kind.FINISHED: (
        "Quizet ”{quiz}”: försök {number} gav {earned} av {possible} poäng.",
        "The quiz “{quiz}”: attempt {number} gave {earned} of {possible} points.",
    ),
    Kind.REACHED: ("Enligt kursens regel: {verdict}.", "By the rule of the course: {verdict}."),
    Kind.COMPLETED: ("Genomförd {on}{result}. Källa: {source}.", "Completed {on}{result}. Source: {source}."),
    Kind.REGISTERED: (
        "Uppgift om {on}{result}. Källa: {source}{gone_through}.",
        "Record of {on}{result}. Source: {source}{gone_through}.",
    ),
    Kind.CORRECTED: ("Uppgiften rättades{change}. {why}", "The record was corrected{change}. {why}"),
    Kind.WITHDRAWN: ("Uppgiften drogs tillbaka. {why}", "The record was withdrawn. {why}"),
    Kind.CERTIFIED: ("Intyg utfärdades.", "A certificate was issued."),
    Kind.UNCERTIFIED: ("Intyget drogs tillbaka. {why}", "The certificate was withdrawn. {why}"),
    Kind.EXEMPTED: (
        "Kursen begärs inte längre för dig. {why}",
        "The course is no longer asked of you. {why}",
    ),
    Kind.ASKED_AGAIN: ("Kursen begärs för dig igen.", "The course is asked of you again."),
}
SOURCES: Mapping[str, Two] = {
    "here": ("här", "here"),
    "portal": ("portalen", "the portal"),
    "apt": ("på APT", "at an APT"),
    "by_hand": ("registrerad i efterhand", "by hand"),
}
PASSED: Mapping[bool | None, Two] = {
    True: (", godkänd", ", passed"),
    False: (", inte godkänd än", ", not passed yet"),
    None: ("", ""),
}
VERDICTS: Mapping[tuple[str, str], Two] = {
    ("completed", "passed"): ("genomförd och godkänd", "completed and passed"),
    ("completed", "failed"): ("genomförd", "completed"),
    ("completed", "unknown"): ("genomförd", "completed"),
    ("incomplete", "passed"): ("godkänd, något återstår att läsa", "passed, something is left to read"),
    ("incomplete", "failed"): ("inte godkänd än", "not passed yet"),
    ("incomplete", "unknown"): ("påbörjad", "started"),
}
REASONS: Mapping[str, Two] = {
    "another-try": ("Ett nytt försök gav ett annat resultat.", "Another attempt gave another result."),
    "not-there": ("Närvarolistan rättades.", "The attendance list was corrected."),
    "wrong-person": ("Den gällde någon annan.", "It was about somebody else."),
    "wrong-date": ("Datumet var fel.", "The date was wrong."),
    "wrong-course": ("Den gällde en annan kurs.", "It was about another course."),
    "wrong-result": ("Resultatet var fel.", "The result was wrong."),
    "on-leave": ("Du är ledig från uppdraget.", "You are on leave from the appointment."),
    "done-before": ("Du har gått en motsvarande kurs.", "You have taken a course like it."),
    "other-duties": ("Dina arbetsuppgifter berörs inte.", "Your duties are not concerned."),
    "decided": ("Enligt beslut.", "By decision."),
    "contradicted": ("En lista sa något annat.", "A list said otherwise."),
    "corrected": ("Raden i listan rättades.", "The row of the list was corrected."),
    "list-undone": ("Listan som den kom med togs tillbaka.", "The list it came with was taken back."),
}
"""Codes of corrections, withdrawals and exemptions. Another code is shown as it is."""
DUE: Two = ("Enligt regionens beslut {decision} gäller det till {until}.", "By the region's decision {decision} it holds until {until}.")  # fmt: skip
ASKED: Two = ("Kursen begärs för dig{due}.", "The course is asked of you{due}.")
BY: Two = (", helst klar {due}", ", preferably by {due}")
OWN_CHOICE: Two = ("Ingen har begärt kursen av dig: den är ett eget val.", "Nobody asked you to take the course: it is your own choice.")  # fmt: skip
UNKNOWN: Two = (
    "Kursen görs i portalen, och ingen lista har kommit därifrån. Därför vet vi inte.",
    "The course is taken in the portal, and no list has come from there. So nobody knows.",
)
GONE_THROUGH: Two = (", version {number} av kursen", ", version {number} of the course")
"""Of a record whose version is known: an APT hour is held on one."""
VERSION: Two = ("version {number}", "version {number}")
GONE: Two = ("ett avsnitt som inte finns kvar", "a lesson that is gone")
