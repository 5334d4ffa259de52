// The leader's view.
