"""What makes the pictures and the film of the shipped courses; no part of the product."""
