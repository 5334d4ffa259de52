"""What is asked about a quiz."""

from course_builder.content.forms.words import ID, KIND, Labels, said
from course_builder.content.models.quiz import Quiz

QUIZ = {
    "kind": KIND,
    "id": ID,
    "title": said("Quizets namn", "Name of the quiz", "Så heter det i innehållet.", "What the outline calls it."),
    "pass": said("Gräns för godkänt", "Pass mark", "Andel rätt, till exempel 80 %. Tomt: kursens egen gräns.", "Share of right answers, for example 80%. Empty: the course's own mark.", "share"),
    "attempts": said("Antal försök", "Number of attempts", "Tomt: hur många som helst.", "Empty: as many as one likes.", "number"),
    "draw": said("Frågor per försök", "Questions in each attempt", "Tomt: alla. Färre än alla dras på nytt varje gång.", "Empty: all. Fewer are drawn anew each time.", more=True),
    "shuffle": said("Blanda frågornas ordning", "Mix the order of the questions", "Varje försök får sin egen ordning.", "Each attempt has its own order.", more=True),
    "minutes": said("Minuter", "Minutes", "Tomt: räknas ut av antalet frågor.", "Empty: worked out from the number of questions.", "minutes", more=True),
    "questions": said("Frågor", "Questions", "Blanda gärna flera sorter.", "Mix several kinds.", one=("Fråga", "Question")),
}  # fmt: skip

LABELS: Labels = {Quiz: QUIZ}
