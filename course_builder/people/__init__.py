"""Units, people, their appointments and accounts, and what each may do."""

from course_builder.people import search as search  # whoever adds a person can also find her
