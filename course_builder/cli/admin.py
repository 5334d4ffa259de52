"""`course-builder admin create`: a way in for the first administrator, and for one more when all are locked out."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import click

from course_builder.cli.database import settings, writing_database
from course_builder.cli.failures import FINE, WrongUsage
from course_builder.cli.listening import HOST, PORT
from course_builder.cli.spoken import SpokenCommand
from course_builder.cli.words import Say, Text
from course_builder.people import administrators, links
from course_builder.people.refused import Refused
from course_builder.settings import Settings

ABOUT = Text(
    "Gör en administratör och visa länken där hen väljer sitt lösenord. Länken skickas inte med brev: ge den till personen. "
    "Har någon adressen redan blir den personen administratör och behåller sitt namn.",
    "Make an administrator and show the link where the password is chosen. No mail is sent: hand the link over. "
    "If somebody has the address already, that person becomes an administrator and keeps the name.",
)
EMAIL = Text("Personens e-postadress i arbetet.", "The person's work address.")
INVITED = Text(
    "Öppna länken och välj ett lösenord. Den gäller i {days} dagar och kan användas en gång:",
    "Open the link and choose a password. It works once, for {days} days:",
)
RESET = Text(
    "Kontot fanns redan. Öppna länken och välj ett nytt lösenord. Den gäller i {minutes} minuter och kan användas en gång:",
    "The account was there already. Open the link and choose a new password. It works once, for {minutes} minutes:",
)
REGION = Text("Regionen", "The region")
EXAMPLES = ('course-builder admin create "Anna Andersson" --email anna.andersson@region.example',)


def command(say: Say) -> click.Command:
    @click.command("admin", cls=SpokenCommand, say=say, help=say(ABOUT), examples=EXAMPLES)
    @click.argument("what", metavar="create", type=click.Choice(["create"]))
    @click.argument("name", metavar="NAME")
    @click.option("--email", metavar="X", required=True, help=say(EMAIL))
    def admin(what: str, name: str, email: str) -> int:
        given, now = settings(say), datetime.now(UTC)
        today = now.astimezone(ZoneInfo("Europe/Stockholm")).date()
        region = given.region_name or say(REGION)
        with writing_database(given, say) as database:
            try:
                with database.writing() as session:
                    purpose, token = administrators.make(session, name, email, region, now, today)
            except Refused as refused:
                raise WrongUsage(refused.words(say.language)) from refused
        _tell(given, purpose, token, say)
        return FINE

    return admin


def _tell(given: Settings, purpose: str, token: str, say: Say) -> None:
    lasts = links.LASTS[purpose]
    words = INVITED if purpose == links.INVITE else RESET
    click.echo(say(words, days=lasts.days, minutes=int(lasts.total_seconds() // 60)))
    click.echo(f"{given.url.rstrip('/') or f'http://{HOST}:{PORT}'}/link/{purpose}/{token}")
