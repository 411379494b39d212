"""Rules on what documents say."""
