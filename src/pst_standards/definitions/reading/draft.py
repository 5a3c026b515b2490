"""What a parser makes of a text before it is a ``FileContent``."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from pst_standards.definitions.reading.places import Places
from pst_standards.findings import Finding


@frozen(kw_only=True)
class Draft:
    """Data of any kind, the places of its values, and what did not keep it from being read.

    ``nulls`` tells whether some value may be null.
    """

    data: Any
    places: Places
    findings: tuple[Finding, ...]
    nulls: bool
