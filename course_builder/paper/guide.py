"""The leader's guide as what is said and done, step by step, with clock times. HTML in it is the renderer's own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from course_builder.content.blocks.question import QuestionBlock, ReflectBlock
from course_builder.content.blocks.text import Text
from course_builder.content.course import Course
from course_builder.content.models.agenda import FacilitatorNotes
from course_builder.content.models.film import FilmDiscussion, Pause
from course_builder.content.models.lesson import Lesson
from course_builder.content.models.quiz import Quiz
from course_builder.content.render.dates import lasting
from course_builder.content.render.film_time import clock
from course_builder.content.render.paint import Paint
from course_builder.content.step import Step
from course_builder.paper.hour_words import WORDS
from course_builder.paper.matter import Matter, matter, talks
from course_builder.paper.occasion import Occasion
from course_builder.player.hour.leader_speech import ALOUD
from course_builder.player.hour.pieces import bare
from course_builder.player.hour.scene import Page, scene
from course_builder.player.words import words

SIDES = ("facts", "listen_for", "pitfalls", "support")


@dataclass(frozen=True)
class Stop:
    """Where the film stops: what is asked, how, and for how long."""

    at: str
    ask: str
    how: str
    seconds: int


@dataclass(frozen=True)
class Notes:
    """What its leader needs. Provisions are links to the cards at the end of the guide."""

    facts: tuple[str, ...] = ()
    listen_for: tuple[str, ...] = ()
    pitfalls: tuple[str, ...] = ()
    support: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.facts or self.listen_for or self.pitfalls or self.support)


@dataclass(frozen=True)
class Talk:
    """A film discussion as a whole, told before its first step."""

    title: str
    purpose: str
    note: str
    notes: Notes


@dataclass(frozen=True)
class Moment:
    """One step. `title` is what the plan calls it, `heading` how the guide does: a question stands in `say`, which are
    lines to read aloud. `text` is what the wall shows and can be read or told."""

    id: str
    number: int
    clock: str
    minutes: int
    title: str
    heading: str
    lead: str
    form: str
    say: tuple[str, ...]
    text: str
    stops: tuple[Stop, ...]
    link: str
    actions: tuple[str, ...] | None
    notes: Notes
    talk: Talk | None
    """Of the first step of a film discussion."""


@dataclass(frozen=True)
class Line:
    """Of a film's text. `stop`: here it stops."""

    time: str
    text: str
    sound: bool = False
    stop: bool = False


@dataclass(frozen=True)
class Transcript:
    title: str
    lines: tuple[Line, ...]


