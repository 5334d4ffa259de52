"""The papers of an APT hour: each as HTML, as a page that needs nothing else, and together as a tagged PDF."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from course_builder.content.course import Course
from course_builder.content.render.dates import day
from course_builder.content.step import Step
from course_builder.content.tree import Tree
from course_builder.paper.guide import Script
from course_builder.paper.hour_words import BEFORE_START, RULES, TELLS, WORDS
from course_builder.paper.occasion import Occasion
from course_builder.paper.sheets import key, sheet
from course_builder.player.hour.evaluation import questions

FOR_LEADERS = ("guide", "key")
FOR_PARTICIPANTS = ("sheet", "sign-in", "actions", "evaluation")
"""What may lie on the tables; none of it holds an answer or a word to the leader."""


class HourPapers:
    """Of a course's steps at an occasion. `described`: the film is shown in its described version."""

    def __init__(
        self,
        course: Course,
        steps: Sequence[Step],
        occasion: Occasion,
        templates: Tree,
        described: bool = False,
    ) -> None:
        self.course, self.steps, self.occasion = course, tuple(steps), occasion
        self._templates, self._described = templates, described

    @property
    def names(self) -> tuple[str, ...]:
        """Those that there are; without a quiz there is no key."""
        leaders = FOR_LEADERS if self._key else FOR_LEADERS[:1]
        return *leaders, *FOR_PARTICIPANTS

    @property
    def words(self) -> Mapping[str, str]:
        return WORDS[self.course.language]

    def title(self, name: str) -> str:
        return f"{self.words[name.replace('-', '_')]}: {self._title}"

    def body(self, name: str) -> Markup:
        """The HTML between a page's own frame; its one h1 is the paper's title."""
        language, occasion = self.course.language, self.occasion
        places = [*([occasion.routine] if occasion.routine else []), *occasion.contacts]
        html = self._jinja.get_template(f"paper/hour/{name}.html").render(
            words=self.words, language=language, title=self._title, occasion=occasion, day=occasion.day(language),
            checked=day(occasion.checked_on, language) if occasion.checked_on else "", places=places,
            rules=RULES[language], tells=TELLS[language], before_start=BEFORE_START[language],
            decision=self.course.region.decision, evaluation=questions(language),
            **self._own(name),
        )  # fmt: skip
        return Markup(html)  # noqa: S704 -- made by our own template, which escapes

    def page(self, *names: str) -> str:
        """A whole HTML page that fetches nothing."""
        return self._page(names, fonts=False)

    def pdf(self, names: Iterable[str], built: Tree) -> bytes:
        """Each paper begins on the front of a sheet, also when it is printed on both sides."""
        from course_builder.paper.pdf import tagged_pdf  # noqa: PLC0415 -- slow import, and few ask for it

        return tagged_pdf(self._page(names, fonts=True), built)

    def _own(self, name: str) -> dict[str, object]:
        if name == "guide":
            return {"script": Script(self.course, self.steps, self.occasion, self._described)}
        if name == "key":
            return {"key": self._key}
        return {"sheet": sheet(self.course, self.steps)} if name == "sheet" else {}

    def _page(self, names: Iterable[str], fonts: bool) -> str:
        papers = [(name, self.body(name)) for name in names]
        title = self.title(papers[0][0]) if len(papers) == 1 else self.title("kit_papers")
        return self._jinja.get_template("paper/hour/paper.html").render(
            papers=papers, title=title, language=self.course.language, fonts=fonts
        )

    @cached_property
    def _key(self) -> tuple[object, ...]:
        return key(self.course, self.steps)

    @cached_property
    def _title(self) -> str:
        return self.course.title

    @cached_property
    def _jinja(self) -> Environment:
        return Environment(
            loader=FunctionLoader(self._read), autoescape=True, undefined=StrictUndefined,
            trim_blocks=True, lstrip_blocks=True,
        )  # fmt: skip

    def _read(self, path: str) -> str | None:
        blob = self._templates.get(path)
        if blob is None:
            return None
        with blob.open() as source:
            return source.read().decode()
