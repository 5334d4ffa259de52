"""What the tables and their columns are called on the page of what is stored about somebody."""

from collections.abc import Callable, Mapping

from course_builder.web.language import gettext


def table_words() -> Callable[[str], str]:
    """Looked up once for a whole page."""
    said = {
        "person": gettext("Du"), "appointment": gettext("Uppdrag"), "trainer_group_member": gettext("Grupper av utbildare"),
        "account": gettext("Konto"), "identity": gettext("Inloggning genom regionen"), "sign_in": gettext("Inloggningar"),
        "account_link": gettext("Länkar för inbjudan och nytt lösenord"), "letter": gettext("Brev till dig"), "event": gettext("Händelser"),
        "enrolment": gettext("Kurser du har börjat"), "part_read": gettext("Avsnitt du har läst"), "attempt": gettext("Försök på quiz"),
        "answer": gettext("Svar"), "note": gettext("Dina anteckningar"), "completion": gettext("Kurser du har genomfört"),
        "required_of": gettext("Kurser som begärs för just dig"), "exemption": gettext("Kurser du är undantagen från"),
        "certificate": gettext("Intyg"), "completion_list_row": gettext("Rader i listor från annat håll"),
        "review_comment": gettext("Kommentarer du har skrivit"), "review_ask": gettext("Utkast du har blivit ombedd att granska"),
        "approval": gettext("Versioner du har godkänt"),
        "meeting_leader": gettext("APT-timmar du leder"), "meeting_attendee": gettext("Närvaro på APT-timmar"),
        "meeting_attendance_change": gettext("När din närvaro noterades"), "meeting_steering": gettext("Det du gjorde när du ledde en timme"),
        "people_change": gettext("Ändringar av ditt uppdrag eller konto"),
    }  # fmt: skip
    return lambda name: said.get(name, name)


def column_words() -> Mapping[str, str]:
    """Looked up once for a whole page. Numbers that only bind tables together have no words."""
    said: Mapping[str, str] = {
        "name": gettext("Namn"), "email": gettext("E-post"), "employee_ref": gettext("Anställnings-id"), "language": gettext("Språk"),
        "protected": gettext("Skyddade personuppgifter"), "time_factor": gettext("Mer tid där tiden räknas, antal gånger"), "role": gettext("Uppdrag"),
        "title": gettext("Titel"), "mandate": gettext("Vad uppdraget omfattar"), "starts": gettext("Från"), "ends": gettext("Till"),
        "unit_id": gettext("Enhet"), "course_id": gettext("Kurs"), "on": gettext("Dag"), "source": gettext("Källa"), "passed": gettext("Godkänd"),
        "score": gettext("Resultat"), "started": gettext("Började"), "done": gettext("Klar"), "at": gettext("När"), "kind": gettext("Vad"),
        "text": gettext("Text"), "saved": gettext("Sparat"), "stored": gettext("Sparat"), "given": gettext("Ditt svar"), "mark": gettext("Rätt, 0 till 1"),
        "question_id": gettext("Fråga"), "quiz_id": gettext("Quiz"), "number": gettext("Nummer"), "finished": gettext("Avslutat"), "to": gettext("Till"),
        "subject": gettext("Ämne"), "body": gettext("Brevets text"), "purpose": gettext("Gäller"), "state": gettext("Läge"), "sent": gettext("Skickat"),
        "written": gettext("Skrivet"), "issued": gettext("Utfärdat"), "withdrawn": gettext("Dragits tillbaka"), "check_code": gettext("Kontrollkod"),
        "took_part": gettext("Deltog"), "afterwards": gettext("Gjort i efterhand"), "how": gettext("Hur"), "part": gettext("Leder som"),
        "meeting_id": gettext("APT-timme"), "verb": gettext("Vad"), "step": gettext("Punkt"),
        "was": gettext("Före"), "is": gettext("Efter"), "created": gettext("Skapat"), "seen": gettext("Senast"), "disabled": gettext("Avstängt"),
        "answered": gettext("Besvarade frågor"), "earned": gettext("Poäng"), "possible": gettext("Högsta poäng"),
        "said": gettext("Det som stod i listan"), "outcome": gettext("Utfall"), "round": gettext("Omgång"), "data": gettext("Uppgifter"),
    }  # fmt: skip
    return said
