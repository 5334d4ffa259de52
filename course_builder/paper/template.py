"""A page of paper from its template. What the template names and nobody gives is an UndefinedError."""

from jinja2 import Environment, StrictUndefined

from course_builder.content.tree import Tree


def filled(path: str, templates: Tree, **values: object) -> str:
    """HTML. Raises FileNotFoundError when there is no such template."""
    blob = templates.get(path)
    if blob is None:
        raise FileNotFoundError(path)
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    with blob.open() as source:
        return environment.from_string(source.read().decode()).render(**values)
