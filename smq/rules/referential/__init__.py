"""Rules on the referential itself and on the answers given to it."""
