"""Work for later. The table is the truth; the queue only wakes somebody up."""
