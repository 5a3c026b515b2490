"""Legal citations as keys of Akoma Ntoso (its naming convention, version 3.0).

Indonesia has no ELI. A key is a name, no address: nothing answers at it.
"""

from __future__ import annotations

import re
from typing import Final

from pst_standards.law import Citation, RegulationKind
from pst_standards.model.channel import Decree

_KINDS: Final = {
    RegulationKind.LAW: "uu",
    RegulationKind.EMERGENCY_REGULATION: "perppu",
    RegulationKind.GOVERNMENT_REGULATION: "pp",
    RegulationKind.PRESIDENTIAL_REGULATION: "perpres",
    RegulationKind.PRESIDENTIAL_DECREE: "keppres",
    RegulationKind.PRESIDENTIAL_INSTRUCTION: "inpres",
    RegulationKind.PANRB_REGULATION: "permen/panrb",
    RegulationKind.HOME_AFFAIRS_REGULATION: "permen/dagri",
    RegulationKind.HEALTH_REGULATION: "permen/kes",
    RegulationKind.FINANCE_REGULATION: "permen/keu",
    RegulationKind.OMBUDSMAN_REGULATION: "peraturan/ombudsman",
    RegulationKind.INFORMATION_COMMISSION_REGULATION: "peraturan/ki",
    RegulationKind.BPS_REGULATION: "peraturan/bps",
    RegulationKind.BPS_HEAD_REGULATION: "perka/bps",
    RegulationKind.PANRB_DECREE: "kepmen/panrb",
    RegulationKind.PAN_DECREE: "kepmen/pan",
    RegulationKind.HOME_AFFAIRS_DECREE: "kepmen/dagri",
    RegulationKind.BPS_HEAD_DECREE: "kepka/bps",
    RegulationKind.BPS_INSPECTORATE_DECREE: "kepirtama/bps",
    RegulationKind.PANRB_GUIDELINE: "pedoman/panrb",
    RegulationKind.PANRB_CIRCULAR: "se/panrb",
}
_YEAR: Final = re.compile(r"\s*\b(?:tahun|th\.?)\s*(?P<year>(?:19|20)[0-9]{2})\s*$", re.IGNORECASE)
_OFFICE: Final = re.compile(r"[0-9]{4}")


def act_key(citation: Citation) -> str:
    """Return the key of the whole regulation that a citation names.

    >>> act_key(Citation.parse("UU 25/2009 Pasal 21 huruf c"))
    '/akn/id/act/uu/2009/25/ind'
    """
    law = citation.regulation
    return f"/akn/id/act/{_KINDS[law.kind]}/{law.year}/{_slug(law.number)}/ind"


def citation_key(citation: Citation) -> str:
    """Return the key of what a citation names: the regulation, or the place in it.

    >>> citation_key(Citation.parse("UU 25/2009 Pasal 31 ayat (4)"))
    '/akn/id/act/uu/2009/25/ind/!main~art_31__para_4'
    >>> citation_key(Citation.parse("penjelasan UU 25/2009 Pasal 21 huruf h"))
    '/akn/id/act/uu/2009/25/ind/!penjelasan~art_21__point_h'
    """
    whole = act_key(citation)
    if citation.is_whole and not citation.elucidation:
        return whole
    component = "penjelasan" if citation.elucidation else "main"
    if citation.annex is not None:
        annex = f"lampiran_{citation.annex.lower()}".rstrip("_")
        component = f"{component}-{annex}" if citation.elucidation else annex
    names = ("art", "para", "point", "item")
    parts = (citation.article, citation.paragraph, citation.letter, citation.number)
    eid = "__".join(f"{name}_{part}" for name, part in zip(names, parts, strict=True) if part)
    return f"{whole}/!{component}" + (f"~{eid}" if eid else "")


def decree_key(decree: Decree, office: str | None) -> str:
    """Return the key of a decree of an office, empty where number, year or office is not known.

    >>> import datetime as dt
    >>> decree_key(Decree(number="12 Tahun 2024", date=dt.date(2024, 2, 1)), "3322")
    '/akn/id-3322/act/kepka/2024/12/ind'
    """
    number = decree.number or ""
    found = _YEAR.search(number)
    year = found["year"] if found else str(decree.date.year if decree.date else "")
    slug = _slug(number[: found.start()] if found else number)
    if not (slug and year and office and _OFFICE.fullmatch(office)):
        return ""
    return f"/akn/id-{office}/act/kepka/{year}/{slug}/ind"


def _slug(number: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", number.lower()).strip("-")
