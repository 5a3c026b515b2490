from __future__ import annotations

import pytest

from pst_standards.rules.detectors.remarks import Remarks
from pst_standards.rules.glancing import Glance, Glanced, glance, glances_at
from pst_standards.rules.sayings import Saying

LONG = "panjang " * 200


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("Mengisi buku tamu", None),
        ("diisi", Glance(placeholder=True, may_cite=False, remarks=None)),
        ("Pasal", Glance(placeholder=False, may_cite=True, remarks=None)),
        ("FS3", Glance(False, False, Remarks(("FS3",), (), ""))),  # noqa: FBT003 - three columns
        (LONG, None),
        (f"{LONG} 2009", Glance(placeholder=False, may_cite=True, remarks=None)),
    ],
)
def test_a_glance_tells_what_to_look_for(words: str, seen: Glance | None) -> None:
    assert glance(words) == seen


def test_only_texts_that_need_a_look_are_kept_in_their_order() -> None:
    texts = [("Pasal 2", (None, "b")), ("Buku tamu", (None, "c")), ("diisi", (None, "a"))]
    cites, fills = (Glance(kind, not kind, None) for kind in (False, True))
    assert list(glances_at(texts)) == [
        Glanced(Saying("Pasal 2", (None, "b")), cites),
        Glanced(Saying("diisi", (None, "a")), fills),
    ]
