"""What is asked about a course, its modules, an APT hour and a lesson."""

import dataclasses

from course_builder.content.forms.words import ID, Labels, said
from course_builder.content.models.agenda import AgendaItem, FacilitatorNotes
from course_builder.content.models.course import (
    Completion,
    CourseFile,
    ModuleEntry,
    PartEntry,
    Renewal,
    Version,
)
from course_builder.content.models.lesson import LessonHead
from course_builder.content.models.variant import Variant, VariantItem, VariantQuestion

COURSE = {
    "id": said("Kursens id", "Course id", "Portaler känner igen kursen på det. Det ändras aldrig.", "Portals know the course by it. It never changes.", hidden=True),
    "title": said("Kursens namn", "Name of the course", "Så heter kursen i listor, i portalen och på intyget.", "What lists, the portal and the certificate call it."),
    "kind": said("Typ av kurs", "Kind of course", "Egen takt eller APT-timme. Väljs när kursen skapas.", "In one's own time, or an APT hour. Chosen when the course is made.", hidden=True),
    "summary": said("Om kursen", "About the course", "Två eller tre meningar: vad den handlar om och vad man kan efteråt.", "Two or three sentences: what it is about and what one can do afterwards.", "prose"),
    "audience": said("För vem", "For whom", "Kursen visas för dem du väljer.", "The course is shown to those you choose.", "choices"),
    "minutes": said("Timmens längd", "Length of the hour", "Hela träffens minuter. Punkterna ska tillsammans bli lika många.", "The minutes of the whole meeting. The items must add up to it.", "minutes", only="meeting"),
    "modules": said("Moduler", "Modules", "Läggs till och flyttas i innehållet till vänster.", "Added and moved in the outline.", one=("Modul", "Module"), hidden=True),
    "agenda": said("Punkter", "Items", "Det ni gör under timmen, i ordning.", "What you do in the hour, in order.", one=("Punkt", "Item"), hidden=True),
    "variants": said("Andra längder", "Other lengths", "Samma träff på kortare eller längre tid. Den som planerar väljer bland längderna.", "The same meeting in less or more time. Whoever plans it chooses among the lengths.", one=("Längd", "Length"), only="meeting"),
    "completion": said("Räknas som genomförd när …", "Counts as done when …", "Det här styr när kursen är klar, här och i portalen.", "Decides when the course is done, here and in the portal."),
    "certificate": said("Ger intyg", "Gives a certificate", "Den som är klar kan hämta ett intyg.", "Whoever is done can fetch a certificate."),
    "review_by": said("Ses över senast", "To be looked over by", "När dagen har kommit påminns du om att gå igenom innehållet.", "When the day has come you are reminded to go through it.", "day"),
    "cover": said("Bild i kurslistan", "Picture in the list of courses", "En fil ur mediearkivet.", "A file of the media library.", "media"),
    "language": said("Språk", "Language", "Det språk som kursen är skriven på.", "The language the course is written in.", more=True),
    "version": said("Version", "Version", "Skrivs av sig självt när kursen publiceras.", "Written by itself when the course is published.", hidden=True),
    "renew": said("Uppdatering av kunskaper", "Refresher", "Fyll bara i om regionen har beslutat att kursen ska göras om.", "Fill in only when the region has decided that the course is taken again.", more=True),
}  # fmt: skip

COMPLETION = {
    "lessons": said("Avsnitten", "The lessons", "Om alla avsnitt ska vara lästa.", "Whether every lesson must be read."),
    "quizzes": said("Quizen", "The quizzes", "Om varje quiz ska vara godkänt, bara gjort eller inget av det.", "Whether each quiz must be passed, only taken, or neither."),
    "pass": said("Gräns för godkänt", "Pass mark", "Andel rätt, till exempel 80 %. Gäller quiz utan egen gräns.", "Share of right answers, for example 80%. For quizzes without a mark of their own.", "share"),
    "mastery": said("Gräns för hela kursen", "Mark for the whole course", "Lämna tom om du inte vill att den sammanlagda poängen ensam avgör.", "Leave empty unless the total score alone is to decide.", "share", more=True),
}  # fmt: skip

