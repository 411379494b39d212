"""Measures smq beside its peers in one run; figures go to `docs/performance.md`, never a test."""
