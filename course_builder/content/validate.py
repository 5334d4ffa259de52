"""A source value against its model: every problem at once, each with its place and the nearest right word."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from course_builder.content.near import meant, near
from course_builder.content.problems import Code, Place, Problem
from course_builder.content.sources import Source
from course_builder.content.yamltext import NodeList, NodeMap, parse

Model = TypeVar("Model", bound=BaseModel)


def _code(name: str, sv: str, en: str, hint_sv: str = "", hint_en: str = "") -> Code:
    return Code(name, "error", sv, en, hint_sv, hint_en)


UNKNOWN = _code(
    "unknown-key", "Nyckeln {key} finns inte här.", "There is no key {key} here.", "{near_sv}", "{near_en}"
)
MISSING = _code("missing-key", "{key} saknas.", "{key} is missing.", "Lägg till {key}:", "Add {key}:")
KIND = _code("kind-missing", "kind saknas.", "kind is missing.", "Skriv kind: och ett av orden {kinds}.", "Write kind: and one of the words {kinds}.")  # fmt: skip
EMPTY = _code("empty", "{key} är tom.", "{key} is empty.", "Fyll i ett värde eller ta bort raden.", "Fill in a value or remove the line.")  # fmt: skip
CHOICE = _code("unknown-value", "{value} går inte att välja för {key}.", "{value} is not a choice for {key}.", "{near_sv}", "{near_en}")  # fmt: skip
ID = _code("id-form", "Id:t {value} har fel form.", "The id {value} has the wrong form.",
           "1-48 tecken: små bokstäver a-z, siffror och bindestreck; börja med en bokstav.",
           "1-48 characters: lower-case a-z, digits and hyphens; begin with a letter.")  # fmt: skip
NUMBER = _code("not-a-number", "{value} är inget tal för {key}.", "{value} is not a number for {key}.", "Skriv bara siffror.", "Write digits only.")  # fmt: skip
RANGE = _code("out-of-range", "{value} är utanför gränsen för {key} ({limit}).", "{value} is outside the limit for {key} ({limit}).")  # fmt: skip
DATE = _code("not-a-date", "{value} är inget datum.", "{value} is not a date.", "Skriv år-månad-dag: 2026-11-21.", "Write year-month-day: 2026-11-21.")  # fmt: skip
FLAG = _code("not-yes-or-no", "{value} är varken ja eller nej.", "{value} is neither yes nor no.", "Skriv true eller false.", "Write true or false.")  # fmt: skip
SHARE = _code("not-a-share", "{value} är ingen andel.", "{value} is not a share.", "Skriv till exempel 80%.", "Write for example 80%.")  # fmt: skip
CLOCK = _code("not-a-time", "{value} är ingen tid i filmen.", "{value} is not a time in the film.", "Skriv minuter:sekunder, till exempel 1:34.", "Write minutes:seconds, for example 1:34.")  # fmt: skip
ADDRESS = _code("not-an-address", "{value} är ingen webbadress.", "{value} is not a web address.", "Börja med https://", "Begin with https://")  # fmt: skip
LIST = _code("not-a-list", "{key} ska vara en lista.", "{key} must be a list.", "Börja varje rad med bindestreck och blanksteg.", "Begin each line with a hyphen and a space.")  # fmt: skip
MAPPING = _code("not-a-mapping", "{key} ska ha nycklar under sig.", "{key} must have keys below it.", "Skriv nyckel: värde, en per rad, med indrag.", "Write key: value, one a line, indented.")  # fmt: skip
TEXT = _code("not-text", "{key} ska vara en text.", "{key} must be text.", "Sätt texten inom citattecken om den börjar med ett specialtecken eller har ett kolon.", "Quote the text if it begins with a special character or contains a colon.")  # fmt: skip
LONG = _code("too-long", "{key} är för lång.", "{key} is too long.", "Dela upp texten.", "Split the text.")
FEW = _code(
    "too-few", "{key} har för få rader.", "{key} has too few items.", "Minst {limit}.", "At least {limit}."
)
BRACKETS = _code("brackets", "Texten har {count} hakparenteser som inte är länkar.", "The text has {count} brackets that are not links.", "Ta bort dem, eller skriv \\[", "Remove them, or write \\[")  # fmt: skip
MANY = _code(
    "too-many",
    "{key} har för många rader.",
    "{key} has too many items.",
    "Högst {limit}.",
    "At most {limit}.",
)
ONE_OF = _code("one-of", "Ange exakt en av {names}.", "Give exactly one of {names}.")
AT_MOST_ONE = _code("at-most-one", "Ange högst en av {names}.", "Give at most one of {names}.")
KEEP = _code("keep-shrink", "keep: true och shrink går inte ihop.", "keep: true and shrink exclude each other.", "Ta bort shrink.", "Remove shrink.")  # fmt: skip
BODY = _code("course-body", "En kurs av typen {kind} ska ha {wanted} och inte {other}.", "A course of kind {kind} has {wanted}, not {other}.", "Skriv {wanted}: längst till vänster i filen, eller byt kind:", "Write {wanted}: at the left edge of the file, or change kind:")  # fmt: skip
UNTITLED = _code("item-untitled", "Punkten har inget namn.", "The item has no title.", "Skriv title:, eller same: och id:t på en punkt i agendan.", "Write title:, or same: and the id of an item of the agenda.")  # fmt: skip
ITEM_OWN = _code("item-own", "{name} går inte att ändra på en punkt som är densamma som {same}.", "{name} cannot be changed on an item that is the same as {same}.", "Ta bort {name}, eller gör en egen punkt utan same:", "Remove {name}, or make an item of its own without same:")  # fmt: skip
ITEM_NOT_OWN = _code("item-not-own", "{name} hör till en punkt med film, och den måste tas ur agendan.", "{name} belongs to an item with a film, and that is taken from the agenda.", "Skriv same: och id:t på punkten med filmen.", "Write same: and the id of the item with the film.")  # fmt: skip
MEDIA_MISSING = _code("media-missing", "Filen {path} finns inte i kursen.", "The file {path} is not in the course.", "Lägg filen där, eller rätta sökvägen.", "Put the file there, or correct the path.")  # fmt: skip
MEDIA_PATH = _code("media-outside", "Sökvägen {path} leder ut ur kursen.", "The path {path} leads out of the course.", "Lägg filen bredvid texten eller i en mapp där, och skriv sökvägen utan .. och utan / först.", "Put the file beside the text or in a folder there, and write the path without .. and without a leading /.")  # fmt: skip
MEDIA_KIND = _code("media-kind", "Filen {path} är av en typ som inte går att använda.", "The file {path} is of a kind that cannot be used.", "Använd png, jpg, webp, svg, webm, mp4, mp3, vtt, srt eller pdf.", "Use png, jpg, webp, svg, webm, mp4, mp3, vtt, srt or pdf.")  # fmt: skip
MISSING_ID = _code("id-missing", "id saknas.", "The id is missing.", "Kör course-builder check --fix så skrivs det in.", "Run course-builder check --fix to have it written.")  # fmt: skip
OTHER = _code("wrong-value", "{key}: {what}", "{key}: {what}")

CODES: Mapping[str, Code] = {
    "missing": MISSING, "missing_id": MISSING_ID, "literal_error": CHOICE, "union_tag_invalid": CHOICE, "union_tag_not_found": KIND,
    "int_parsing": NUMBER, "int_parsing_size": NUMBER, "finite_number": NUMBER, "int_type": NUMBER, "float_parsing": NUMBER, "float_type": NUMBER, "int_from_float": NUMBER,
    "not_number": NUMBER,
    "greater_than_equal": RANGE, "less_than_equal": RANGE, "greater_than": RANGE, "less_than": RANGE,
    "date_from_datetime_parsing": DATE, "date_parsing": DATE, "date_type": DATE, "date_from_datetime_inexact": DATE,
    "flag": FLAG, "share": SHARE, "clock": CLOCK, "tuple_type": LIST, "list_type": LIST, "model_type": MAPPING,
    "model_attributes_type": MAPPING, "dict_type": MAPPING, "string_type": TEXT, "text": TEXT, "string_too_long": LONG,
    "string_too_short": EMPTY, "too_short": FEW, "too_long": MANY, "one_of": ONE_OF, "at_most_one": AT_MOST_ONE, "keep_shrink": KEEP,
    "item_untitled": UNTITLED, "item_own": ITEM_OWN, "item_not_own": ITEM_NOT_OWN,
    "course_body": BODY, "media_missing": MEDIA_MISSING, "media_path": MEDIA_PATH, "media_kind": MEDIA_KIND,
    "union_model_type": MAPPING, "brackets": BRACKETS,
}  # fmt: skip


def mapping(source: Source) -> tuple[NodeMap | None, list[Problem]]:
    """The keys and values of a YAML file."""
    parsed = parse(source.text, source.file)
    if isinstance(parsed.value, NodeMap):
        return parsed.value, parsed.problems
    return None, parsed.problems or [MAPPING.at(Place(source.file), key=source.file)]


def validate(
    model: type[Model], value: Any, place: Place, context: Mapping[str, Any] | None = None
) -> tuple[Model | None, list[Problem]]:
    """The model made from the value, or None and every reason why not."""
    if not isinstance(value, NodeMap):
        return None, [MAPPING.at(place, key=model.__name__)]
    try:
        return model.model_validate(value, context=dict(context or {})), []
    except ValidationError as error:
        return None, list(_told(model, value, error.errors(include_url=False)))


def _told(model: type[BaseModel], value: NodeMap, errors: Sequence[ErrorDetails]) -> Iterator[Problem]:
    found = [(error, _in_source(model, value, error["loc"])) for error in errors]
    misspelt = set(_meant(model, value, found))
    for error, path in found:
        if not _counts_only_the_good(error) and (error["type"] != "missing" or path not in misspelt):
            yield _problem(model, value, path, error)


def _meant(
    model: type[BaseModel], value: NodeMap, found: Iterable[tuple[ErrorDetails, tuple[int | str, ...]]]
) -> Iterator[tuple[int | str, ...]]:
    """The keys that unknown ones were meant to be: they are not missing too."""
    for error, path in found:
        if error["type"] == "extra_forbidden":
            key = meant(str(path[-1]), known_keys(model, value, path))
            if key is not None:
                yield (*path[:-1], key)


def _counts_only_the_good(error: ErrorDetails) -> bool:
    """pydantic leaves bad items out before it counts; they are told already."""
    given, least = error.get("input"), error.get("ctx", {}).get("min_length", 0)
    return error["type"] == "too_short" and isinstance(given, list) and len(given) >= least


def _in_source(model: type[BaseModel], value: Any, loc: Sequence[int | str]) -> tuple[int | str, ...]:
    """pydantic's path without the steps (kinds of a union) that the source does not have."""
    path: list[int | str] = []
    candidates: Sequence[type[BaseModel]] = (model,)
    for number, step in enumerate(loc):
        if isinstance(value, NodeMap) and isinstance(step, str):
            chosen = of_kind(candidates, value)
            if len(candidates) > 1 and chosen is not None and step == value.get("kind"):
                candidates = (chosen,)
                continue
            known = inner_models(chosen) if chosen else {}
            if step not in value and (step not in known or number < len(loc) - 1):
                continue
            candidates = known.get(step, ())
            value = value.get(step)
        elif isinstance(value, NodeList) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            continue
        path.append(step)
    return tuple(path)


