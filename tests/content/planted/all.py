"""Every planted problem."""

from tests.content.planted import course, ids, lessons, links, models, sets, stills, variants, yaml

CASES = [
    *yaml.CASES,
    *models.CASES,
    *course.CASES,
    *lessons.CASES,
    *links.CASES,
    *sets.CASES,
    *stills.CASES,
    *ids.CASES,
    *variants.CASES,
]
