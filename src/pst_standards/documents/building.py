"""Building every document of a definition into a folder, all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

from attrs import evolve

from pst_standards.documents.compose.finishing import Composed
from pst_standards.documents.earlier import Covers, refuse_other_office, with_earlier
from pst_standards.documents.every_kind import EVERY_KIND
from pst_standards.documents.final import refuse_drafts
from pst_standards.documents.identity import content_hash, definition_hash
from pst_standards.documents.incomplete import Incomplete, dotted, left_out, unfilled
from pst_standards.documents.inputs import NO_INPUTS, Inputs
from pst_standards.documents.kinds import (
    DRAWN,
    EVERY_FORMAT,
    FORMATS,
    USUAL_FORMATS,
    chosen_language,
    chosen_paper,
    composed,
    files_of,
    known,
    nothing,
    opened,
)
from pst_standards.documents.manifest import NAME, BuiltDocument, Manifest, Skipped
from pst_standards.documents.outline import Lang
from pst_standards.documents.owning import owner_of
from pst_standards.documents.pdf.engine import Relief
from pst_standards.documents.pictures import unusable, unusable_entries
from pst_standards.documents.refusals import FormatError, RequestError
from pst_standards.documents.setting_aside import edited
from pst_standards.documents.storing import refuse_no_folder
from pst_standards.documents.targets import KINDS, Target, has_input, targets, unused
from pst_standards.documents.template.template import Template
from pst_standards.documents.unprintable import entries, unprintable
from pst_standards.documents.untranslated import untranslated
from pst_standards.findings import Finding, Pointer
from pst_standards.model.definition import Definition

Progress: TypeAlias = Callable[[int, int, str], None]
"""Called after a document is made in a format: how many are done, how many there are, its file."""

_Made: TypeAlias = list[tuple[Target, Composed]]


def build(  # noqa: PLR0913 - one keyword per choice that a caller has
    definition: Definition,
    out: str | Path,
    *,
    formats: Sequence[str] = USUAL_FORMATS,
    lang: str | None = None,
    paper: str = "A4",
    final: bool = False,
    assets: Mapping[str, bytes] | None = None,
    inputs: Inputs = NO_INPUTS,
    template: bytes | Template | None = None,
    signature: str = "",
    progress: Progress | None = None,
    qr: bool = True,
) -> Manifest:
    """Write every document of a definition and ``manifest.json`` into the folder ``out``.

    ``inputs``, ``qr``, ``template`` and ``signature`` are as for ``render``. A kind without its
    input is skipped. All files are made before the first is written, the manifest comes last. The
    same definition and inputs give the same bytes. What earlier builds made of it stays listed,
    what it gives no more and had drafts is removed. A file changed since gets another name.

    Raises ``OtherOfficeError``, ``OutputError`` (no ``DocumentError``), and what ``render`` raises.
    """
    ready, wanted = opened(template), _known(formats)
    spoken, checksum = chosen_language(definition, lang), definition_hash(definition)
    _refuse_unfit(Path(out), definition)
    making = partial(composed, definition, lang=spoken, paper=chosen_paper(paper), assets=assets)
    making = partial(making, sha256=checksum, signature=signature, qr=qr)
    made = [(target, making(target)) for target in _targets(definition, inputs)]
    if final:
        refuse_drafts(definition, [found.points for _, found in made])
    files = list(_rendered(made, wanted, ready, progress))
    lacking = _missing_files(definition, made, assets)
    findings = [*lacking, *_letters(definition, made, wanted)]
    manifest = Manifest(
        definition_sha256=checksum,
        office=owner_of(definition),
        documents=tuple(entry for entry, _ in files),
        skipped=tuple(_skipped(definition, inputs, spoken, wanted)),
        incomplete=tuple(_incomplete(definition, made, spoken)),
        template_sha256=ready.sha256 if ready else "",
    )
    manifest = _with_findings(manifest, findings)
    return _store(Path(out), files, manifest, partial(_covers, wanted, inputs), spoken)


def _with_findings(manifest: Manifest, findings: Sequence[Finding]) -> Manifest:
    return evolve(
        manifest,
        unprintable=tuple(entries(findings)),
        unusable_pictures=tuple(unusable_entries(findings)),
        findings=tuple(findings),
    )


def _refuse_unfit(out: Path, definition: Definition) -> None:
    refuse_no_folder(out)
    refuse_other_office(out, owner_of(definition))


def _known(formats: Sequence[str]) -> list[str]:
    if not formats:
        raise RequestError("no-formats", "", EVERY_FORMAT)
    named = [formats] if isinstance(formats, str) else formats
    return list(dict.fromkeys(known("format", name, EVERY_FORMAT) for name in named))


def _covers(formats: Sequence[str], inputs: Inputs, one: BuiltDocument) -> bool:
    return one.format in formats and (one.rests_on is None or inputs.has(one.rests_on))


def _targets(definition: Definition, inputs: Inputs) -> Iterator[Target]:
    for kind in KINDS:
        yield from targets(definition, kind, inputs)


def _rendered(
    made: _Made, formats: Sequence[str], template: Template | None, progress: Progress | None
) -> Iterator[tuple[BuiltDocument, bytes]]:
    total = sum(len(_written(target, formats)) for target, _ in made)
    done, taken, relief = 0, set[str](), Relief()
    for target, found in made:
        # A service may be called as a kind is; no file is written over another.
        stem = unused(target.stem, taken)
        for name in _written(target, formats):
            made_of = list(_files(target, stem, found, name, template))
            done += 1
            if name in DRAWN:
                relief.after(sum(len(data) for _, data in made_of))
            if progress is not None:
                progress(done, total, made_of[0][0].path)
            yield from made_of


def _files(
    target: Target, stem: str, found: Composed, name: str, template: Template | None
) -> Iterator[tuple[BuiltDocument, bytes]]:
    for end, data in files_of(found.document, name, template):
        entry = BuiltDocument(
            path=f"{stem}{end}",
            sha256=sha256(data).hexdigest(),
            content_sha256=content_hash(data, name),
            kind=target.kind,
            service=target.service,
            format=name,
            draft=found.document.draft,
            rests_on=target.rests_on or None,
            event=target.case,
        )
        yield entry, data


def _written(target: Target, formats: Sequence[str]) -> list[str]:
    kind = EVERY_KIND[target.kind]
    # A picture has no size on paper, so that of several sheets one is enough.
    drawn = not kind.papers or target.paper is kind.papers[-1]
    fit = [name for name in kind.formats if drawn or name in FORMATS]
    return [name for name in formats if name in fit]


def _skipped(
    definition: Definition, inputs: Inputs, lang: Lang, formats: Sequence[str]
) -> Iterator[Skipped]:
    for kind in KINDS:
        if not has_input(definition, kind, inputs):
            yield Skipped(kind=kind, reason=nothing(definition, kind, inputs).message(lang))
        elif not any(name in EVERY_KIND[kind].formats for name in formats):
            reason = FormatError(EVERY_KIND[kind].formats).message(lang)
            yield Skipped(kind=kind, reason=reason)


def _incomplete(definition: Definition, made: _Made, lang: Lang) -> Iterator[Incomplete]:
    kinds = {target.kind for target, _ in made}
    yield from (one for one in left_out(definition, lang) if one.kind in kinds)
    for kind in KINDS:
        own = [found for target, found in made if target.kind == kind]
        ready = (found for found in own if not found.document.draft)
        pointers = dict.fromkeys(one for found in ready for one in found.dotted)
        yield from dotted(definition, kind, list(pointers), lang)
        yield from unfilled(kind, [one for found in own for one in found.unfilled], lang)
    read: dict[str, set[Pointer]] = {}
    for target, found in made:
        read.setdefault(target.kind, set()).update(found.read)
    yield from untranslated(definition, read, lang)


def _letters(definition: Definition, made: _Made, formats: Sequence[str]) -> Iterator[Finding]:
    """Yield where letters stand that the PDF or picture of a document cannot print."""
    taken = set[str]()
    named = ((target, unused(target.stem, taken), found) for target, found in made)
    drawn = [
        (f"{stem}.{name}", found)
        for target, stem, found in named
        for name in [one for one in _written(target, formats) if one in DRAWN][:1]
    ]
    yield from unprintable(definition, drawn)


def _missing_files(
    definition: Definition, made: _Made, assets: Mapping[str, bytes] | None
) -> Iterator[Finding]:
    missing = {pointer: file for _, found in made for pointer, file in found.missing_files.items()}
    for pointer, file in missing.items():
        yield unusable(definition, pointer, file, assets)


def _store(
    out: Path,
    files: Sequence[tuple[BuiltDocument, bytes]],
    manifest: Manifest,
    covers: Covers,
    lang: Lang,
) -> Manifest:
    """Write all, and return the manifest with what earlier builds left in the folder."""
    from pst_standards.documents.storing import store

    contents = {entry.path: data for entry, data in files}
    aside = edited(out, contents, lang)
    manifest, gone = with_earlier(out, manifest, covers, aside)
    removed = tuple(one.path for one in gone)
    told = manifest.to_json().encode("utf-8", "surrogatepass")
    store(out, {**contents, NAME: told}, without=removed, renamed=aside)
    return evolve(manifest, removed=removed, set_aside=aside)
