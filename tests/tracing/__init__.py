"""Tests of the chains that evaluators walk."""
