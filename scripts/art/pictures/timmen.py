"""The hour: people around a film, as it is shown where no hour is planned yet."""

from scripts.art.pictures.mote import draw

__all__ = ["draw"]
