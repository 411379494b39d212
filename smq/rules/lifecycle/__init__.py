"""Rules on states, dates, people and approvals."""
