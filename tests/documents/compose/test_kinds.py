from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

import pikepdf
import pytest

from pst_standards.definitions.assembling import loads, read_data
from pst_standards.documents import (
    KINDS,
    FinalError,
    MissingExtraError,
    NothingToPrintError,
    RequestError,
    document,
    render,
    to_docx,
)
from pst_standards.documents.every_kind import EVERY_KIND
from pst_standards.documents.images import image_kind
from pst_standards.documents.targets import has_input
from pst_standards.model.definition import Definition

HERE = Path(__file__).parent
SERVICE = dict.fromkeys(("standard", "poster", "decree", "discussion-minutes"), "zz-lib")
OFFICE = loads((HERE / "kantor.yaml").read_text(encoding="utf-8"))
DEFINED = tuple(kind for kind in KINDS if has_input(OFFICE, kind))
"""Kinds that need no more than a definition."""
EACH = [(kind, form) for kind in DEFINED for form in EVERY_KIND[kind].formats]


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(("kind", "format_"), EACH)
def test_every_kind_comes_in_every_format_and_language(
    kind: str, format_: str, lang: str, office: Definition, pictures: Mapping[str, bytes]
) -> None:
    made = render(office, kind, format_, SERVICE.get(kind), lang=lang, assets=pictures)
    if format_ == "docx":
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            assert archive.testzip() is None
    elif format_ == "pdf":
        with pikepdf.open(io.BytesIO(made)) as pdf:
            assert str(pdf.Root.Lang) == {"id": "id-ID", "en": "en-GB"}[lang]
    elif format_ == "png":
        assert image_kind(made).extension == "png"
    elif format_ == "md":
        assert "# " in made.decode("utf-8")
        assert b"data:image/png;base64," in made
    elif kind == "service-page":
        assert made.startswith(f'<div lang="{lang}" data-pst-kind="service-page"'.encode())
    else:
        assert f'<html lang="{lang}">' in made.decode("utf-8")
        assert b"data:image/png;base64," in made


@pytest.mark.parametrize(("paper", "sheet"), [("A4", b"210mm 297mm"), ("F4", b"215mm 330mm")])
def test_the_paper_is_the_one_asked_for(paper: str, sheet: bytes, office: Definition) -> None:
    assert sheet in render(office, "maklumat", "html", paper=paper)


def test_the_language_is_that_of_the_definition_unless_asked(office: Definition) -> None:
    from attrs import evolve

    from pst_standards.model.definition import Language

    english = evolve(office, lang=Language.EN)
    assert document(english, "maklumat").lang == "en"
    assert document(english, "maklumat", lang="id").lang == "id"
    assert document(evolve(office, lang=None), "maklumat").lang == "id"


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ({"kind": "standar", "format": "docx"}, "complaint-procedure"),
        ({"kind": "maklumat", "format": "odt"}, "docx, html, pdf, md"),
        ({"kind": "standard", "format": "docx"}, "zz-lib, zz-rec"),
        ({"kind": "standard", "format": "docx", "service": "nihil"}, "zz-lib, zz-rec"),
        ({"kind": "maklumat", "format": "docx", "service": "zz-lib"}, "maklumat"),
        ({"kind": "maklumat", "format": "docx", "lang": "fr"}, "id, en"),
        ({"kind": "maklumat", "format": "docx", "paper": "B5"}, "A4, F4, A3"),
    ],
)
def test_a_wish_that_cannot_be_met_names_the_choices(
    arguments: dict[str, str], named: str, office: Definition
) -> None:
    with pytest.raises(RequestError) as refusal:
        render(office, **cast("Any", arguments))
    assert named in refusal.value.message("id")
    assert named in refusal.value.message("en")


def test_a_standard_is_found_by_its_service_and_by_its_own_id(office: Definition) -> None:
    by_service = render(office, "standard", "html", "zz-lib")
    assert by_service == render(office, "standard", "html", "zz-std-lib")


def test_the_only_standard_needs_no_name(data: Mapping[str, Any]) -> None:
    changed = {**data, "standards": data["standards"][:1]}
    assert b"Perpustakaan" in render(loads(changed), "standard", "html")


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_definition_gives_a_sentence_not_a_fault(kind: str) -> None:
    with pytest.raises(NothingToPrintError) as refusal:
        render(Definition(), kind, EVERY_KIND[kind].formats[0])
    assert refusal.value.message("id") != refusal.value.message("en")


