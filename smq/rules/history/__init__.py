"""Rules on approvals given in git, confronted with history."""
