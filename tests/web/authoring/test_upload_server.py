"""A film through the whole server as an administrator runs it: cut in the middle of a piece, resumed, and hardly any memory."""

from pathlib import Path

from bench.load.upload import send

SIZE = 40_000_000


def test_a_film_costs_no_memory_and_goes_on_after_a_cut(tmp_path: Path) -> None:
    sent = send(tmp_path, SIZE)
    assert sent.path == "media/lang-film.mp4"
    assert SIZE // 2 <= sent.resumed_at < SIZE // 2 + 8_000_000
    assert sent.peak_mb - sent.at_rest_mb < 20
    kept = [one for one in (tmp_path / "data" / "media").rglob("*") if one.is_file()]
    assert SIZE in {one.stat().st_size for one in kept}
    assert list((tmp_path / "data" / "uploads").iterdir()) == []
