"""The hour in other lengths: items that are there, minutes that add up, a film that fits."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from course_builder.content.checks.context import Checked
from course_builder.content.checks.meeting import (
    FILM,
    GIVEN,
    LATE,
    LEAST,
    NO_LEAST,
    STIFF,
    SUM,
    followed,
    gives,
)
from course_builder.content.course import Course
from course_builder.content.item_steps import item_steps
from course_builder.content.laid import Laid, laid_out
from course_builder.content.models.film import FilmDiscussion
from course_builder.content.models.variant import Variant, VariantItem, VariantQuestion
from course_builder.content.problems import Code, Place, Problem
from course_builder.content.talk_steps import fitted

TWICE = Code("variant-twice", "error", "Det finns redan en träff på {minutes} minuter: {first}.", "There is a meeting of {minutes} minutes already: {first}.", "En längd är ett namn: skriv andra minuter, eller ta bort den ena.", "A length is a name: write other minutes, or remove one.")  # fmt: skip
UNKNOWN = Code("variant-same", "error", "Agendan har ingen punkt med id:t {id}.", "The agenda has no item with the id {id}.", "{near_sv}", "{near_en}")  # fmt: skip
AGAIN = Code("variant-same-twice", "error", "Punkten {id} är redan med i den här längden.", "The item {id} is in this length already.", "Behåll den på ett ställe.", "Keep it in one place.")  # fmt: skip
NO_FILM = Code("variant-questions", "error", "Punkten {id} har inget filmsamtal att välja frågor ur.", "The item {id} has no film discussion to choose questions of.", "Ta bort questions:", "Remove questions:")  # fmt: skip
NO_QUESTION = Code("variant-question", "error", "Filmsamtalet {title} har ingen fråga med id:t {id} före eller efter filmen.", "The film discussion {title} has no question with the id {id} before or after the film.", "{near_sv}", "{near_en}")  # fmt: skip


def check(checked: Checked) -> Iterator[Problem]:
    course = checked.course
    lengths: dict[int, Place] = {course.own_minutes: course.place} if course.own_minutes else {}
    for variant in course.variants:
        first = lengths.setdefault(variant.minutes, variant.place)
        if first != variant.place:
            yield TWICE.at(variant.at("minutes"), minutes=variant.minutes, first=first)
        yield from _variant(course, variant)


def _variant(course: Course, variant: Variant) -> Iterator[Problem]:
    total = sum(item.minutes for item in variant.agenda)
    if total != variant.minutes:
        yield SUM.at(variant.at("minutes"), total=total, minutes=variant.minutes)
    yield from _same(course, variant)
    yield from followed(variant.agenda)
    there = list(laid_out(course.agenda, variant))
    for written, laid in there:
        yield from _item(written, laid, course.shared.get(laid.item.film or ""))
    if variant.minutes >= LATE and not gives((laid for _, laid in there), course.shared):
        yield STIFF.at(variant.place)


def _same(course: Course, variant: Variant) -> Iterator[Problem]:
    known = {item.id: item.title for item in course.agenda}
    taken: set[str] = set()
    for item in variant.agenda:
        if item.same is None:
            continue
        if item.same not in known:
            yield UNKNOWN.at(item.at("same"), id=item.same, **_near(item.same, known))
        elif item.same in taken:
            yield AGAIN.at(item.at("same"), id=item.same)
        taken.add(item.same)


def _item(written: VariantItem, laid: Laid, shared: object) -> Iterator[Problem]:
    if written.least is not None and written.least > written.minutes:
        yield LEAST.at(written.at("least"), minutes=written.minutes)
    if written.shrink is not None and laid.item.film is not None:
        yield GIVEN.at(written.at("shrink"))
    elif laid.item.shrink is not None and laid.item.least is None:
        yield NO_LEAST.at(written.place)
    if isinstance(shared, FilmDiscussion):
        yield from _film(written, laid, shared)
    elif written.questions and laid.item.film is None:
        yield NO_FILM.at(written.at("questions"), id=laid.item.id)


def _film(written: VariantItem, laid: Laid, film: FilmDiscussion) -> Iterator[Problem]:
    known = {question.id: question.ask for question in film.steps}
    for question in written.questions:
        yield from _question(question, film, known)
    needed = sum(step.minutes for step in fitted(item_steps(laid, film), written.minutes))
    if needed > written.minutes:
        yield FILM.at(written.at("minutes"), title=film.title, needed=needed, minutes=written.minutes)


def _question(question: VariantQuestion, film: FilmDiscussion, known: Mapping[str, str]) -> Iterator[Problem]:
    if question.same not in known:
        near = _near(question.same, known)
        yield NO_QUESTION.at(question.at("same"), title=film.title, id=question.same, **near)
    if question.least is not None and question.minutes is not None and question.least > question.minutes:
        yield LEAST.at(question.at("least"), minutes=question.minutes)


def _near(name: str, known: Mapping[str, str]) -> dict[str, str]:
    """The closest id, or all of them with what they are called."""
    close = get_close_matches(name, known, n=1, cutoff=0.6)
    if close:
        return {"near_sv": f"Menade du {close[0]}?", "near_en": f"Did you mean {close[0]}?"}
    if not known:
        return {"near_sv": "Ta bort raden.", "near_en": "Remove the line."}
    listed = ", ".join(f"{one} ({title})" for one, title in known.items())
    return {"near_sv": f"Välj bland: {listed}.", "near_en": f"Choose from: {listed}."}
