"""Each of the criteria of the working referential, satisfied and not, on the example."""
