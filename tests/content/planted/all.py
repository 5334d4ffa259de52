"""Every planted problem."""

from tests.content.planted import course, ids, lessons, links, models, sets, variants, yaml

CASES = [
    *yaml.CASES,
    *models.CASES,
    *course.CASES,
    *lessons.CASES,
    *links.CASES,
    *sets.CASES,
    *ids.CASES,
    *variants.CASES,
]
