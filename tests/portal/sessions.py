"""One launch of a course in the portal: how it was opened, and what the portal heard."""

from dataclasses import dataclass, field
from threading import Lock
from typing import Any


@dataclass
class Launch:
    """How the portal opens a course, and how it misbehaves."""

    version: str = "1.2"
    window: str = "iframe"  # iframe sandbox scripts-only popup nested foreign opener
    mode: str = "normal"
    mastery: float | None = None
    learner: str = "Öberg, Åsa"
    stored: dict[str, str] = field(default_factory=dict)
    lacks: tuple[str, ...] = ()
    refuses: tuple[str, ...] = ()
    late: int = 0
    slow: int = 0
    lose: int | str = 0
    mutters: bool = False
    breaks: bool = False
    both: bool = False

    def seeds(self) -> dict[str, str]:
        """What the portal's object knows before the course starts."""
        if self.version == "1.2":
            own = {
                "cmi.core.student_id": "p-1", "cmi.core.student_name": self.learner,
                "cmi.core.credit": "credit" if self.mode == "normal" else "no-credit", "cmi.core.lesson_mode": self.mode,
            }  # fmt: skip
            if self.mastery is not None:
                own["cmi.student_data.mastery_score"] = f"{self.mastery * 100:g}"
        else:
            own = {
                "cmi.learner_id": "p-1", "cmi.learner_name": self.learner,
                "cmi.credit": "credit" if self.mode == "normal" else "no-credit", "cmi.mode": self.mode,
            }  # fmt: skip
            if self.mastery is not None:
                own["cmi.scaled_passing_score"] = f"{self.mastery:g}"
        return own | self.stored


@dataclass
class Session:
    """One launch: its calls in order, and what had been kept when the portal last heard."""

    launch: Launch
    course: str
    home: str
    told: list[dict[str, Any]] = field(default_factory=list)
    telling: Lock = field(default_factory=Lock)

    def tell(self, what: list[dict[str, Any]]) -> None:
        with self.telling:
            self.told = sorted([*self.told, *what], key=lambda one: one["number"])

    @property
    def calls(self) -> list[dict[str, Any]]:
        return [one for one in self.told if "verb" in one]

    @property
    def violations(self) -> list[str]:
        return [one["violation"] for one in self.told if "violation" in one]

    @property
    def kept(self) -> dict[str, str]:
        """The values of the last commit or finish that reached the portal."""
        snapshots = [one["kept"] for one in self.told if "kept" in one]
        return self.launch.stored | snapshots[-1] if snapshots else dict(self.launch.stored)

    @property
    def finished(self) -> bool:
        """The course has said goodbye, and all it said before has arrived too: beacons overtake each other."""
        last = max((one["number"] for one in self.calls if one["verb"] == "finish"), default=None)
        return last is not None and [one["number"] for one in self.told][:last] == list(range(1, last + 1))

    def count(self, verb: str) -> int:
        return sum(call["verb"] == verb for call in self.calls)

    def sets(self, element: str) -> list[str]:
        """Every value the course has set, in order."""
        return [
            call["args"][1] for call in self.calls if call["verb"] == "set" and call["args"][0] == element
        ]

    def interactions(self) -> list[dict[str, str]]:
        rows: dict[int, dict[str, str]] = {}
        for call in self.calls:
            if call["verb"] == "set" and call["args"][0].startswith("cmi.interactions."):
                _, _, number, name = call["args"][0].split(".", 3)
                rows.setdefault(int(number), {})[name] = call["args"][1]
        return [rows[number] for number in sorted(rows)]

    def next_launch(self, **changes: Any) -> Launch:
        """The same person comes back: a portal keeps nothing of an attempt that was not suspended."""
        kept = self.kept
        is_12 = self.launch.version == "1.2"
        suspended = kept.get("cmi.core.exit" if is_12 else "cmi.exit") == "suspend"
        lasting = {name: value for name, value in kept.items() if not name.endswith(("session_time", "exit"))}
        if not suspended and not is_12:
            lasting = {}
        lasting["cmi.core.entry" if is_12 else "cmi.entry"] = "resume" if suspended else ""
        return Launch(**{**vars(self.launch), "stored": lasting, **changes})
