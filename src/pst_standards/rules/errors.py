"""What can be wrong with what is given beside a definition: packs, profiles, baselines."""

from __future__ import annotations

from pst_standards.messages import text


class RulesError(Exception):
    """Something given beside a definition cannot be used; ``key`` and ``params`` say why.

    >>> print(RulesError("baseline.format", expected="pst-baseline/1").message("en"))
    This file is no baseline of pst-baseline/1. Make one with pst check --write-baseline.
    """

    def __init__(self, key: str, /, **params: str) -> None:
        super().__init__(key, params)
        self.key = key
        self.params = params

    def message(self, lang: str) -> str:
        """Say in ``id`` or ``en`` what is wrong."""
        return text("rules", self.key, lang, self.params)

    def __str__(self) -> str:
        return self.message("id")


class PackError(RulesError):
    """A pack of rules cannot be used; ``params`` names the pack."""


class ProfileError(RulesError):
    """A severity profile cannot be used, or asks for what the law does not allow."""


class BaselineError(RulesError):
    """A baseline cannot be used."""
