"""Why answers cannot be counted or a score cannot be told."""

from __future__ import annotations

from typing import Final

from pst_standards.surveys.terms import worded

_POSITION: Final = ("row", "column", "element")


class SurveyError(Exception):
    """Something about a survey cannot be; ``kind`` says what, ``params`` speak of the rest.

    Known parameters say where it is and what was there: ``row`` (counted from 1, the line of the
    file where there is one), ``column`` (its heading), ``element`` (its key), ``found``,
    ``expected``, ``more``: how many other cells are as wrong, and ``file``, where there are several
    or it is not that of the answers. ``variant`` chooses another sentence of the same kind. No
    parameter is ever something that a respondent is called.

    >>> print(SurveyError("answer.outside", row=12, column="U4", found="5", low=1, high=4))
    Baris 12, kolom “U4”: “5” di luar skala 1 sampai 4.
    """

    def __init__(self, kind: str, /, **params: object) -> None:
        super().__init__(kind, params)
        self.kind = kind
        self.params = params

    @property
    def position(self) -> dict[str, object]:
        """Where it is: ``row``, ``column`` and ``element``, as far as they are known."""
        return {name: self.params[name] for name in _POSITION if name in self.params}

    def message(self, lang: str) -> str:
        """Say in ``id`` or ``en`` where and what is wrong, and what to do about it."""
        from pst_standards.messages import text

        params = {name: worded(value, lang) for name, value in self.params.items()}
        variant = f"-{params['variant']}" if params.get("variant") else ""
        said = text("surveys", f"error.{self.kind}{variant}", lang, params)
        place = "-".join(name for name in _POSITION[:2] if name in self.params)
        if place:
            said = text("surveys", f"at.{place}", lang, {**params, "said": said})
        if self.params.get("more"):
            said = f"{said} {text('surveys', 'at.more', lang, params)}"
        return f"{params['file']}: {said}" if params.get("file") else said

    def within(self, file: str) -> SurveyError:
        """Return the same error, with the file in which it is."""
        return SurveyError(self.kind, **{**self.params, "file": file})

    def to_dict(self) -> dict[str, object]:
        """Return kind, position and sentences as plain data."""
        known: dict[str, object] = {
            name: worded(self.params[name], "en")
            for name in ("found", "expected")
            if name in self.params
        }
        said = {lang: self.message(lang) for lang in ("id", "en")}
        return {"kind": self.kind, **self.position, **known, "text": said}

    def __str__(self) -> str:
        return self.message("id")

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions are rebuilt from their positional arguments, and batch runs pickle them.
        return (_rebuild, (type(self), self.kind, self.params))


def _rebuild(cls: type[SurveyError], kind: str, params: dict[str, object]) -> SurveyError:
    return cls(kind, **params)
