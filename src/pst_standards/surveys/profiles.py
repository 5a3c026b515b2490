"""Who answered, and the rows of a processing table, from the same file as the answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from pst_standards.surveys.frames import count_file
from pst_standards.surveys.reporting import AnswerRows, Profile
from pst_standards.surveys.statistics.cautions import SMALLEST_CELL
from pst_standards.surveys.tallies import Tallies

if TYPE_CHECKING:
    from pst_standards.surveys.elements import Instrument
    from pst_standards.surveys.frames.terms import Counted, Layout, Terms
    from pst_standards.surveys.tally import Tally

HEADINGS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "sex": ("sex", "gender", "jenis_kelamin", "kelamin"),
        "age": ("age", "usia", "umur", "kelompok_umur", "kelompok_usia"),
        "education": ("education", "pendidikan", "pendidikan_terakhir"),
        "work": ("work", "occupation", "pekerjaan"),
        "disability": ("disability", "disabilitas", "ragam_disabilitas"),
        "service": ("service", "layanan", "jenis_layanan", "jenis_pelayanan", "pelayanan"),
    }
)
"""By which headings the questions of the form about the respondent are known."""
_BEGINNINGS: Final = {
    "sex": ("jenis_kelamin",),
    "age": ("usia", "umur"),
    "education": ("pendidikan",),
    "work": ("pekerjaan",),
    "service": ("jenis_layanan", "jenis_pelayanan"),
}
"""Words with which longer headings of the same questions begin."""
_LONGEST: Final = 5
"""A heading of more words is a question of another kind."""
BANDS: Final = ((17, 25), (26, 34), (35, 44), (45, 54), (55, 65))
"""Ages as the form of sixteen questions has them; below and above are one band each."""
_AGE: Final = re.compile(r"[0-9]{1,3}")
_OLDEST: Final = 1000
_SEXES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "l": "laki_laki",
        "laki": "laki_laki",
        "pria": "laki_laki",
        "male": "laki_laki",
        "p": "perempuan",
        "wanita": "perempuan",
        "female": "perempuan",
    }
)
_OTHER: Final = ("lainnya", "lain-lain", "other", "others")
_FEW_RARE: Final = 6
"""So many rare answers are those of a list; more are what people wrote."""
_PARTED: Final = re.compile(r"[\s_/.-]+")
_LONG_LEVEL: Final = re.compile(
    r"\b(?P<kind>strata|diploma|s|d)[\s.\-]*(?P<number>iv|iii|ii|i|[1-4])\b"
)
_ROMAN: Final = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_LEVELS: Final = ("sd", "smp", "sma", "smk", "slta", "d1", "d2", "d3", "d4", "s1", "s2", "s3")


def profile_columns(header: Sequence[str]) -> dict[str, str]:
    """Return which heading asks which question about the respondent.

    >>> profile_columns(["No", "Jenis Kelamin", "Umur", "U1"])
    {'sex': 'Jenis Kelamin', 'age': 'Umur'}
    """
    found: dict[str, str] = {}
    alone = [heading for heading in header if header.count(heading) == 1]
    for asks in (_is_called, _begins):
        for heading in alone:
            plain = _PARTED.sub("_", heading.strip().casefold())
            for key in HEADINGS:
                if asks(plain, key) and heading not in found.values():
                    found.setdefault(key, heading)
    return {key: found[key] for key in HEADINGS if key in found}


def _is_called(plain: str, key: str) -> bool:
    return plain in HEADINGS[key]


def _begins(plain: str, key: str) -> bool:
    """Tell whether a longer heading asks the same: ``Pekerjaan utama``."""
    if len(plain.split("_")) > _LONGEST:
        return False
    return any(plain.startswith(f"{name}_") for name in _BEGINNINGS.get(key, ()))


def question_key(name: str) -> str:
    """Return the key of a question by any heading it may have; any other name stays as it is.

    >>> question_key("Kelamin"), question_key("Asal instansi")
    ('sex', 'Asal instansi')
    """
    return next(iter(profile_columns([name])), name)


def alike(key: str, labels: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Return labels that seem to be one, written in several ways; nothing is ever merged.

    >>> alike("service", ["Perpustakaan", "perpustakaan ", "Konsultasi"])
    (('Perpustakaan', 'perpustakaan '),)
    >>> alike("sex", ["L", "Laki-laki", "P"])
    (('L', 'Laki-laki'),)
    """
    groups: dict[str, dict[str, None]] = {}
    for label in labels:
        plain = _PARTED.sub("_", label.strip().casefold())
        same = _SEXES.get(plain, plain) if key == "sex" else plain
        if same:
            groups.setdefault(same, {})[label] = None
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def profile_of(key: str, tallies: Tallies) -> Profile:
    """Return how many respondents gave each answer to a question about themselves.

    ``tallies`` are grouped by the column of that question. Ages in years are put into bands.
    Where answers are free text, so that many of them are given by fewer than five people each,
    those are told as others: what they wrote may say who they are.
    """
    counts: dict[str, int] = {}
    for group, tally in tallies:
        value = group[0][1].strip()
        label = age_band(value) if key == "age" else value
        counts[label] = counts.get(label, 0) + tally.respondents + tally.empty_respondents
    rare = _rare(counts)
    for label in rare:
        counts[_OTHER[0]] = counts.get(_OTHER[0], 0) + counts.pop(label)
    order = _order(key)
    return Profile(key=key, counts=dict(sorted(counts.items(), key=lambda one: order(one[0]))))


