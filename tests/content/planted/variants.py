"""The hour in other lengths."""

from tests.content.planted.case import Planted
from tests.content.planted.models import FILM, course

MEETING = """
course.yaml:
    id: mote
    title: Ett möte
    kind: meeting
    minutes: 20
    audience:
      - ombud
    agenda:
      - id: borja
        title: Börja
        minutes: 5
        shrink: 1
        least: 2
      - id: prat
        title: Film och samtal
        minutes: 15
        lead: ombud
        film: filmen
    variants:
"""
TALK = FILM.replace(
    "title: Filmen",
    "title: Filmen\n    after:\n      - id: sett\n        ask: Vad såg ni?\n        minutes: 6\n"
    "        shrink: 1\n        least: 2\n      - id: hoss\n        ask: Och hos oss?\n        minutes: 8",
)
WHOLE = "- minutes: 15\n  agenda:\n    - same: prat\n      minutes: 15\n"


def variant(written: str) -> str:
    """The meeting, its film, and what is written of its variants."""
    return MEETING + "".join(f"      {line}\n" for line in written.splitlines()) + TALK


CASES = [
    Planted("variant-twice", variant(WHOLE.replace("15", "¤20", 1)), ("minutes: ¤20", "minutes: 15")),
    Planted("variant-twice", variant(WHOLE + WHOLE.replace("15", "¤15", 1)), ("minutes: ¤15", "minutes: 12")),
    Planted("agenda-sum", variant(WHOLE.replace("15", "¤14", 1)), ("¤14", "15")),
    Planted("variant-same", variant(WHOLE.replace("prat", "¤prata")), ("¤prata", "prat")),
    Planted(
        "variant-same-twice",
        variant(WHOLE + "    - same: ¤prat\n      minutes: 2\n"),
        ("same: ¤prat", "same: borja"),
    ),
    Planted(
        "variant-questions",
        variant(WHOLE + "    - same: borja\n      minutes: 2\n      questions:\n        ¤- same: sett\n"),
        ("same: borja", "same: prat"),
    ),
    Planted(
        "variant-question", variant(WHOLE + "      questions:\n        - same: ¤set\n"), ("¤set", "sett")
    ),
    Planted(
        "agenda-film",
        variant("- minutes: 10\n  agenda:\n    - same: prat\n      minutes: ¤10\n"),
        ("minutes: ¤10", "minutes: 11"),
    ),
    Planted(
        "agenda-least",
        variant(WHOLE + "    - same: borja\n      minutes: 3\n      least: ¤4\n"),
        ("¤4", "3"),
    ),
    Planted(
        "agenda-least",
        variant(
            WHOLE + "      questions:\n        - same: sett\n          minutes: 3\n          least: ¤4\n"
        ),
        ("¤4", "3"),
    ),
    Planted(
        "agenda-film-gives", variant(WHOLE + "      shrink: ¤1\n      least: 9\n"), ("      shrink: ¤1\n", "")
    ),
    Planted(
        "agenda-shrink-without-least",
        variant(
            "- minutes: 15\n  agenda:\n    - ¤id: egen\n      title: Egen\n      minutes: 15\n      shrink: 1\n"
        ),
        ("shrink: 1", "shrink: 1\n            least: 1"),
    ),
    Planted(
        "agenda-stiff",
        variant(
            "- ¤minutes: 15\n  agenda:\n    - id: egen\n      title: Egen\n      minutes: 15\n      form: par\n"
        ),
        ("form: par", "shrink: 1\n            least: 1"),
    ),
    Planted(
        "one-of",
        variant("- minutes: 15\n  agenda:\n    - ¤same: prat\n      id: egen\n      minutes: 15\n"),
        ("            id: egen\n", ""),
    ),
    Planted(
        "id-missing",
        variant("- minutes: 15\n  agenda:\n    - ¤title: Egen\n      minutes: 15\n"),
        ("¤title", "id: egen\n            title"),
    ),
    Planted(
        "item-untitled",
        variant("- minutes: 15\n  agenda:\n    - ¤id: egen\n      minutes: 15\n"),
        ("¤id", "title: Egen\n            id"),
    ),
    Planted(
        "item-own",
        variant(WHOLE.replace("- same", "- ¤same") + "      says: Börja.\n"),
        ("            says: Börja.\n", ""),
    ),
    Planted(
        "item-own",
        variant(WHOLE.replace("- same", "- ¤same") + "      agree: ja\n"),
        ("            agree: ja\n", ""),
    ),
    Planted(
        "item-not-own",
        variant(
            "- minutes: 15\n  agenda:\n    - ¤id: egen\n      title: Egen\n      minutes: 15\n      questions:\n        - same: sett\n"
        ),
        ("            questions:\n              - same: sett\n", ""),
    ),
    Planted(
        "at-most-one",
        variant(
            "- minutes: 15\n  agenda:\n    - ¤id: egen\n      title: Egen\n      minutes: 15\n      agree: ja\n      follow_up: ja\n"
        ),
        ("            agree: ja\n", ""),
    ),
    Planted(
        "keep-shrink",
        variant(WHOLE.replace("- same", "- ¤same") + "      keep: ja\n      shrink: 1\n"),
        ("            shrink: 1\n", ""),
    ),
    Planted(
        "too-few",
        variant("- minutes: 15\n  agenda: ¤[]\n"),
        ("agenda: ¤[]", "agenda: [{same: prat, minutes: 15}]"),
    ),
    Planted("unknown-key", variant(WHOLE + "      ¤film: filmen\n"), ("            ¤film: filmen\n", "")),
    Planted("id-form", variant(WHOLE.replace("prat", "¤Prat")), ("¤Prat", "prat")),
    Planted(
        "id-twice",
        variant("- minutes: 15\n  agenda:\n    - ¤id: borja\n      title: Egen\n      minutes: 15\n"),
        ("¤id: borja", "id: egen"),
    ),
    Planted(
        "id-twice",
        variant(
            "- minutes: 15\n  agenda:\n    - id: egen\n      title: Egen\n      minutes: 15\n"
            "- minutes: 5\n  agenda:\n    - ¤id: egen\n      title: Egen\n      minutes: 5\n"
        ),
        ("¤id: egen", "id: annan"),
    ),
    Planted(
        "course-body",
        course(
            "variants:\n  - minutes: 5\n    agenda:\n      - id: egen\n        title: Egen\n        minutes: 5"
        ).replace("    id: liten", "    ¤id: liten"),
    ),
    Planted(
        "facilitator-leaks",
        variant(
            WHOLE
            + "      facilitator:\n        support:\n          - Stanna kvar en stund efter mötet i kväll.\n"
        )
        .replace(
            "title: Filmen\n", "title: Filmen\n    watch_for: Stanna kvar en stund efter mötet i kväll.\n"
        )
        .replace("    kind: film-d", "    ¤kind: film-d"),
        ("watch_for: Stanna kvar", "watch_for: Sitt ner"),
    ),
    Planted(
        "id-reserved",
        variant("- minutes: 15\n  agenda:\n    - id: ¤own-sist\n      title: Egen\n      minutes: 15\n"),
        ("¤own-sist", "sist"),
    ),
    Planted(
        "seated-form",
        variant(WHOLE + "    - ¤same: borja\n      minutes: 2\n      form: stående\n").replace(
            "- id: borja", "- id: borja\n        method: linje\n        form: stående eller sittande"
        ),
        ("form: stående\n", "form: sittande\n"),
    ),
    Planted(
        "seated-form",
        variant(
            "- minutes: 15\n  agenda:\n    - ¤id: egen\n      title: Egen\n      minutes: 15\n      method: fyra-hörn"
        ),
        ("method: fyra-hörn", "method: fyra-hörn\n            form: sittande"),
    ),
    Planted("id-reserved", variant(WHOLE).replace("id: borja", "id: ¤actions"), ("¤actions", "borja")),
    Planted(
        "agenda-follow-up",
        variant(
            "- minutes: 10\n  agenda:\n    - id: egen\n      title: Egen\n      minutes: 5\n      follow_up: ja\n    - id: till\n      title: Till\n      minutes: 5\n      follow_up: ¤ja\n"
        ),
        ("follow_up: ¤ja", "form: par"),
    ),
    Planted("id-reserved", variant(WHOLE).replace("id: sett", "id: ¤film"), ("¤film", "sett")),
]
