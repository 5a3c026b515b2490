"""Who reports: name, address and contacts, each of them sealed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any, Final, NoReturn, SupportsIndex

import attrs
from attrs import frozen

from pst_standards.complaints.secrecy.errors import SecrecyError
from pst_standards.complaints.secrecy.sealed import Permit, Sealed, plain

LONGEST: Final = 1000
"""Characters that one field of an identity may have."""


@frozen(kw_only=True, eq=False, repr=False)
class Identity:
    """An identity as UU 25/2009 Pasal 42 ayat (3) huruf a asks for it, or less.

    ``nik`` is the number of the identity card, ``id_number`` that of another document, ``contact``
    any other way to reach the person and ``proxy`` who acts for them. Two identities are equal only
    when they are the same object.

    >>> identity = Identity(name=Sealed("Siti Contoh"))
    >>> print(identity, identity.name, identity.phone)
    <identity> <sealed> None
    """

    name: Sealed | None = None
    address: Sealed | None = None
    nik: Sealed | None = None
    id_number: Sealed | None = None
    phone: Sealed | None = None
    email: Sealed | None = None
    contact: Sealed | None = None
    proxy: Sealed | None = None
    _permit: Permit | None = None

    def sealed(self) -> Iterator[tuple[str, Sealed]]:
        """Yield the fields that are given, by name, still sealed."""
        for name in FIELDS:
            value: Sealed | None = getattr(self, name)
            if value is not None:
                yield name, value

    def plain(self, field: str) -> str | None:
        """Return one field as text, None where it is not given.

        Only of an identity that the vault has opened for an officer and a reason. Raises
        ``SecrecyError`` for any other, and for a field there is not.
        """
        if field not in FIELDS:
            raise SecrecyError("secrecy.field", known=", ".join(FIELDS))
        value: Sealed | None = getattr(self, field)
        if self._permit is None:
            raise SecrecyError("secrecy.not-opened")
        return None if value is None else plain(value, self._permit)

    def __repr__(self) -> str:
        return "<identity>"

    def __copy__(self) -> Identity:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Identity:
        return self

    def __reduce_ex__(self, protocol: SupportsIndex) -> NoReturn:
        raise SecrecyError("secrecy.sealed")

    def __getstate__(self) -> NoReturn:
        raise SecrecyError("secrecy.sealed")


FIELDS: Final = tuple(
    field.name for field in attrs.fields(Identity) if not field.name.startswith("_")
)
"""The names of the fields, as a file gives them under ``reporter``."""


def identity_of(fields: Mapping[str, Sealed], permit: Permit | None = None) -> Identity:
    """Return the identity that has these fields; of the names in :data:`FIELDS` others are lost.

    >>> identity_of({"name": Sealed("Siti Contoh")})
    <identity>
    """
    return Identity(permit=permit, **{name: fields.get(name) for name in FIELDS})


def taken(given: MutableMapping[Any, Any]) -> Identity:
    """Seal what a form or a file says of a reporter, and empty the mapping it came in.

    Afterwards the caller holds no plain value, so neither its log nor a traceback can show one.
    Whole numbers are taken as text, for YAML reads an identity number as a number. Raises
    ``SecrecyError`` that names the field, never the value; the mapping is emptied all the same.

    >>> form = {"name": "Siti Contoh", "nik": 3322014101900001}
    >>> identity = taken(form)
    >>> form, [field for field, _ in identity.sealed()]
    ({}, ['name', 'nik'])
    """
    if not isinstance(given, MutableMapping):
        del given
        raise SecrecyError("secrecy.reporter")
    faults = faults_in(given)
    fields = {} if faults else _read(given)
    _empty(given)
    if faults:
        raise faults[0]
    return identity_of(fields)


def faults_in(given: Any) -> tuple[SecrecyError, ...]:
    """Return all that keeps what is said of a reporter from being sealed, never a value of it.

    >>> [one.key for one in faults_in({"nama": "Siti Contoh", "phone": 1.5})]
    ['secrecy.field', 'secrecy.field-text']
    """
    if not isinstance(given, Mapping):
        return (SecrecyError("secrecy.reporter"),)
    faults = []
    if any(key not in FIELDS for key in given):
        # What is not a field may be a name in the wrong place, so the key is not repeated.
        faults.append(SecrecyError("secrecy.field", known=", ".join(FIELDS)))
    for field, value in given.items():
        if field not in FIELDS or value is None or value == "":
            continue
        if not _is_text(value):
            faults.append(SecrecyError("secrecy.field-text", field=field))
        elif len(str(value)) > LONGEST:
            faults.append(SecrecyError("secrecy.field-long", field=field, longest=LONGEST))
    if not faults and not _read(given):
        faults.append(SecrecyError("secrecy.nobody"))
    return tuple(faults)


def _empty(given: MutableMapping[Any, Any]) -> None:
    given.clear()


def _read(given: Mapping[Any, Any]) -> dict[str, Sealed]:
    """Return the sealed fields of what is in order."""
    stated = {field: value for field, value in given.items() if value is not None}
    written = {field: str(value).strip() for field, value in stated.items()}
    return {field: Sealed(words) for field, words in written.items() if words}


def _is_text(value: object) -> bool:
    if isinstance(value, int):
        # Python writes out no number of more than some thousand digits.
        return not isinstance(value, bool) and value.bit_length() < LONGEST
    return isinstance(value, str)
