"""A zip that is not taken in, with the reason and the way out."""

from course_builder.content.problems import Code, Language, Place


class ZipRefused(Exception):
    """Nothing of the zip is taken in. The only thing that reading one raises."""

    def __init__(self, code: Code, **values: object) -> None:
        self.problem = code.at(Place(""), **values)
        super().__init__(self.words("en"))

    def words(self, language: Language) -> str:
        return self.problem.message(language)
