"""Holding a document against a definition: what differs, and where that comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from pst_standards.documents.compose.finishing import Composed
from pst_standards.documents.identity import TEMPLATE, anchor, definition_hash
from pst_standards.documents.inputs import NO_INPUTS, Inputs
from pst_standards.documents.kinds import RENDERERS, composed
from pst_standards.documents.outline import Document, Lang, Paper, Table
from pst_standards.documents.refusals import NotADefinitionError, read_bytes
from pst_standards.documents.targets import Target
from pst_standards.documents.template.starter import starter_template
from pst_standards.documents.template.template import open_template
from pst_standards.documents.template.writing import render_into
from pst_standards.documents.verifying.comparing import Change, changes
from pst_standards.documents.verifying.lines import Contents, Line
from pst_standards.documents.verifying.pictures import AnyPicture
from pst_standards.documents.verifying.places import PARTS, Places
from pst_standards.documents.verifying.reading import read_document
from pst_standards.documents.verifying.recognising import Known, recognised
from pst_standards.documents.verifying.result import Difference, Verification
from pst_standards.findings import Pointer, format_pointer
from pst_standards.model.definition import Definition

_NEWLINE: Final = "\n"


def verify(
    data: bytes,
    definition: Definition,
    *,
    assets: Mapping[str, bytes] | None = None,
    inputs: Inputs = NO_INPUTS,
) -> Verification:
    """Return where a document differs from what the definition gives now.

    ``data`` is a Word file, an HTML page or a Markdown file that ``build`` or ``render`` made, also
    one that an office suite opened, changed and saved since. Texts count, not how they look: see
    ``compared_by`` for what is taken for the same. Of a PDF only the hash of its definition is
    compared. ``assets`` and ``inputs`` are as for ``render``: what else it was made of.

    Raises ``UnverifiableError`` for a file that is none of this, and what ``render`` raises.

    >>> from pst_standards.documents.kinds import render
    >>> from pst_standards.model.base import Text
    >>> from pst_standards.model.maklumat import Maklumat
    >>> def office(pledge):
    ...     return Definition(maklumat=Maklumat(pledge=Text(pledge)))
    >>> page = render(office("Kami sanggup."), "maklumat", "html")
    >>> verify(page, office("Kami sanggup.")).matches
    True
    >>> [one.pointer for one in verify(page, office("Kami siap.")).differences]
    ['/maklumat/pledge']
    """
    if not isinstance(definition, Definition):
        raise NotADefinitionError(definition)
    file = read_document(read_bytes(data))
    work = _Work(definition, file, {} if assets is None else assets)
    target, lang = recognised(file, Known(definition, inputs), work.expected, work.title)
    if file.format == "pdf":
        return _by_hash(file, target, lang, work.sha256)
    return Verification(
        kind=target.kind,
        service=target.service,
        lang=lang,
        format=file.format,
        recorded=file.recorded,
        current=work.sha256,
        differences=_fewest(work, definition, file, target, lang),
        rests_on=target.rests_on,
        event=target.case or "",
    )


def _fewest(
    work: _Work, definition: Definition, file: Contents, target: Target, lang: Lang
) -> tuple[Difference, ...]:
    """Return the differences, with or without the pictures of the definition.

    Whether a picture lay beside it when the file was made, nobody knows now; a draft lists the name
    of one that did.
    """
    found = work.differences(file, target, lang)
    if not found:
        return found
    choices: tuple[Mapping[str, bytes], ...] = ({}, AnyPicture())
    others = (_Work(definition, file, pictures) for pictures in choices)
    return min(found, *(each.differences(file, target, lang) for each in others), key=len)


def _by_hash(file: Contents, target: Target, lang: Lang, current: str) -> Verification:
    """Compare the definitions alone; whether a change of theirs shows in a PDF is not known."""
    other = Difference(pointer="", expected=f"sha256:{current}", found=f"sha256:{file.recorded}")
    return Verification(
        kind=target.kind,
        service=target.service,
        lang=lang,
        format=file.format,
        recorded=file.recorded,
        current=current,
        differences=() if file.recorded == current else (other,),
        compared="definition",
        rests_on=target.rests_on,
        not_compared=("text", *((target.rests_on,) if target.rests_on else ())),
    )


class _Work:
    """Composes documents of a definition and reads them back from the form that a file has."""

    def __init__(self, definition: Definition, file: Contents, assets: Mapping[str, bytes]) -> None:
        self.sha256 = definition_hash(definition)
        self._definition = definition
        self._form = file.format
        self._signature = file.facts.get("pst-signature", "")
        self._assets = assets
        # A template of the office brings its own head and foot; the text alone is compared.
        self._bare = TEMPLATE in file.facts

    def composed(self, target: Target, lang: Lang) -> Composed:
        """Compose a document; the paper changes nothing of what it says."""
        return composed(
            self._definition,
            target,
            lang=lang,
            paper=Paper.A4,
            assets=self._assets,
            sha256=self.sha256,
            signature=self._signature,
        )

    def read_back(self, made: Composed) -> Contents:
        """Read a document as its file would be read, so that both sides went the same way."""
        if self._bare:
            return read_document(render_into(made.document, open_template(starter_template())))
        return read_document(RENDERERS[self._form](made.document))

    def differences(self, file: Contents, target: Target, lang: Lang) -> tuple[Difference, ...]:
        """Return where a file differs from a document."""
        made = self.composed(target, lang)
        found = changes(self.read_back(made).lines, file.lines)
        return tuple(_differences(list(found), _Pointers(self._definition, made, target, lang)))

    def title(self, target: Target, lang: Lang) -> str:
        """Compose a document and return its title."""
        return self.composed(target, lang).document.title

    def expected(self, target: Target, lang: Lang) -> Contents:
        """Compose a document and read it back."""
        return self.read_back(self.composed(target, lang))


class _Pointers:
    """Tells where a change comes from: by the anchor of its row, else by the value it shows."""

    def __init__(self, definition: Definition, made: Composed, target: Target, lang: Lang) -> None:
        self._rows = dict(_anchored(made.document))
        self._of = (definition, made.read, lang, _root(target), made.document.letterhead)
        self._places: Places | None = None

    def of(self, change: Change) -> tuple[Pointer, ...]:
        if change.anchor in self._rows:
            return (self._rows[change.anchor],)
        if not change.expected:
            return (self._of[3],)
        # Reading every value once takes longer than comparing: only where something differs.
        self._places = self._places or Places(*self._of)
        return self._places.of(_text(change.expected), _text(change.found))


def _anchored(document: Document) -> Iterator[tuple[str, Pointer]]:
    for block in document.blocks:
        if isinstance(block, Table):
            yield from ((anchor(origin), origin) for origin in block.origins)


def _root(target: Target) -> Pointer:
    if target.standard is not None:
        return ("standards", target.standard)
    return (PARTS[target.kind],) if target.kind in PARTS else ()


def _differences(found: list[Change], pointers: _Pointers) -> Iterator[Difference]:
    """Yield changes; those that follow each other in one place are one difference.

    A line that shows several values, of which more than one changed, is a difference of each.
    """
    placed = [(pointers.of(change), change) for change in found]
    for places, together in groupby(placed, lambda one: one[0]):
        own = [change for _, change in together]
        expected = _NEWLINE.join(filter(None, (_text(one.expected) for one in own)))
        others = _NEWLINE.join(filter(None, (_text(one.found) for one in own)))
        for pointer in dict.fromkeys(places):
            yield Difference(pointer=format_pointer(pointer), expected=expected, found=others)


def _text(lines: Sequence[Line]) -> str:
    return _NEWLINE.join(line.text for line in lines)
