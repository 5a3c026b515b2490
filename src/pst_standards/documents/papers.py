"""Papers about one case, in memory: decisions on compensation, their register, quotations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pst_standards.compensation.entitlements import Entitlement
from pst_standards.documents.compose.body import Composer
from pst_standards.documents.compose.decision import decision_on
from pst_standards.documents.compose.finishing import compose
from pst_standards.documents.compose.quotation import quotation_of
from pst_standards.documents.compose.register import RegisterEntry, register_of
from pst_standards.documents.kinds import (
    FORMATS,
    RENDERERS,
    chosen_language,
    chosen_paper,
    known,
)
from pst_standards.documents.outline import Document
from pst_standards.model.definition import Definition
from pst_standards.tariffs import Quotation

_Assets = Mapping[str, bytes] | None


def decision(
    answer: Entitlement,
    format: str,  # noqa: A002 - as in json tools
    *,
    lang: str | None = None,
    paper: str = "A4",
    assets: _Assets = None,
) -> bytes:
    """Return the decision on a claim for compensation as the bytes of a file.

    It grants or refuses with every step and reason; where a cause may still fall away it is
    stamped and says what is awaited. Values that nobody confirmed stamp it, as in ``render``.
    Nothing is read from or written to the file system; equal answers give equal bytes.

    Raises ``RequestError`` for a format, language or paper that there is not,
    ``MissingExtraError`` without the extra ``office``.
    """
    writer = RENDERERS[known("format", format, FORMATS)]
    return writer(decision_document(answer, lang=lang, paper=paper, assets=assets))


def decision_document(
    answer: Entitlement, *, lang: str | None = None, paper: str = "A4", assets: _Assets = None
) -> Document:
    """Return the decision as an outline, to be changed or rendered elsewhere; as ``decision``."""
    return _made(answer.definition, decision_on(answer), lang, paper, assets)


def register(
    definition: Definition,
    entries: Iterable[Entitlement | RegisterEntry],
    format: str,  # noqa: A002 - as in json tools
    *,
    lang: str | None = None,
    paper: str = "A4",
    assets: _Assets = None,
) -> bytes:
    """Return the register of compensations with these answers as the bytes of a file.

    ``RegisterEntry`` adds to an answer what only the office knows: reference, day of the entry,
    day on which the compensation was given, a note. The rows are in order of the dates. Without
    entries the register is empty, as ``render`` makes it. Raises as ``decision``.
    """
    writer = RENDERERS[known("format", format, FORMATS)]
    return writer(register_document(definition, entries, lang=lang, paper=paper, assets=assets))


def register_document(
    definition: Definition,
    entries: Iterable[Entitlement | RegisterEntry],
    *,
    lang: str | None = None,
    paper: str = "A4",
    assets: _Assets = None,
) -> Document:
    """Return the register as an outline; as ``register``."""
    rows = [one if isinstance(one, RegisterEntry) else RegisterEntry(answer=one) for one in entries]
    return _made(definition, register_of(rows), lang, paper, assets)


def quotation(
    offer: Quotation,
    format: str,  # noqa: A002 - as in json tools
    *,
    office: Definition | None = None,
    lang: str | None = None,
    paper: str = "A4",
    assets: _Assets = None,
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
    writer = RENDERERS[known("format", format, FORMATS)]
    made = quotation_document(offer, office=office, lang=lang, paper=paper, assets=assets)
    return writer(made)


def quotation_document(
    offer: Quotation,
    *,
    office: Definition | None = None,
    lang: str | None = None,
    paper: str = "A4",
    assets: _Assets = None,
) -> Document:
    """Return a quotation as an outline; as ``quotation``."""
    return _made(office or Definition(), quotation_of(offer), lang, paper, assets)


def _made(
    definition: Definition, composer: Composer, lang: str | None, paper: str, assets: _Assets
) -> Document:
    return compose(
        definition,
        composer,
        lang=chosen_language(definition, lang),
        paper=chosen_paper(paper),
        assets=assets,
    ).document
