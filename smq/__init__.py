"""smq: quality management of a research platform, kept as text in a git repository."""

__version__ = "0.1.0"
