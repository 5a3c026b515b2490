from __future__ import annotations

import io
import runpy
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import Any, cast

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

DOMAINS = (
    *("definition", "calendar", "rules", "compensation", "complaints", "tariffs"),
    "surveys",
    *("documents", "exchange", "cli"),
    "survey_statistics",
)
LANGUAGES = ("id", "en")
SPECS = {"", "term", "type", "value", "path", "number", "rupiah", "date"}


@pytest.fixture(scope="module")
def compiled(root: Path) -> Callable[[Path], bytes]:
    return cast(
        "Callable[[Path], bytes]", runpy.run_path(str(root / "tools/messages.py"))["compiled"]
    )


@pytest.fixture(scope="module")
def locale(package: Path) -> Path:
    return package / "messages" / "locale"


def source(locale: Path, lang: str, domain: str) -> Path:
    return locale / lang / "LC_MESSAGES" / f"{domain}.po"


def sentences(path: Path) -> Mapping[str, str]:
    catalogue: Catalog = read_po(io.BytesIO(path.read_bytes()), abort_invalid=True)
    return {str(message.id): str(message.string) for message in catalogue if message.id}


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def all_sources(locale: Path) -> Iterator[Path]:
    return (source(locale, lang, domain) for lang in LANGUAGES for domain in DOMAINS)


# A compiled catalogue names the Babel that wrote it, so this holds with the pinned Babel only.
@pytest.mark.slow
def test_every_compiled_catalogue_is_fresh(locale: Path, compiled: Callable[[Path], bytes]) -> None:
    stale = [
        str(path.relative_to(locale))
        for path in all_sources(locale)
        if path.with_suffix(".mo").read_bytes() != compiled(path)
    ]
    assert stale == [], "run tools/messages.py"


def test_there_is_no_catalogue_that_nobody_reads(locale: Path) -> None:
    assert sorted(locale.rglob("*.po")) == sorted(all_sources(locale))
    assert sorted(path.with_suffix(".po") for path in locale.rglob("*.mo")) == sorted(
        all_sources(locale)
    )


@pytest.mark.parametrize("domain", DOMAINS)
def test_both_languages_say_the_same_things(locale: Path, domain: str) -> None:
    indonesian, english = (sentences(source(locale, lang, domain)) for lang in LANGUAGES)
    assert indonesian.keys() ^ english.keys() == set()
    assert {
        key: (indonesian[key], english[key])
        for key in indonesian
        if placeholders(indonesian[key]) != placeholders(english[key])
    } == {}


@pytest.mark.parametrize("domain", DOMAINS)
def test_placeholders_use_only_the_formats_the_catalogue_knows(locale: Path, domain: str) -> None:
    formats: list[Any] = [
        (key, spec)
        for lang in LANGUAGES
        for key, sentence in sentences(source(locale, lang, domain)).items()
        for _, name, spec, conversion in Formatter().parse(sentence)
        if name is not None and (spec not in SPECS or conversion or not name)
    ]
    assert formats == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("domain", DOMAINS)
def test_a_message_has_one_translation(locale: Path, domain: str, lang: str) -> None:
    # A merge can leave two lines where one belongs, and readers of the format join or drop them.
    lines = source(locale, lang, domain).read_text(encoding="utf-8").splitlines()
    starts = [line.split(" ", 1)[0] for line in lines if line.startswith(("msgid ", "msgstr "))]
    assert starts == ["msgid", "msgstr"] * (len(starts) // 2)
