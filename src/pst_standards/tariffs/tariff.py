"""A tariff as data: the prices of its annex, and what its articles say about all of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, Final

from attrs import frozen

from pst_standards.findings import Confidence
from pst_standards.law import RegulationKey
from pst_standards.model.base import Text
from pst_standards.model.sale import BuyerKind, PublicationForm, SaleKind

FORMAT: Final = "pst-tariff/1"
_FILES: Final = ("pp_2009_54", "pp_2015_7", "pp_2024_13")


@frozen(kw_only=True)
class PageGroup:
    """Publications of up to ``last_page`` pages, of the last group any number beyond."""

    letter: str
    amount: int
    last_page: int | None = None


@frozen(kw_only=True)
class Rate:
    """Rupiah for 1,000 bytes, up to and with ``last_megabyte``; the last rate has no bound."""

    amount: int
    last_megabyte: int | None = None


@frozen(kw_only=True)
class Rates:
    """The rates of one part of the annex; ``rule`` is the article that says how to reckon."""

    cite: str
    rates: tuple[Rate, ...]
    rule: str = ""


@frozen(kw_only=True)
class Item:
    """Something at one fixed price: a map or a service."""

    id: str
    kind: SaleKind
    title: Text
    unit: Text
    amount: int
    cite: str
    not_included: str = ""
    least_persons: int = 0


@frozen(kw_only=True)
class Costs:
    """Costs that the prices of some kinds do not include."""

    kinds: tuple[SaleKind, ...]
    costs: tuple[str, ...]
    cite: str


@frozen(kw_only=True)
class Transition:
    """What becomes of requests made before a tariff came to hold: of ``kinds`` the old counts."""

    kinds: tuple[SaleKind, ...]
    cite: str


@frozen(kw_only=True)
class ZeroRupiah:
    """For whom and what the tariff may be zero; no ``parties`` where none are listed."""

    kinds: tuple[SaleKind, ...]
    cite: str
    parties: tuple[BuyerKind, ...] = ()


@frozen(kw_only=True)
class Free:
    """What costs a fixed amount by the elucidation, such as a publication on the website."""

    amount: int
    cite: str


@frozen(kw_only=True)
class Annex:
    """The prices of a tariff; ``forms`` has the part of the annex for each form of publication."""

    forms: Mapping[PublicationForm, str]
    groups: tuple[PageGroup, ...]
    microdata: Rates
    tabulation: Rates
    website: Free
    items: tuple[Item, ...]

    def item(self, kind: SaleKind, name: str) -> Item | None:
        """Return the item of a kind by its id, ``None`` when there is none."""
        return next((one for one in self.items if one.kind is kind and one.id == name), None)


@frozen(kw_only=True)
class Tariff:
    """One tariff regulation.

    Without ``annex`` its prices were not read, and none is known. ``listed`` are the kinds of
    revenue that are known to stand in such a regulation.
    """

    instrument: RegulationKey
    confidence: Confidence
    source: str
    annex: Annex | None = None
    listed: tuple[str, ...] = ()
    listed_cite: str = ""
    not_included: tuple[Costs, ...] = ()
    transition: Transition | None = None
    zero_rupiah: ZeroRupiah | None = None
    treasury: str = ""


@cache
def tariffs() -> tuple[Tariff, ...]:
    """Return the tariffs that this package knows, the oldest first; read once.

    >>> [str(tariff.instrument) for tariff in tariffs()]
    ['PP 54/2009', 'PP 7/2015', 'PP 13/2024']
    """
    import tomllib

    folder = resources.files(__package__) / "data"
    texts = (folder.joinpath(f"{name}.toml").read_text(encoding="utf-8") for name in _FILES)
    return tuple(_tariff(tomllib.loads(text)) for text in texts)


def _tariff(data: Mapping[str, Any]) -> Tariff:
    parts: dict[str, Any] = {
        "not_included": tuple(_of_kinds(Costs, part) for part in data.get("not_included", ())),
        "listed": tuple(data.get("listed", ())),
        "listed_cite": data.get("listed_cite", ""),
        "treasury": data.get("treasury", {}).get("cite", ""),
    }
    if "transition" in data:
        parts["transition"] = _of_kinds(Transition, data["transition"])
    if "zero_rupiah" in data:
        parts["zero_rupiah"] = _of_kinds(ZeroRupiah, data["zero_rupiah"])
    return Tariff(
        instrument=RegulationKey.parse(data["instrument"]),
        confidence=Confidence(data["confidence"]),
        source=data["source"],
        annex=_annex(data) if data["annex_read"] else None,
        **parts,
    )


def _annex(data: Mapping[str, Any]) -> Annex:
    publication = data["publication"]
    return Annex(
        forms={form: publication[form.value] for form in PublicationForm},
        groups=tuple(PageGroup(**group) for group in publication["groups"]),
        microdata=_rates(data["microdata"]),
        tabulation=_rates(data["tabulation"]),
        website=Free(**data["website_publication"]),
        items=tuple(map(_item, data["item"])),
    )


def _rates(data: Mapping[str, Any]) -> Rates:
    rates = tuple(Rate(**rate) for rate in data["rates"])
    return Rates(cite=data["cite"], rule=data.get("rule", ""), rates=rates)


def _item(data: Mapping[str, Any]) -> Item:
    texts = {name: Text(**data[name]) for name in ("title", "unit")}
    return Item(**{**data, **texts, "kind": SaleKind(data["kind"])})


def _of_kinds(cls: Any, data: Mapping[str, Any]) -> Any:
    """Build a part that speaks of kinds of sales, and perhaps of parties or costs."""
    read = {**data, "kinds": tuple(map(SaleKind, data["kinds"]))}
    if "parties" in read:
        read["parties"] = tuple(map(BuyerKind, read["parties"]))
    if "costs" in read:
        read["costs"] = tuple(read["costs"])
    return cls(**read)
