"""Findings and lists as text, JSON, pages and spreadsheets; nothing is decided here."""
