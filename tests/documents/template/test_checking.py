from __future__ import annotations

import io
import json
import random
import zipfile
from collections.abc import Callable, Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pst_standards.documents.template.archive import LARGEST, LARGEST_FILE, MOST_PARTS
from pst_standards.documents.template.checking import check_template
from pst_standards.documents.template.fields import SAFE
from pst_standards.findings import Severity

Change = Callable[[bytes], bytes] | bytes
Alter = Callable[[Mapping[str, Change]], bytes]
MAIN = "word/document.xml"
RELS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def keys(data: bytes, *, gravest: bool = True, paper: str | None = None) -> set[str]:
    found = check_template(data, paper=paper)
    wanted = {Severity.ERROR} if gravest else set(Severity)
    return {one.key for one in found.findings if one.severity in wanted}


def before(end: bytes, added: bytes) -> Callable[[bytes], bytes]:
    return lambda data: data.replace(end, added + end, 1)


def in_body(added: str) -> Callable[[bytes], bytes]:
    return before(b"<w:sectPr>", added.encode())


def related(kind: str, target: str, *, outside: bool = True) -> Callable[[bytes], bytes]:
    mode = ' TargetMode="External"' if outside else ""
    added = f'<Relationship Id="rId99" Type="{KIND}{kind}" Target="{target}"{mode}/>'
    return before(b"</Relationships>", added.encode())


def field(*parts: str) -> str:
    code = "".join(f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in parts)
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return f"<w:p>{begin}{code}{end}</w:p>"


