"""Rules on codes and numbers."""