def place_of(value: NodeMap, path: Sequence[int | str], of_key: bool = False) -> Place:
    """Where the value at a path stands; for a missing key, where its mapping begins."""
    place: Place = value.place
    here: Any = value
    for step in path:
        if isinstance(here, NodeMap) and step in here:
            place = (
                here.keys_at.get(str(step), place)
                if of_key or here[str(step)] is None
                else here.at(str(step))
            )
            here = here[str(step)]
        elif isinstance(here, NodeList) and isinstance(step, int):
            place, here = here.items_at[step], here[step]
    return place


def _problem(
    model: type[BaseModel], value: NodeMap, path: tuple[int | str, ...], error: ErrorDetails
) -> Problem:
    kind = error["type"]
    key = next((str(step) for step in reversed(path) if isinstance(step, str)), model.__name__)
    if kind == "extra_forbidden":
        return UNKNOWN.at(
            place_of(value, path, of_key=True), key=key, **near(key, known_keys(model, value, path))
        )
    context = error.get("ctx", {})
    given = error.get("input")
    if given is None:
        return EMPTY.at(place_of(value, path), key=key)
    if kind == "string_pattern_mismatch":
        code = ID if key in ("id", "same", "film", "quiz", "use", "then", "refresher") else ADDRESS
        code = CHOICE if key == "show" else code
        words = near("", ["routines", "routines.NAMN", "support", "portal"]) if key == "show" else {}
        return code.at(place_of(value, path), value=given, key=key, **words)
    code = CODES.get(kind, OTHER)
    values = {
        "key": key,
        "value": _short(given),
        "what": error["msg"],
        **{k: str(v) for k, v in context.items()},
    }
    if kind in ("literal_error", "union_tag_invalid"):
        values |= _choices(kind, context, given)
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        values |= {"key": "kind", "kinds": ", ".join(_words_of_kind(_models_at(model, value, path)))}
        path = (*path, "kind")
    values["limit"] = _limit(kind, context)
    return code.at(place_of(value, path), **values)


