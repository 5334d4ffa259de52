"""A staff list between being chosen and being taken: a file of its own for each account, gone after a day."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from course_builder.importing.sheet import Row, Sheet
from course_builder.paths.atomic import replacing
from course_builder.people.staff.columns import Field
from course_builder.people.staff.rows import Table

FOLDER = "staff-lists"
LASTS = timedelta(days=1)


@dataclass(frozen=True)
class Draft:
    """`part_id`: the unit whose whole part the list is about."""

    tables: tuple[Table, ...]
    part_id: int | None


def keep(data: Path, account_id: int, tables: Sequence[Table], part_id: int | None, now: datetime) -> None:
    (data / FOLDER).mkdir(mode=0o700, parents=True, exist_ok=True)
    kept = {"at": now.isoformat(), "part": part_id, "tables": [_packed(table) for table in tables]}
    with replacing(_file(data, account_id)) as file:
        file.write(json.dumps(kept).encode())


def kept(data: Path, account_id: int, now: datetime) -> Draft | None:
    file = _file(data, account_id)
    if not file.exists():
        return None
    found = json.loads(file.read_bytes())
    if now - datetime.fromisoformat(found["at"]) > LASTS:
        drop(data, account_id)
        return None
    return Draft(tuple(_unpacked(one) for one in found["tables"]), found["part"])


def drop(data: Path, account_id: int) -> None:
    _file(data, account_id).unlink(missing_ok=True)


def _file(data: Path, account_id: int) -> Path:
    return data / FOLDER / f"{account_id}.json"


def _packed(table: Table) -> dict[str, object]:
    sheet = table.sheet
    rows = [[row.number, list(row.cells)] for row in sheet.rows]
    columns = {field.value: place for field, place in table.columns.items()}
    return {"name": sheet.name, "header": list(sheet.header), "rows": rows, "columns": columns}


def _unpacked(packed: dict[str, Any]) -> Table:
    rows = tuple(Row(number, tuple(cells)) for number, cells in packed["rows"])
    sheet = Sheet(packed["name"], tuple(packed["header"]), rows)
    return Table(sheet, {Field(name): place for name, place in packed["columns"].items()})
