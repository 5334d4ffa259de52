"""Through a course from the first part to the last by keyboard, and what was answered on the way."""

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from course_builder.content.blocks.case import Case
from course_builder.content.course import Course, Part
from course_builder.content.marking import mark
from course_builder.content.models.lesson import Lesson
from course_builder.content.plain import plain
from course_builder.content.questions.question import Answer, Question
from tests.acceptance.answers import give, wrong
from tests.acceptance.keyboard import Keyboard, Lost, Stop

THOUGHT = "Vi hejar."
AGAIN = "Försök igen"
TRIES = ("Starta quizet", AGAIN)
ONWARD = (*TRIES, "Nästa fråga", "Se resultatet")
LAST = "Jag är klar"
CONTROLS = ("radio", "checkbox", "textbox", "combobox")
MOST_STOPS = 250

Knows = Callable[[Question, int], bool]
"""Whether the person answers rightly, at which try."""
Heard = Callable[[], object]
"""Waits until the page has heard what became of an answer."""


@dataclass(frozen=True)
class Given:
    """An answer as the portal should hear of it; `attempt` is the number of the try."""

    question: Question
    answer: Answer
    attempt: int

    @property
    def mark(self) -> float | None:
        return mark(self.question.data(), self.answer)


def knows_all(question: Question, attempt: int) -> bool:
    return True


def at_once() -> None:
    """The page marks the answer itself."""


class Walk:
    def __init__(
        self,
        keyboard: Keyboard,
        course: Course,
        knows: Knows = knows_all,
        tries: int = 2,
        heard: Heard = at_once,
    ) -> None:
        """`tries`: how often a quiz is taken before the person gives up."""
        self.keyboard = keyboard
        self.heard = heard
        self.course = course
        self.knows = knows
        self.tries = tries
        self.given: list[Given] = []
        self.stories: list[Case] = []
        self.attempts: dict[str, int] = {}
        self._questions = {question.key: question for question in course.questions}
        self._quiz_of = {one.key: quiz for quiz in course.quizzes for one in quiz.questions}

    def enter(self) -> Stop:
        """From the top of the page, past the outline."""
        return self.keyboard.activate("link", "Till innehållet")

    def study(self, part: Part, answers: int | None = None) -> Stop:
        """On to the end of the part, or until so many answers are given; every question met is answered."""
        ways = dict(_ways(part))
        given = len(self.given)
        for _ in range(MOST_STOPS):
            if answers is not None and len(self.given) - given == answers:
                return self.keyboard.here()
            stop = self.keyboard.tab()
            if stop.lost:
                raise Lost(f"in {part.title}: nothing has the focus")
            if is_end(stop):
                return stop
            self._meet(stop, ways)
        raise Lost(f"{part.title} does not end")

    def onward(self) -> Stop:
        """To the next part, from the link that leads there."""
        stop = self.keyboard.here()
        self.keyboard.key("Enter")
        if stop.role == "button":
            return self.keyboard.landed(lambda now: now.role == "paragraph", "at the end of the course")
        title = stop.name.removeprefix("Nästa: ")
        return self.keyboard.landed(lambda now: now.is_("heading", title), f"after {stop}")

    def _meet(self, stop: Stop, ways: dict[str, Case]) -> None:
        keyboard = self.keyboard
        if stop.question:
            if stop.role in CONTROLS or stop.name.startswith("Flytta "):
                self._answer(self._questions[stop.question])
        elif stop.role == "button" and stop.name in ONWARD:
            if stop.name != AGAIN or self._tries_again():
                self._press(stop.name)
        elif stop.role == "checkbox":
            keyboard.key("Space")
        elif stop.role == "textbox":
            keyboard.write(THOUGHT)
        elif stop.role == "button" and stop.name in ways:
            self._tell(ways.pop(stop.name))

    def _press(self, name: str) -> None:
        self.keyboard.activate("button", name)
        if name in TRIES:  # the questions may come from a server
            self.keyboard.landed(lambda stop: bool(stop.question), f"after {name!r}")

    def _tries_again(self) -> bool:
        quiz = self._quiz_of[self.given[-1].question.key]
        attempt = self.attempts.get(quiz.id, 1)
        self.attempts[quiz.id] = min(attempt + 1, self.tries)
        return attempt < self.tries

    def _answer(self, question: Question) -> None:
        quiz = self._quiz_of.get(question.key)
        attempt = self.attempts.get(quiz.id if quiz else "", 1)
        right = self.knows(question, attempt)
        answer = question.sample(right=True) if right else wrong(question)
        if question.kind == "reflect":
            answer = THOUGHT
        give(self.keyboard, question, answer)
        self.heard()
        self.given.append(Given(question, answer, attempt))

    def _tell(self, story: Case) -> None:
        """A story is followed to an end by its shortest way."""
        for choice in shortest(story):
            self.keyboard.activate("button", choice)
        self.stories.append(story)


def is_end(stop: Stop) -> bool:
    return (stop.role == "link" and stop.name.startswith("Nästa: ")) or stop.is_("button", LAST)


def _ways(part: Part) -> Iterator[tuple[str, Case]]:
    """The stories of a part, by the name of the first button of each."""
    blocks = part.blocks if isinstance(part, Lesson) else ()
    for block in blocks:
        if isinstance(block, Case):
            yield plain(block.scenes[0].choices[0].choose), block


def shortest(story: Case) -> list[str]:
    """The choices that lead from the first scene to an end."""
    scenes = {scene.id: scene for scene in story.scenes}
    waiting: deque[tuple[str, list[str]]] = deque([(story.scenes[0].id, [])])
    seen = set()
    while waiting:
        name, way = waiting.popleft()
        if not scenes[name].choices:
            return way
        seen.add(name)
        waiting += [
            (one.then, [*way, plain(one.choose)]) for one in scenes[name].choices if one.then not in seen
        ]
    raise Lost(f"the story {story.id} has no end")


def best(course: Course, given: list[Given]) -> Mapping[str, tuple[float, float]]:
    """Points earned and possible of the best attempt at every quiz, as Python marks them."""
    found: dict[str, tuple[float, float]] = {}
    for quiz in course.quizzes:
        possible = sum(question.points for question in quiz.questions if question.graded)
        attempts = {one.attempt for one in given if one.question in quiz.questions}
        for attempt in attempts:
            of_it = [one for one in given if one.question in quiz.questions and one.attempt == attempt]
            earned = sum(one.question.points * (one.mark or 0) for one in of_it)
            found[quiz.id] = max(found.get(quiz.id, (0.0, possible)), (earned, possible))
    return found
