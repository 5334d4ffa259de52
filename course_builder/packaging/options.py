"""What a trainer may choose when she builds a package: just what the player has to know."""

from collections.abc import Mapping

from course_builder.content.problems import Language
from course_builder.player.options import PlayerOptions

BuildOptions = PlayerOptions
"""`mastery` (0..1) is also written into the manifest, and many portals then judge by it alone."""

Words = Mapping[Language, str]
