"""From a lesson's text to its blocks, every problem on its own line of the file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from course_builder.content.blocks import FENCED, Block
from course_builder.content.blocks.fence import shaped
from course_builder.content.blocks.text import Text
from course_builder.content.ids import IdFinder
from course_builder.content.media import Media, MediaFinder
from course_builder.content.models.lesson import Lesson, LessonHead
from course_builder.content.near import near
from course_builder.content.pieces import Piece
from course_builder.content.problems import Code, Place, Problem, errors
from course_builder.content.sources import Source
from course_builder.content.validate import MAPPING, MEDIA_KIND, MEDIA_MISSING, MEDIA_PATH, UNKNOWN, validate
from course_builder.content.yamltext import NodeMap, parse

UNKNOWN_BLOCK = Code("unknown-block", "error", "Det finns inget inslag som heter {name}.", "There is no block called {name}.", "{hint_sv}", "{hint_en}")  # fmt: skip
OPEN_BLOCK = Code("open-block", "error", "Inslaget {name} avslutas aldrig.", "The block {name} is never closed.", "Skriv {marks} på en egen rad efter inslaget.", "Write {marks} on a line of its own after the block.")  # fmt: skip
OPEN_FRONT = Code("open-front-matter", "error", "Huvudet avslutas aldrig.", "The front matter is never closed.", "Skriv --- på en egen rad efter huvudet.", "Write --- on a line of its own after it.")  # fmt: skip
EMPTY_BLOCK = Code("empty-block", "error", "Inslaget {name} är tomt.", "The block {name} is empty.", "Skriv nyckel: värde, en per rad, eller ta bort inslaget.", "Write key: value, one a line, or remove the block.")  # fmt: skip
NO_TITLE = Code("no-title", "error", "Avsnittet har ingen rubrik.", "The lesson has no title.", "Börja med en rad: # Rubrik", "Begin with a line: # Title")  # fmt: skip
NO_TEXT = Code("empty-lesson", "error", "Avsnittet är tomt.", "The lesson is empty.", "Skriv något, eller ta bort det ur course.yaml.", "Write something, or remove it from course.yaml.")  # fmt: skip

PICTURE_PROBLEMS: Mapping[str, Code] = {
    "media_missing": MEDIA_MISSING,
    "media_path": MEDIA_PATH,
    "media_kind": MEDIA_KIND,
}


@dataclass
class LessonReading:
    lesson: Lesson | None = None
    problems: list[Problem] = field(default_factory=list)


def read_lesson(source: Source, media: MediaFinder, ids: IdFinder) -> LessonReading:
    """The lesson, or None when it has no title or no front matter that can be read."""
    reading = LessonReading()
    if not source.text.strip():
        reading.problems.append(NO_TEXT.at(Place(source.file)))
        return reading
    reader = _LessonReader(source, media, ids, reading.problems)
    head = reader.head()
    blocks = tuple(reader.blocks())
    body = "".join(piece.text for piece in source.pieces if piece.kind != "front")
    title = head.title or next(
        (found.title for found in source.headings if found.level == 1 and found.title), None
    )
    if reader.is_cut_short:
        return reading
    if not body.strip():
        reading.problems.append(NO_TEXT.at(Place(source.file)))
    elif title is None:
        reading.problems.append(NO_TITLE.at(Place(source.file, reader.first_line)))
    if head.id is not None and title is not None:
        reading.lesson = Lesson(head.id, title, head.minutes, source.file, blocks, Place(source.file), body)
    return reading


@dataclass
class _LessonReader:
    source: Source
    media: MediaFinder
    ids: IdFinder
    problems: list[Problem]

    @property
    def first_line(self) -> int:
        front = self._front()
        return front.end + 1 if front else 1

    def _front(self) -> Piece | None:
        first = self.source.pieces[0] if self.source.pieces else None
        return first if first and first.kind == "front" else None

    @property
    def is_cut_short(self) -> bool:
        """Front matter that never ends: nobody can say where the lesson begins."""
        front = self._front()
        return front is not None and not front.closed

    def head(self) -> LessonHead:
        file, front = self.source.file, self._front()
        if self.is_cut_short:
            self.problems.append(OPEN_FRONT.at(Place(file)))
            return LessonHead()
        parsed = parse(front.text if front else "", file, 2)
        self.problems += parsed.problems
        if errors(parsed.problems):
            return LessonHead()
        value = parsed.value
        if value is None:
            value = NodeMap()
            value.place, value.keys_at, value.values_at = Place(file, 2 if front else 1), {}, {}
        self.problems += self.ids.complete(value, LessonHead, bare=front is None)
        head, problems = validate(LessonHead, value, Place(file, 2))
        self.problems += problems
        return head or LessonHead()

    def blocks(self) -> Iterator[Block]:
        for piece in self.source.pieces:
            if piece.kind == "block":
                block = self._block(piece)
                if block is not None:
                    yield block
            elif piece.kind != "front":
                yield from self._text(piece)

    def _text(self, piece: Piece) -> Iterator[Text]:
        """Markdown; fenced code stays in it, fences and all."""
        file = self.source.file
        if not piece.closed:
            self.problems.append(
                OPEN_BLOCK.at(Place(file, piece.start + 1), name=piece.marks, marks=piece.marks)
            )
        text = f"{piece.marks}\n{piece.text}{piece.marks}\n" if piece.kind == "code" else piece.text
        if text.strip():
            yield Text(text, piece.start + 1, self._pictures(piece))

    def _block(self, piece: Piece) -> Block | None:
        place = Place(self.source.file, piece.start + 1)
        if piece.name not in FENCED:
            self.problems.append(_unknown(piece.name, place))
            return None
        if not piece.closed:
            self.problems.append(OPEN_BLOCK.at(place, name=piece.name, marks=piece.marks))
        parsed = parse(piece.text, self.source.file, piece.line)
        self.problems += parsed.problems
        if not isinstance(parsed.value, NodeMap):
            if not parsed.problems:
                self.problems.append(
                    EMPTY_BLOCK.at(place, name=piece.name)
                    if parsed.value is None
                    else MAPPING.at(place, key=piece.name)
                )
            return None
        return self._made(piece.name, parsed.value, place)

    def _made(self, name: str, value: NodeMap, place: Place) -> Block | None:
        model = FENCED[name]
        if name == "film" and isinstance(value.get("film"), str):  # as course.yaml names a set
            self.problems.append(UNKNOWN.at(value.keys_at["film"], key="film", **near("film", ("use",))))
            return None
        value = shaped(name, value)
        self.problems += self.ids.complete(value, model)
        block, problems = validate(model, value, place, {"media": self.media})
        self.problems += problems
        return block

    def _pictures(self, piece: Piece) -> dict[str, Media]:
        found: dict[str, Media] = {}
        for link in self.source.links:
            if not link.picture or not piece.start < link.place.line <= piece.end:
                continue
            media = self.media.find(link.target)
            if isinstance(media, Media):
                found[link.target] = media
            else:
                self.problems.append(PICTURE_PROBLEMS[media].at(link.place, path=link.target))
        return found


def _unknown(name: str, place: Place) -> Problem:
    close = get_close_matches(name, FENCED, n=1)
    listed = ", ".join(sorted(FENCED))
    if close:
        return UNKNOWN_BLOCK.at(
            place, name=name, hint_sv=f"Menade du {close[0]}?", hint_en=f"Did you mean {close[0]}?"
        )
    return UNKNOWN_BLOCK.at(
        place, name=name, hint_sv=f"Välj bland: {listed}.", hint_en=f"Choose from: {listed}."
    )
