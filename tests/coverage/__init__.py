"""How far a platform satisfies a referential."""
