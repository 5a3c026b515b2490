"""What ``pst init`` writes: a definition of an office, to be filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from pst_standards.definitions.offices import OfficeRow, offices
from pst_standards.definitions.start_examples import start_plan
from pst_standards.findings import Confidence
from pst_standards.messages import text
from pst_standards.model.base import Text
from pst_standards.model.definition import FORMAT, Definition, Stage
from pst_standards.model.office import OfficeKind

if TYPE_CHECKING:
    from pst_standards.definitions.base_finder import Bases

SCHEMA_FILE: Final = "definition.schema.json"
_MODELINE: Final = f"# yaml-language-server: $schema=./{SCHEMA_FILE}"
_FIRST: Final = "kantor.yaml"
_SAMPLE: Final = "Kabupaten Contoh"
_SAMPLE_NAME: Final = f"Badan Pusat Statistik {_SAMPLE}"
_SAMPLE_TOWN: Final = "Kota Contoh"
_SAMPLE_EMAIL: Final = "bps3399@bps.go.id"
_MOST_NEAR: Final = 5


def start_files(
    office: OfficeRow, *, base: str = "bps/2020", lang: str = "id", bases: Bases | None = None
) -> dict[str, str]:
    """Return the files of a definition to be filled in, by name, with the schema for editors.

    Everything that the office table knows stands there, with its source; what the office has to
    say stands behind a ``#`` with an example; what the base says already is left out. Raises
    ``DefinitionError`` for a base that is not there.

    >>> from pst_standards.definitions.offices import find_office
    >>> files = start_files(find_office("3329"))
    >>> files["kantor.yaml"].splitlines()[0]
    '# yaml-language-server: $schema=./definition.schema.json'
    >>> list(files)[:3]
    ['kantor.yaml', 'layanan.yaml', 'standar.yaml']
    """
    from pst_standards.definitions.assembling import loads
    from pst_standards.definitions.schema import definition_schema
    from pst_standards.definitions.start_lines import Place, Writer
    from pst_standards.definitions.structure import plain
    from pst_standards.definitions.writing import dump_json

    below = plain(loads({"extends": base}, bases=bases))
    writer = Writer(lang=lang, source=_short_name(office))
    files = {}
    for name, plan in _fitted(start_plan(), office).items():
        given = {"office": known_of(office, lang)} if name == _FIRST else {}
        lines = writer.part(Definition, Place(plan=plan, base=below, given=given), "")
        head = _head(writer, base) if name == _FIRST else []
        files[name] = "\n".join([*_opening(name, lang), *head, *lines, ""])
    return {**files, SCHEMA_FILE: dump_json(definition_schema())}


def write_start(folder: str | Path, files: Mapping[str, str]) -> None:
    """Write the files of ``start_files`` into a new or empty folder, all of them or none.

    Raises ``OutputError`` when one cannot be written.
    """
    write_some(folder, ((name, content.encode("utf-8")) for name, content in files.items()))


def write_some(folder: str | Path, files: Iterable[tuple[str, bytes]]) -> int:
    """Write files into a new or empty folder as they are made, all or none; return how many.

    Raises ``OutputError`` when one cannot be written.
    """
    from pst_standards.definitions.writing import make_folder, write_atomically

    place, written = Path(folder), list[Path]()
    is_new = not place.exists()
    make_folder(place)
    try:
        for name, content in files:
            write_atomically(place / name, content)
            written.append(place / name)
    except BaseException:
        for file in written:
            file.unlink(missing_ok=True)
        if is_new:
            with suppress(OSError):
                place.rmdir()
        raise
    return len(written)


def _fitted(plan: Any, office: OfficeRow) -> Any:
    """Put the office's own name and address into the examples of a plan."""
    if isinstance(plan, Mapping):
        return {key: _fitted(part, office) for key, part in plan.items()}
    if isinstance(plan, list):
        return [_fitted(part, office) for part in plan]
    if not isinstance(plan, str):
        return plan
    place = _area(office).get("city") or _area(office).get("province") or "Jakarta"
    named = plan.replace(_SAMPLE_NAME, office.office_name)
    named = named.replace(f"BPS {_SAMPLE}", _short_name(office)).replace(_SAMPLE, place)
    named = named.replace(_SAMPLE_TOWN, _town(place))
    return named.replace(_SAMPLE_EMAIL, office.address_for_email)


def _town(place: str) -> str:
    """Return how a place of signing is called: by its town, without the kind of area."""
    return place.removeprefix("Kabupaten ").removeprefix("Kota ")


def _opening(name: str, lang: str) -> list[str]:
    from pst_standards.definitions.start_lines import remark

    said = (text("cli", f"start.{name}", lang), text("cli", "start.how", lang))
    return [_MODELINE, *(line for sentence in said for line in remark(sentence)), ""]


def _head(writer: Any, base: str) -> list[str]:
    """Return the keys that every definition begins with."""
    from pst_standards.definitions.start_lines import Place, flow

    given = {"format": FORMAT, "lang": writer.lang, "stage": Stage.DRAFT.value}
    lines: list[str] = writer.part(Definition, Place(plan=given, given=given), "")
    word = text("cli", "start.extends", writer.lang)
    return [*lines, f"extends: {flow(base)}  # {word}", ""]


def _short_name(office: OfficeRow) -> str:
    return "BPS" if office.kind is OfficeKind.CENTRE else f"BPS {office.name}"


def known_of(office: OfficeRow, lang: str) -> dict[str, Any]:
    """Return what the office table knows of an office, as a part of a definition."""
    table = text("cli", "start.source.table", lang)
    sure = Confidence.VERIFIED if office.verified else Confidence.SECONDARY
    known = {
        "code": office.bps_code,
        "kind": office.kind.value,
        "name": office.office_name,
        "short_name": _short_name(office),
        "address": _area(office),
        "email": office.address_for_email,
        "website": office.website or None,
        "head": {"position": str(Text(f"Kepala {office.office_name}"))},
    }
    marks = dict.fromkeys(("code", "kind", "name", "short_name"), _mark(table, sure))
    if office.website:
        marks["website"] = _mark(table, sure)
    habit = _mark(text("cli", "start.source.email", lang), Confidence.UNVERIFIED)
    marks["email"] = _mark(table, sure) if office.email else habit
    return {**{key: part for key, part in known.items() if part}, "marks": marks}


def _mark(source: str, confidence: Confidence) -> dict[str, str]:
    return {"source": source, "confidence": confidence.value}


def _area(office: OfficeRow) -> dict[str, str]:
    parents = {row.bps_code: row for row in offices()}
    if office.kind is OfficeKind.CENTRE:
        return {}
    if office.kind is OfficeKind.PROVINCE:
        return {"province": _bare(office.name)}
    return {"city": office.name, "province": _bare(parents[office.parent].name)}


def _bare(name: str) -> str:
    return name.removeprefix("Provinsi ")


def near_offices(wanted: str) -> tuple[OfficeRow, ...]:
    """Return offices with a code or name like the one wanted, the likeliest first.

    >>> [office.bps_code for office in near_offices("brebes")], near_offices("33")[0].bps_code
    (['3329'], '3300')
    """
    from difflib import get_close_matches

    rows = {row.bps_code: row for row in offices()}
    named = [row for row in offices() if wanted.casefold() in row.name.casefold()]
    below = [row for row in offices() if row.bps_code.startswith(wanted)]
    close = [rows[code] for code in get_close_matches(wanted, rows, n=_MOST_NEAR, cutoff=0.7)]
    return tuple(dict.fromkeys([*below, *named, *close]))[:_MOST_NEAR] if wanted.strip() else ()
