from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from pst_standards.documents.kinds import document
from pst_standards.documents.outline import Document
from pst_standards.model.definition import Definition

KINDS = (
    ("standard", "zz-lib"),
    ("standard", "zz-rec"),
    ("booklet", None),
    ("leaflet", None),
    ("poster", "zz-rec"),
    ("combined-poster", None),
    ("tariff-board", None),
    ("maklumat", None),
    ("maklumat-bilingual", None),
    ("complaint-procedure", None),
    ("complaint-rights", None),
    ("compensation-announcement", None),
    ("compensation-claim-form", None),
    ("compensation-register", None),
    ("service-page", None),
    ("decree", "zz-lib"),
    ("discussion-minutes", "zz-lib"),
    ("discussion-minutes", "zz-rec"),
    ("comment-table", None),
    ("executors", None),
    ("special-needs", None),
)


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(("kind", "service"), KINDS)
def test_a_document_says_what_it_said(
    kind: str,
    service: str | None,
    lang: str,
    office: Definition,
    pictures: Mapping[str, bytes],
    tell: Callable[[Document], str],
    compare_golden: Callable[[str, str], None],
) -> None:
    made = document(office, kind, service, lang=lang, assets=pictures)
    name = kind if service is None else f"{kind}-{service}"
    compare_golden(f"composed-{name}.{lang}.txt", tell(made))
