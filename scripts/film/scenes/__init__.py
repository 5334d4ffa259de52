"""The scenes of the film, each a picture of a moment."""
