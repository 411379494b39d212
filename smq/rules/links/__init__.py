"""Rules on links between documents."""
