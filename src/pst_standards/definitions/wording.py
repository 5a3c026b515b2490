"""Wording a finding: the sentence, and what to do about it, with every key beside its term."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from pst_standards.findings import Finding, Location, Param
from pst_standards.messages import filled, text
from pst_standards.model.vocabulary import term_table, terms_along


def domain_of(rule: str) -> str:
    """Return the message domain of a rule id."""
    return "definition" if rule.startswith("DEF-") else "rules"


@lru_cache(maxsize=128)  # the path may hold keys that somebody made up
def terms_at(path: tuple[str, ...], lang: str) -> Mapping[str, str]:
    """Return the term of every key in one language, as it is called where a path of keys leads.

    >>> terms_at(("standards", "fee"), "id")["kind"]
    'Jenis biaya'
    """
    return {**term_table(lang), **terms_along(path, lang)} if path else term_table(lang)


def _spoken(params: Mapping[str, Param], lang: str) -> Mapping[str, Param]:
    """Let ``found_en`` stand for ``found`` in English: some values have words in each language."""
    if lang != "en":
        return params
    return {**params, **{key[:-3]: params[key] for key in params if key.endswith("_en")}}


def word(finding: Finding, lang: str = "id") -> tuple[str, str]:
    """Return message and hint of a finding in ``id`` or ``en``.

    >>> from pst_standards.definitions.faults import fault
    >>> word(fault("DEF-015", variant="meant", key="feee", meant="fee", known=""))[0]
    'Kunci “feee” tidak dikenal; mungkin yang dimaksud Biaya/tarif (fee).'
    """
    domain, key = domain_of(finding.rule), finding.message_key
    path = tuple(step for step in finding.pointer if isinstance(step, str))
    params, terms = _spoken(finding.params, lang), terms_at(path, lang)
    for spoken, message, hint in finding.words:
        if spoken == lang:
            return filled(message, lang, params, terms), filled(hint, lang, params, terms)
    return text(domain, key, lang, params, terms), text(domain, f"{key}.hint", lang, params, terms)


def place_in_words(place: Location, lang: str = "id") -> str:
    """Return a place in a file as editors understand it, a cell of a workbook in words.

    >>> place_in_words(Location("kantor.xlsx", sheet="Layanan", cell="C7"))
    "kantor.xlsx: lembar 'Layanan', sel C7"
    >>> place_in_words(Location("kantor.yaml", 3, 5))
    'kantor.yaml:3:5'
    """
    if place.sheet is None:
        return str(place)
    params = {"file": place.file or "", "sheet": place.sheet, "cell": place.cell or ""}
    return text("definition", "place.cell", lang, params)


def form_in_words(finding: Finding, lang: str = "id") -> str:
    """Return what to fill in on a form, in the words of its sheet; empty without them.

    >>> from pst_standards.definitions.faults import fault
    >>> where = Location("k.xlsx", sheet="Fasilitas", cell="C3", heading="Jenis")
    >>> form_in_words(fault("DEF-038", variant="number", location=where, found="x"))
    "Di formulir: lembar 'Fasilitas', kolom 'Jenis'."
    """
    place = finding.location
    name = place.heading or place.row
    if place.sheet is None or name is None:
        return ""
    kind = "heading" if place.heading else "row"
    params = {"sheet": place.sheet, "name": name}
    said = text("definition", f"place.form.{kind}", lang, params)
    if place.choice is not None:
        chosen = {"choice": place.choice[lang == "en"]}
        said += text("definition", "place.form.choice", lang, chosen)
    return f"{said}."
