"""The provisions on standard and maklumat that no rule can look into, each with the reason."""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen

from pst_standards.law import Citation
from pst_standards.model.base import Text


@frozen(kw_only=True)
class Unruled:
    """A provision without a rule, and why a machine cannot look into it."""

    citation: Citation
    reason: Text


def _unruled() -> tuple[Unruled, ...]:
    """Return the provisions of UU 25/2009 Pasal 20-22 and PP 96/2012 Pasal 22-33 without a rule.

    >>> str(_unruled()[0].citation), _unruled()[0].reason.en
    ('UU 25/2009 Pasal 20 ayat (5)', 'Leaves the details to a government regulation; ...')
    """
    import tomllib
    from importlib import resources

    file = resources.files(__package__) / "data" / "articles.toml"
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    return tuple(
        Unruled(citation=Citation.parse(row["cite"]), reason=Text(**row["reason"]))
        for row in data["provision"]
    )


# No decorator: the mutation tester looks into no decorated function.
unruled = lru_cache(maxsize=1)(_unruled)
