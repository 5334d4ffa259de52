"""A stage as the pages write it."""

from typing import Any

BEGAN = 1_796_994_000_000


def stage(**changed: Any) -> dict[str, Any]:
    made: dict[str, Any] = {
        "plan": [{"id": "valkommen", "minutes": 4}, {"id": "avslut", "minutes": 5}],
        "began": BEGAN,
        "ends": BEGAN + 3_600_000,
        "at": "valkommen",
        "since": BEGAN,
        "paused": None,
        "held": 0,
        "passed": [],
        "calm": False,
        "blank": False,
        "theme": "light",
        "film": None,
        "show": {"what": "step", "round": None},
        "page": 0,
        "phase": None,
        "over": False,
        "device": "a",
        "by": "Anna",
        "verb": "start",
    }
    return {**made, **changed}
