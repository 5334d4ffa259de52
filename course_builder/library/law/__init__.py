"""What the register's provisions and articles touch: who cites them, and what has to be read again when one changes."""
