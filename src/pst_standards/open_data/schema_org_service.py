"""Each service with its standard as ``GovernmentService``."""

from __future__ import annotations

from typing import Any, Final

from pst_standards.law import Citation, CitationError, default_register
from pst_standards.messages import text
from pst_standards.model.channel import Channel, TimeUnit
from pst_standards.model.delivery import FeeKind
from pst_standards.open_data.legal_keys import citation_key
from pst_standards.open_data.losses import Cursor
from pst_standards.open_data.schema_org_office import OFFICE, said, stated
from pst_standards.open_data.times import duration, is_whole

_FREE: Final = (FeeKind.FREE, FeeKind.ZERO_RUPIAH)
_WORKING: Final = (TimeUnit.WORKING_DAY, TimeUnit.DAY)


def service_nodes(root: Cursor, lang: str) -> list[dict[str, Any]]:
    """Return every standard with its service, then every service without a standard."""
    services = root.parts("services")
    found, told = [], set()
    for standard in root.parts("standards"):
        wanted = standard.take("service")
        service = next((one for one in services if wanted and one.node.id == wanted), None)
        told.update([service.pointer] if service else [])
        found.append(_service(standard, service, standard, root, lang))
    rest = (one for one in services if one.pointer not in told)
    return [*found, *(_service(one, one, None, root, lang) for one in rest)]


def _service(
    main: Cursor, service: Cursor | None, standard: Cursor | None, root: Cursor, lang: str
) -> dict[str, Any]:
    node: dict[str, Any] = {
        "@type": "GovernmentService",
        "name": _name(main, service, standard, lang),
        "identifier": said(main.take("id"), lang),
        "provider": {"@id": OFFICE},
    }
    channels: tuple[Channel, ...] = ()
    if service is not None:
        service.take("id")
        channels = tuple(dict.fromkeys(service.take("channels")))
        users = said(service.take("users"), lang)
        node |= {
            "description": said(service.take("description"), lang),
            "alternateName": [said(one, lang) for one in service.take("aliases") if one],
            "audience": {"@type": "Audience", "audienceType": users} if users else None,
        }
    node["availableChannel"] = _channels(channels, standard, lang)
    if standard is not None:
        node |= _standard(standard, lang)
    node["termsOfService"] = _pledge(root, lang)
    return stated(node)


def _name(main: Cursor, service: Cursor | None, standard: Cursor | None, lang: str) -> str:
    named = said(service.take("name"), lang) if service else ""
    titled = said(standard.node.title, lang) if standard else ""
    if standard is not None and not named:
        standard.take("title")
    if not named and not titled:
        main.tell("title" if standard else "name", "no-name")
        return text("exchange", "open-data.service-unnamed", lang, {"id": main.node.id})
    return named or titled


def _standard(standard: Cursor, lang: str) -> dict[str, Any]:
    made, followed, rested = (
        standard.part(name) for name in ("product", "procedure", "legal_basis")
    )
    subjects = [_law(one, lang) for one in (rested.parts("regulations") if rested else ())]
    steps = _steps(followed, lang) if followed else None
    return {
        "offers": _offers(standard, lang),
        "serviceOutput": [
            stated(
                {
                    "@type": "Thing",
                    "name": said(one.take("text"), lang),
                    "description": ", ".join(said(form, lang) for form in one.take("formats")),
                    "identifier": said(one.take("id"), lang),
                }
            )
            for one in (made.parts("items") if made else ())
            if one.node.text
        ],
        "subjectOf": [one for one in (*subjects, steps) if one],
    }


def _channels(
    channels: tuple[Channel, ...], standard: Cursor | None, lang: str
) -> list[dict[str, Any]]:
    times = _times(channels, standard)
    return [
        stated(
            {
                "@type": "ServiceChannel",
                "name": channel.term(lang),
                "processingTime": times.get(channel),
            }
        )
        for channel in channels
    ]


def _times(channels: tuple[Channel, ...], standard: Cursor | None) -> dict[Channel, str]:
    """Return the one calendar duration of each channel, and tell of every other promise."""
    part = standard.part("time_limit") if standard else None
    found: dict[Channel, str] = {}
    limits = part.parts("limits") if part else []
    whole = [one for one in limits if is_whole(one.node)]
    for limit in limits:
        node = limit.node
        reach = [one for one in node.channels or channels if one in channels]
        alone = is_whole(node) and not node.case and _is_alone(limit, whole)
        if alone and reach and duration(node):
            for name in ("id", "value", "unit", "scope", "channels"):
                limit.take(name)
            found.update(dict.fromkeys(reach, duration(node)))
        else:
            limit.tell("", "working-days-lost" if node.unit in _WORKING else "one-time")
    return found


def _is_alone(limit: Cursor, whole: list[Cursor]) -> bool:
    mine = set(limit.node.channels)
    rivals = [set(one.node.channels) for one in whole if one.pointer != limit.pointer]
    return all(mine and other and not mine & other for other in rivals)


def _offers(standard: Cursor, lang: str) -> list[dict[str, Any]]:
    fee = standard.part("fee")
    if fee is None:
        return []
    items = fee.parts("items")
    whole = fee.take("kind")
    if not items:
        note = said(fee.take("text"), lang)
        return [_offer(0 if whole in _FREE else None, note)] if whole or note else []
    found = []
    for item in items:
        kind = item.take("kind") or whole
        amount = item.take("amount")
        item.take("id")
        lines = [said(item.take(name), lang) for name in ("text", "unit", "case")]
        free = 0 if kind in _FREE else None
        found.append(_offer(free if amount is None else amount, "; ".join(filter(None, lines))))
    return found


def _offer(amount: int | None, description: str) -> dict[str, Any]:
    return stated(
        {
            "@type": "Offer",
            "price": amount,
            "priceCurrency": None if amount is None else "IDR",
            "description": description,
        }
    )


def _law(regulation: Cursor, lang: str) -> dict[str, Any] | None:
    cited = said(regulation.take("citation"), lang)
    regulation.take("id")
    title = said(regulation.take("title"), lang)
    try:
        citation = Citation.parse(cited)
    except CitationError:
        if cited:
            regulation.tell("citation", "citation-unread")
        return {"@type": "Legislation", "name": cited or title} if cited or title else None
    name = citation.long(default_register(), lang)
    return stated(
        {
            "@type": "Legislation",
            "name": name,
            # The register knows no title of a rare regulation; the definition may.
            "alternateName": "" if title in name else title,
            "legislationIdentifier": citation_key(citation),
            "legislationType": citation.regulation.kind.official(lang),
        }
    )


def _steps(procedure: Cursor, lang: str) -> dict[str, Any] | None:
    steps = []
    for place, step in enumerate(procedure.parts("steps"), start=1):
        words = said(step.take("text"), lang)
        step.take("id")
        number = step.take("number")
        if words:
            steps.append(
                {
                    "@type": "HowToStep",
                    "position": place if number is None else number,
                    "text": words,
                }
            )
    if not steps:
        return None
    return {
        "@type": "HowTo",
        "name": text("exchange", "open-data.rule.procedure", lang),
        "step": steps,
    }


def _pledge(root: Cursor, lang: str) -> str:
    maklumat = root.part("maklumat")
    return said(maklumat.take("pledge"), lang) if maklumat else ""