def text(*runs: str) -> str:
    return "<w:p>" + "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in runs) + "</w:p>"


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({RELS: related("image", "https://contoh.id/logo.png")}, "external"),
        ({RELS: related("attachedTemplate", "https://contoh.id/a.dotm")}, "attached-template"),
        ({RELS: related("attachedTemplate", r"\\jauh\a.dotm")}, "attached-template"),
        ({RELS: related("oleObject", "embeddings/a.bin", outside=False)}, "embedded"),
        ({RELS: related("control", "activeX/a.xml", outside=False)}, "embedded"),
        ({RELS: related("vbaProject", "vbaProject.bin", outside=False)}, "macro"),
        ({"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"}, "macro"),
        ({"word/vbaData.xml": b"<a/>"}, "macro"),
        ({RELS: related("header", "tidak-ada.xml", outside=False)}, "part-missing"),
        ({RELS: related("baru", "x.xml", outside=False)}, "part-foreign"),
        ({RELS: related("hyperlink", "javascript:alert(1)")}, "link"),
        ({RELS: related("hyperlink", "file:///etc/passwd")}, "link"),
        ({"word/embeddings/a.docx": b"PK\x03\x04"}, "embedded"),
        ({"../luar.xml": b"<a/>"}, "part-name"),
        ({"/akar.xml": b"<a/>"}, "part-name"),
        ({"C:\\a.xml": b"<a/>"}, "part-name"),
        ({"WORD/document.xml": b"<a/>"}, "part-twice"),
        ({"word/bom.xml": b" " * 4_000_000}, "bomb"),
        ({f"word/media/{number}.png": bytes(999_000) for number in range(70)}, "bomb"),
        ({f"word/{number}.xml": b"" for number in range(MOST_PARTS)}, "too-many-parts"),
        ({MAIN: lambda data: data[:-20]}, "xml-broken"),
        ({MAIN: lambda data: data.replace(b"<w:doc", b"<!DOCTYPE a []><w:doc", 1)}, "xml-dtd"),
        (
            {MAIN: b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'},
            "xml-dtd",
        ),
        ({MAIN: in_body("<w:p>" * 300 + "</w:p>" * 300)}, "xml-deep"),
        (
            {MAIN: lambda data: data.replace(b"schemas.openxmlformats", b"schemas.lain", 1)},
            "xml-prefix",
        ),
        (
            {
                MAIN: b'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>',
            },
            "xml-strict",
        ),
        ({MAIN: in_body("<w:p><w:r><w:object/></w:r></w:p>")}, "embedded"),
        ({MAIN: in_body('<w:altChunk r:id="rId9"/>')}, "embedded"),
        ({MAIN: in_body(field("DDEAUTO c:\\\\x"))}, "field"),
        ({MAIN: in_body(field(" DD", "EAUTO x"))}, "field"),
        ({MAIN: in_body(field(' INCLUDETEXT "http://contoh.id/a.docx"'))}, "field"),
        ({MAIN: in_body(field(" INCLUDEPICTURE x"))}, "field"),
        ({MAIN: in_body(field(" MACROBUTTON x y"))}, "field"),
        ({MAIN: in_body(field(""))}, "field"),
        ({MAIN: in_body('<w:p><w:fldSimple w:instr=" MERGEFIELD Nama "/></w:p>')}, "field"),
        ({MAIN: in_body(field(' HYPERLINK "file://x/y"'))}, "link"),
        ({MAIN: in_body('<w:p><v:imagedata xmlns:v="v" src="http://contoh.id/a.png"/></w:p>')},
         "external"),
        ({MAIN: in_body("<w:p><w:ins><w:r><w:t>baru</w:t></w:r></w:ins></w:p>")}, "tracked"),
        ({MAIN: in_body(text("{{ju", "dull}}"))}, "placeholder-unknown"),
        ({MAIN: in_body(text("{{isi}}", " dan lagi"))}, "placeholder-place"),
        ({MAIN: in_body(text("{{isi}}"))}, "placeholder-place"),
        ({"word/header1.xml": before(b"</w:hdr>", text("{{isi}}").encode())}, "placeholder-place"),
        ({"word/settings.xml": before(b"</w:settings>", b"<w:mailMerge/>")}, "mail-merge"),
        ({MAIN: lambda data: data.replace(b'w:right="1134"', b'w:right="8000"')}, "narrow"),
        (
            {TYPES: lambda data: data.replace(b"document.main+xml", b"x.macroEnabled.main+xml", 1)},
            "macro",
        ),
        ({TYPES: lambda data: data.replace(b"wordprocessingml.document", b"sheet", 1)}, "not-docx"),
        (
            {
                "word/styles.xml": lambda data: data.replace(
                    b'w:type="paragraph" w:styleId="Heading1"',
                    b'w:type="character" w:styleId="Heading1"',
                )
            },
            "style-kind",
        ),
        ({"word/media/a.exe": b"MZ", RELS: related("image", "media/a.exe", outside=False)},
         "picture"),
    ],
)  # fmt: skip
def test_what_does_harm_is_refused_with_its_place(
    changes: dict[str, Change], key: str, alter: Alter
) -> None:
    found = check_template(alter(changes))
    assert not found.fit
    assert key in {one.key for one in found.findings if one.severity is Severity.ERROR}
    for one in found.findings:
        for lang in ("id", "en"):
            assert "template." not in one.message(lang) + one.advice(lang)


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({RELS: related("attachedTemplate", "file:///C:/Users/a/Normal.dotm")},
         "attached-template"),
        ({RELS: related("comments", "comments.xml", outside=False)}, "comments"),
        ({MAIN: in_body(field(" DATE "))}, "field-changing"),
        ({MAIN: in_body(text("{{judul} dan seterusnya"))}, "placeholder-broken"),
        ({MAIN: lambda data: data.replace(b"{{isi}}", b"")}, "placeholder-body"),
        ({MAIN: in_body('<w:p><w:drawing><wp:docPr id="7" name="Gambar"/></w:drawing></w:p>')},
         "picture-alt"),
        ({"word/settings.xml": before(b"</w:settings>", b"<w:documentProtection/>")}, "locked"),
        ({"word/styles.xml": lambda data: data.replace(b'w:val="heading 2"', b'w:val="lain"')},
         "style-missing"),
    ],
)  # fmt: skip
def test_what_is_left_out_or_mended_is_said_and_the_rest_used(
    changes: dict[str, Change], key: str, alter: Alter
) -> None:
    found = check_template(alter(changes))
    assert found.fit, found.findings
    assert key in {one.key for one in found.findings}


