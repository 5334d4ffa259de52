"""The learner's files: what the player made of the course, under names every portal reads."""

from course_builder.content.course import Course
from course_builder.content.file import File
from course_builder.content.tree import Tree
from course_builder.packaging import names
from course_builder.packaging.format import Channel
from course_builder.packaging.options import BuildOptions
from course_builder.player import page


def learner_files(course: Course, channel: Channel, options: BuildOptions, built: Tree) -> list[File]:
    player = page.PlayerOptions(
        done_when=options.done_when,
        fail_reports=options.fail_reports,
        mastery=options.mastery,
        fonts=options.fonts,
    )
    files = list(page.build(course, channel, player, built))
    for file in files:
        names.own(file.path)
    return files
