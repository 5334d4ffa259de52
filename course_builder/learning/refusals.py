"""Why something that was sent is not stored, in words for the one who sent it."""

from course_builder.people.refused import Refused


class NotThere(LookupError):
    """The course, quiz, question, attempt or part is not part of what she takes: to be answered like a foreign id."""


class NotAsked(Refused):
    """The attempt did not draw this question."""

    def __init__(self) -> None:
        super().__init__(
            "Den här frågan ingår inte i försöket. Ladda om sidan och fortsätt där.",
            "This question is not part of the attempt. Reload the page and go on there.",
        )


class AnsweredElsewhere(Refused):
    """The question has another answer in this attempt: another tab was first. `mark` is what that one earned."""

    def __init__(self, mark: float | None) -> None:
        super().__init__(
            "Frågan är redan besvarad, kanske i ett annat fönster. Ladda om sidan så ser du svaret som gäller.",
            "The question has been answered already, perhaps in another window. Reload the page to see that answer.",
        )
        self.mark = mark


class KeyUsed(Refused):
    """The key belongs to another answer of hers."""

    def __init__(self) -> None:
        super().__init__(
            "Svaret kunde inte sparas. Ladda om sidan och svara igen.",
            "The answer could not be stored. Reload the page and answer again.",
        )


class TooLong(Refused):
    """More than an answer, a note or a state may be."""

    def __init__(self) -> None:
        super().__init__(
            "Texten är för lång. Korta den och spara igen.",
            "The text is too long. Shorten it and save again.",
        )


class NoTriesLeft(Refused):
    """The quiz has a limit and it is reached."""

    def __init__(self) -> None:
        super().__init__(
            "Du har inga försök kvar på quizet. Dina svar och förklaringarna finns kvar att läsa.",
            "You have no attempts left at this quiz. Your answers and the explanations remain to be read.",
        )


class Moved(Refused):
    """She is on another release by now: her page is old."""

    def __init__(self) -> None:
        super().__init__(
            "Kursen har fått en ny version sedan du öppnade sidan. Ladda om sidan, så fortsätter du i den.",
            "The course has a new version since you opened the page. Reload it to go on there.",
        )


class Personnummer(Refused):
    """The text looks as if it held a personal identity number, and those are stored nowhere."""

    def __init__(self) -> None:
        super().__init__(
            "Det ser ut att stå ett personnummer i texten. Ta bort det och spara igen: personnummer sparas aldrig.",
            "There seems to be a personal identity number in the text. Remove it and save again: they are never stored.",
        )
