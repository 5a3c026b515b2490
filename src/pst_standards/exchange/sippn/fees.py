"""What a service costs: free, state revenue (PNBP), zero rupiah, with amounts and instrument."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from attrs import define

from pst_standards.exchange.sippn.cases import Case, cases_in
from pst_standards.exchange.sippn.entries import Entry
from pst_standards.exchange.sippn.ledger import Ledger
from pst_standards.exchange.sippn.lists import Listing
from pst_standards.law import find_citations
from pst_standards.rules.free_of_charge import (
    is_free_for_all,
    limits_no_charge,
    names_no_charge,
    names_price,
)

FREE: Final = "free"
PNBP: Final = "pnbp"
ZERO: Final = "zero_rupiah"

_MOST_READ: Final = 20_000
_ZERO: Final = re.compile(
    r"\b(?:tarif|pengenaan|biaya|pnbp)\b[^.;]{0,30}(?:\bnol\b|\bRp\.?\s?0(?![0-9.,]*[1-9]))"
    r"|\bnol rupiah\b|\b0 rupiah\b",
    re.IGNORECASE,
)
_NOUGHT: Final = re.compile(r"\bnol\b(?! rupiah)", re.IGNORECASE)
_PLAIN_ZERO: Final = re.compile(
    r"(?<![^\W_])(?:Rp\.?\s?)?0(?:[.,]00?)?(?:,-)?(?![^\W_])", re.IGNORECASE
)
_ZERO_SUM: Final = re.compile(
    r"\b(?:Rp|IDR)\.?\s?0(?![0-9.,]*[1-9])|\s0(?=\s?[,;.])", re.IGNORECASE
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
_DASH: Final = re.compile(r"(?<=[0-9])-(?![\s0-9]*[0-9])")
_UNIT: Final = re.compile(
    r"(?:\b(?:per|setiap|tiap)\s|/\s?)[a-z]+(?: (?:dan|per) [a-z]+)?", re.IGNORECASE
)
_FOR: Final = re.compile(r"\b(?:untuk|bagi|kepada|terhadap)\b[^.;]{0,60}:\s*\Z", re.IGNORECASE)


@define
class _Saying:
    """One saying about the fee: words, line, channels, kind, case, and amount where it has one.

    ``told`` says that a remark was made of its having no kind.
    """

    entry: Entry
    words: str
    kind: str | None
    amount: int | None
    case: str = ""
    told: bool = False

    @property
    def takes_money(self) -> bool:
        """Whether it says of its own that something is charged, or denies that all is free."""
        return bool(self.amount) or (self.kind is None and limits_no_charge(self.words))


def fee_of(listing: Listing, ledger: Ledger) -> dict[str, Any]:
    """Return the fee that a part tells; the words stay as they are in ``text`` or in the items."""
    entries = [*(Entry([line.text], line.number) for line in listing.notes), *listing.entries]
    sayings = [saying for entry in entries for saying in _sayings(entry, ledger)]
    if sayings and all(saying.case and saying.kind for saying in sayings):
        ledger.tell("fee-for-some", sayings[0].entry.line, sayings[0].entry.words)
    kind = _kind_of_all(sayings)
    fee: dict[str, Any] = {"kind": kind} if kind else {}
    instrument = _instrument("\n".join(saying.words for saying in sayings))
    if instrument:
        fee["instrument"] = instrument
    if _is_itemised(sayings):
        return fee | {"items": list(_items(sayings))}
    if sayings and not fee and not any(saying.told for saying in sayings):
        ledger.tell("fee-unread", sayings[0].entry.line, sayings[0].words)
    return fee | {"text": "\n".join(saying.words for saying in sayings)}


def costs_nothing(words: str) -> bool:
    """Whether words say of all that nothing is charged: free, or zero rupiah.

    >>> costs_nothing("Gratis"), costs_nothing("Rp 0,-"), costs_nothing("Tanpa dipungut biaya")
    (True, True, True)
    >>> costs_nothing("Mahasiswa gratis, umum Rp 25.000")
    False
    """
    plain = _plain(words)
    ledger = Ledger()
    return not _is_mixed(plain) and _kind(plain, 0, ledger) in {FREE, ZERO}


def amounts_as_digits(words: str) -> str | None:
    """Return words with each amount in one way of writing; ``None`` where they name no amount.

    >>> amounts_as_digits("Rp. 25.000,- per judul"), amounts_as_digits("25.000 rupiah")
    ('Rp25000 per judul', 'Rp25000')
    """
    found = _AMOUNT.search(words)
    return _DASH.sub("", _AMOUNT.sub(_as_digits, words)) if found else None


def _as_digits(found: re.Match[str]) -> str:
    digits = _CENTS.sub("", found["digits"] or found["plain"])
    return f"Rp{digits.replace('.', '').replace(',', '')}{found['odd'] or ''}"


def _kind_of_all(sayings: list[_Saying]) -> str | None:
    """Return the kind that all sayings have; what is free for some is not free as a whole."""
    kinds = {saying.kind for saying in sayings if saying.kind}
    if len(kinds) != 1:
        return None
    kind = kinds.pop()
    some = any(saying.takes_money or saying.case for saying in sayings)
    return None if some and kind in {FREE, ZERO} else kind


def _sayings(entry: Entry, ledger: Ledger) -> Iterator[_Saying]:
    """Yield what an entry says: of each case, where its words are plainly a list of cases."""
    words = _plain(entry.words)
    some = names_no_charge(words) or _ZERO_SUM.search(words) is not None
    cases = cases_in(words) if some and not is_free_for_all(words) else []
    for case in cases:
        yield _case(entry, case, ledger)
    if not cases:
        yield _saying(entry, ledger)


def _case(entry: Entry, case: Case, ledger: Ledger) -> _Saying:
    if case.is_zero:
        ledger.tell("fee-zero", entry.line, case.words)
    price = (
        case.price if not case.price[0].isdigit() or "rupiah" in case.price else f"Rp {case.price}"
    )
    amount = _amount(entry, price, ledger)
    return _Saying(entry, case.words, FREE if case.is_free else None, amount, case.case)


def _saying(entry: Entry, ledger: Ledger) -> _Saying:
    words = _plain(entry.words)
    if _is_mixed(words):
        ledger.tell("fee-for-some", entry.line, entry.words)
        return _Saying(entry, entry.words, None, None, told=True)
    kind = _kind(words, entry.line, ledger)
    return _Saying(entry, entry.words, kind, _amount(entry, words, ledger))


def _plain(words: str) -> str:
    return " ".join(words[:_MOST_READ].split())


def _is_mixed(words: str) -> bool:
    """Whether words say of some that they pay nothing, so that no kind holds for all."""
    if _PLAIN_ZERO.fullmatch(words.strip(" .")):
        return False
    if _is_zero_tariff(words):
        return names_no_charge(_spelt(words)) and limits_no_charge(_spelt(words))
    if names_no_charge(words):
        return not is_free_for_all(words)
    return _ZERO_SUM.search(words) is not None and names_price(words)


def _spelt(words: str) -> str:
    return _NOUGHT.sub("nol rupiah", words)


def _is_zero_tariff(words: str) -> bool:
    return _ZERO.search(words) is not None and _FREE.search(words) is None


def _kind(words: str, line: int, ledger: Ledger) -> str | None:
    if _is_zero_tariff(words) and names_no_charge(_spelt(words)):
        return ZERO
    if _PLAIN_ZERO.fullmatch(words.strip(" .")):
        ledger.tell("fee-zero", line, words)
        return FREE
    if is_free_for_all(words):
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
    if any(saying.amount is not None or saying.case for saying in sayings):
        return True
    kinds = {saying.kind for saying in sayings}
    return len(sayings) > 1 and (len(kinds) > 1 or _names_cases(sayings))


def _names_cases(sayings: list[_Saying]) -> bool:
    return _FOR.search(sayings[0].words) is not None


def _items(sayings: list[_Saying]) -> Iterator[dict[str, Any]]:
    cases = _names_cases(sayings) and sayings[0].kind and len(sayings) > 1
    for place, saying in enumerate(sayings):
        kind = saying.kind or (sayings[0].kind if cases and not saying.takes_money else None)
        item: dict[str, Any] = {"kind": kind} if kind else {}
        if cases and place and not saying.kind:
            item["case"] = saying.words
        else:
            item |= {"text": saying.words} | ({"case": saying.case} if saying.case else {})
        yield item | _price(saying)


def _price(saying: _Saying) -> dict[str, Any]:
    price: dict[str, Any] = {}
    if saying.amount is not None:
        unit = _UNIT.search(saying.words)
        price = {"amount": saying.amount} | ({"unit": unit[0].strip()} if unit else {})
    return price | ({"channels": list(saying.entry.channels)} if saying.entry.channels else {})
