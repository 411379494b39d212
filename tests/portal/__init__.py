"""Tests of the sheet of the portal."""
