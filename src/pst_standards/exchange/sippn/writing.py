"""What an office pastes into SIPPN: a text and a workbook for each service, and an index."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from attrs import field, frozen

from pst_standards.documents.dating import moment
from pst_standards.documents.targets import standard_names
from pst_standards.exchange.sippn.entry import Entry, Section, entries_of
from pst_standards.exchange.sippn.paste_index import INDEX, index_of
from pst_standards.exchange.sippn.paste_sheets import workbook_of
from pst_standards.messages import text
from pst_standards.model.definition import Definition

FORMAT: Final = "pst-sippn/1"


@frozen(kw_only=True)
class Remark:
    """Something to know before pasting: its ``key``, and which part of which standard it is of.

    ``open`` says that a field stays blank or cannot say all of it.
    """

    key: str
    standard: str
    pointer: str
    open: bool = True
    params: Mapping[str, object] = field(factory=dict, hash=False)

    def message(self, lang: str = "id") -> str:
        """Return it as a sentence."""
        params = {"standard": self.standard, **self.params}
        return text("exchange", f"sippn.write.{self.key}", lang, params)

    def to_dict(self, lang: str) -> dict[str, Any]:
        """Return it for programs."""
        return {
            "key": self.key,
            "standard": self.standard,
            "pointer": self.pointer,
            "message": self.message(lang),
        }


@frozen(kw_only=True)
class Written:
    """The entries of a definition, what to know of them, and ``names`` of their files."""

    entries: tuple[Entry, ...]
    names: tuple[str, ...]
    remarks: tuple[Remark, ...]
    created: Mapping[str, dt.date] = field(factory=dict, hash=False, repr=False)

    @property
    def whole(self) -> bool:
        """Whether every field can be filled in."""
        return not any(one.open for one in self.remarks)

    def files(self, lang: str = "id") -> dict[str, bytes]:
        """Return all files by their names; the index and the headings are in ``lang``.

        The pages themselves are in Indonesian, as SIPPN is. The same definition gives the same
        bytes. Needs the extra ``office``.
        """
        found: dict[str, bytes] = {}
        for entry, name in zip(self.entries, self.names, strict=True):
            found[f"{name}.txt"] = _for_notepad(entry.text)
            found[f"{name}.xlsx"] = workbook_of(entry, self.created[entry.standard], lang)
        said = [(one.standard, one.message(lang)) for one in self.remarks]
        found[INDEX] = _for_notepad(index_of(self.entries, self.names, said, lang))
        return found

    def to_json(self, lang: str = "id") -> str:
        """Return everything for programs, in the form ``pst-sippn/1``."""
        files = [f"{name}{ending}" for name in self.names for ending in (".txt", ".xlsx")]
        data = {
            "format": FORMAT,
            "entries": [one.to_dict() for one in self.entries],
            "remarks": [one.to_dict(lang) for one in self.remarks],
            "files": [*files, INDEX],
        }
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def write(definition: Definition) -> Written:
    """Return what belongs on the public pages of SIPPN, one entry for each standard.

    Nothing is raised for what is not set: the field stays out, and a remark says so. This is
    text to paste, not the file that the portal itself takes for many services at once, whose
    columns are not public. Needs the extra ``office``.

    >>> from pst_standards.testing import a_definition
    >>> written = write(a_definition())
    >>> sorted(written.files())[0], written.entries[0].sections[0].heading
    ('00-daftar-tempel.txt', 'Persyaratan')
    """
    entries = tuple(entries_of(definition))
    names = standard_names(definition.standards)
    days = {str(one.id): one.decree.date if one.decree else None for one in definition.standards}
    return Written(
        entries=entries,
        names=tuple(f"sippn-{name}" for name in names),
        remarks=tuple(remark for entry in entries for remark in _remarks(entry)),
        created={key: moment(day).date() for key, day in days.items()},
    )


def _remarks(entry: Entry) -> Iterator[Remark]:
    if entry.unconfirmed:
        params = {"count": entry.unconfirmed}
        yield Remark(
            key="unconfirmed",
            standard=entry.standard,
            pointer=entry.pointer(),
            open=False,
            params=params,
        )
    if not entry.title:
        yield _remark("title-missing", entry, "service")
    if not entry.unit:
        yield Remark(key="unit-missing", standard=entry.standard, pointer="/office")
    yield from _of_label(entry)
    for section in entry.sections:
        if not section.points:
            yield _remark("part-missing", entry, section.component.value, part=section.heading)
        elif hollow(section):
            yield _remark("part-empty", entry, section.component.value, part=section.heading)


def hollow(section: Section) -> bool:
    """Whether a component has lines and none that says something."""
    return not any(sign.isalnum() for point in section.points for sign in point.text)


def _of_label(entry: Entry) -> Iterator[Remark]:
    label = entry.label
    if not label.text:
        yield _remark("decree-missing", entry, "decree")
    elif label.cut:
        yield _remark("decree-cut", entry, "decree", "number", label=label.text)
    elif label.shortened:
        pointer = entry.pointer("decree", "number")
        params = {"label": label.text}
        yield Remark(
            key="decree-short", standard=entry.standard, pointer=pointer, open=False, params=params
        )


def _remark(key: str, entry: Entry, *steps: str, **params: object) -> Remark:
    pointer = entry.pointer(*steps)
    return Remark(key=key, standard=entry.standard, pointer=pointer, params=params)


def _for_notepad(lines: str) -> bytes:
    """Return a text as every Windows program reads it: marked as UTF-8, with its line ends."""
    return ("\ufeff" + lines).replace("\n", "\r\n").encode("utf-8")
