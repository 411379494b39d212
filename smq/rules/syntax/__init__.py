"""Rules on files and headers."""
