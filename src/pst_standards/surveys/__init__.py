"""Satisfaction surveys of public services."""
