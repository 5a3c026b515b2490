"""What each role sees of a case: fields by name, each one written here, never "all but".

A field that a case gains later is seen by nobody until it is written here too.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from enum import Enum, StrEnum
from typing import Any, Final, TypeAlias

import attrs

from pst_standards.complaints.secrecy.errors import SecrecyError
from pst_standards.complaints.secrecy.masking import masked


class Role(StrEnum):
    """Who looks at a case.

    ``public`` holds number and code, ``custodian`` keeps the identities and examines nothing.
    """

    PUBLIC = "public"
    REPORTER = "reporter"
    OFFICER = "officer"
    EXAMINER = "examiner"
    CUSTODIAN = "custodian"


class Shown(Enum):
    """How a field is shown: as it is, with what identifies masked, or as the month of a date."""

    PLAIN = "plain"
    MASKED = "masked"
    MONTH = "month"


_MONTH: Final = re.compile(r"\d{4}-\d{2}", re.ASCII)
_NOTHING: Final = object()
_SIMPLE: Final = (str, bool, int, dt.date)
Fields: TypeAlias = "Mapping[str, Shown | Fields]"

_PUBLIC: Final[Fields] = {"number": Shown.PLAIN, "state": Shown.PLAIN}
_REPORTER: Final[Fields] = {
    **_PUBLIC,
    **dict.fromkeys(
        (
            *("filed_at", "channel", "service", "served_on", "text", "loss", "request", "place"),
            *("needs", "attachments", "previous", "complaint_class", "missing", "fee"),
        ),
        Shown.PLAIN,
    ),
    "receipt": dict.fromkeys(("received_at", "place"), Shown.PLAIN),
    "log": dict.fromkeys(("at", "step"), Shown.PLAIN),
    "tracks": dict.fromkeys(("track", "stage", "at"), Shown.PLAIN),
}
_FREE: Final = ("text", "loss", "request", "place", "service", "attachments", "previous", "target")
"""What anybody may have written anything into."""
_OFFICER: Final[Fields] = {
    **_REPORTER,
    **dict.fromkeys(_FREE, Shown.MASKED),
    **dict.fromkeys(
        (
            *("identity", "addressee", "signed", "oral", "assisted", "proxy", "damages_claimed"),
            *("public_interest", "level", "paid", "reopened", "automatic", "voluntary"),
            *("own_limit", "ombudsman_told", "announced"),
        ),
        Shown.PLAIN,
    ),
    "receipt": {
        **dict.fromkeys(("received_at", "officer", "signed"), Shown.PLAIN),
        "place": Shown.MASKED,
    },
    "log": dict.fromkeys(("at", "step", "by"), Shown.PLAIN),
    "handler": dict.fromkeys(("officer", "pst_desk"), Shown.PLAIN),
    "requests": {
        **dict.fromkeys(("kind", "answered"), Shown.PLAIN),
        **dict.fromkeys(("id", "ground"), Shown.MASKED),
    },
    "tasks": {"id": Shown.PLAIN, "text": Shown.MASKED, "done": Shown.PLAIN},
    "archive": {"reason": Shown.PLAIN},
}
_EXAMINER: Final[Fields] = {
    **_OFFICER,
    **dict.fromkeys(
        (*(*_FREE, "accused", "accused_level", "damages_cause", "secrecy_ground"),),
        Shown.PLAIN,
    ),
    "receipt": dict.fromkeys(("received_at", "place", "officer", "signed"), Shown.PLAIN),
    "requests": dict.fromkeys(("id", "kind", "ground", "answered"), Shown.PLAIN),
    "handler": dict.fromkeys(("officer", "superiors", "pst_desk", "conflict"), Shown.PLAIN),
    "past_handlers": dict.fromkeys(("officer", "pst_desk"), Shown.PLAIN),
    "hearings": dict.fromkeys(("party", "voluntary", "record", "declined"), Shown.PLAIN),
    "evidence": dict.fromkeys(("party", "evidence"), Shown.PLAIN),
    "tasks": dict.fromkeys(("id", "text", "done", "refused"), Shown.PLAIN),
    "decisions": {
        **dict.fromkeys(("outcome", "reasons", "report"), Shown.PLAIN),
        "actions": dict.fromkeys(("id", "text"), Shown.PLAIN),
        "award": dict.fromkeys(("amount", "pay_by", "reason"), Shown.PLAIN),
    },
    "conflicts": dict.fromkeys(("officer", "reported_at", "stands", "decided_at"), Shown.PLAIN),
}
_CUSTODIAN: Final[Fields] = {
    **_PUBLIC,
    **dict.fromkeys(
        ("filed_at", "identity", "reporter", "secrecy_ground", "proxy", "mandate", "referral"),
        Shown.PLAIN,
    ),
}
WHITELISTS: Final[Mapping[Role, Fields]] = {
    Role.PUBLIC: _PUBLIC,
    Role.REPORTER: _REPORTER,
    Role.OFFICER: _OFFICER,
    Role.EXAMINER: _EXAMINER,
    Role.CUSTODIAN: _CUSTODIAN,
}
"""What each role sees, by name of the field. Only the custodian sees the reference."""

STATISTICS: Final[Fields] = {
    "filed_at": Shown.MONTH,
    **dict.fromkeys(
        ("channel", "complaint_class", "service", "state", "on_time", "reopened"),
        Shown.PLAIN,
    ),
    "decision": {"outcome": Shown.PLAIN},
    "archive": {"reason": Shown.PLAIN},
}
"""What is kept for the reports when an identity has been erased."""


def view(case: object, role: Role | str, lang: str = "id") -> dict[str, Any]:
    """Return what a role sees of a case, as dicts, lists and plain values.

    ``case`` is a case, or a mapping such as another view; what a whitelist does not name, and
    whatever is sealed, is left out. The public sees a subset of what the reporter sees, the
    reporter of the officer, the officer of the examiner; the view of a view is the same view.
    Raises ``SecrecyError`` for a role there is not and for what has no named fields.

    >>> case = {"number": "PGD-2026-7K3M9Q2T", "state": "examined", "text": "Saya Siti Contoh"}
    >>> view(case, "public")
    {'number': 'PGD-2026-7K3M9Q2T', 'state': 'examined'}
    """
    try:
        fields = WHITELISTS[Role(role)]
    except ValueError:
        raise SecrecyError("secrecy.role", known=", ".join(Role)) from None
    return _picked(case, fields, lang)


def statistics(case: object) -> dict[str, Any]:
    """Return what the reports need of a case and nobody can be known by.

    >>> at = dt.datetime(2026, 10, 5, 9, tzinfo=dt.UTC)
    >>> statistics({"number": "PGD-2026-7K3M9Q2T", "filed_at": at, "channel": "box"})
    {'filed_at': '2026-10', 'channel': 'box'}
    """
    return _picked(case, STATISTICS, "id")


def _picked(source: object, fields: Fields, lang: str) -> dict[str, Any]:
    given = _read(source, fields)
    shown = {name: _shown(given[name], fields[name], lang) for name in fields if name in given}
    return {name: value for name, value in shown.items() if value is not _NOTHING}


def _read(source: object, fields: Fields) -> Mapping[str, Any]:
    if isinstance(source, Mapping):
        return source
    if not attrs.has(type(source)):
        del source
        raise SecrecyError("secrecy.view")
    # By name, for a case tells some of it by properties.
    return {name: getattr(source, name) for name in fields if hasattr(source, name)}


def _shown(value: object, how: Shown | Fields, lang: str) -> object:
    if isinstance(value, tuple | list | frozenset | set):
        parts = [_shown(part, how, lang) for part in value]
        return [part for part in parts if part is not _NOTHING]
    if isinstance(how, Mapping):
        has_fields = isinstance(value, Mapping) or attrs.has(type(value))
        return _picked(value, how, lang) if has_fields else _NOTHING
    return _single(value, how, lang)


def _single(value: object, how: Shown, lang: str) -> object:
    if isinstance(value, Enum):
        value = value.value
    if how is Shown.MONTH:
        month = f"{value:%Y-%m}" if isinstance(value, dt.date) else str(value)
        return month if _MONTH.fullmatch(month) else _NOTHING
    if how is Shown.MASKED and isinstance(value, str):
        return masked(value, lang)
    return value if isinstance(value, _SIMPLE) or value is None else _NOTHING
