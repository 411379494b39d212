"""What the folder handed to evaluators holds; pure: what was read, at one date."""
