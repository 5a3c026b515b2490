"""What ``pst complaint`` says: a case as its labels and values, and never who complains."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from pst_standards.calendar.dates import long_date
from pst_standards.cli.speech import speaker
from pst_standards.complaints import states
from pst_standards.complaints.lengths import Clock

if TYPE_CHECKING:
    from pst_standards.complaints.case import Case
    from pst_standards.complaints.clocks import ClockReading
    from pst_standards.complaints.desk import Taken
    from pst_standards.complaints.secrecy import Identity
    from pst_standards.model.base import Choice
    from pst_standards.model.definition import Definition
    from pst_standards.model.service import Service

_TERMS: Final[Mapping[str, type[Choice]]] = {
    "state": states.State,
    "channel": states.ComplaintChannelKind,
    "complaint_class": states.ComplaintClass,
    "identity": states.IdentityMode,
    "addressee": states.Addressee,
    "needs": states.Need,
    "missing": states.ComplaintPart,
    "step": states.Step,
    "track": states.Track,
    "stage": states.TrackStage,
    "kind": states.RequestKind,
    "party": states.Party,
    "outcome": states.Outcome,
    "reason": states.ArchiveReason,
}
"""Fields whose values have a term."""
_BY: Final = frozenset({"reporter", "proxy", "system"})
"""Who did something, where it was no officer."""
_ALWAYS: Final = frozenset({"number", "state"})
_UNSAID: Final = {"addressee": "executor"}
"""What a case is taken for where nobody said so, and which is not shown as if somebody had."""


def as_json(value: Any) -> Any:
    """Return a view as JSON holds it: times as text.

    >>> as_json({"at": dt.date(2026, 3, 10)})
    {'at': '2026-03-10'}
    """
    if isinstance(value, Mapping):
        return {key: as_json(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [as_json(one) for one in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def filed_text(taken: Taken, code: str, lang: str) -> str:
    """Return what is told once a complaint is in."""
    say = speaker(lang)
    lines = [
        say("complaint.filed", number=taken.number),
        say("complaint.code", code=code),
        "",
        *_clock_lines(taken.clocks, lang),
    ]
    return "\n".join(lines)


def standing_text(
    case: Case, found: Iterable[ClockReading], steps: Iterable[states.Step], lang: str
) -> str:
    """Return where a case stands: its state, its clocks, and what may come next."""
    say = speaker(lang)
    head = say("complaint.stands", number=case.number, state=case.state.term(lang))
    return "\n".join([head, *_clock_lines(found, lang), next_text(steps, lang)])


def next_text(steps: Iterable[states.Step], lang: str) -> str:
    """Return the steps that may come next, by the name that the command takes."""
    say = speaker(lang)
    lines = [f"  {one.value:<20} {one.term(lang)}" for one in steps]
    return "\n".join([say("complaint.next"), *lines])


def _clock_lines(found: Iterable[ClockReading], lang: str) -> Iterator[str]:
    say = speaker(lang)
    running = [one for one in found if one.running]
    if not running:
        yield say("complaint.no-clocks")
        return
    yield say("complaint.clocks")
    for one in running:
        name, strict = Clock(one.id).term(lang), long_date(one.strict, lang)
        key = "complaint.clock" if one.strict == one.lenient else "complaint.clock-both"
        yield "  " + say(
            key, id=one.id, name=name, strict=strict, lenient=long_date(one.lenient, lang)
        )


def without_contacts(told: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """Return a view whose texts show no identity number, telephone number or e-mail address.

    >>> without_contacts({"text": "Hubungi 0812-3456-7890"}, "id")
    {'text': 'Hubungi [nomor telepon disamarkan]'}
    """
    return {key: value if key in _ALWAYS else _masked(value, lang) for key, value in told.items()}


def _masked(value: Any, lang: str) -> Any:
    from pst_standards.complaints.secrecy.masking import masked

    if isinstance(value, Mapping):
        return without_contacts(value, lang)
    if isinstance(value, list):
        return [_masked(one, lang) for one in value]
    return masked(value, lang) if isinstance(value, str) else value


def with_names(told: dict[str, Any], office: Definition | None, lang: str) -> dict[str, Any]:
    """Return a view whose service has its name beside its id, where the office at hand has one."""
    services = office.services if office else ()
    known = next((one for one in services if one.id == told.get("service")), None)
    name = known.name.get(lang).strip() if known and known.name else ""
    return {**told, "service_name": name} if name else told


def unknown_service(service: str, office: Definition | None, lang: str) -> str:
    """Return what to say of a service that the office does not have, else nothing.

    What was written is not repeated: it may be a name in the wrong place.
    """
    services = office.services if office else ()
    if not service or not services or any(one.id == service for one in services):
        return ""
    meant = _meant(service, {name: one.id for one in services for name in _names_of(one)})
    key = "complaint.service-meant" if meant else "complaint.service-unknown"
    known = ", ".join(one.id for one in services)
    return speaker(lang)(key, meant=meant, known=known)


def _names_of(service: Service) -> Iterator[str]:
    yield service.id
    if service.name:
        yield from (name.lower() for name in (service.name.id, service.name.en) if name)


def _meant(written: str, names: Mapping[str, str]) -> str:
    from difflib import get_close_matches

    words = written.lower().replace("_", " ").replace("-", " ")
    holding = [name for name in names if words in name]
    near = holding or get_close_matches(words, list(names), n=1)
    return names[near[0]] if near else ""


def _with_service(told: Mapping[str, Any]) -> dict[str, Any]:
    """Return a view whose service is called by its name, its id behind it."""
    name = told.get("service_name")
    service = {"service": f"{name} ({told['service']})"} if name else {}
    return {key: service.get(key, value) for key, value in told.items() if key != "service_name"}


def view_text(told: Mapping[str, Any], lang: str) -> str:
    """Return a view as lines of labels and values; what is not stated is left out."""
    said = {key: one for key, one in told.items() if _UNSAID.get(key) != one}
    return "\n".join(_lines(_with_service(said), lang, ""))


def _lines(told: Mapping[str, Any], lang: str, indent: str) -> Iterator[str]:
    for name, value in told.items():
        if not value and name not in _ALWAYS:
            continue
        label = speaker(lang)(f"complaint.field.{name}")
        if isinstance(value, Mapping):
            yield f"{indent}{label}:"
            yield from _lines(value, lang, indent + "  ")
        elif isinstance(value, list) and isinstance(value[0], Mapping):
            yield f"{indent}{label}:"
            yield from (f"{indent}  - {_row(one, lang)}" for one in value)
        else:
            yield f"{indent}{label}: {_worded(name, value, lang)}"


def _row(told: Mapping[str, Any], lang: str) -> str:
    parts = []
    for name, value in told.items():
        if isinstance(value, Mapping):
            parts.append(_row(value, lang))
        elif isinstance(value, list) and value and isinstance(value[0], Mapping):
            parts += [_row(one, lang) for one in value]
        elif value:
            parts.append(_worded(name, value, lang))
    return "; ".join(parts)


def _worded(name: str, value: Any, lang: str) -> str:
    say = speaker(lang)
    if isinstance(value, list):
        return ", ".join(_worded(name, one, lang) for one in value)
    if value is True:
        return say("complaint.yes")
    if isinstance(value, dt.datetime):
        return say(
            "complaint.recorded-at" if name == "recorded_at" else "complaint.at",
            day=long_date(value, lang),
            at=f"{value:%H.%M}" if lang == "id" else f"{value:%H:%M}",
            zone=f"{value:%Z}".replace("UTC+07:00", "WIB")
            .replace("UTC+08:00", "WITA")
            .replace("UTC+09:00", "WIT"),
        )
    if isinstance(value, dt.date):
        return long_date(value, lang)
    return _term(name, str(value), lang)


def _term(name: str, value: str, lang: str) -> str:
    kind = _TERMS.get(name)
    if name == "by" and value in _BY:
        return speaker(lang)(f"complaint.by.{value}")
    found = next((one for one in kind if one.value == value), None) if kind else None
    if found is not None:
        return found.term(lang)
    return " ".join(value.split())


def opened(who: Identity) -> dict[str, str]:
    """Return the fields of an identity that the vault has opened."""
    return {field: who.plain(field) or "" for field, _ in who.sealed()}


def identity_text(who: Identity, lang: str) -> str:
    """Return an opened identity as lines, with the reminder of what it is."""
    say = speaker(lang)
    lines = [f"  {say(f'complaint.person.{key}')}: {value}" for key, value in opened(who).items()]
    return "\n".join([say("complaint.opened"), *lines])
