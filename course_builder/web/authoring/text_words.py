"""What the editor of a text says: its own words, CodeMirror's, and the samples of what can be set in."""

from collections.abc import Mapping

from course_builder.content.problems import SEVERITY_WORDS
from course_builder.web.authoring.blocks import block_words
from course_builder.web.language import gettext, language


def text_words() -> Mapping[str, object]:
    """`{name}` and `$` are filled in by the scripts."""
    return {
        "label": gettext("Text"),
        "keys": gettext("Tab lämnar texten. Ctrl+B är fet, Ctrl+I kursiv och Ctrl+K länk. Ctrl+] drar in en punkt och Ctrl+[ drar ut den. Ctrl+Enter öppnar det du står i som formulär, Ctrl+blanksteg visar förslag, F8 går till nästa sak att se över. Ctrl+Z ångrar."),
        "head": gettext("Avsnittets huvud"),
        "head_show": gettext("Visa avsnittets huvud"),
        "form": gettext("Ändra i formulär"),
        "done": gettext("Klar"),
        "severity": SEVERITY_WORDS[language()],
        "sample": gettext("text"),
        "sample_link": gettext("länkens text"),
        "sample_law": gettext("lagrummets namn"),
        "sample_article": gettext("artikelns namn"),
        "kinds": _kinds(),
        "tools": block_words(),
        "samples": _samples(),
        "phrases": _phrases(),
        **_pasting(),
    }  # fmt: skip


def _kinds() -> Mapping[str, str]:
    return {
        "film": gettext("film eller filmsamtal"),
        "quiz": gettext("quiz"),
        "question": gettext("fråga att öva på"),
        "reflect": gettext("stanna upp och tänk"),
        "case": gettext("fall med val"),
        "checklist": gettext("checklista"),
        "timeline": gettext("tidslinje"),
        "download": gettext("fil att hämta"),
        "local": gettext("så gör vi hos oss"),
    }


def _samples() -> Mapping[str, str]:
    """Without signs that mean something in YAML."""
    return {
        "ask": gettext("Skriv frågan här"),
        "right": gettext("Ett svar som stämmer"),
        "wrong": gettext("Ett svar som många tror på"),
        "because": gettext("Skriv varför"),
        "reflect": gettext("Vad vill du att den som läser ska stanna upp vid?"),
        "story": gettext("Fallets namn"),
        "scene": gettext("Det här händer. Vad gör du?"),
        "choose": gettext("Det du kan göra"),
        "end": gettext("Så slutade det."),
        "checklist": gettext("Listans namn"),
        "item": gettext("Något att bocka av"),
        "timeline": gettext("Tidslinjens namn"),
        "when": gettext("År eller månad"),
        "what": gettext("Det som hände"),
        "download": gettext("Filens namn för den som läser"),
        "note": gettext("Rutans rubrik"),
        "note_text": gettext("Det som ska stå i rutan."),
    }


def _pasting() -> Mapping[str, object]:
    return {
        "pasted": gettext("Inklistrat. Rubriker, listor, tabeller och länkar följde med."),
        "pasted_without": gettext("Inklistrat. Det här följde inte med: {what}."),
        "dropped": {
            "pictures": gettext("bilder"),
            "colours": gettext("färger"),
            "fonts": gettext("typsnitt"),
            "lines": gettext("under- och överstrykningar"),
            "forms": gettext("formulärfält"),
        },
        "pictures": gettext("Lägg bilder via bildknappen, så får de en beskrivning."),
        "personnummer": gettext("Det du klistrade in ser ut att ha ett personnummer. Ta bort det: en kurs ska inte ha uppgifter om verkliga personer."),
        "personnummer_show": gettext("Visa var"),
    }  # fmt: skip


def _phrases() -> Mapping[str, str]:
    """CodeMirror's own texts by what they are in English."""
    return {
        "Find": gettext("Sök"),
        "Replace": gettext("Ersätt med"),
        "next": gettext("nästa"),
        "previous": gettext("förra"),
        "all": gettext("alla"),
        "match case": gettext("stora och små bokstäver"),
        "by word": gettext("hela ord"),
        "regexp": gettext("reguljärt uttryck"),
        "replace": gettext("ersätt"),
        "replace all": gettext("ersätt alla"),
        "close": gettext("stäng"),
        "current match": gettext("den här träffen"),
        "on line": gettext("på rad"),
        "replaced match on line $": gettext("ersatte på rad $"),
        "replaced $ matches": gettext("ersatte på $ ställen"),
        "Go to line": gettext("Gå till rad"),
        "go": gettext("gå"),
        "Completions": gettext("Förslag"),
        "Diagnostics": gettext("Att se över"),
        "No diagnostics": gettext("Inget att se över"),
        "Control character": gettext("Osynligt tecken"),
        "Selection deleted": gettext("Det markerade togs bort"),
        "to": gettext("till"),
        "Folded lines": gettext("Hopfällda rader"),
        "Unfolded lines": gettext("Utfällda rader"),
        "folded code": gettext("hopfälld text"),
        "unfold": gettext("fäll ut"),
    }
