"""Web addresses that the texts point at: asked each night and at publishing whether they still answer."""