class Script:
    """`moments` in order; `ends` is the clock when they are over. `described`: the film stops at the described times.

    `cards` are the provisions and articles that the notes name, with when they were checked.
    """

    def __init__(
        self, course: Course, steps: Sequence[Step], occasion: Occasion, described: bool = False
    ) -> None:
        self.course, self.occasion, self.described = course, occasion, described
        self.words = WORDS[course.language]
        self.paint = Paint(course, words(course.language))
        self.minutes = sum(step.minutes for step in steps)
        self.ends = occasion.clock(self.minutes, course.language)
        with self.paint.scope("law") as cited:
            self.moments = tuple(self._moments(steps))
            self.cards = self.paint.cards(cited)
        self.transcripts = tuple(self._transcript(talk) for talk in talks(course, steps))
        self.content_notes = tuple(
            dict.fromkeys(one.talk.note for one in self.moments if one.talk and one.talk.note)
        )

    def _moments(self, steps: Sequence[Step]) -> Iterator[Moment]:
        at, told = 0, set[str]()
        for number, step in enumerate(steps, 1):
            about = matter(self.course, step)
            talk = about.part if isinstance(about.part, FilmDiscussion) else None
            first = talk is not None and talk.id not in told
            told |= {talk.id} if talk else set()
            yield self._moment(number, at, step, about, self._talk(talk) if talk and first else None)
            at += step.minutes

    def _moment(self, number: int, at: int, step: Step, about: Matter, talk: Talk | None) -> Moment:
        film = about.part if isinstance(about.part, FilmDiscussion) and step.kind == "film" else None
        return Moment(
            id=step.id, number=number, clock=self.occasion.clock(at, self.course.language), minutes=step.minutes,
            title=step.title, heading=self._heading(step), lead=self.words[step.lead] if step.lead else "", form=step.form or "",
            say=tuple(self._say(step, about)), text=self._text(step, about),
            stops=tuple(self._stops(film)) if film else (), link=(film.film.url or "") if film else "",
            actions=self.occasion.actions if step.kind == "actions" else None,
            notes=self._notes(about.notes), talk=talk,
        )  # fmt: skip

    def _say(self, step: Step, about: Matter) -> Iterator[str]:
        """A line for each question, and how it is talked about."""
        language = self.course.language
        if about.question is not None:
            before = "say_before" if step.kind == "before" else "say_after"
            yield self.words[before].format(ask=self.paint.plain(about.question.ask))
        elif step.kind == "film" and isinstance(about.part, FilmDiscussion):
            yield from self._say_film(about.part)
        elif f"say_{step.kind}" in self.words:
            yield self.words[f"say_{step.kind}"]
        if isinstance(about.part, Lesson) and step.kind != "agree":
            blocks = (one for one in about.part.blocks if isinstance(one, ReflectBlock | QuestionBlock))
            yield from (self.paint.plain(one.question.asked) for one in blocks)
        if step.method:
            yield ALOUD[language][step.method]

    def _say_film(self, talk: FilmDiscussion) -> Iterator[str]:
        length = lasting(max(1, round(talk.film.length / 60)), self.course.language)
        stops = len(talk.pauses)
        said = [
            self.words["say_film"].format(
                title=self.paint.plain(talk.film.title or talk.title), length=length
            )
        ]
        if stops:
            times = self.words["times_1"] if stops == 1 else self.words["times"].format(count=stops)
            said.append(self.words["say_film_stops"].format(times=times))
        yield " ".join(said)
        yield from (self.paint.plain(one) for one in (talk.watch_for,) if one)

    def _text(self, step: Step, about: Matter) -> str:
        if step.text is not None:
            return bare(self.paint.markdown(step.text))
        if isinstance(about.part, Lesson):
            texts = (one for one in about.part.blocks if isinstance(one, Text))
            return bare("".join(self.paint.markdown(one.markdown) for one in texts))
        if isinstance(about.part, Quiz):
            asked = "".join(f"<li>{self._inline(one.asked)}</li>" for one in about.part.questions)
            return f"<ol>{asked}</ol><p>{self.words['key_apart']}</p>"
        return ""

    def _stops(self, talk: FilmDiscussion) -> Iterator[Stop]:
        methods = ALOUD[self.course.language]
        for pause in sorted(talk.pauses, key=lambda one: one.at_):
            moment = pause.described_at if self.described and pause.described_at else pause.at_
            how = methods[pause.method] if pause.method else ""
            yield Stop(clock(moment), self._inline(pause.ask), how, pause.seconds)

    def _talk(self, talk: FilmDiscussion) -> Talk:
        return Talk(
            title=self._inline(talk.title), purpose=self._inline(talk.purpose or ""), note=self._inline(talk.film.content_note or ""),
            notes=self._notes(talk.facilitator),
        )  # fmt: skip

    def _inline(self, text: str) -> str:
        """Without links: only what the leader needs names its provisions."""
        return bare(self.paint.inline(text))

    def _notes(self, said: FacilitatorNotes | None) -> Notes:
        if said is None:
            return Notes()
        return Notes(**{name: tuple(self.paint.inline(one) for one in getattr(said, name)) for name in SIDES})

    def _heading(self, step: Step) -> str:
        return self.words[step.kind] if step.kind in ("before", "after") else step.title

    def _transcript(self, talk: FilmDiscussion) -> Transcript:
        stops = {one.id: one for one in talk.pauses}
        return Transcript(self._inline(talk.title), tuple(self._lines(scene(talk, self.paint), stops)))

    def _lines(self, pages: Sequence[Page], stops: Mapping[str, Pause]) -> Iterator[Line]:
        for page in pages:
            yield from (Line(one["time"], one["text"], one["sound"]) for one in page["lines"])
            if page["stop"]:
                stop = stops[page["stop"]]
                yield Line(clock(stop.at_), self.paint.plain(stop.ask), stop=True)
