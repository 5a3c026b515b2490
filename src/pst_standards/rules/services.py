"""The four services of a PST, told apart by id or by the names that offices give them."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import Final

from pst_standards.model.office import Office
from pst_standards.model.service import Service
from pst_standards.rules.wordings import words_of

_STATISTICS: Final = re.compile(r"\bbps\b|statisti", re.IGNORECASE)


class ServiceKind(Enum):
    """One of the four services that Perka BPS 78/2020 sets standards for; the value is its id."""

    LIBRARY = "library"
    CONSULTATION = "consultation"
    SALES = "product-sales"
    RECOMMENDATION = "recommendation"


_NAMES: Final = (
    # Names in use: "Pelayanan Produk Statistik Berbayar" and "Pembelian" are sales, "Romantik"
    # is the application that recommendations are asked for in.
    (ServiceKind.RECOMMENDATION, re.compile(r"rekomendasi|recommendation|romantik", re.IGNORECASE)),
    (ServiceKind.CONSULTATION, re.compile(r"konsultasi|consultation", re.IGNORECASE)),
    (ServiceKind.LIBRARY, re.compile(r"perpustakaan|library", re.IGNORECASE)),
    (
        ServiceKind.SALES,
        re.compile(r"penjualan|pembelian|berbayar|nol rupiah|\bsales?\b", re.IGNORECASE),
    ),
)


def kind_of(service: Service) -> ServiceKind | None:
    """Tell which of the four a service is, ``None`` when it is another one.

    >>> from pst_standards.model.base import Text
    >>> kind_of(Service(id="pembelian-data", name=Text("Produk Statistik Berbayar"))).value
    'product-sales'
    >>> kind_of(Service(id="antrean")) is None
    True
    """
    by_id = next((kind for kind in ServiceKind if kind.value == service.id), None)
    if by_id is not None:
        return by_id
    texts = (service.name, *service.aliases)
    words = [service.id, *(part for text in texts if text for part in (text.id, text.en) if part)]
    return next((kind for word in words for kind, name in _NAMES if name.search(word)), None)


def may_be_pst(office: Office | None) -> bool:
    """Tell whether an office may be one of BPS: nothing says that it is another body.

    >>> may_be_pst(Office(name="BPS Kabupaten Contoh")), may_be_pst(Office(name="Dinas Contoh"))
    (True, False)
    """
    joined = office.integrated_service if office else None
    words = words_of(
        office.name if office else None,
        office.short_name if office else None,
        joined.name if joined else None,
    )
    return not words or _STATISTICS.search(words) is not None


def _kinds_in(words: str) -> frozenset[ServiceKind]:
    return frozenset(kind for kind, name in _NAMES if name.search(words))


_remembered = lru_cache(maxsize=1024)(_kinds_in)


def kinds_in(words: str) -> frozenset[ServiceKind]:
    """Return which of the four services a title names.

    >>> sorted(kind.value for kind in kinds_in("Perpustakaan dan Konsultasi Statistik"))
    ['consultation', 'library']
    """
    return _remembered(words)
