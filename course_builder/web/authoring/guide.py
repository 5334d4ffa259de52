"""The first course in five steps. Each ticks itself from what the course is."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from course_builder.content.reading import ROOT
from course_builder.content.structure.titles import title_of
from course_builder.library.drafts.bin import is_published
from course_builder.library.drafts.history import revision
from course_builder.library.drafts.models import Draft, Verb
from course_builder.library.drafts.untouched import is_edited, untouched
from course_builder.web.authoring.outlined import Shown
from course_builder.web.language import gettext


@dataclass(frozen=True)
class Step:
    """`tried` is ticked by the browser that has shown the course as a learner sees it."""

    words: str
    how: str
    done: bool
    tried: bool = False


def guide(session: Session, draft: Draft, outline: Shown, person_id: int) -> Sequence[Step] | None:
    """For whoever began the course herself; None once it is published: whoever has done that needs no guide."""
    first = revision(session, draft, 1)
    began = first.verb == Verb.MADE and first.made_by_id == person_id
    if not began or is_published(session, draft) or not outline.is_readable:
        return None
    fresh = untouched(session, draft)
    kinds = {(twig.leaf.kind, twig.file in fresh) for twig in outline.twigs() if twig.is_there}
    return (
        Step(gettext("Ge kursen ett namn"), gettext("Öppna ”Om kursen” och skriv vad den heter, vad den handlar om och för vem."), is_edited(session, draft, ROOT)),
        Step(gettext("Skriv ett avsnitt"), gettext("Välj ett avsnitt i innehållet och skriv över exempeltexten med din egen."), ("lesson", False) in kinds),
        Step(gettext("Ta med ett filmsamtal"), gettext("Välj ”Lägg till” och ”Filmsamtal”, eller ta ett som redan finns."), any(kind == "film" for kind, _ in kinds)),
        Step(gettext("Ta med ett quiz"), gettext("Några frågor räcker. Skriv varför varje svar stämmer eller inte."), any(kind == "quiz" for kind, _ in kinds)),
        Step(gettext("Se kursen som deltagare och publicera"), gettext("Välj ”Mer” och ”Prova som deltagare”. Publicera när du är nöjd."), done=False, tried=True),
    )  # fmt: skip


def hint(session: Session, draft: Draft, path: str, words: str) -> str:
    """What to do with a text that nobody has written in yet; empty as soon as somebody has."""
    if path not in untouched(session, draft):
        return ""
    if path == ROOT:
        return gettext(
            "Det här är mallens uppgifter. Byt namn, sammanfattning och målgrupp. Rutan försvinner när du har skrivit något eget."
        )
    if path.endswith(".md"):
        if len(words) > len(title_of(path, words)) + 80:
            return gettext(
                "Det här är exempeltext ur mallen. Skriv över den med er egen vardag, och behåll det som passar. Rutan försvinner när du har skrivit något eget."
            )
        return gettext(
            "Börja med en situation som alla känner igen. Berätta sedan vad som gäller, och sluta med en fråga att tänka på. Rutan försvinner när du har skrivit något eget."
        )
    return gettext("Det här är ett exempel att skriva över. Rutan försvinner när du har skrivit något eget.")
