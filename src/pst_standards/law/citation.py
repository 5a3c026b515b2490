"""A citation: a regulation and a place in it, read from the spellings people use."""

from __future__ import annotations

from typing import Final

from attrs import field, frozen
from attrs.validators import instance_of

from pst_standards.law.key import RegulationKey
from pst_standards.law.provision import Provision
from pst_standards.law.register import Register
from pst_standards.law.statement import read_statement
from pst_standards.law.tokens import tokenise

EXPECTED: Final = "UU 25/2009 Pasal 21 huruf c"
_SHOWN: Final = 120


class CitationError(ValueError):
    """A text that is not one citation.

    ``found`` is the text, ``expected`` an example of the form.
    """

    expected = EXPECTED

    def __init__(self, found: str) -> None:
        super().__init__(found)
        self.found = found

    def __str__(self) -> str:
        return f"{self.found[:_SHOWN]!r} is not of the form {self.expected!r}"


@frozen(kw_only=True, order=False)
class Citation(Provision):
    """A regulation and, unless all of it is meant, a place in it.

    Orders by the rank of the regulation, its year and number, then the place.

    >>> citation = Citation.parse("Pasal 21 huruf c Undang-Undang Nomor 25 Tahun 2009")
    >>> str(citation), citation.article, citation.letter
    ('UU 25/2009 Pasal 21 huruf c', '21', 'c')
    >>> Citation.parse("UU 25/2009 Pasal 9") < Citation.parse("UU 25/2009 Pasal 10")
    True
    """

    regulation: RegulationKey = field(validator=instance_of(RegulationKey))

    @classmethod
    def parse(cls, text: str) -> Citation:
        """Read one citation; raises ``CitationError`` when the text is not exactly one.

        A title behind ``tentang`` is read over; ``find_citations`` returns it. Decrees of a
        single office carry no kind that is known here, so they are no citations.

        >>> str(Citation.parse("penjelasan Pasal 21 huruf h UU 25/2009"))
        'penjelasan UU 25/2009 Pasal 21 huruf h'
        """
        tokens = tokenise(text)
        statement = read_statement(tokens, 0)
        if statement is None or len(statement.places) != 1:
            raise CitationError(text)
        rest = statement.end + (tokens[statement.end].lower == ".")
        if statement.regulation is None or tokens[rest].lower:
            raise CitationError(text)
        return cls.at(statement.regulation, statement.places[0].provision)

    @classmethod
    def at(cls, regulation: RegulationKey, provision: Provision) -> Citation:
        """Join a regulation and a place."""
        return cls(
            regulation=regulation,
            article=provision.article,
            paragraph=provision.paragraph,
            letter=provision.letter,
            number=provision.number,
            annex=provision.annex,
            elucidation=provision.elucidation,
        )

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Citation):
            return NotImplemented
        mine = (self.regulation, self.place_key)
        return mine < (other.regulation, other.place_key)

    def __str__(self) -> str:
        place = self.place()
        words = ("penjelasan" if self.elucidation else "", str(self.regulation), place)
        return " ".join(word for word in words if word)

    def long(self, register: Register, lang: str = "id") -> str:
        """Write the citation as a decree would, with the title where the register knows it.

        >>> from pst_standards.law import default_register
        >>> Citation.parse("UU 25/2009 Pasal 21").long(default_register())
        'Pasal 21 Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik'
        >>> Citation.parse("UU 25/2009 Pasal 21").long(default_register(), "en")
        'Article 21 of Law Number 25 of 2009 on Public Services'
        """
        known = register.get(self.regulation)
        law = self.regulation.long(lang) if known is None else known.long(lang)
        place = self.place(lang)
        if lang == "en":
            words = ("Elucidation" if self.elucidation else "", place, law)
            return " of ".join(word for word in words if word)
        words = ("Penjelasan" if self.elucidation else "", place, law)
        return " ".join(word for word in words if word)
