"""Others read before it is published: comments, links for people without an account, approvals, accepted warnings."""
