"""The foot of the room's screen where there is much to read: hills only, low."""

from scripts.art.palette import LEAF, LEAF2, MID, SKY
from scripts.art.shapes import hill

SIZE = (1600, 130)
THEMED = True


def draw() -> str:
    far = hill(1240, 130, 900, 118, SKY) + hill(200, 130, 620, 70, SKY)
    return (
        far + hill(1480, 130, 560, 84, MID) + hill(160, 130, 520, 48, LEAF) + hill(900, 130, 520, 36, LEAF2)
    )
