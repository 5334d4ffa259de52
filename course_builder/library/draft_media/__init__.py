"""The pictures, films and documents of drafts: which there are, where each is shown, and what may be done to all places at once."""
