"""When a course counts as done, and what it may be called. The same rules stand in player/browser/verdict.js."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor
from typing import Literal

Completion = Literal["incomplete", "completed"]
Success = Literal["unknown", "failed", "passed"]
SUCCESS: tuple[Success, ...] = ("unknown", "failed", "passed")
WHOLE = 10_000
ALMOST = 1e-9


@dataclass(frozen=True)
class Rule:
    """What counts as done. `mastery` set: the total score against it decides alone."""

    lessons: Literal["all", "none"] = "all"
    quizzes: Literal["passed", "taken", "none"] = "passed"
    mastery: float | None = None
    fail_reports: Literal["failed", "incomplete"] = "failed"


@dataclass(frozen=True)
class GradedQuiz:
    """The best attempt so far; `earned` is None before the first."""

    pass_: float
    possible: float
    earned: float | None = None
    tries_left: bool = True

    @property
    def taken(self) -> bool:
        return self.earned is not None

    @property
    def reached(self) -> bool:
        return self.earned is not None and self.earned / self.possible + ALMOST >= self.pass_


@dataclass(frozen=True)
class Verdict:
    """`score` counts ten-thousandths of what all graded quizzes can give; None: nothing to report yet."""

    completion: Completion
    success: Success
    score: int | None = None


def judge(
    rule: Rule, quizzes: Sequence[GradedQuiz], read: bool, portal_mastery: float | None = None
) -> Verdict:
    """What to report, when `read` says whether every lesson has been read; a portal's mastery score wins."""
    mastery = rule.mastery if portal_mastery is None else portal_mastery
    counted = bool(quizzes) and rule.quizzes != "none"
    read = read or (rule.lessons == "none" and counted)
    success = _success(rule, quizzes, read, mastery)
    quizzes_done = success == "passed" if rule.quizzes == "passed" else all(quiz.taken for quiz in quizzes)
    done = read and (quizzes_done or not counted)
    return Verdict("completed" if done else "incomplete", success, _score(quizzes, mastery, success))


def raised(before: Verdict, now: Verdict) -> Verdict:
    """`now`, but nothing that was reached is taken back."""
    done = before.completion == "completed"
    success = max(before.success, now.success, key=SUCCESS.index)
    if done and success == "failed":
        success = before.success
    keep = before.score is not None and (done or before.success == "passed")
    score = max(before.score or 0, now.score or 0) if keep else now.score
    return Verdict(before.completion if done else now.completion, success, score)


def _total(quizzes: Sequence[GradedQuiz]) -> float:
    return sum(quiz.earned or 0 for quiz in quizzes) / sum(quiz.possible for quiz in quizzes)


def _success(rule: Rule, quizzes: Sequence[GradedQuiz], read: bool, mastery: float | None) -> Success:
    if not any(quiz.taken for quiz in quizzes) or (mastery is None and rule.quizzes != "passed"):
        return "unknown"
    reached = (
        all(quiz.reached for quiz in quizzes) if mastery is None else _total(quizzes) + ALMOST >= mastery
    )
    if reached:
        return "passed"
    if not read or not all(quiz.taken for quiz in quizzes):
        return "unknown"
    if rule.fail_reports == "incomplete" and _can_still_pass(quizzes, mastery):
        return "unknown"
    return "failed"


def _can_still_pass(quizzes: Sequence[GradedQuiz], mastery: float | None) -> bool:
    if mastery is None:
        return all(quiz.reached or quiz.tries_left for quiz in quizzes)
    return any(quiz.tries_left and (quiz.earned or 0) < quiz.possible for quiz in quizzes)


def _score(quizzes: Sequence[GradedQuiz], mastery: float | None, success: Success) -> int | None:
    """On the same side of the mark as the exact total. A portal that holds a mastery score judges any
    score it is given, so none is given before the judgement may fall."""
    if not any(quiz.taken for quiz in quizzes) or (mastery is not None and success == "unknown"):
        return None
    total = _total(quizzes)
    score = floor(total * WHOLE + 0.5)
    if mastery is None:
        return score
    mark = mastery * WHOLE
    if success == "passed" and score + ALMOST < mark:
        return score + 1
    return score - 1 if success == "failed" and score + ALMOST >= mark else score
