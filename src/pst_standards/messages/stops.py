"""Full stops: one that ends a sentence may go, one that ends an abbreviation is part of it."""

from __future__ import annotations

import re
from typing import Final

_SEVERAL: Final = re.compile(r"(?<![\w.])(?:[A-Z][A-Za-z]{0,4}\.){2,}$|(?<![\w.])(?:[a-z]\.){2,}$")
"""``S.ST.``, ``M.Si.``, ``S.Tr.Stat.``, ``a.n.``; an address such as ``bps.go.id.`` is none."""
_COMMON: Final = frozenset(
    """Bpk dkk dll Dr Dra Drs dsb dst etc Ext Hj Inc Ir Jl Jln Jr Kab Kec Kel Ltd Prof Prov Sdr Sdri
    Tbk Telp""".split()  # noqa: SIM905 - a list of words
)
_OPENING: Final = frozenset(("No", "Nr", "Plh", "Pj", "Plt", "a", "d", "dr", "drg", "u"))
"""Stand with a stop before what they belong to, as the first letter of a name does."""
_LAST_WORD: Final = re.compile(r"(\w+)\.$")
_BREAK: Final = re.compile(r"\.(?= )")


def is_abbreviated(wording: str) -> bool:
    """Tell whether the full stop at the end belongs to an abbreviation.

    >>> is_abbreviated("Nama Contoh, S.ST., M.Si."), is_abbreviated("Data, peta, dll.")
    (True, True)
    >>> is_abbreviated("Berkas lengkap."), is_abbreviated("Lihat bps.go.id.")
    (False, False)
    """
    last = _LAST_WORD.search(wording)
    return bool(_SEVERAL.search(wording) or (last and last[1] in _COMMON))


def without_stop(wording: str) -> str:
    """Return a text without the punctuation at its end, to go on in a sentence or a list.

    >>> without_stop("Berkas lengkap. "), without_stop("Data, peta, dll.;")
    ('Berkas lengkap', 'Data, peta, dll.')
    """
    shown = wording.strip().rstrip(";, ")
    return shown if is_abbreviated(shown) else shown.rstrip(".;, ")


def stopped(wording: str) -> str:
    """Return a text with one full stop at its end.

    >>> stopped("Diawasi atasan"), stopped("Nama Contoh, M.Si.")
    ('Diawasi atasan.', 'Nama Contoh, M.Si.')
    """
    return wording if wording.endswith(".") else wording + "."


def has_sentences(wording: str) -> bool:
    """Tell whether a sentence ends within a text.

    >>> has_sentences("Dicatat. Lalu dijawab"), has_sentences("Dr. Ir. R. Contoh")
    (True, False)
    """
    return any(not _goes_on(wording[: found.end()]) for found in _BREAK.finditer(wording))


def _goes_on(wording: str) -> bool:
    last = _LAST_WORD.search(wording)
    initial = last is not None and (
        last[1] in _OPENING or (len(last[1]) == 1 and last[1].isupper())
    )
    return initial or is_abbreviated(wording)
