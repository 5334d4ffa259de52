"""Icons are drawn once in the page and shown by name, always beside a word."""


def icon(name: str, classes: str = "i") -> str:
    return f'<svg class="{classes}" aria-hidden="true"><use href="#i-{name}"/></svg>'
