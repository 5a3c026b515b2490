"""Reasons and causes of an answer, by key, and circumstances of an event."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pst_standards.compensation import Entitlement
from pst_standards.model.compensation import Exclusion

Answer = Callable[..., Entitlement]
Data = dict[str, Any]
ALL = [one.value for one in Exclusion]


def keys(answer: Entitlement) -> list[str]:
    return [one.key for one in answer.reasons]


def causes(answer: Entitlement) -> list[str]:
    return [one.key for one in answer.causes]


def circumstance(
    kind: str, begins: str | None = None, ends: str | None = None, **more: Any
) -> Data:
    given = {"kind": kind, "begins_at": _at(begins), "ends_at": _at(ends), "evidence": "Surat"}
    return {name: value for name, value in (given | more).items() if value is not None}


def _at(time: str | None) -> str | None:
    return time and f"2026-10-05T{time}+07:00"


def kinds(answer: Entitlement) -> list[str]:
    return [one.kind.value for one in answer.remedies if one.kind]
