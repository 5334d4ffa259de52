"""The colours of the drawings: the light palette of the product's drawing tokens."""

SKY = "#c4e9f2"
WALL = "#f5ecd8"
FLOOR = "#e1c19c"
PAPER = "#fcfaf3"
MID = "#62acb5"
DEEP = "#0d5c6e"
NIGHT = "#0e2c3f"
INK = "#172933"
SUN = "#faca59"
SUN2 = "#f1aa47"
BERRY = "#df6862"
LEAF = "#72af7f"
LEAF2 = "#519068"
HEATHER = "#b48dc5"
GREY = "#b9b5ad"

SKIN_LIGHT = "#e8c19c"
SKIN_BROWN = "#b0805c"
SKIN_DARK = "#76503c"

HAIR_DARK = "#35251f"
HAIR_BROWN = "#885730"
HAIR_FAIR = "#dfb873"
HAIR_GREY = "#c9c6c0"


def mix(colour: str, other: str, share: float) -> str:
    """A flat blend: `share` of `other` in `colour`."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


# Night makes yellow green and dirty; warm colours have a warm shade.
WARM_SHADES = {SUN: "#e5ad3d", SUN2: "#dc8c30", BERRY: "#c8524f"}


def shade(colour: str) -> str:
    """The side of a thing that is turned away: sleeves, seams, the inside of a door."""
    return WARM_SHADES.get(colour) or mix(colour, NIGHT, 0.16)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
