"""The question bank: every question of the quizzes and lessons that are worked on, wherever it stands."""
