"""Which pictures of a definition cannot be printed (DEF-033), told by a build and by a check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from attrs import frozen

from pst_standards.documents.assets import folder_assets, lies_in
from pst_standards.documents.compose.draft_page import locate
from pst_standards.documents.picture_faults import fault_in, fault_of
from pst_standards.findings import Finding, Pointer, Severity, Verdict, format_pointer
from pst_standards.model.definition import Definition

RULE: Final = "DEF-033"


@frozen(kw_only=True)
class UnusablePicture:
    """A picture that was not printed, as it stands in ``manifest.json``.

    ``place`` is the file and line of its name in the definition, ``file`` that name.
    """

    pointer: str
    place: str
    file: str


def unusable(
    definition: Definition, pointer: Pointer, file: str, assets: Mapping[str, bytes] | None
) -> Finding:
    """Return the finding about a picture that cannot be used, and why it cannot.

    >>> unusable(Definition(), ("office", "logo"), "logo.png", {"logo.png": b""}).variant
    'empty'
    """
    fault = fault_of(assets, file)
    return Finding(
        rule=RULE,
        severity=Severity.WARNING,
        verdict=Verdict.SHAPE,
        params={"key": str(pointer[-1]), "file": file, **fault.params},
        pointer=pointer,
        location=locate(definition, pointer),
        variant=fault.variant,
    )


def unfit_beside(definition: Definition, path: str | Path) -> Iterator[Finding]:
    """Yield the pictures that lie where the definition at a path says, and cannot be printed.

    One that is not there is left to the build: a definition is often checked without its pictures.
    """
    assets = folder_assets(path)
    for pointer, file in _named(definition):
        data = assets.get(file)
        if (data is None or fault_in(data)) and lies_in(path, file):
            yield unusable(definition, pointer, file, assets)


def unusable_entries(findings: Iterable[Finding]) -> Iterator[UnusablePicture]:
    """Yield what the manifest keeps of the findings about pictures."""
    for one in findings:
        if one.rule == RULE:
            file, line = one.location.file or "", one.location.line
            # Not the whole path: the same definition gives the same manifest wherever it stands.
            name = file.replace("\\", "/").rpartition("/")[2]
            yield UnusablePicture(
                pointer=format_pointer(one.pointer),
                place=f"{name}:{line}" if name and line else name,
                file=str(one.params["file"]),
            )


def _named(definition: Definition) -> Iterator[tuple[Pointer, str]]:
    office = definition.office
    if office and office.logo:
        yield ("office", "logo"), office.logo
    for place, facility in enumerate(definition.facilities):
        if facility.photo and facility.photo.file:
            yield ("facilities", place, "photo", "file"), facility.photo.file
