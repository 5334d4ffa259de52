"""The films that are shown anywhere: their rights, and what people have answered about who can be seen or heard in them."""
