"""What the narrator says, and when: only what is seen, never a word for the child."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """`at` in the seconds of the described version."""

    at: float
    text: str


NARRATION = (
    Said(0.9, "Väntrummet. En tecknad film utan tal."),
    Said(4.9, "Måndag, tio över nio."),
    Said(7.5, "Ett barn sitter på en stol som är för hög. Fötterna når inte golvet. En vuxen står bredvid."),
    Said(20.6, "En annan vuxen kommer med ett papper."),
    Said(26.6, "De talar med varandra, över barnets huvud."),
    Said(32.3, "Pappret går från hand till hand. Barnet följer det med blicken."),
    Said(41.2, "Nu håller en tredje vuxen i pappret."),
    Said(46.2, "Barnet räcker upp en hand. Ingen ser det."),
    Said(50.1, "Handen sjunker."),
    Said(53.4, "En kvart senare."),
    Said(56.0, "Från barnets höjd: en hög disk, ett dörrhandtag långt upp, ben som går förbi."),
    Said(69.3, "Ett par skor stannar framför barnet."),
    Said(72.4, "En vuxen sätter sig på huk, med huvudet lika högt som barnets."),
    Said(77.3, "Den vuxna hälsar på kaninen och ritar."),
    Said(80.6, "En dörr."),
    Said(81.7, "Ett barn ensamt på en bänk."),
    Said(84.0, "Ett barn i en vuxens knä."),
    Said(86.6, "En röd penna sträcks fram."),
    Said(92.4, "Barnet pekar på knät."),
    Said(96.4, "Barnet tar pennan och ritar dit kaninen."),
    Said(102.7, "Tillsammans går de mot en ljus dörr. Barnet bär teckningen."),
    Said(113.8, "Vad såg du?"),
)
