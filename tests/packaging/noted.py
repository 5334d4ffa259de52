"""A meeting with a canary in every field that is for the one who leads."""

from course_builder.content.course import Course
from course_builder.content.models.agenda import FacilitatorNotes
from tests.content.trees import BASE, Files, drawn, reading

CANARY = "Kanariefågel"
FIELDS = tuple(FacilitatorNotes.model_fields)


def notes(where: str, indent: str) -> str:
    """Every field, each with a sign of its own."""
    lines = (
        f"{indent}  {field}:\n{indent}    - {CANARY} {where} {field}, och lite till\n" for field in FIELDS
    )
    return f"{indent}facilitator:\n" + "".join(lines)


PLANTED = {"AgendaItem": "punkten", "VariantItem": "längden", "FilmDiscussion": "samtalet"}
"""Each model that has leader notes, and what its canaries say."""


def noted_files() -> Files:
    files = BASE | drawn("""
        course.yaml:
            id: mote
            title: Ett möte
            kind: meeting
            minutes: 20
            audience:
              - medarbetare
            agenda:
              - id: borja
                title: Börja
                minutes: 5
                text: ett.md
            #A
              - id: prat
                title: Film
                minutes: 10
                film: filmen
              - id: prov
                title: Frågor
                minutes: 5
                quiz: prov
            variants:
              - minutes: 8
                agenda:
                  - same: borja
                    minutes: 4
            #S
                  - id: egen
                    title: Sedan sist
                    minutes: 4
                    says: Vad blev det?
            #V
        quizzes/filmen.yaml:
            kind: film-discussion
            id: filmen
            title: Filmen
            film:
              file: media/film.webm
              length: 1:00
              captions:
                sv: media/film.vtt
              described:
                none_needed: Allt hörs.
              rights:
                basis: eget verk
            after:
              - id: efter
                ask: Vad såg ni?
            #F
    """)
    return {
        name: text.replace("#A\n", notes(PLANTED["AgendaItem"], "    "))
        .replace("#S\n", notes(PLANTED["VariantItem"], "        "))
        .replace("#V\n", notes(PLANTED["VariantItem"] + " egen", "        "))
        .replace("#F\n", notes(PLANTED["FilmDiscussion"], ""))
        if isinstance(text, str)
        else text
        for name, text in files.items()
    }


def meeting() -> Course:
    course = reading(noted_files()).course
    assert course is not None
    return course
