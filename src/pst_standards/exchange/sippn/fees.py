"""What a service costs: free, state revenue (PNBP), zero rupiah, with amounts and instrument."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from attrs import define

from pst_standards.exchange.sippn.entries import Entry
from pst_standards.exchange.sippn.ledger import Ledger
from pst_standards.exchange.sippn.lists import Listing
from pst_standards.law import find_citations
from pst_standards.rules.wordings import states_free

FREE: Final = "free"
PNBP: Final = "pnbp"
ZERO: Final = "zero_rupiah"

_MOST_READ: Final = 20_000
_ZERO: Final = re.compile(
    r"\b(?:tarif|pengenaan|biaya|pnbp)\b[^.;]{0,30}(?:\bnol\b|\bRp\.?\s?0(?![0-9.,]*[1-9]))"
    r"|\bnol rupiah\b|\b0 rupiah\b",
    re.IGNORECASE,
)
_PLAIN_ZERO: Final = re.compile(
    r"(?<![^\W_])(?:Rp\.?\s?)?0(?:[.,]00?)?(?:,-)?(?![^\W_])", re.IGNORECASE
)
_FREE: Final = re.compile(r"\b(?:tidak|tanpa|bebas|gratis|cuma-cuma)\b", re.IGNORECASE)
_STATE: Final = re.compile(
    r"\bpnbp\b|penerimaan negara bukan pajak|\bkode billing\b|\bsimponi\b", re.IGNORECASE
)
_LOCAL: Final = re.compile(
    r"\b(?P<act>(?:Perda|Peraturan Daerah|Peraturan Bupati|Perbup|Peraturan Wali ?[Kk]ota|Perwali?"
    r"|Peraturan Gubernur|Pergub|Peraturan Kepala|Perka|Peraturan BPS|Qanun)\b[^,;.()]{3,120})"
)
_AMOUNT: Final = re.compile(
    r"\b(?:Rp|IDR)\.?\s?(?P<digits>[0-9][0-9.,]{0,20})"
    r"(?P<odd> [0-9]{1,2}\b(?! (?:lembar|buah|hari)))?"
    r"|\b(?P<plain>[0-9][0-9.,]{0,20}) rupiah\b",
    re.IGNORECASE,
)
_WHOLE: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})*|[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15}")
_CENTS: Final = re.compile(r"(?:[.,]00|[.,]-|[.,])\Z")
_UNIT: Final = re.compile(
    r"(?:\b(?:per|setiap|tiap)\s|/\s?)[a-z]+(?: (?:dan|per) [a-z]+)?", re.IGNORECASE
)
_FOR: Final = re.compile(r"\b(?:untuk|bagi|kepada|terhadap)\b[^.;]{0,60}:\s*\Z", re.IGNORECASE)


@define
class _Saying:
    """One saying about the fee: words, line, channels, kind, and amount where it has one."""

    entry: Entry
    words: str
    kind: str | None
    amount: int | None


def fee_of(listing: Listing, ledger: Ledger) -> dict[str, Any]:
    """Return the fee that a part tells; the words stay as they are in ``text`` or in the items."""
    entries = [*(Entry([line.text], line.number) for line in listing.notes), *listing.entries]
    sayings = [_saying(entry, ledger) for entry in entries]
    kinds = {saying.kind for saying in sayings if saying.kind}
    fee: dict[str, Any] = {"kind": kinds.pop()} if len(kinds) == 1 else {}
    instrument = _instrument("\n".join(saying.words for saying in sayings))
    if instrument:
        fee["instrument"] = instrument
    if _is_itemised(sayings):
        return fee | {"items": list(_items(sayings))}
    if sayings and not fee:
        ledger.tell("fee-unread", sayings[0].entry.line, sayings[0].words)
    return fee | {"text": "\n".join(saying.words for saying in sayings)}


def _saying(entry: Entry, ledger: Ledger) -> _Saying:
    words = entry.words
    return _Saying(entry, words, _kind(words, entry.line, ledger), _amount(entry, words, ledger))


def _kind(words: str, line: int, ledger: Ledger) -> str | None:
    words = words[:_MOST_READ]
    if _ZERO.search(words) and not _FREE.search(words):
        return ZERO
    if _PLAIN_ZERO.fullmatch(words.strip(" .")):
        ledger.tell("fee-zero", line, words)
        return FREE
    if states_free(words):
        return FREE
    if _STATE.search(words) or any(_is_state_tariff(name) for name in _cited(words)):
        return PNBP
    return None


def _cited(words: str) -> Iterator[str]:
    for found in find_citations(words[:_MOST_READ]):
        if found.citation is not None:
            yield str(found.citation.regulation)


def _is_state_tariff(name: str) -> bool:
    return name.startswith("PP ")


def _instrument(words: str) -> str | None:
    """Return the regulation that the fee rests on: short where it is known, else as written."""
    cited = next(_cited(words), None)
    local = _LOCAL.search(words)
    return cited or (local["act"].strip() if local else None)


def _amount(entry: Entry, words: str, ledger: Ledger) -> int | None:
    """Return the only amount of a saying, in whole rupiah."""
    found = list(_AMOUNT.finditer(words))
    if not found:
        return None
    digits = _CENTS.sub("", found[0]["digits"] or found[0]["plain"])
    if len(found) > 1 or found[0]["odd"] or _WHOLE.fullmatch(digits) is None:
        ledger.tell("amount-unread", entry.line, words)
        return None
    return int(digits.replace(".", "").replace(",", ""))


def _is_itemised(sayings: list[_Saying]) -> bool:
    """Whether a fee has lines of its own: with amounts, of several kinds, for several cases."""
    if any(saying.amount is not None for saying in sayings):
        return True
    kinds = {saying.kind for saying in sayings}
    return len(sayings) > 1 and (len(kinds) > 1 or _names_cases(sayings))


def _names_cases(sayings: list[_Saying]) -> bool:
    return _FOR.search(sayings[0].words) is not None


def _items(sayings: list[_Saying]) -> Iterator[dict[str, Any]]:
    cases = _names_cases(sayings) and sayings[0].kind and len(sayings) > 1
    for place, saying in enumerate(sayings):
        item: dict[str, Any] = {}
        kind = saying.kind or (sayings[0].kind if cases else None)
        if kind:
            item["kind"] = kind
        if cases and place and not saying.kind:
            item["case"] = saying.words
        else:
            item["text"] = saying.words
        unit = _UNIT.search(saying.words) if saying.amount is not None else None
        if saying.amount is not None:
            item["amount"] = saying.amount
        if unit:
            item["unit"] = unit[0].strip()
        if saying.entry.channels:
            item["channels"] = list(saying.entry.channels)
        yield item
