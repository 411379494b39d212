"""The verbs of a document's life (`design.md` §3): each changes a header, and says what comes next.

projet → en_verification → approuve → applicable, and from there: a revision, or the end.
"""
