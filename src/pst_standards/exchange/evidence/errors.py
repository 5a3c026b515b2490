"""Why no evidence can be gathered."""

from __future__ import annotations

from pst_standards.messages import text


class EvidenceError(ValueError):
    """An instrument is not known, or none of a year; ``kind`` says which, ``params`` the rest.

    >>> print(EvidenceError("year", name="pekppp", year=1999, since=2022))
    Instrumen pekppp belum ada pada tahun 1999; yang dikenal program ini mulai tahun 2022.
    """

    def __init__(self, kind: str, /, **params: str | int | tuple[str, ...]) -> None:
        super().__init__(kind, params)
        self.kind = kind
        self.params = params

    def message(self, lang: str) -> str:
        """Return the reason as a sentence in ``lang`` (``id`` or ``en``)."""
        return text("exchange", f"evidence.error.{self.kind}", lang, self.params)

    def __str__(self) -> str:
        return self.message("id")
