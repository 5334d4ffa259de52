"""Units, people, their appointments and accounts, and what each may do."""
