"""Rules on referentials, answers and records."""