VERSION = {
    "number": said("Nummer", "Number", "Ökar med ett för varje publicering.", "One more for each publishing."),
    "date": said("Publicerad", "Published", "Dagen då versionen publicerades.", "The day the version was published.", "day"),
}  # fmt: skip

RENEWAL = {
    "months": said("Efter så många månader", "After so many months", "Räknat från dagen då kursen blev genomförd.", "Counted from the day the course was done."),
    "date": said("Senast ett visst datum", "By a certain day", "I stället för månader.", "Instead of months.", "day"),
    "window": said("Kan göras så många månader före", "Can be done so many months before", "Hur tidigt uppdateringen får göras.", "How early the refresher may be done."),
    "refresher": said("Kurs för uppdatering", "Refresher course", "Id på en kortare kurs. Tomt: samma kurs igen.", "Id of a shorter course. Empty: the same course again.", "name", names="course"),
}  # fmt: skip

PART = {
    "film": said("Filmsamtal", "Film discussion", "Ett filmsamtal ur samlingen.", "A film discussion of the collection.", "name", names="film"),
    "quiz": said("Quiz", "Quiz", "Ett quiz ur samlingen.", "A quiz of the collection.", "name", names="quiz"),
}  # fmt: skip

MODULE = {
    "id": ID,
    "title": said("Modulens namn", "Name of the module", "Några ord som säger vad modulen handlar om.", "A few words on what the module is about."),
    "goals": said("Mål", "Goals", "Efter modulen kan deltagaren … Börja med ett verb: ange, förklara, bedöma.", "After the module one can … Begin with a verb: name, explain, judge.", one=("Mål", "Goal")),
    "minutes": said("Minuter", "Minutes", "Tomt: räknas ut av det som modulen innehåller.", "Empty: worked out from what the module holds.", "minutes"),
    "lessons": said("Avsnitt", "Lessons", "Läggs till och flyttas i innehållet till vänster.", "Added and moved in the outline.", one=("Avsnitt", "Lesson"), hidden=True),
}  # fmt: skip

NOTES = {
    "facts": said("Bra att veta", "Good to know", "Fakta som samtalsledaren kan behöva, gärna med lagrum.", "Facts the facilitator may need, with provisions.", "list", one=("Faktum", "Fact")),
    "listen_for": said("Lyssna efter", "Listen for", "Svar och ord som är värda att fånga upp.", "Answers and words worth picking up.", "list", one=("Sak att lyssna efter", "Thing to listen for")),
    "pitfalls": said("Se upp med", "Watch out for", "Där samtalet lätt går snett, och hur man hjälper det tillbaka.", "Where the talk easily goes astray, and how to help it back.", "list", one=("Sak att se upp med", "Thing to watch out for")),
    "support": said("Stöd till deltagarna", "Support for those who take part", "Vart den som blir berörd kan vända sig.", "Where to turn for someone who is moved.", "list", one=("Stöd", "Support")),
}  # fmt: skip