def without_rare(tallies: Tallies) -> Tallies:
    """Return tallies by one column with those of rare answers to it added up as others."""
    people = {key[0][1]: one.respondents + one.empty_respondents for key, one in tallies}
    rare = _rare(people)
    if not rare:
        return tallies
    return Tallies.of(
        tallies.instrument_id,
        (
            (((name, _OTHER[0] if value in rare else value),), tally)
            for ((name, value),), tally in tallies
        ),
    )


def _rare(counts: Mapping[str, int]) -> frozenset[str]:
    """Return the answers of fewer than five people each, where there are more than a few such."""
    rare = frozenset(
        label
        for label, times in counts.items()
        if label and label.casefold() not in _OTHER and times < SMALLEST_CELL
    )
    return rare if len(rare) > _FEW_RARE else frozenset()


def age_band(value: str) -> str:
    """Return the band of an age in years; anything else is a band already.

    >>> [age_band(value) for value in ("16", "66", "26-34 tahun", "")]
    ['<17', '>65', '26-34 tahun', '']
    """
    if not _AGE.fullmatch(value):
        return value
    age = int(value)
    for low, high in BANDS:
        if low <= age <= high:
            return f"{low}\N{EN DASH}{high}"
    return f"<{BANDS[0][0]}" if age < BANDS[0][0] else f">{BANDS[-1][1]}"


def _order(key: str) -> Callable[[str], tuple[int, int, str]]:
    """Return by what answers are put into an order: blanks last, ages and schools from below."""

    def place(label: str) -> tuple[int, int, str]:
        if not label:
            return 1, 0, ""
        if key == "age":
            return 0, _youngest(label), label
        if key == "education":
            return 0, _schooling(label), label
        return 0, int(label.casefold() in _OTHER), label

    return place


def _youngest(label: str) -> int:
    first = re.search(r"[0-9]+", label)
    if first is None:
        return _OLDEST
    return int(first.group()) - label.startswith("<") + label.startswith(">")


def _schooling(label: str) -> int:
    """Return the place of a level of schooling, by the first one that a label names."""
    plain = _LONG_LEVEL.sub(_short_level, label.casefold())
    places = {at: plain.find(level) for at, level in enumerate(_LEVELS) if level in plain}
    return min(places, key=lambda at: (places[at], at), default=-1)


def _short_level(found: re.Match[str]) -> str:
    number = found["number"]
    return f"{found['kind'][0]}{_ROMAN.get(number, number)}"


def rows_of(
    file: Path, found: Counted, instrument: Instrument, terms: Terms, layout: Layout
) -> AnswerRows:
    """Return the answers to each question, a row for each respondent.

    ``found`` is what counting the file gave. Rows are put into the order of their answers, so that
    none tells when somebody answered.
    """
    columns = found.columns.answers
    named = tuple(found.header[place] for place in columns.values())
    tallies = count_file(file, instrument, terms.changed(group_by=named), layout).tallies
    items = tuple(columns)
    rows = [
        row
        for _, tally in tallies
        for row in [tuple(_given(tally, item) for item in items)] * tally.respondents
    ]
    return AnswerRows(items=items, rows=tuple(sorted(rows, key=_by_answers)))


def _given(tally: Tally, item: str) -> int | None:
    """Return the answer that all respondents of a tally gave to a question."""
    counts = tally.elements[item]
    return next((counts.low + at for at, times in enumerate(counts.values) if times), None)


def _by_answers(row: tuple[int | None, ...]) -> tuple[int, ...]:
    return tuple(-1 if one is None else one for one in row)
