"""From a moment to the day it is in Sweden."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

SWEDEN = ZoneInfo("Europe/Stockholm")


def day_of(now: datetime) -> date:
    return now.astimezone(SWEDEN).date()
