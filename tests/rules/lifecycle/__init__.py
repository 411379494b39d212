"""Tests of the rules of this family."""
