"""Records: files about one case, such as a sale, read as strictly as definitions.

A record is one file or mapping without layers. What is wrong with its shape comes back as findings
with their places; nothing is raised but for a file that cannot be used at all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path
from typing import Any, Generic, TypeVar, get_args

import attrs
from attrs import frozen

from pst_standards.definitions.assembling import once_each
from pst_standards.definitions.errors import DefinitionError
from pst_standards.definitions.gathering import gather, gather_data, unusable
from pst_standards.definitions.merging import clean
from pst_standards.definitions.origin import Layer, Origin
from pst_standards.definitions.reading import FileContent
from pst_standards.definitions.removals import removal_findings
from pst_standards.definitions.shape_check import build_node
from pst_standards.definitions.stacking import shown
from pst_standards.definitions.text_check import text_findings
from pst_standards.definitions.withholding import (
    Take,
    screened,
    told_apart,
    withheld_keys,
    withhold,
    without_unknown_keys,
)
from pst_standards.findings import Finding, Severity
from pst_standards.model.base import Node, field_names

N = TypeVar("N", bound=Node)


@frozen(kw_only=True)
class Record(Generic[N]):
    """What came of reading a record: its value as far as it could be built, and what was found."""

    value: N
    origin: Origin
    findings: tuple[Finding, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing was found that makes the value something else than was written."""
        return all(found.severity < Severity.ERROR for found in self.findings)


def read_record(
    source: str | Path | bytes | Mapping[str, Any],
    kind: type[N],
    *,
    take: Take | None = None,
    amend: Callable[[Any], Any] | None = None,
) -> Record[N]:
    """Read the file at a path, its bytes, or a mapping, as a record of one class of the model.

    What the class names in ``WITHHELD`` comes into no record, and nothing is found about it; it is
    handed to ``take``, and taken out of a mapping that lets itself be changed. Of such a class no
    finding repeats a key that is not known, as it may be a name in the wrong place. ``amend``
    returns the data with what was left to be understood, such as the zone of a time.
    Raises ``DefinitionError`` when nothing of it can be used: no file, a folder, not YAML.

    >>> from pst_standards.model.channel import Decree
    >>> record = read_record({"number": "12", "tanggal": "2026-01-05"}, Decree)
    >>> record.value.number, [found.rule for found in record.findings]
    ('12', ['DEF-015'])
    """
    hidden: tuple[str, ...] = getattr(kind, "WITHHELD", ())
    found = _seen_layer(source, hidden, take)
    del source  # a traceback with locals would show what it withholds
    if isinstance(found, DefinitionError):
        raise found
    layer, findings = found
    data = clean(layer.data)
    origin = Origin(layers=(layer,), data=amend(data) if amend else data, inputs=(layer.name,))
    built = build_node(origin.data, origin, kind)
    texts = () if layer.plain else text_findings(origin.data, origin)
    removed = removal_findings((layer,), kind)
    every = once_each((*findings, *removed, *built.findings, *texts))
    if hidden:
        every = without_unknown_keys(every, _parts_of(kind, hidden))
    return Record(value=built.node, origin=built.origin, findings=every)


def _parts_of(kind: type[Node], hidden: tuple[str, ...]) -> dict[str, str]:
    """Return the keys of the parts that are withheld, each with the part that it belongs to."""
    fields = attrs.fields_dict(kind)
    return {
        key: part
        for part in hidden
        for one in get_args(fields[part].type)
        if attrs.has(one)
        for key in field_names(one)
    }


def load_record(source: str | Path | bytes | Mapping[str, Any], kind: type[N]) -> N:
    """Return the value of a record; ``DefinitionError`` when anything is wrong with its shape.

    >>> from pst_standards.model.channel import Decree
    >>> load_record({"number": "12"}, Decree).number
    '12'
    """
    record = read_record(source, kind)
    if not record.sound:
        raise DefinitionError(
            tuple(found for found in record.findings if found.severity is Severity.ERROR)
        )
    return record.value


def _seen_layer(
    source: str | Path | bytes | Mapping[str, Any], hidden: tuple[str, ...], take: Take | None
) -> tuple[Layer, tuple[Finding, ...]] | DefinitionError:
    """Return a layer or why there is none; of a kind that withholds something, by itself."""
    try:
        return _layer(source, hidden, take)
    except DefinitionError as error:
        if not hidden:
            raise
        return told_apart(error)


def _layer(
    source: str | Path | bytes | Mapping[str, Any], hidden: tuple[str, ...], take: Take | None
) -> tuple[Layer, tuple[Finding, ...]]:
    def screen(content: FileContent) -> FileContent:
        return screened(content, {*hidden, *withheld_keys(content.data)}, take)

    if isinstance(source, Mapping):
        return gather_data(_seen(source, hidden, take), "-", "-")
    if isinstance(source, bytes):
        return gather_data(source, "-", "-", screen=screen)
    place = Path(source)
    name = shown(place) if place.is_absolute() else place.as_posix()
    if place.is_dir():
        raise unusable("not_a_file", name)
    layer, findings, _ = gather(place, name, name, screen=screen)
    return layer, findings


def _seen(
    source: Mapping[str, Any], hidden: tuple[str, ...], take: Take | None
) -> Mapping[str, Any]:
    """Return a mapping without what is withheld; where somebody takes it, it is emptied of it."""
    if take is not None and isinstance(source, MutableMapping):
        withhold(source, hidden, take)
        return source
    seen = dict(source)
    withhold(seen, hidden, take)
    return seen
