"""What a new course can begin from."""

from course_builder.library.drafts.starters import starters


def test_those_of_different_lengths_come_with_the_shortest_first() -> None:
    names = [one.name for one in starters()]
    assert names[:4] == ["apt-5", "apt-30", "apt-45", "apt-60"]
    assert sorted(names[4:]) == names[4:]