ITEM = {
    "id": ID,
    "title": said("Punktens namn", "Name of the item", "Så står det på agendan.", "As it stands on the agenda."),
    "minutes": said("Minuter", "Minutes", "Alla punkters minuter ska bli timmens längd.", "The minutes of all items must be the length of the hour.", "minutes"),
    "form": said("Så gör ni", "How you do it", "Till exempel helgrupp, par eller tyst.", "For example the whole group, pairs or in silence."),
    "method": said("Samtalsform", "Form of talk", "Rörelseövningar ska också gå att göra sittande.", "An exercise with movement must also work seated."),
    "lead": said("Leder", "Leads", "Vem som håller i punkten.", "Who leads the item."),
    "text": said("Text", "Text", "Ett avsnitt som visas.", "A lesson that is shown.", "name", names="lesson"),
    "film": said("Filmsamtal", "Film discussion", "Ett filmsamtal ur samlingen.", "A film discussion of the collection.", "name", names="film"),
    "quiz": said("Quiz", "Quiz", "Ett quiz ur samlingen.", "A quiz of the collection.", "name", names="quiz"),
    "shrink": said("Kortas som nummer", "Shortened as number", "När tiden inte räcker kortas punkten med 1 först. Tomt: kortas inte.", "When time runs short, the item with 1 is shortened first. Empty: never."),
    "least": said("Minst så många minuter", "At least so many minutes", "0 betyder att punkten får hoppas över.", "0 means that the item may be skipped.", "minutes"),
    "keep": said("Kortas aldrig", "Never shortened", "Punkten behåller sina minuter även när ni ligger efter.", "The item keeps its minutes even when you are behind."),
    "agree": said("Här kommer ni överens om åtgärder", "Here you agree on actions", "Åtgärderna följs upp på nästa APT.", "The actions are followed up at the next APT."),
    "follow_up": said("Här följer ni upp åtgärder", "Here you follow up actions", "Det ni kom överens om förra gången visas, och ni markerar vad som har hänt.", "What you agreed last time is shown, and you mark what has happened."),
    "facilitator": said("Stöd till samtalsledaren", "Leader notes", "Följer aldrig med till deltagarna.", "Never reaches those who take part."),
}  # fmt: skip

VARIANT = {
    "minutes": said("Längd", "Length", "Punkterna ska tillsammans bli lika många minuter.", "The items must add up to it.", "minutes"),
    "agenda": said("Punkter", "Items", "Välj punkter ur timmens agenda och skriv egna minuter, eller gör en egen punkt.", "Choose items of the hour's agenda and write their minutes here, or make one of your own.", one=("Punkt", "Item")),
}  # fmt: skip

VARIED = {
    "same": said("Samma som", "The same as", "Punkten i timmens agenda. Det du inte skriver här är som där.", "The item of the hour's agenda. What you do not write here is as there.", "name", names="item", hidden=True),
    "id": ID,
    "title": said("Punktens namn", "Name of the item", "Så står det på agendan. Tomt: som i hela timmen.", "As it stands on the agenda. Empty: as in the whole hour.", needed="own"),
    **{name: ITEM[name] for name in ("minutes", "form", "method", "lead")},
    "says": said("På skärmen", "On the screen", "Några rader som alla ser.", "A few lines that all see.", "prose", only="own"),
    "questions": said("Frågor som hinns med", "Questions there is time for", "Tomt: alla filmsamtalets frågor, kortade i tur och ordning.", "Empty: all questions of the film discussion, shortened one after the other.", one=("Fråga", "Question"), only="same"),
    **{name: ITEM[name] for name in ("shrink", "least", "keep")},
    "agree": dataclasses.replace(ITEM["agree"], only="own"),
    "follow_up": dataclasses.replace(ITEM["follow_up"], only="own"),
    "facilitator": ITEM["facilitator"],
}  # fmt: skip

ASKED = {
    "same": said("Fråga", "Question", "En av filmsamtalets frågor, före eller efter filmen.", "One of the film discussion's questions, before or after the film.", "name", names="asked"),
    **{name: ITEM[name] for name in ("minutes", "shrink", "least")},
}  # fmt: skip

HEAD = {
    "id": ID,
    "title": said("Avsnittets namn", "Name of the lesson", "Tomt: textens första rubrik.", "Empty: the first heading of the text."),
    "minutes": said("Minuter", "Minutes", "Tomt: räknas ut av antalet ord.", "Empty: worked out from the number of words.", "minutes"),
}  # fmt: skip

LABELS: Labels = {
    CourseFile: COURSE, Completion: COMPLETION, Version: VERSION, Renewal: RENEWAL, PartEntry: PART, ModuleEntry: MODULE,
    FacilitatorNotes: NOTES, AgendaItem: ITEM, Variant: VARIANT, VariantItem: VARIED, VariantQuestion: ASKED, LessonHead: HEAD,
}  # fmt: skip
