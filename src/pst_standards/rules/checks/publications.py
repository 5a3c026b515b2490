"""PUB-001: the six parts of the information system."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from pst_standards.model.publication import InformationPart, PublicationKind
from pst_standards.rules.binding import Check
from pst_standards.rules.context import Context, Hit

# A document of these kinds is such a part whether or not it says so.
_IS_PART: Final[Mapping[PublicationKind | None, InformationPart]] = {
    PublicationKind.STANDARD: InformationPart.STANDARDS,
    PublicationKind.MAKLUMAT: InformationPart.MAKLUMAT,
    PublicationKind.COMPLAINT_PROCEDURE: InformationPart.COMPLAINT_MANAGEMENT,
    PublicationKind.COMPLAINT_REPORT: InformationPart.COMPLAINT_MANAGEMENT,
    PublicationKind.SURVEY_RESULT: InformationPart.PERFORMANCE,
    PublicationKind.PROFILE: InformationPart.PROVIDER_PROFILE,
}


def _parts_not_published(context: Context) -> Iterator[Hit]:
    publications = context.definition.publications
    shown = {part for one in publications for part in one.parts}
    shown |= {_IS_PART[one.kind] for one in publications if one.kind in _IS_PART}
    missing = tuple(part.value for part in InformationPart if part not in shown)
    if missing:
        yield Hit(("publications",) if publications else (), {"missing": missing})


CHECKS: Final = (Check(id="PUB-001", find=_parts_not_published),)
