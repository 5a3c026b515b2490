"""What a part of a definition is about: the service that people know it by."""

from __future__ import annotations

from typing import NamedTuple

from pst_standards.findings.pointer import Pointer


class Subject(NamedTuple):
    """A service, and one part of a definition that is about it: the service or its standard.

    ``pointer`` leads to the part in the definition, ``stated`` to the same in what the files
    state; the two differ where an item before it could not be understood. ``id`` and ``en`` are
    the name in both languages.

    >>> Subject("library", ("standards", 0), ("standards", 0), "Perpustakaan", "Library").name("en")
    'Library'
    """

    key: str
    pointer: Pointer
    stated: Pointer
    id: str = ""
    en: str = ""

    def name(self, lang: str) -> str:
        """Return the name in a language, in the other where it has none, else the key."""
        first, second = (self.en, self.id) if lang == "en" else (self.id, self.en)
        return first or second or self.key
