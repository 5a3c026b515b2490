"""Composing each kind of document as an outline, from a definition that is watched while read."""
