"""Addresses as links that a reader can follow."""

from __future__ import annotations

from pst_standards.documents.outline import Run


def mail_link(address: str) -> Run:
    """Return an e-mail address that opens a letter."""
    return Run(text=address, link=f"mailto:{address}")


def web_link(address: str, shown: str = "") -> Run:
    """Return a web address that can be followed; without a scheme, https is meant.

    >>> web_link("contoh.go.id").link
    'https://contoh.go.id'
    """
    goal = address if "://" in address else f"https://{address}"
    return Run(text=shown or address, link=goal)
