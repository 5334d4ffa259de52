"""Everything an administrator can set, read once from the environment. `docs/drift.md` has its table made from here."""

from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

PREFIX = "COURSE_BUILDER_"
SHORTEST_SECRET = 32
"""Characters."""
YES, NO = ("ja", "yes", "true", "1"), ("nej", "no", "false", "0", "")


def setting(default: Any, sv: str, en: str, name: str | None = None) -> Any:
    return field(default=default, metadata={"sv": sv, "en": en, "name": name})


@dataclass(frozen=True)
class Settings:
    """`name` in the metadata overrides `COURSE_BUILDER_<FIELD>`."""

    data: str = setting(
        "data", "Mapp för databas, filmer och köer.", "Folder of the database, media and queues."
    )
    database_url: str = setting(
        "",
        "PostgreSQL-adress. Tomt: SQLite i datamappen.",
        "Address of PostgreSQL. Empty: SQLite in the data folder.",
        "DATABASE_URL",
    )
    media_url: str = setting(
        "",
        "Var filmer och bilder sparas: tomt är datamappen, annars s3://hink.",
        "Where films and pictures are kept: empty is the data folder, else s3://bucket.",
    )
    url: str = setting(
        "",
        "Adressen som webbläsaren visar, med sökväg om det finns en: https://portal.exempel.se/barnratt.",
        "The address in the browser, with its path if any.",
    )
    proxies: int = setting(
        0, "Antal omvända proxyer framför servern.", "How many reverse proxies stand in front."
    )
    threads: int = setting(
        16, "Trådar som svarar samtidigt i varje process.", "Threads that answer at once in each process."
    )
    processes: int = setting(
        2,
        "Processer, med PostgreSQL. Med SQLite är det alltid en.",
        "Processes, with PostgreSQL. With SQLite it is always one.",
    )
    phones: int = setting(
        1000, "Telefoner som får vara med i samma APT-timme.", "Phones that may take part in one APT hour."
    )
    secret: str = setting(
        "",
        "Hemlighet att signera med, minst 32 tecken. Tomt: en skapas i datamappen.",
        "Secret to sign with, at least 32 characters. Empty: one is made in the data folder.",
    )
    region_name: str = setting("", "Regionens namn.", "Name of the region.")
    rep_label: str = setting(
        "ombud",
        "Vad ett barnrättsombud kallas: ombud eller pilot.",
        "What a representative is called: ombud or pilot.",
    )
    smtp_url: str = setting(
        "",
        "smtp://användare:lösenord@värd:587. Tomt: brev skrivs i loggen.",
        "smtp://user:password@host:587. Empty: mail is written to the log.",
    )
    mail_from: str = setting("", "Avsändare av brev.", "Sender of mail.")
    ask_addresses: str = setting(
        "",
        "Kontrollera varje natt att webbadresserna i kurserna svarar: on eller off. Bara publika adresser kontrolleras. Tomt: on när servern har en adress.",
        "Check each night that the web addresses of the courses answer: on or off. Only public ones are checked. Empty: on when the server has an address.",
    )
    oidc_issuer: str = setting(
        "", "Utfärdare för inloggning med OpenID Connect.", "Issuer for sign-in by OpenID Connect."
    )
    oidc_client_id: str = setting("", "Klientens id hos utfärdaren.", "The client's id at the issuer.")
    oidc_client_secret: str = setting("", "Klientens hemlighet.", "The client's secret.")
    four_eyes: bool = setting(
        False,
        "Ja: den som publicerar en kurs får inte vara ensam om att ha godkänt den.",
        "Yes: whoever publishes a course may not be the only one who has approved it.",
    )
    oidc_name: str = setting("", "Vad knappen säger: Logga in med …", "What the button says: Sign in with …")

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> "Settings":
        given: dict[str, Any] = {
            one.name: environ[variable(one)] for one in fields(cls) if variable(one) in environ
        }
        for one in fields(cls):
            if isinstance(one.default, bool) and one.name in given:
                given[one.name] = _yes(variable(one), given[one.name])
            elif isinstance(one.default, int) and one.name in given:
                given[one.name] = int(given[one.name])
        if 0 < len(given.get("secret", "")) < SHORTEST_SECRET:
            raise ValueError(f"{PREFIX}SECRET < {SHORTEST_SECRET}")
        return cls(**given)

    @property
    def folder(self) -> Path:
        return Path(self.data)

    @property
    def database(self) -> str:
        """The address SQLAlchemy opens."""
        return self.database_url or f"sqlite:///{self.folder.absolute() / 'course_builder.sqlite'}"

    @property
    def asks_addresses(self) -> bool:
        """A server on somebody's own machine calls nobody unless it is told to."""
        return self.ask_addresses == "on" or (not self.ask_addresses and bool(self.url))

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname or ""

    @property
    def prefix(self) -> str:
        """The path the application stands under: `/barnratt`, or nothing."""
        return urlsplit(self.url).path.rstrip("/")


def _yes(name: str, value: str) -> bool:
    """ValueError for a word that is neither yes nor no: a rule must not be off by a slip of the pen."""
    word = value.strip().lower()
    if word not in YES + NO:
        raise ValueError(f"{name}: {', '.join(YES)} / {', '.join(NO[:-1])}")
    return word in YES


def variable(one: "Field[Any]") -> str:
    """The environment variable of a field."""
    return str(one.metadata["name"] or PREFIX + one.name.upper())
