"""What a release says it is, in the words of the pages."""

from collections.abc import Mapping

from course_builder.library.models import Change
from course_builder.web.language import gettext

ICONS: Mapping[str, str] = {"first": "bookmark", "wording": "pencil", "content": "layers", "correction": "triangle-alert"}  # fmt: skip


def change_name(change: str) -> str:
    return {
        Change.FIRST: gettext("Första versionen"), Change.WORDING: gettext("Språklig ändring"),
        Change.CONTENT: gettext("Nytt innehåll"), Change.CORRECTION: gettext("Rättelse"),
    }[Change(change)]  # fmt: skip


def change_meaning(change: str) -> str:
    """What it means for those who are in the middle of the course."""
    return {
        Change.FIRST: gettext("Deltagarna kan gå kursen från och med nu."),
        Change.WORDING: gettext("Texten säger samma sak, tydligare. De som har börjat går klart på sin version."),
        Change.CONTENT: gettext("Något har kommit till, tagits bort eller blivit annorlunda. De som har börjat går klart på sin version, eller väljer den nya."),
        Change.CORRECTION: gettext("Lag eller fakta var fel. Alla som är mitt i kursen flyttas nästa gång de öppnar den. De behåller det de gjort och får veta vad som har ändrats i det de redan läst."),
    }[Change(change)]  # fmt: skip
