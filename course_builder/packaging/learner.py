"""The learner's files: what the player made of the course, under names every portal reads."""

from course_builder.content.course import Course
from course_builder.content.file import File
from course_builder.content.tree import Tree
from course_builder.packaging import names
from course_builder.packaging.options import BuildOptions
from course_builder.player import page
from course_builder.player.built import built_file
from course_builder.player.options import Channel

LICENCES = "licences.txt"


def learner_files(course: Course, channel: Channel, options: BuildOptions, built: Tree) -> list[File]:
    """Fonts, icons and the cmi5 library are others' work, and their terms go with them."""
    files = [*page.build(course, channel, options, built), File(LICENCES, built_file(built, LICENCES))]
    for file in files:
        names.own(file.path)
    return files
