"""What comes out of reading a file: its data, its places, and what was found on the way."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen
from attrs.validators import in_

from pst_standards.definitions.reading.places import Places
from pst_standards.findings import Finding, Location, Pointer


@frozen(kw_only=True)
class Limits:
    """How much a file may ask of the machine; each limit is far above any real definition.

    ``size`` in bytes is looked at before anything is parsed. ``depth`` counts mappings and lists
    inside each other, at most 200 so that every later step may recurse. ``events`` counts keys
    and single values once, mappings and lists twice, and what aliases stand for each time.

    A file at all its limits is read within 5 s and 500 MB by libyaml; where PyYAML was
    installed without it, reading takes about ten times as long.

    >>> Limits().depth
    64
    """

    size: int = 5_000_000
    depth: int = field(default=64, validator=in_(range(1, 201)))
    events: int = 500_000


@frozen(kw_only=True)
class FileContent:
    """One file as data, with the place of every value.

    ``data`` is made of dict, list, str, int, float, bool and None and belongs to the caller: no
    part of it occurs twice, also where the file uses aliases. ``findings`` did not keep the file
    from being read. ``plain`` tells that no value is null, nothing is removed and no text can hold
    markup, so that whoever uses the data need not look.
    """

    name: str
    data: dict[str, Any]
    findings: tuple[Finding, ...] = ()
    plain: bool = False
    _places: Places = field(eq=False, repr=False)

    def locate(self, pointer: Pointer, *, key: bool = False) -> Location:
        r"""Return the place of a value, or of its key; lines and columns count from 1.

        Where the file has no such value, the place is that of the nearest value around it. An
        item of a list has no key, so its own place is returned.

        >>> from pst_standards.definitions.reading import read
        >>> content = read("office:\n  code: '3322'\n", "office.yaml")
        >>> str(content.locate(("office", "code"))), str(content.locate(("office", "name")))
        ('office.yaml:2:9', 'office.yaml:2:3')
        """
        line, column = self._places.find(pointer, key=key)
        return Location(self.name, line, column)

    def shown(self, _named: Pointer) -> Location | None:
        """Return where a person fills in a value, also one that the file does not state.

        A file of text has no such place; a form has a cell for each.
        """
        return None
