"""A list as a file: XLSX or CSV, without names unless they are asked for."""

from collections.abc import Callable, Mapping
from io import BytesIO

from flask import abort, request, send_file
from werkzeug.wrappers import Response

from course_builder.reports.sheet import Sheet, as_csv, as_xlsx

FORMATS: Mapping[str, tuple[Callable[[Sheet], bytes], str]] = {
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": (as_csv, "text/csv; charset=utf-8"),
}


def with_names() -> bool:
    return request.args.get("names") == "yes"


def send(sheet: Sheet, name: str) -> Response:
    """`name` is the file's, without its ending; the format stands in the address."""
    asked = request.args.get("format", "xlsx")
    if asked not in FORMATS:
        abort(404)
    write, kind = FORMATS[asked]
    return send_file(
        BytesIO(write(sheet)), mimetype=kind, as_attachment=True, download_name=f"{name}.{asked}"
    )
