"""Tests of the resolution of links."""
