"""A staff list from HR becomes steps that are shown first and taken all together or not at all."""
