"""Tests of the comparison of two texts."""
