"""Detectors: what free text says, one subject a module; text in, truth or values out."""
