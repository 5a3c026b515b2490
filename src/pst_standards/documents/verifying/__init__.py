"""Holding a document that somebody keeps against the definition it was made from."""
