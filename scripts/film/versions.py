"""The two versions of the film: as it is, and with a narrator who is given time by still moments."""

from dataclasses import dataclass

from scripts.film.motion import Moment

LENGTH = 94.0


@dataclass(frozen=True)
class Version:
    """`stills` are moments of the film and how many seconds the story waits there."""

    name: str
    stills: tuple[tuple[float, float], ...] = ()

    @property
    def length(self) -> float:
        return LENGTH + sum(seconds for _, seconds in self.stills)

    def clock(self, story: float) -> float:
        """When this version shows that second of the story."""
        return story + sum(seconds for at, seconds in self.stills if at < story)

    def moment(self, shown: float) -> Moment:
        """What the story has come to when this version has run for so long."""
        waited = 0.0
        for at, seconds in self.stills:
            begins = at + waited
            waited += min(seconds, max(0.0, shown - begins))
        return Moment(story=shown - waited, world=shown)


PLAIN = Version("vantrummet")
DESCRIBED = Version(
    "vantrummet-syntolkad",
    ((7.6, 4), (22.5, 3), (34.0, 4), (45.0, 4), (62.3, 2), (69.6, 2), (73.2, 3), (80.6, 2)),
)
