"""Conditions of queries: when an appointment holds, which units are there, what a name begins with."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, or_

from course_builder.people.models import Appointment, Unit

LAST = "\U0010ffff"
"""After everything that begins with what stands before it."""


def begins(column: Any, prefix: str) -> ColumnElement[bool]:
    """A range of the column's index."""
    return and_(column >= prefix, column < prefix + LAST)


def under(path: str) -> ColumnElement[bool]:
    """Units in the part of the tree that begins at `path`, itself among them."""
    return begins(Unit.path, path)


def in_force(on: date) -> ColumnElement[bool]:
    """Begun and not ended; it may be paused."""
    return and_(Appointment.starts <= on, or_(Appointment.ends.is_(None), Appointment.ends > on))


def left(on: date) -> ColumnElement[bool]:
    """Holding then or later; not one that ended before it began."""
    lasting = and_(Appointment.ends > on, Appointment.ends > Appointment.starts)
    return or_(Appointment.ends.is_(None), lasting)


def paused(on: date) -> ColumnElement[bool]:
    until = or_(Appointment.paused_until.is_(None), Appointment.paused_until > on)
    return and_(Appointment.paused_from.is_not(None), Appointment.paused_from <= on, until)


def holding(on: date) -> ColumnElement[bool]:
    """Begun, not ended, not paused."""
    awake = or_(
        Appointment.paused_from.is_(None), Appointment.paused_from > on, Appointment.paused_until <= on
    )
    return and_(in_force(on), awake)


def open_unit(on: date) -> ColumnElement[bool]:
    started = or_(Unit.starts.is_(None), Unit.starts <= on)
    return and_(started, or_(Unit.ends.is_(None), Unit.ends > on))
