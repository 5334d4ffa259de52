"""What is new in a course since somebody read it, in a few lines, and only about what she has read."""

from collections.abc import Collection, Iterator

from course_builder.content.blocks import FilmBlock, QuizBlock
from course_builder.content.course import Course, Part, SharedSet
from course_builder.content.models.film import FilmDiscussion
from course_builder.content.models.lesson import Lesson
from course_builder.content.models.quiz import Quiz
from course_builder.content.plain import plain
from course_builder.content.problems import Language
from course_builder.library.sections import changed_sections

MOST = 6
NAMED = 3
LONGEST = 60


def news(old: Course, new: Course, language: Language, read: Collection[str]) -> tuple[str, ...]:
    """`read` are the keys of the parts she has read or answered. Nothing when none of that has changed."""
    lines = [sv if language == "sv" else en for sv, en in _news(old, new, read)]
    return _few(list(dict.fromkeys(lines)), language)


def new_since(old: Course, new: Course, language: Language) -> tuple[str, ...]:
    """For somebody who has completed the old course: what has changed in it, and what has come to it."""
    return _few(all_new_since(old, new, language), language)


def all_new_since(old: Course, new: Course, language: Language) -> list[str]:
    """However many lines it takes."""
    known = {part.key for part in old.parts}
    added = [part.title for part in new.parts if part.key not in known]
    word = "Nytt: {}" if language == "sv" else "New: {}"
    changed = dict.fromkeys(sv if language == "sv" else en for sv, en in _news(old, new, known))
    return [*changed, *(word.format(_quoted(title, language)) for title in added)]


def _few(lines: list[str], language: Language) -> tuple[str, ...]:
    if len(lines) <= MOST:
        return tuple(lines)
    left = len(lines) - MOST + 1
    rest = f"Och {left} ändringar till." if language == "sv" else f"And {left} more changes."
    return (*lines[: MOST - 1], rest)


def _news(old: Course, new: Course, read: Collection[str]) -> Iterator[tuple[str, str]]:
    after = {part.key: part for part in new.parts}
    known = [part for part in old.parts if part.key in read]
    for part in known:
        if part.key in after:
            yield from _changed(part, after[part.key])
        else:
            yield f"{_sv(part)} är borttaget.", f"{_en(part)} is gone."
    inside = _sets_in(known, old, read)
    for one in inside:
        if one.id in new.shared:
            yield from _changed(one, new.shared[one.id])
    words = "\0".join(_words(one) for one in (*known, *inside))
    yield from _law(old, new, words)


def _sets_in(parts: Collection[Part], course: Course, read: Collection[str]) -> list[SharedSet]:
    """Quizzes and film discussions that stand inside lessons: those of lessons she has read, and those she has begun."""
    blocks = (block for part in parts if isinstance(part, Lesson) for block in part.blocks)
    used = {block.use for block in blocks if isinstance(block, QuizBlock | FilmBlock)}
    whole = {part.key for part in course.parts}
    return [
        one for one in course.shared.values() if one.id in used or (one.key in read and one.key not in whole)
    ]


def _changed(before: Part, now: Part) -> Iterator[tuple[str, str]]:
    if isinstance(before, Lesson) and isinstance(now, Lesson):
        yield from _lesson(before, now)
    elif isinstance(before, Quiz) and isinstance(now, Quiz):
        yield from _quiz(before, now)
    elif isinstance(before, FilmDiscussion) and isinstance(now, FilmDiscussion):
        yield from _film(before, now)


def _lesson(before: Lesson, now: Lesson) -> Iterator[tuple[str, str]]:
    if before.source == now.source:
        return
    under = changed_sections(before.source, now.source)
    if under and len(under) <= NAMED and "" not in under:
        sv, en = (", ".join(_quoted(title, language) for title in under) for language in ("sv", "en"))
        yield f"{_sv(now)}: vi har ändrat under {sv}.", f"{_en(now)}: we have changed what stands under {en}."
    else:
        yield f"{_sv(now)}: vi har ändrat i texten.", f"{_en(now)}: we have changed the text."


def _quiz(before: Quiz, now: Quiz) -> Iterator[tuple[str, str]]:
    old, new = ({question.id: question for question in quiz.questions} for quiz in (before, now))
    for name, question in new.items():
        if name in old and old[name].model_dump_json() != question.model_dump_json():
            asked = _start(question.asked)
            yield (
                f"{_sv(now)}: frågan {_quoted(asked, 'sv')} är ändrad. Poäng som du har fått står kvar.",
                f"{_en(now)}: the question {_quoted(asked, 'en')} has changed. Points you have stay.",
            )
    added, gone = len(new.keys() - old.keys()), len(old.keys() - new.keys())
    if added:
        yield (
            f"{_sv(now)}: {added} nya frågor." if added > 1 else f"{_sv(now)}: en ny fråga.",
            f"{_en(now)}: new questions: {added}.",
        )
    if gone:
        yield (
            f"{_sv(now)}: {gone} frågor är borta." if gone > 1 else f"{_sv(now)}: en fråga är borta.",
            f"{_en(now)}: questions taken away: {gone}.",
        )


def _film(before: FilmDiscussion, now: FilmDiscussion) -> Iterator[tuple[str, str]]:
    if _file(before) != _file(now):
        yield f"{_sv(now)}: filmen är ny.", f"{_en(now)}: the film is new."
    elif _for_learners(before) != _for_learners(now):
        yield (
            f"{_sv(now)}: vi har ändrat i frågorna eller texten.",
            f"{_en(now)}: we have changed the questions or the text.",
        )


def _file(discussion: FilmDiscussion) -> str | None:
    film = discussion.film
    return film.file.blob.sha256 if film.file is not None else film.url


def _for_learners(discussion: FilmDiscussion) -> str:
    """Without what only the one who leads the talk may see."""
    return discussion.model_dump_json(exclude={"facilitator"})


def _law(old: Course, new: Course, words: str) -> Iterator[tuple[str, str]]:
    """Provisions and articles that what she has read refers to, and that now read differently."""
    for name, entry in old.law.items():
        after = new.law.get(name)
        if after is not None and f"(law:{name})" in words and after.wordings != entry.wordings:
            yield f"Det som står om {after.name} är ändrat.", f"What is said of {after.name} has changed."
    for number, article in old.crc.items():
        changed = new.crc.get(number)
        if changed is not None and f"(crc:{number})" in words and changed.says != article.says:
            yield (
                f"Det som står om artikel {number} är ändrat.",
                f"What is said of article {number} has changed.",
            )


def _words(part: Part) -> str:
    return part.source if isinstance(part, Lesson) else part.model_dump_json()


def _sv(part: Part) -> str:
    kind = {"lesson": "Avsnittet", "quiz": "Quizet", "film": "Filmsamtalet"}[part.part_kind]
    return f"{kind} {_quoted(part.title, 'sv')}"


def _en(part: Part) -> str:
    kind = {"lesson": "The lesson", "quiz": "The quiz", "film": "The film discussion"}[part.part_kind]
    return f"{kind} {_quoted(part.title, 'en')}"


def _quoted(text: str, language: Language) -> str:
    return f"”{plain(text)}”" if language == "sv" else f"“{plain(text)}”"


def _start(text: str) -> str:
    words = plain(text)
    return words if len(words) <= LONGEST else words[:LONGEST].rpartition(" ")[0] + " …"
