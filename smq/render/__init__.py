"""A document as Word, from one `Page`."""
