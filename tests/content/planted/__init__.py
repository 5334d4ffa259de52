"""One of each problem there is, planted in a small course: where it is told, and a neighbour that is not told of."""
