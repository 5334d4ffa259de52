"""What is asked about each kind of question."""

from course_builder.content.forms.words import ID, KIND, Labels, Said, said
from course_builder.content.questions.choice import Choice
from course_builder.content.questions.choices import Choices
from course_builder.content.questions.gaps import Gap, Gaps
from course_builder.content.questions.match import Match, Pair
from course_builder.content.questions.number import Number
from course_builder.content.questions.option import Option
from course_builder.content.questions.order import Item, Order
from course_builder.content.questions.reflect import Reflect
from course_builder.content.questions.scale import Scale
from course_builder.content.questions.text import TextQuestion
from course_builder.content.questions.truth import Truth

ASK = said("Fråga", "Question", "Fråga om en sak i taget, med ord som deltagaren själv använder.", "Ask one thing at a time, in the learner's own words.", "prose")  # fmt: skip
BECAUSE = said("Vad gäller, och varför?", "What holds, and why?", "Visas för alla efter svaret. Nämn gärna lagrum eller artikel.", "Shown to everyone after the answer. Name the provision or article.", "prose")  # fmt: skip
OTHERWISE = said("Till den som inte hade allt rätt", "For whoever did not have it all right", "Säg varför tanken är vanlig, och vad som skiljer.", "Say why the thought is common, and where the difference lies.", "prose")  # fmt: skip
POINTS = said("Poäng", "Points", "Tomt: 1 poäng.", "Empty: 1 point.", more=True)
ARTICLES = said("Artiklar", "Articles", "Nummer i barnkonventionen, till exempel 3, 12.", "Numbers of the Convention, for example 3, 12.", "numbers", more=True)  # fmt: skip

TAGS = said("Etiketter", "Tags", "Ord som gör frågan lätt att hitta i frågebanken. Skilj dem åt med komma.", "Words that make it easy to find in the question bank. Put commas between.", "words", more=True)  # fmt: skip


def question(**own: Said) -> dict[str, Said]:
    """The fields of one kind between the question and what is said afterwards."""
    asked = {"ask": own.pop("ask", ASK)}
    after = {"because": BECAUSE, "otherwise": OTHERWISE, "points": POINTS, "articles": ARTICLES, "tags": TAGS}
    return {"id": ID, "kind": KIND, **asked, **own, **after}


OPTIONS = said("Svarsalternativ", "Options", "Skriv minst två. Också de som inte stämmer ska vara något som någon kan tro.", "Write at least two. The others too should be what someone may believe.", one=("Alternativ", "Option"))  # fmt: skip

OPTION = {
    "id": ID,
    "right": said("Svar som är rätt", "A right answer", "Texten som deltagaren väljer.", "What the learner chooses.", "prose"),
    "wrong": said("Svar som inte är rätt", "An answer that is not right", "Texten som deltagaren väljer.", "What the learner chooses.", "prose"),
    "because": said("Varför är det rätt eller inte rätt?", "Why is it right, or not?", "Visas för den som väljer svaret. Säg vad tanken missar, utan att skylla på personen.", "Shown to whoever chooses it. Say what the thought misses, without blaming the person.", "prose"),
}  # fmt: skip

PAIR = {
    "id": ID,
    "left": said("Det här", "This", "Visas till vänster.", "Shown to the left."),
    "right": said("hör ihop med", "belongs with", "Visas som val till höger.", "Offered to the right."),
}  # fmt: skip

GAP = {
    "id": ID,
    "accept": said("Svar som stämmer", "Accepted answers", "Det första visas som det rätta. Stor och liten bokstav spelar ingen roll.", "The first is shown as the right one. Capitals do not matter.", one=("Svar som stämmer", "Accepted answer")),
    "wrong": said("Andra ord att välja mellan", "Other words to choose from", "Skriver du några blir luckan en lista att välja ur. Tomt: deltagaren skriver själv.", "With some, the gap becomes a list. Empty: the learner writes.", one=("Ord", "Word")),
}  # fmt: skip

ITEM = {
    "id": ID,
    "text": said("Steg", "Step", "En händelse eller åtgärd.", "An event or action.", "prose"),
}  # fmt: skip

TRUTH = question(
    ask=said("Påstående", "Statement", "Ett påstående som går att avgöra.", "A statement that can be decided.", "prose"),
    right=said("Påståendet stämmer", "The statement holds", "Kryssa för om det är sant.", "Tick it if it is true."),
)  # fmt: skip
CHOICE = question(options=OPTIONS)
TEXT = question(accept=said("Svar som stämmer", "Accepted answers", "Skriv alla sätt som är rätt. Det första visas efteråt.", "Write every way that is right. The first is shown afterwards.", one=("Svar", "Answer")))  # fmt: skip
GAPS = question(
    text=said("Text med luckor", "Text with gaps", "Skriv ___ (tre understreck) där en lucka ska stå.", "Write ___ (three underscores) for each gap.", "prose"),
    gaps=said("Luckor", "Gaps", "En för varje ___ i texten, i samma ordning.", "One for each ___ in the text, in the same order.", one=("Lucka", "Gap")),
)  # fmt: skip
NUMBER = question(
    right=said("Rätt tal", "Right number", "Siffror, med komma eller punkt.", "Digits, with a comma or a point."),
    within=said("Godta svar som ligger så nära", "Accept answers this close", "0 betyder att talet ska vara exakt.", "0 means exact."),
    unit=said("Enhet", "Unit", "Ord efter rutan, till exempel artiklar eller minuter.", "A word after the field, such as articles or minutes."),
)  # fmt: skip
MATCH = question(pairs=said("Par", "Pairs", "Skriv det som hör ihop på samma rad. Två par får ha samma högra del.", "Write what belongs together on one row. Two pairs may share a right side.", one=("Par", "Pair")))  # fmt: skip
ORDER = question(items=said("Steg i rätt ordning", "Steps in the right order", "Skriv dem i den ordning som gäller. Deltagaren får dem blandade.", "Write them in the order that holds. The learner gets them mixed.", one=("Steg", "Step")))  # fmt: skip
SCALE = question(
    low=said("Vänster ände", "Left end", "Vad 1 betyder.", "What 1 means."),
    high=said("Höger ände", "Right end", "Vad det högsta steget betyder.", "What the highest step means."),
    steps=said("Antal steg", "Number of steps", "Mellan 2 och 9. Tomt: 5.", "From 2 to 9. Empty: 5."),
)  # fmt: skip
REFLECT = question(
    ask=said("Fråga att fundera på", "Something to think about", "En öppen fråga om den egna vardagen. Fråga aldrig efter uppgifter om patienter.", "An open question about one's own work. Never ask for facts about patients.", "prose"),
    stored=said("Svaret sparas på servern", "The answer is stored on the server", "Deltagaren får veta det. Annars finns svaret bara i det här fönstret.", "The learner is told. Otherwise the answer stays in this window.", more=True),
)  # fmt: skip

LABELS: Labels = {
    Truth: TRUTH, Choice: CHOICE, Choices: CHOICE, TextQuestion: TEXT, Gaps: GAPS, Number: NUMBER, Match: MATCH, Order: ORDER,
    Scale: SCALE, Reflect: REFLECT, Option: OPTION, Pair: PAIR, Gap: GAP, Item: ITEM,
}  # fmt: skip
