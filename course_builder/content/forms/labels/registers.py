"""What is asked about provisions, articles and the region."""

from course_builder.content.forms.words import Labels, said
from course_builder.content.models.law import CrcEntry, LawEntry, Wording
from course_builder.content.models.region import (
    Decision,
    Portal,
    Region,
    RepWords,
    Routine,
    SupportContact,
)

LAW = {
    "act": said("Lag", "Act", "Lagens namn och SFS-nummer.", "Name and number of the act."),
    "provision": said("Lagrum", "Provision", "Kapitel och paragraf. Tomt: hela lagen.", "Chapter and section. Empty: the whole act."),
    "source": said("Källa", "Source", "Webbadressen där lydelsen står.", "The web address of the wording.", "address"),
    "checked_on": said("Kontrollerad", "Checked", "Dagen då texten senast jämfördes med lagen.", "The day the text was last compared with the law.", "day"),
    "wordings": said("Lydelser", "Wordings", "En för varje tid. Den som gäller i dag visas.", "One for each period. The one in force is shown.", one=("Lydelse", "Wording")),
}  # fmt: skip
WORDING = {
    "valid_from": said("Gäller från", "In force from", "Tomt: dagen är inte kontrollerad.", "Empty: the day has not been checked.", "day"),
    "valid_to": said("Gäller till", "In force until", "Tomt: tills vidare.", "Empty: until further notice.", "day"),
    "says": said("Med egna ord", "In our own words", "Vad lagrummet säger, så att en kollega förstår.", "What the provision says, so that a colleague understands.", "prose"),
}  # fmt: skip
ARTICLE = {
    "title": said("Artikelns rubrik", "Heading of the article", "Några ord.", "A few words."),
    "says": said("Med egna ord", "In our own words", "Vad artikeln säger, så att en kollega förstår.", "What the article says, so that a colleague understands.", "prose"),
    "core": said("Grundprincip", "General principle", "Artikel 2, 3, 6 och 12.", "Articles 2, 3, 6 and 12."),
}  # fmt: skip

REGION = {
    "name": said("Regionens namn", "Name of the region", "Så står det i texter och brev.", "As in texts and letters."),
    "example": said("Påhittad region", "Invented region", "Ta bort krysset när uppgifterna är era egna.", "Untick it when the facts are your own."),
    "ombud": said("Vad ombuden kallas", "What representatives are called", "Orden i alla former, så att texterna blir rätt.", "The word in every form, so that texts are right."),
    "portal": said("Portalen", "The portal", "Där kurserna finns för medarbetarna.", "Where staff find the courses."),
    "decision": said("Beslut om barnets rättigheter", "Decision on the rights of the child", "Det som regionen har beslutat.", "What the region has decided."),
    "address": said("Funktionsbrevlåda", "Address of the role", "Aldrig en persons egen adress.", "Never a person's own address."),
    "routines": said("Rutiner", "Routines", "En för varje rutin som kurserna nämner.", "One for each routine that courses name.", "named", one=("Rutin", "Routine")),
    "support": said("Stöd", "Support", "Vart medarbetare kan vända sig.", "Where staff can turn.", one=("Stöd", "Support")),
}  # fmt: skip
REP_WORDS = {
    "singular": said("Ett …", "One …", "Till exempel barnrättsombud.", "For example barnrättsombud."),
    "definite": said("Det där …", "The …", "Till exempel barnrättsombudet.", "For example barnrättsombudet."),
    "plural": said("Flera …", "Several …", "Till exempel barnrättsombud.", "For example barnrättsombud."),
    "definite_plural": said("De där …", "All the …", "Till exempel barnrättsombuden.", "For example barnrättsombuden."),
    "genitive": said("Ett …s", "Of a …", "Till exempel barnrättsombuds.", "For example barnrättsombuds."),
}  # fmt: skip
PORTAL = {
    "name": said("Portalens namn", "Name of the portal", "Så som medarbetarna känner den.", "As staff know it."),
    "staff": said("Ingång för anställda", "Entrance for staff", "Webbadress.", "Web address.", "address"),
    "external": said("Ingång för externa", "Entrance for external users", "Webbadress.", "Web address.", "address"),
}  # fmt: skip
DECISION = {
    "text": said("Vad som är beslutat", "What was decided", "En eller två meningar.", "One or two sentences.", "prose"),
    "year": said("År", "Year", "Året för beslutet.", "The year of the decision."),
}  # fmt: skip
ROUTINE = {
    "title": said("Rutinens namn", "Name of the routine", "Som det står på rutinen.", "As it stands on the routine."),
    "where": said("Var den finns", "Where it is", "Så att man hittar den utan länk.", "So that one finds it without the link."),
    "url": said("Länk", "Link", "Webbadress, om den går att nå.", "Web address, where it can be reached.", "address"),
}  # fmt: skip
SUPPORT = {
    "title": said("Vem", "Who", "En funktion och vad den hjälper till med.", "A function and what it helps with."),
    "where": said("Hur man når den", "How to reach it", "Telefon, brevlåda eller plats.", "Telephone, mailbox or place."),
    "url": said("Länk", "Link", "Webbadress.", "Web address.", "address"),
}  # fmt: skip

LABELS: Labels = {
    LawEntry: LAW, Wording: WORDING, CrcEntry: ARTICLE, Region: REGION, RepWords: REP_WORDS, Portal: PORTAL, Decision: DECISION,
    Routine: ROUTINE, SupportContact: SUPPORT,
}  # fmt: skip
