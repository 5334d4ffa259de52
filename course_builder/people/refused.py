"""A no to a person who asked for something, in her language and with the way out."""


class Refused(Exception):
    """Nothing was changed. `sv` and `en` are whole sentences to show."""

    def __init__(self, sv: str, en: str) -> None:
        super().__init__(en)
        self.sv, self.en = sv, en

    def words(self, language: str) -> str:
        return self.en if language == "en" else self.sv