def test_the_documents_of_a_definition_without_an_office_have_no_letterhead(
    data: Mapping[str, Any],
) -> None:
    changed = {name: value for name, value in data.items() if name != "office"}
    for kind in DEFINED:
        made = document(loads(changed), kind, SERVICE.get(kind))
        assert made.letterhead is None


TEXTS = {"id", "en", "name", "street", "value", "number", "phone", "citation", "place", "url"}


def hostile(value: Any, key: str = "") -> Any:
    """Put markup into every text; an id, the only ``id`` beside other keys than ``en``, stays."""
    if isinstance(value, dict):
        text = value.keys() <= {"id", "en"}
        return {
            name: part if name == "id" and not text else hostile(part, name)
            for name, part in value.items()
        }
    if isinstance(value, list):
        return [hostile(part, key) for part in value]
    poison = isinstance(value, str) and key in TEXTS
    return f"</style><script>alert({value})</script>" if poison else value


@pytest.mark.parametrize("kind", DEFINED)
def test_markup_in_a_text_stays_text(kind: str, data: Mapping[str, Any]) -> None:
    definition = read_data(hostile(dict(data))).definition
    for lang in ("id", "en"):
        made = render(definition, kind, "html", SERVICE.get(kind), lang=lang)
        assert b"&lt;script&gt;" in made
        assert b"<script" not in made
        assert b'href="&lt;' not in made


@pytest.mark.slow
def test_documents_do_not_depend_on_time_zone_hash_seed_or_run(office: Definition) -> None:
    program = (
        "import hashlib, sys, pathlib\n"
        "from pst_standards.definitions.assembling import loads\n"
        "from pst_standards.documents import render\n"
        "from pst_standards.documents.every_kind import EVERY_KIND\n"
        "office = loads(pathlib.Path(sys.argv[1]).read_text(encoding='utf-8'))\n"
        "for kind in sys.argv[2].split():\n"
        "    for form in EVERY_KIND[kind].formats:\n"
        f"        made = render(office, kind, form, {SERVICE}.get(kind))\n"
        "        print(hashlib.sha256(made).hexdigest())\n"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", program, str(HERE / "kantor.yaml"), " ".join(DEFINED)],
            env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C"},
            capture_output=True,
            check=True,
            text=True,
        ).stdout.split()
        for zone, seed in (("Asia/Jayapura", "1"), ("America/Los_Angeles", "2"))
    ]
    here = [
        hashlib.sha256(render(office, kind, form, SERVICE.get(kind))).hexdigest()
        for kind, form in EACH
    ]
    assert runs == [here, here]


@pytest.mark.slow
def test_many_threads_make_the_same_documents(office: Definition) -> None:
    from concurrent.futures import ThreadPoolExecutor

    jobs = EACH * 3
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda job: render(office, job[0], job[1], SERVICE.get(job[0])), jobs))
    third = len(jobs) // 3
    assert made[:third] == made[third : 2 * third] == made[2 * third :]


@pytest.mark.unmeasured
def test_nothing_is_read_from_or_written_to_the_file_system(
    office: Definition, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind, form in EACH:  # what is loaded once is loaded before
        render(office, kind, form, SERVICE.get(kind))

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a file was opened")

    for owner, name in (("builtins", "open"), ("io", "open"), ("os", "open"), ("os", "mkdir")):
        monkeypatch.setattr(f"{owner}.{name}", refuse)
    for kind, form in EACH:
        assert render(office, kind, form, SERVICE.get(kind))


def test_without_the_extra_the_error_names_it(
    office: Definition, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "babel"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "babel", None)
    monkeypatch.setitem(sys.modules, "babel.dates", None)
    monkeypatch.setitem(sys.modules, "babel.numbers", None)
    with pytest.raises(MissingExtraError, match=r"pst-standards\[office\]"):
        render(office, "standard", "docx", "zz-lib")


def test_a_live_word_document_can_be_had(office: Definition) -> None:
    live = to_docx(document(office, "maklumat"))
    assert live.core_properties.title == "Maklumat Pelayanan"


def test_refusals_survive_the_way_between_processes(office: Definition) -> None:
    import pickle

    with pytest.raises(FinalError) as refusal:
        render(office, "standard", "html", "zz-rec", final=True)
    again = pickle.loads(pickle.dumps(refusal.value))  # noqa: S301 - made here
    assert (type(again), again.findings) == (FinalError, refusal.value.findings)
    for error in (RequestError("format", "odt", ("docx",)), NothingToPrintError("maklumat")):
        copy = pickle.loads(pickle.dumps(error))  # noqa: S301 - made here
        assert (type(copy), copy.message("id")) == (type(error), error.message("id"))
