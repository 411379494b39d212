"""Tests of the sessions on the road to the label."""
