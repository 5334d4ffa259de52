"""A pass mark that somebody can reach, and rules that something can fulfil."""

from collections.abc import Iterator

from course_builder.content.checks.context import Checked
from course_builder.content.models.quiz import Quiz
from course_builder.content.problems import Code, Problem

NO_POINTS = Code("pass-without-points", "error", "Quizet {title} har en gräns för godkänt men inga frågor som ger poäng.", "The quiz {title} has a pass mark but no question gives points.", "Lägg till en fråga som kan bli rätt.", "Add a question that can be right.")  # fmt: skip
DRAW = Code("draw-too-many", "warning", "Quizet ska dra {draw} frågor men har bara {count}. Alla ställs.", "The quiz is to draw {draw} questions but has only {count}. All are asked.", "Skriv ett mindre tal, eller fler frågor.", "Write a smaller number, or more questions.")  # fmt: skip
UNGRADED = Code("draw-ungraded", "warning", "Quizet kan råka dra bara frågor utan poäng.", "The quiz may happen to draw only questions without points.", "Lägg frågor utan poäng i ett avsnitt i stället.", "Put questions without points in a lesson instead.")  # fmt: skip
UNEVEN = Code("draw-uneven", "warning", "Frågorna ger olika poäng och dras slumpvis, så gränsen blir olika för olika personer.", "Questions give different points and are drawn at random, so the mark differs between people.", "Ge alla samma poäng.", "Give all the same points.")  # fmt: skip
MASTERY = Code("mastery-without-quiz", "error", "Kursen har mastery men inget quiz som ger poäng.", "The course has mastery but no quiz that gives points.", "Ta bort mastery, eller lägg till ett quiz.", "Remove mastery, or add a quiz.")  # fmt: skip
NOTHING = Code("completion-empty", "error", "Kursen räknas aldrig som genomförd: varken avsnitt eller quiz krävs.", "The course never counts as done: neither lessons nor quizzes are required.", "Skriv lessons: all under completion:", "Write lessons: all under completion:")  # fmt: skip


def check(checked: Checked) -> Iterator[Problem]:
    course = checked.course
    for quiz in course.quizzes:
        yield from _quiz(quiz, course.pass_mark(quiz))
    points = sum(question.points for quiz in course.quizzes for question in quiz.questions if question.graded)
    if course.completion.mastery is not None and not points:
        yield MASTERY.at(course.place)
    if course.completion.lessons == "none" and (course.completion.quizzes == "none" or not course.quizzes):
        yield NOTHING.at(course.place)


def _quiz(quiz: Quiz, mark: float) -> Iterator[Problem]:
    graded = [question for question in quiz.questions if question.graded and question.points > 0]
    if not graded and mark > 0:
        yield NO_POINTS.at(quiz.place, title=quiz.title)
    if quiz.draw is None:
        return
    if quiz.draw > len(quiz.questions):
        yield DRAW.at(quiz.at("draw"), draw=quiz.draw, count=len(quiz.questions))
    elif quiz.draw <= len(quiz.questions) - len(graded):
        yield UNGRADED.at(quiz.at("draw"))
    if len({question.points for question in graded}) > 1:
        yield UNEVEN.at(quiz.at("draw"))
