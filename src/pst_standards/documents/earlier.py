"""What earlier builds left in a folder: what still holds, what goes, what somebody changed since.

Only files that a manifest lists with their checksum are looked at. All else in the folder belongs
to somebody else.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any, Final, TypeAlias

from attrs import evolve, frozen

from pst_standards.documents.kinds import DRAWN
from pst_standards.documents.manifest import (
    FORMAT,
    NAME,
    BuiltDocument,
    Kept,
    KeptDocument,
    Manifest,
)
from pst_standards.documents.owning import Owner, owner_in
from pst_standards.documents.refusals import OtherOfficeError
from pst_standards.documents.storing import LEFT
from pst_standards.documents.unprintable import Unprintable

_CHECKSUM: Final = 64
Covers: TypeAlias = Callable[[BuiltDocument], bool]
"""Tells whether a build was asked for documents such as this one, so that it made all there are."""


@frozen(kw_only=True)
class Earlier:
    """The documents that a manifest lists, each with the checksum of the definition it is of.

    ``office`` is whose they are, ``None`` where the manifest is of a time that did not say so.
    ``unprintable`` are the letters that its PDF and pictures do not print.
    """

    documents: tuple[KeptDocument, ...] = ()
    unprintable: tuple[Unprintable, ...] = ()
    template_sha256: str = ""
    office: Owner | None = None


def earlier_build(out: Path) -> Earlier:
    """Return what the manifest in a folder lists; one that cannot be read lists nothing.

    Files that a build put into their places before it was killed are listed by the manifest that
    it could not put there any more.

    >>> earlier_build(Path("a folder that is not there")).documents
    ()
    """
    found = _manifest_in(out)
    for left in _leftovers(out):
        other = _manifest_in(left)
        placed = [one for one in other.documents if checksum_of(out / one.path) == one.sha256]
        if placed:
            documents = {one.path: one for one in (*found.documents, *placed)}
            office = found.office or other.office
            found = evolve(found, documents=tuple(documents.values()), office=office)
    return found


def _leftovers(out: Path) -> list[Path]:
    try:
        return sorted(one for one in out.iterdir() if LEFT.fullmatch(one.name))
    except OSError:
        return []


def _manifest_in(out: Path) -> Earlier:
    try:
        told = json.loads((out / NAME).read_text(encoding="utf-8", errors="surrogatepass"))
        return Earlier(
            documents=tuple(_listed(told)),
            unprintable=tuple(map(_letters, told.get("unprintable", ()))),
            template_sha256=str(told.get("template_sha256", "")),
            office=owner_in(told),
        )
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return Earlier()


def has_manifest(out: Path) -> bool:
    """Tell whether a folder has the ``manifest.json`` of a build, even if it was edited since.

    >>> has_manifest(Path("a folder that is not there"))
    False
    """
    try:
        told = json.loads((out / NAME).read_text(encoding="utf-8", errors="surrogatepass"))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(told, dict) and told.get("format") == FORMAT


def _listed(told: Mapping[str, Any]) -> Iterator[KeptDocument]:
    if told["format"] != FORMAT:
        return
    for one in told["documents"]:
        yield _document(one, told["definition_sha256"])
    for one in told.get("kept", ()):
        yield _document(one, one["definition_sha256"])


def _document(one: Mapping[str, Any], definition: object) -> KeptDocument:
    """Return one entry; ``ValueError`` for a name that leads out of the folder, or no checksum."""
    checksum, path = str(one["sha256"]), str(one["path"])
    if len(checksum) != _CHECKSUM or "\\" in path or PurePosixPath(path).name != path:
        raise ValueError(path)
    return KeptDocument(
        path=path,
        sha256=checksum,
        content_sha256=str(one["content_sha256"]),
        kind=str(one["kind"]),
        service=_text(one["service"]),
        format=str(one["format"]),
        draft=bool(one["draft"]),
        rests_on=_text(one.get("rests_on")),
        event=_text(one.get("event")),
        definition_sha256=str(definition),
    )


def _letters(one: Mapping[str, Any]) -> Unprintable:
    places = {name: str(one.get(name, "")) for name in ("pointer", "place", "document")}
    return Unprintable(letters=tuple(map(str, one["letters"])), **places)


def _text(told: object) -> str | None:
    return None if told is None else str(told)


def refuse_other_office(out: Path, office: Owner) -> None:
    """Raise ``OtherOfficeError`` where a folder has documents of another office.

    A manifest whose documents are all gone stands in nobody's way.
    """
    found = earlier_build(out)
    there = found.office
    if there is None or not office.is_another(there):
        return
    if any(checksum_of(out / one.path) for one in found.documents):
        raise OtherOfficeError(out.as_posix(), there, office)


def options_for(documents: Iterable[BuiltDocument]) -> str:
    """Return the options of ``pst build`` that would make files such as these.

    >>> page = BuiltDocument(
    ...     path="maklumat.html",
    ...     sha256="",
    ...     content_sha256="",
    ...     kind="maklumat",
    ...     service=None,
    ...     format="html",
    ...     draft=True,
    ... )
    >>> options_for([page, evolve(page, format="docx"), evolve(page, rests_on="events")])
    '--format docx,html --events …'
    """
    found = tuple(documents)
    inputs = sorted({one.rests_on for one in found if one.rests_on})
    formats = ",".join(sorted({one.format for one in found}))
    return " ".join([f"--format {formats}", *(f"--{name} …" for name in inputs)])


def with_earlier(
    out: Path, manifest: Manifest, covers: Covers, aside: Mapping[str, str]
) -> tuple[Manifest, tuple[BuiltDocument, ...]]:
    """Return the manifest of a build with what still stands in its folder, and what is to go.

    A document of an earlier build that is of the same definition stays listed, unless this build
    was asked for all such documents and did not make it. What is left goes, with exceptions that
    stay and are listed as kept: a set without any draft may have been adopted, a file that somebody
    changed since may have been signed there, and of what the build was not asked for nobody knows
    that the definition gives it no more. Nor does anything go where it is not said whose it is.
    ``aside`` has the new names of changed files whose places are needed.
    """
    found, made = earlier_build(out), {one.path for one in manifest.documents}
    drafts = {one.definition_sha256 for one in found.documents if one.draft}
    still: list[BuiltDocument] = []
    gone: list[BuiltDocument] = []
    kept: list[KeptDocument] = []
    for one in found.documents:
        if one.path in aside:
            kept.append(evolve(one, path=aside[one.path], reason=Kept.CHANGED))
            continue
        there = checksum_of(out / one.path) if one.path not in made else None
        if there is None:
            continue
        same, asked = one.definition_sha256 == manifest.definition_sha256, covers(one)
        adopted = one.definition_sha256 not in drafts
        whose = same or found.office is not None
        reason = _reason(there != one.sha256, adopted=adopted, stale=not (asked and whose))
        if reason is Kept.CHANGED or (reason and not (same and not asked)):
            kept.append(evolve(one, reason=reason))
        else:
            (gone if asked else still).append(one.plain())
    return _together(manifest, found, still, kept), tuple(gone)


def _reason(changed: bool, *, adopted: bool, stale: bool) -> Kept | None:  # noqa: FBT001
    """Return why a file of an earlier build stays, if it does for its own sake."""
    if changed:
        return Kept.CHANGED
    if adopted:
        return Kept.FINAL
    return Kept.STALE if stale else None


def _together(
    manifest: Manifest, found: Earlier, still: list[BuiltDocument], kept: list[KeptDocument]
) -> Manifest:
    kinds = {one.kind for one in still}
    in_word = any(one.format == "docx" for one in manifest.documents)
    older = any(one.format == "docx" for one in still) and not in_word
    drawn = found.unprintable if any(one.format in DRAWN for one in still) else ()
    return evolve(
        manifest,
        documents=(*manifest.documents, *still),
        skipped=tuple(one for one in manifest.skipped if one.kind not in kinds),
        unprintable=tuple(dict.fromkeys((*manifest.unprintable, *drawn))),
        template_sha256=found.template_sha256 if older else manifest.template_sha256,
        kept=tuple(kept),
        earlier=tuple(one.path for one in still),
    )


def checksum_of(file: Path) -> str | None:
    """Return the checksum of a file as it lies there; of a link or anything else there is none."""
    try:
        if file.is_symlink() or not file.is_file():
            return None
        return sha256(file.read_bytes()).hexdigest()
    except (OSError, ValueError):
        return None
