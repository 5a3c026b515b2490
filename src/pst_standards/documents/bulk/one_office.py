"""Building one office of many: its documents, its manifest and the record of its inputs."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from pst_standards.definitions.errors import DefinitionError, OutputError
from pst_standards.definitions.writing import write_atomically
from pst_standards.documents.bulk.digests import (
    digest,
    digest_of_file,
    digest_of_names,
    relative,
)
from pst_standards.documents.bulk.given import Given, GivenError
from pst_standards.documents.bulk.offices import Office
from pst_standards.documents.bulk.outcome import Outcome, State
from pst_standards.documents.bulk.record import NAME, Record, clear_leftovers
from pst_standards.documents.bulk.settings import Settings
from pst_standards.documents.bulk.watching import WatchedAssets
from pst_standards.findings import Finding, Severity
from pst_standards.messages.extras import DocumentError

if TYPE_CHECKING:
    from pst_standards.definitions import Reading
    from pst_standards.documents.manifest import Manifest


def get_ready() -> None:
    """Import what every office needs, before the first is asked for."""
    with suppress(ImportError):  # each office will tell which library is missing
        import_module("pst_standards.definitions.assembling")
        import_module("pst_standards.documents.building")


def build_office(office: Office, settings: Settings, checksum: str) -> Outcome:
    """Build one office; whatever goes wrong is told in the outcome, and nothing is raised.

    ``checksum`` is that of the settings.
    """
    try:
        return _built(office, settings, checksum)
    except (DefinitionError, OutputError) as error:
        unread = isinstance(error, DefinitionError)
        state = State.UNREAD if unread else State.REFUSED
        return Outcome(name=office.name, state=state, findings=error.findings)
    except GivenError as error:
        return Outcome(name=office.name, state=State.REFUSED, reason=error.reason)
    except DocumentError as error:
        return Outcome(name=office.name, state=State.REFUSED, reason=error.message(settings.spoken))
    except Exception as error:  # noqa: BLE001 - one office must not stop the others
        return Outcome(name=office.name, state=State.BROKEN, reason=type(error).__name__)


def _built(office: Office, settings: Settings, checksum: str) -> Outcome:
    from pst_standards.documents.assets import folder_assets
    from pst_standards.documents.building import build
    from pst_standards.documents.inputs import NO_INPUTS

    started, place = time.time_ns(), settings.out / office.name
    reading = _read(office, settings)
    refusal = _refusal(office, settings, reading)
    if refusal is not None:
        return refusal
    own = reading.definition.office
    code = (own.code or "").strip() if own else ""
    wanted = settings.checksum_for(office, code, checksum)
    given = settings.giver.give(office, reading) if settings.giver else Given()
    if settings.final and not given.sound:
        return Outcome(name=office.name, state=State.REFUSED, reason=given.told)
    assets = WatchedAssets(folder_assets(office.path))
    clear_leftovers(place)
    manifest = build(
        reading.definition,
        place,
        formats=settings.formats,
        lang=settings.lang,
        paper=settings.paper,
        final=settings.final,
        qr=settings.qr,
        template=settings.template,
        signature=settings.signature,
        assets=assets,
        inputs=given.inputs or NO_INPUTS,
    )
    inputs = [*_files(reading), *_pictures(office.path, assets.asked)]
    same = settings.checksum_for(office, code, checksum) == wanted
    if same and not _edited_since(started, inputs):
        record = Record(
            settings=wanted,
            code=code,
            manifest=digest(manifest.to_json().encode("utf-8", "surrogatepass")),
            files=_digests(inputs, settings.folder),
            folders=_names(reading, office.path, settings.folder),
        )
        write_atomically(place / NAME, record.to_json().encode("utf-8", "surrogateescape"))
    return _outcome(office, manifest, given)


def _read(office: Office, settings: Settings) -> Reading:
    from pst_standards.definitions import read_path
    from pst_standards.definitions.folder_faults import told_beside

    reading = (settings.read or read_path)(office.path, bases=settings.bases)
    return told_beside(reading, office.faults)


def _outcome(office: Office, manifest: Manifest, given: Given) -> Outcome:
    from pst_standards.documents.earlier import options_for

    return Outcome(
        name=office.name,
        state=State.BUILT,
        reason=given.told,
        documents=len(manifest.made),
        drafts=sum(made.draft for made in manifest.made),
        removed=len(manifest.removed),
        kept=sum(one.definition_sha256 != manifest.definition_sha256 for one in manifest.kept)
        - len(manifest.stale),
        set_aside=len(manifest.set_aside),
        pictures=tuple(one.file for one in manifest.unusable_pictures),
        stale=options_for(manifest.stale) if manifest.stale else "",
    )


def _refusal(office: Office, settings: Settings, reading: Reading) -> Outcome | None:
    """Return why a definition that was read gets no documents, if it gets none."""
    if not reading.sound:
        return Outcome(name=office.name, state=State.UNSOUND, findings=_errors(reading.findings))
    if not settings.final:
        return None
    from pst_standards.rules import check_reading

    errors = _errors(check_reading(reading).findings)
    return Outcome(name=office.name, state=State.UNLAWFUL, findings=errors) if errors else None


def _errors(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(found for found in findings if found.severity is Severity.ERROR)


def _files(reading: Reading) -> Iterator[Path]:
    """Yield the files that were read; those of bases count with the settings."""
    for name in reading.inputs:
        file = Path(name)
        if file.is_file():
            yield file


def _pictures(path: Path, names: Iterable[str]) -> Iterator[Path]:
    """Yield the files of pictures that were asked for, also of those that are not there."""
    home = path if path.is_dir() else path.parent
    for name in names:
        yield home / name.replace("\\", "/")


def _digests(inputs: Iterable[Path], folder: Path) -> dict[str, str]:
    return {relative(file, folder): digest_of_file(file) for file in inputs}


def _names(reading: Reading, path: Path, folder: Path) -> dict[str, str]:
    """Return the checksums over the names in each folder that was read as one layer."""
    origin = reading.definition.origin
    layers = origin.layers if origin is not None else ()
    homes = {Path(one.name).parent for layer in layers for one in layer.files.values()}
    if path.is_dir():
        homes.add(path)
    return {relative(home, folder): digest_of_names(home) for home in homes if home.is_dir()}


def _edited_since(started: int, inputs: Iterable[Path]) -> bool:
    """Tell whether an input was saved while the office was built: what was read is not known.

    A file of the future, from a machine whose clock is wrong, was not saved just now.
    """
    now = time.time_ns()
    return any(started <= _saved(file) <= now for file in inputs)


def _saved(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except (OSError, ValueError):
        return 0
