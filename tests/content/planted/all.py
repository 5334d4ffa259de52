"""Every planted problem."""

from tests.content.planted import course, ids, lessons, links, models, sets, yaml

CASES = [*yaml.CASES, *models.CASES, *course.CASES, *lessons.CASES, *links.CASES, *sets.CASES, *ids.CASES]
