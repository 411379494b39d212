"""Each sort of evidence, one a file."""
