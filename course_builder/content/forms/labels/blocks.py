"""What is asked about the pieces that stand in a lesson."""

from course_builder.content.blocks import (
    Case,
    Checklist,
    Download,
    FilmBlock,
    Local,
    QuestionBlock,
    QuizBlock,
    ReflectBlock,
    Timeline,
)
from course_builder.content.blocks.case import Branch, Scene
from course_builder.content.blocks.checklist import ChecklistItem
from course_builder.content.blocks.timeline import Event
from course_builder.content.forms.words import ID, Labels, said

QUESTION = {"question": said("Fråga", "Question", "En fråga att öva på. Den räknas inte i något resultat.", "A question for practice. It counts in no score.")}  # fmt: skip
REFLECT = {"question": said("Fråga att fundera på", "Something to think about", "En öppen fråga mitt i texten.", "An open question in the text.")}  # fmt: skip

QUIZ = {"use": said("Quiz", "Quiz", "Ett quiz ur samlingen. Det är kopplat: ändras det där så ändras det här.", "A quiz of the collection. It is linked: a change there is a change here.", "name", names="quiz")}  # fmt: skip
FILM = {
    "id": ID,
    "use": said("Filmsamtal", "Film discussion", "Ett filmsamtal ur samlingen. Det är kopplat: ändras det där så ändras det här.", "A film discussion of the collection. It is linked: a change there is a change here.", "name", names="film"),
    "film": said("Egen film", "A film of its own", "En film utan samtalsfrågor.", "A film without discussion questions.", hidden=True),
}  # fmt: skip

CASE = {
    "id": ID,
    "title": said("Berättelsens namn", "Name of the story", "Gärna en person och vad det gäller.", "A person and what it is about."),
    "scenes": said("Händelser", "Scenes", "Den första är början. En händelse utan val är ett slut.", "The first is the beginning. A scene without choices is an end.", one=("Händelse", "Scene")),
}  # fmt: skip
SCENE = {
    "id": ID,
    "text": said("Det här händer", "What happens", "Några meningar. Skriv så att läsaren är med i rummet.", "A few sentences. Put the reader in the room.", "prose"),
    "choices": said("Val", "Choices", "Vad läsaren kan göra nu. Inga val: berättelsen slutar här.", "What the reader can do now. None: the story ends here.", one=("Val", "Choice")),
}  # fmt: skip
BRANCH = {
    "id": ID,
    "choose": said("Läsaren väljer att", "The reader chooses to", "Något som en klok kollega kunde göra.", "Something a wise colleague might do."),
    "because": said("Vad det leder till, och varför", "Where it leads, and why", "Visas efter valet. Nämn lagrum där det finns.", "Shown after the choice. Name the provision where there is one.", "prose"),
    "then": said("Fortsätter med", "Goes on with", "Händelsen som kommer sedan.", "The scene that follows.", "name", names="scene"),
}  # fmt: skip

CHECKLIST = {
    "id": ID,
    "title": said("Rubrik", "Heading", "Vad listan är till för.", "What the list is for."),
    "items": said("Punkter", "Items", "Deltagaren bockar av dem. Bockarna sparas.", "The learner ticks them off. The ticks are kept.", one=("Punkt", "Item")),
}  # fmt: skip
CHECK = {"id": ID, "text": said("Punkt", "Item", "Något man kan se att man har gjort.", "Something one can see that one has done.", "prose")}  # fmt: skip

TIMELINE = {
    "id": ID,
    "title": said("Rubrik", "Heading", "Vad årtalen handlar om.", "What the years are about."),
    "events": said("Händelser", "Events", "Den äldsta först.", "The oldest first.", one=("Händelse", "Event")),
}  # fmt: skip
EVENT = {
    "id": ID,
    "when": said("När", "When", "Ett år, ett datum eller några ord.", "A year, a date or a few words."),
    "what": said("Vad", "What", "En mening om det som hände.", "A sentence on what happened.", "prose"),
}  # fmt: skip

DOWNLOAD = {
    "title": said("Text på länken", "Text of the link", "Säg vad filen är och gärna vilken sort.", "Say what the file is, and what kind."),
    "file": said("Fil", "File", "En fil ur mediearkivet, helst pdf.", "A file of the media library, a PDF by choice.", "media"),
}  # fmt: skip
LOCAL = {
    "title": said("Rubrik", "Heading", "Till exempel Rutin hos oss.", "For example Our routine."),
    "show": said("Visar", "Shows", "Det som regionen eller enheten har fyllt i.", "What the region or the unit has filled in.", "name", names="local"),
}  # fmt: skip

LABELS: Labels = {
    QuestionBlock: QUESTION, ReflectBlock: REFLECT, QuizBlock: QUIZ, FilmBlock: FILM, Case: CASE, Scene: SCENE, Branch: BRANCH,
    Checklist: CHECKLIST, ChecklistItem: CHECK, Timeline: TIMELINE, Event: EVENT, Download: DOWNLOAD, Local: LOCAL,
}  # fmt: skip
