"""Rules on the chains that evaluators walk, each fact judged at the date of the event."""
