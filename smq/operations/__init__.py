"""Verbs on a platform's folder: each returns changes, nothing is written here."""