def test_a_sound_template_has_nothing_to_be_said_of(starter: bytes) -> None:
    found = check_template(starter, paper="A4")
    assert (found.fit, found.paper, found.findings) == (True, "A4", ())
    assert found.placeholders[0] == "isi"
    assert "judul" in found.placeholders
    assert json.loads(found.to_json("id"))["format"] == "pst-template/1"


def test_safe_fields_and_word_templates_are_kept(alter: Alter) -> None:
    changes: dict[str, Change] = {
        MAIN: in_body("".join(field(f" {name} x ") for name in sorted(SAFE - {"HYPERLINK"}))),
        TYPES: lambda data: data.replace(b"document.main+xml", b"template.main+xml", 1),
    }
    assert keys(alter(changes), gravest=False) <= {"placeholder-place"}


def test_another_sheet_and_indonesian_styles_are_noted(folio: bytes) -> None:
    found = check_template(folio, paper="A4")
    noted = {one.key for one in found.findings}
    assert found.fit
    assert {"sheet", "style-level", "style-missing", "placeholder-body", "no-footer"} <= noted
    assert "Judul 1" in {one.element for one in found.findings}
    assert check_template(folio).paper == "F4"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "not-docx"),
        (b"%PDF-1.7", "not-docx"),
        (b"PK\x03\x04", "broken"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "old-doc"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"PK" + bytes(LARGEST_FILE), "too-large"),
    ],
)
def test_other_files_are_told_from_templates(data: bytes, key: str) -> None:
    assert keys(data) == {key}


def test_a_package_without_its_first_parts_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    assert keys(out.getvalue()) == {"part-missing"}


def test_a_directory_that_lies_about_sizes_bursts_nothing(starter: bytes) -> None:
    # The size of a part in the central directory, set to more than all may have.
    place = starter.rindex(b"PK\x01\x02") + 24
    lying = starter[:place] + (LARGEST + 1).to_bytes(4, "little") + starter[place + 4 :]
    assert keys(lying) & {"bomb", "broken"}


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 2**32))
def test_a_damaged_file_never_ends_in_a_traceback(starter: bytes, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    data = bytearray(starter)
    for _ in range(chance.randint(1, 30)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    found = check_template(bytes(data[: chance.randint(1, len(data))]))
    assert found.fit or found.findings


def test_members_locked_or_packed_in_another_way_are_refused() -> None:
    for method, key in ((zipfile.ZIP_BZIP2, "broken"), (zipfile.ZIP_DEFLATED, "encrypted")):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", method) as archive:
            archive.writestr("a.xml", "<a/>" * 50)
        data = bytearray(out.getvalue())
        if key == "encrypted":
            data[data.rindex(b"PK\x01\x02") + 8] |= 1
        assert keys(bytes(data)) == {key}


def test_a_package_whose_main_part_is_missing_or_no_text_is_refused(alter: Alter) -> None:
    def without_body(data: bytes) -> bytes:
        return data.replace(b"w:body", b"w:lain")

    assert keys(alter({MAIN: without_body})) == {"xml-broken"}
    gone = alter({"_rels/.rels": lambda data: data.replace(b"word/document.xml", b"word/x.xml")})
    assert keys(gone) == {"part-missing"}
    broken = alter({RELS: b"<"})
    assert "xml-broken" in keys(broken)


def test_findings_are_told_in_both_languages_with_advice(folio: bytes) -> None:
    found = check_template(folio)
    for lang in ("id", "en"):
        told = json.loads(found.to_json(lang))["findings"]
        assert {one["severity"] for one in told} == {"warning", "note"}
        assert all(one["message"] and one["advice"] for one in told)
