"""Addresses for letters and paper: made from the settings, so that no request can choose where they lead."""

from typing import Any

from flask import current_app, request, url_for


def absolute(endpoint: str, **values: Any) -> str:
    """Without a configured address (a try-out on one machine): as the browser wrote it, which is a trusted host."""
    origin = current_app.config["OWN_ORIGIN"] or request.host_url.rstrip("/")
    return f"{origin}{url_for(endpoint, **values)}"
