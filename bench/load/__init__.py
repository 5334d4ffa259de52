"""The application under load, with the load generator on the same cores."""