def _choices(kind: str, context: Mapping[str, Any], given: Any) -> dict[str, str]:
    words = str(context.get("expected_tags") or context.get("expected", ""))
    names = [name.strip(" '\"") for part in words.split(",") for name in part.split(" or ")]
    tag = context.get("tag", given)
    return {"value": _short(tag), **near(str(tag), names)}


def _limit(kind: str, context: Mapping[str, Any]) -> str:
    signs = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<"}
    found = [f"{sign} {context[name]}" for name, sign in signs.items() if name in context]
    return found[0] if found else str(context.get("min_length", context.get("max_length", "")))


def _short(value: Any) -> str:
    text = str(value) if isinstance(value, str | int | float) else "…"
    return text if len(text) <= 60 else text[:57] + "…"


def known_keys(model: type[BaseModel], value: Any, path: Sequence[int | str]) -> list[str]:
    """The keys of the model that stands where the unknown key was written."""
    found = _model_at(model, value, path[:-1])
    return list(inner_models(found)) if found else []


def _model_at(model: type[BaseModel], value: Any, path: Sequence[int | str]) -> type[BaseModel] | None:
    return of_kind(_models_at(model, value, path), _at(value, path))


def _models_at(model: type[BaseModel], value: Any, path: Sequence[int | str]) -> Sequence[type[BaseModel]]:
    """The models that the value at a path may be read by."""
    candidates: Sequence[type[BaseModel]] = (model,)
    for step in path:
        if isinstance(step, str):
            chosen = of_kind(candidates, value)
            candidates = inner_models(chosen).get(step, ()) if chosen else ()
        value = value[step]
    return candidates


def _at(value: Any, path: Sequence[int | str]) -> Any:
    for step in path:
        value = value[step]
    return value


def of_kind(models: Sequence[type[BaseModel]], value: Any) -> type[BaseModel] | None:
    """Of a union's models, the one whose `kind` the value names."""
    if len(models) <= 1:
        return models[0] if models else None
    named = value.get("kind") if isinstance(value, NodeMap) else None
    return next((model for model in models if named in _kinds(model)), None)


@lru_cache(maxsize=256)
def inner_models(model: type[BaseModel]) -> Mapping[str, Sequence[type[BaseModel]]]:
    """For each key of a model, the models its value may be read by."""
    return {
        field.alias or name: tuple(_models_in(field.annotation)) for name, field in model.model_fields.items()
    }


def _words_of_kind(models: Iterable[type[BaseModel]]) -> list[str]:
    return sorted(str(kind) for model in models for kind in _kinds(model))


def _kinds(model: type[BaseModel]) -> tuple[Any, ...]:
    field = model.model_fields.get("kind")
    return get_args(field.annotation) if field else ()


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)
