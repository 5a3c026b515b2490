"""The register that comes with the package."""

from __future__ import annotations

from functools import cache
from importlib import resources

from pst_standards.law.register import Register
from pst_standards.law.register_file import load_register


@cache
def default_register() -> Register:
    """Return the bundled register, read once; add your own with ``with_regulations``.

    >>> default_register().as_of.isoformat()
    '2026-11-22'
    """
    file = resources.files(__package__) / "data" / "regulations.toml"
    return load_register(file.read_text(encoding="utf-8"))
