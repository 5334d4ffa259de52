"""Mail: written to an outbox inside the transaction that wanted it, sent afterwards, every try in the log."""
