"""Whose documents a folder holds, so that no office builds over those of another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from pst_standards.model.definition import Definition


@frozen(kw_only=True)
class Owner:
    """An office, by its code and its name; either may be unknown, as of a definition just begun."""

    code: str = ""
    name: str = ""

    @property
    def shown(self) -> str:
        """Name and code as a sentence shows them.

        >>> Owner(code="3322", name="BPS Kabupaten Contoh").shown
        'BPS Kabupaten Contoh (3322)'
        """
        return f"{self.name} ({self.code})" if self.code and self.name else self.name or self.code

    def to_data(self) -> dict[str, str | None]:
        """Return the office as the manifest has it."""
        return {"code": self.code or None, "name": self.name or None}

    def is_another(self, than: Owner) -> bool:
        """Tell whether this is not the office ``than``: their codes differ, else their names.

        An office keeps its code when it is called otherwise. Of nobody's documents any office may
        be the owner.

        >>> renamed = Owner(code="3322", name="BPS Kab. Contoh")
        >>> renamed.is_another(Owner(code="3322", name="BPS Kabupaten Contoh"))
        False
        >>> renamed.is_another(Owner(code="3323", name="BPS Kab. Contoh"))
        True
        """
        if not than.shown:
            return False
        if self.code and than.code:
            return self.code != than.code
        return not self.name or self.name.casefold() != than.name.casefold()


def owner_of(definition: Definition) -> Owner:
    """Return whose documents a definition gives; a name that is still to be filled in is none.

    >>> from pst_standards.definitions import loads
    >>> owner_of(loads({"office": {"code": "3322", "name": "[nama kantor]"}}))
    Owner(code='3322', name='')
    """
    from pst_standards.definitions.start_examples import is_example
    from pst_standards.rules.subjects import office_name
    from pst_standards.rules.wordings import is_placeholder

    name = office_name(definition)
    code = " ".join((definition.office.code or "").split()) if definition.office else ""
    open_ = is_placeholder(name) or is_example("name", name)
    return Owner(code=code, name="" if open_ else name)


def owner_in(told: Mapping[str, object]) -> Owner | None:
    """Return the office that a manifest names; ``None`` where it is of a time that named none.

    >>> owner_in({"office": {"code": "3322", "name": None}})
    Owner(code='3322', name='')
    """
    found = told.get("office")
    if not isinstance(found, Mapping):
        return None
    return Owner(code=str(found.get("code") or ""), name=str(found.get("name") or ""))
