"""The pages of course_builder."""
