"""What a form over the course source looks like: made from the models, in the words that people know."""
