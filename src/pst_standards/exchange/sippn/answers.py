"""Within which time complaints are answered, where the words about complaints say it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from pst_standards.exchange.sippn.ledger import Ledger
from pst_standards.exchange.sippn.lines import Line
from pst_standards.exchange.sippn.times import measures_in

_SENTENCE: Final = re.compile(r"(?<!maks)[.;](?=\s)", re.IGNORECASE)
# "Call center 24 jam" and "Senin-Jumat, 8 jam sehari" set no limit.
_LIMITS: Final = re.compile(
    r"\b(?:paling (?:lambat|lama)|maks(?:imal|imum)?\b|selambat[- ]lambatnya|selama[- ]lamanya"
    r"|(?:di)?dalam(?: jangka)?(?: waktu)? \(?[0-9a-z]|jangka waktu|batas waktu|tenggat)",
    re.IGNORECASE,
)
_ANSWER: Final = re.compile(
    r"\b(?:di)?tanggap(?:i|an)?\b|\bmenanggapi\b|\b(?:di|men)?jawab(?:an)?\b|\b(?:di)?respon\w*"
    r"|\bmerespon\w*|\bdibalas\b",
    re.IGNORECASE,
)
_OTHER: Final = re.compile(
    r"\bselesai|\bpenyelesaian|\bputus|\bmenyelesaikan|\b(?:di|meng)ajukan|\bmengadu\b|\blengkap"
    r"|\bmelengkapi|\b(?:di|meny)ampaikan oleh\b|\bverifikasi|\bbanding\b",
    re.IGNORECASE,
)


def answer_time(lines: Iterable[Line], ledger: Ledger) -> dict[str, Any]:
    """Return the time limit of the answer, where one sentence plainly sets one.

    What else is limited is told: a limit of settling ("paling lambat 60 hari") is not one of
    answering, and its words stay in the text.

    >>> answer_time([Line(1, "Pengaduan ditanggapi paling lambat 5 hari kerja")], Ledger())
    {'value': 5, 'unit': 'working_day'}
    """
    found = [(line, words, times) for line in lines for words, times in _limits(line.text)]
    plain = [one for one in found if _is_answer(one[1], one[2])]
    taken = plain[0] if len(plain) == 1 else None
    for one in found:
        if one is not taken:
            ledger.tell("complaint-time", one[0].number, one[1])
    return dict(zip(("value", "unit"), taken[2][0], strict=True)) if taken else {}


def _limits(text: str) -> Iterator[tuple[str, list[tuple[int, str]]]]:
    """Yield each sentence that limits a time, with the times that it names."""
    for part in _SENTENCE.split(text):
        times = measures_in(part) if _LIMITS.search(part) else []
        if times:
            yield part.strip(), times


def _is_answer(words: str, times: list[tuple[int, str]]) -> bool:
    """Whether a sentence names one time, in a unit of the format, and speaks of answering."""
    single = len(set(times)) == 1 and bool(times[0][1])
    return single and _ANSWER.search(words) is not None and _OTHER.search(words) is None
