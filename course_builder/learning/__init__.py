"""What people were asked to learn, what they did, and what follows from it."""
