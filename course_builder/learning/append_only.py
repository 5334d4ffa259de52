"""What makes the database itself refuse to change what has happened."""

from collections.abc import Mapping

WHY = "events are never changed"
SQLITE = tuple(
    f"CREATE TRIGGER event_no_{word.lower()} BEFORE {word} ON event BEGIN SELECT RAISE(ABORT, '{WHY}'); END"
    for word in ("UPDATE", "DELETE")
)
POSTGRESQL = (
    f"CREATE FUNCTION event_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{WHY}'; END $$",
    "CREATE TRIGGER event_stays BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION event_stays()",
    "CREATE TRIGGER event_all_stay BEFORE TRUNCATE ON event FOR EACH STATEMENT EXECUTE FUNCTION event_stays()",
)
STATEMENTS: Mapping[str, tuple[str, ...]] = {"sqlite": SQLITE, "postgresql": POSTGRESQL}
"""By the name of the dialect; to be run once, when the table `event` has been made."""
