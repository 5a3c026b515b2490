"""Papers about one case, in memory: decisions on compensation, their register, quotations."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Unpack

from pst_standards.compensation.entitlements import Entitlement
from pst_standards.documents.alone import PaperChoices, composed_alone
from pst_standards.documents.compose.decision import decision_on
from pst_standards.documents.compose.quotation import quotation_of
from pst_standards.documents.compose.register import RegisterEntry, register_of
from pst_standards.documents.kinds import write
from pst_standards.documents.outline import Document
from pst_standards.model.definition import Definition
from pst_standards.tariffs import Quotation


def decision(
    answer: Entitlement,
    format: str,  # noqa: A002 - as in json tools
    **choices: Unpack[PaperChoices],
) -> bytes:
    """Return the decision on a claim for compensation as the bytes of a file.

    It grants or refuses with every step and reason; where a cause may still fall away it is
    stamped and says what is awaited. Values that nobody confirmed stamp it, as in ``render``.
    Nothing is read from or written to the file system; equal answers give equal bytes.

    Raises ``RequestError`` for a format, language or paper that there is not,
    ``MissingExtraError`` without the extra ``office``.
    """
    return write(decision_document(answer, **choices), format)


def decision_document(answer: Entitlement, **choices: Unpack[PaperChoices]) -> Document:
    """Return the decision as an outline, to be changed or rendered elsewhere; as ``decision``."""
    return composed_alone(answer.definition, decision_on(answer), **choices)


def register(
    definition: Definition,
    entries: Iterable[Entitlement | RegisterEntry],
    format: str,  # noqa: A002 - as in json tools
    **choices: Unpack[PaperChoices],
) -> bytes:
    """Return the register of compensations with these answers as the bytes of a file.

    ``RegisterEntry`` adds to an answer what only the office knows: reference, day of the entry,
    day on which the compensation was given, a note. The rows are in order of the dates. Without
    entries the register is empty, as ``render`` makes it. Raises as ``decision``.
    """
    return write(register_document(definition, entries, **choices), format)


def register_document(
    definition: Definition,
    entries: Iterable[Entitlement | RegisterEntry],
    **choices: Unpack[PaperChoices],
) -> Document:
    """Return the register as an outline; as ``register``."""
    rows = [one if isinstance(one, RegisterEntry) else RegisterEntry(answer=one) for one in entries]
    return composed_alone(definition, register_of(rows), **choices)


def quotation(
    offer: Quotation,
    format: str,  # noqa: A002 - as in json tools
    *,
    office: Definition | None = None,
    **choices: Unpack[PaperChoices],
) -> bytes:
    """Return a quotation as the bytes of a file; ``office`` is whose letterhead it bears.

    It is stamped while any price is unknown or rests on a tariff that was not verified. Raises as
    ``decision``.

    >>> import datetime as dt
    >>> from pst_standards.model.sale import Sale, SaleKind, SaleLine
    >>> from pst_standards.tariffs import quotation as priced
    >>> book = SaleLine(kind=SaleKind.PUBLICATION, pages=66)
    >>> b"Rp20.000" in quotation(priced(Sale(date=dt.date(2020, 1, 2), lines=(book,))), "html")
    True
    """
    return write(quotation_document(offer, office=office, **choices), format)


def quotation_document(
    offer: Quotation,
    *,
    office: Definition | None = None,
    **choices: Unpack[PaperChoices],
) -> Document:
    """Return a quotation as an outline; as ``quotation``."""
    return composed_alone(office or Definition(), quotation_of(offer), **choices)
