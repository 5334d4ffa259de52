"""The order of a course: modules and what they hold, as an author sees and changes it."""
