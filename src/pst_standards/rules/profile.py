"""A severity profile: how gravely an embedder takes each rule, within what the law allows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from attrs import frozen

from pst_standards.findings import Severity

FORMAT: Final = "pst-profile/1"
OFF: Final = "off"


class ProfileError(Exception):
    """A profile cannot be used; ``key`` and ``params`` say why.

    The sentence stands under ``profile.<key>`` of the domain ``rules``.
    """

    def __init__(self, key: str, /, **params: str) -> None:
        super().__init__(key, params)
        self.key = key
        self.params = params

    def message(self, lang: str) -> str:
        """Say in ``id`` or ``en`` what is wrong with the profile."""
        from pst_standards.messages import text

        return text("rules", f"profile.{self.key}", lang, self.params)

    def __str__(self) -> str:
        return self.message("id")


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
        raise ProfileError("syntax", detail=str(error)) from error
    if data.get("format") != FORMAT or not isinstance(data.get("severity"), dict):
        raise ProfileError("format", expected=FORMAT)
    unknown = sorted(data.keys() - {"format", "severity"})
    if unknown:
        raise ProfileError("key", name=unknown[0])
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
        raise ProfileError("severity", rule=name, found=str(value)) from error
