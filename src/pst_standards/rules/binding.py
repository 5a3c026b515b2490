"""Binding a function to its row of the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from attrs import frozen

from pst_standards.rules.context import Context, Hit

Find: TypeAlias = Callable[[Context], Iterable[Hit]]
Applies: TypeAlias = Callable[[Context], bool]


@frozen(kw_only=True)
class Check:
    """A rule at work: the id of its row, what it finds, and to which definitions it applies.

    Each module of ``rules/checks`` ends with the table ``CHECKS`` of those that it holds. ``find``
    is a pure function. ``applies`` tells whether the definition holds what the rule speaks of;
    where it does not, the report lists the rule as not applicable instead of as passed.
    """

    id: str
    find: Find
    applies: Applies | None = None
