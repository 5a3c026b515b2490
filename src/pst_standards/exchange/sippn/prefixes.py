"""Words that stand before others: who acts in a step, and what kind the points below are of."""

from __future__ import annotations

import re
from typing import Final

from pst_standards.exchange.sippn.entries import split_mark
from pst_standards.model.delivery import Actor, RequirementKind

_ACTORS: Final = {one.term("id").casefold(): one.value for one in Actor}
_ACTOR: Final = re.compile(
    r"(?P<actor>" + "|".join(sorted(_ACTORS, key=len, reverse=True)) + r")\s*:\s*(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_KINDS: Final = (
    (RequirementKind.TECHNICAL.value, r"teknis"),
    (RequirementKind.ADMINISTRATIVE.value, r"administra(?:tif|si)"),
)
_KIND: Final = re.compile(
    r"(?:(?:persyaratan|syarat) )?(?:"
    + "|".join(f"(?P<{kind}>{words})" for kind, words in _KINDS)
    + r")\s*:?",
    re.IGNORECASE,
)


def is_step(line: str) -> bool:
    """Tell whether a line is a step that says who takes it.

    >>> is_step("3. Sistem: Menyimpan berkas"), is_step("Sistem: "), is_step("2. Sistem, Prosedur:")
    (True, False, False)
    """
    return _ACTOR.fullmatch(split_mark(line)[1]) is not None


def acted(text: str) -> tuple[str, str, str] | None:
    """Part who acts from what is done: the value of the actor, the word as written, and the rest.

    >>> acted("Pengguna dan petugas: Melakukan konsultasi")
    ('both', 'Pengguna dan petugas', 'Melakukan konsultasi')
    >>> acted("Petugas memeriksa berkas") is None
    True
    """
    found = _ACTOR.fullmatch(text)
    return (_ACTORS[found["actor"].casefold()], found["actor"], found["rest"]) if found else None


def kind_in(line: str) -> str:
    """Return the kind that a line names for the requirements below it, and nothing otherwise.

    >>> kind_in("Administratif:"), kind_in("Persyaratan teknis"), kind_in("Teknis dan umum")
    ('administrative', 'technical', '')
    """
    found = _KIND.fullmatch(line)
    return found.lastgroup or "" if found else ""
