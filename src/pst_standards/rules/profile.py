"""A severity profile: how gravely an embedder takes each rule, within what the law allows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from attrs import frozen

from pst_standards.findings import Severity
from pst_standards.rules.errors import ProfileError

FORMAT: Final = "pst-profile/1"
OFF: Final = "off"


@frozen(kw_only=True)
class Profile:
    """Severities by rule (``STD-021``) or by variant (``STD-034.few``); ``None`` switches off.

    What an act or a government regulation commands can be made graver, never lighter.
    """

    severities: Mapping[str, Severity | None]


def read_profile(content: str | bytes) -> Profile:
    r"""Read a profile from TOML.

    Raises ``ProfileError`` when it is no TOML, of another format, or names no severity.

    >>> profile = read_profile('format = "pst-profile/1"\n[severity]\nSTD-021 = "error"')
    >>> profile.severities["STD-021"].value
    'error'
    """
    import tomllib

    try:
        text = content.decode("utf-8") if isinstance(content, bytes) else content
        data = tomllib.loads(text)
    except ValueError as error:
        raise ProfileError("profile.syntax", detail=str(error)) from error
    if data.get("format") != FORMAT or not isinstance(data.get("severity"), dict):
        raise ProfileError("profile.format", expected=FORMAT)
    unknown = sorted(data.keys() - {"format", "severity"})
    if unknown:
        raise ProfileError("profile.key", name=unknown[0])
    return Profile(severities=dict(_flat("", data["severity"])))


def _flat(name: str, value: Any) -> list[tuple[str, Severity | None]]:
    """Read ``STD-034.few = "error"``, which TOML takes for a table in a table."""
    if isinstance(value, dict):
        return [
            pair
            for key, part in value.items()
            for pair in _flat(f"{name}.{key}" if name else key, part)
        ]
    if value == OFF:
        return [(name, None)]
    try:
        return [(name, Severity(value))]
    except ValueError as error:
        raise ProfileError("profile.severity", rule=name, found=str(value)) from error
