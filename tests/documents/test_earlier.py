"""What earlier builds left in a folder: kept and listed, removed, or left alone."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from pst_standards.definitions.assembling import loads
from pst_standards.definitions.errors import OutputError
from pst_standards.documents import Manifest, build
from pst_standards.documents.earlier import earlier_build
from pst_standards.documents.refusals import OtherOfficeError
from pst_standards.documents.storing import store
from pst_standards.model.definition import Definition

PLEDGE = {"pledge": "Kami sanggup menyelenggarakan pelayanan sesuai standar."}


def office(
    *services: str, name: str = "BPS Kabupaten Contoh", phone: str | None = None
) -> Definition:
    standards = [{"id": one, "fee": {"kind": "free"}} for one in services]
    head = {"name": name, "phone": phone}
    return loads({"office": head, "standards": standards, "maklumat": PLEDGE})


def listed(folder: Path, key: str = "documents") -> list[str]:
    told = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return [one["path"] for one in told.get(key, [])]


def on_disk(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir() if file.name != "manifest.json")


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def test_another_format_leaves_the_documents_of_the_same_definition_listed(tmp_path: Path) -> None:
    first = build(office("a"), tmp_path, formats=["html"])
    second = build(office("a"), tmp_path, formats=["md"])
    assert sorted(listed(tmp_path)) == on_disk(tmp_path)
    assert set(second.documents) == {*first.documents, *second.made}
    assert second.earlier == tuple(one.path for one in first.documents)
    assert "service-page" in {one.kind for one in second.documents}
    assert "service-page" not in {one.kind for one in second.skipped}, "it is there in html"
    before = contents(tmp_path)
    build(office("a"), tmp_path, formats=["md"])
    assert contents(tmp_path) == before


@pytest.mark.parametrize("told", ['{"name": "PWA"}', '["pst-manifest/1"]', "{", '{"format": 1}'])
def test_a_manifest_of_another_program_is_kept_under_another_name(
    told: str, tmp_path: Path
) -> None:
    (tmp_path / "manifest.json").write_text(told, encoding="utf-8")
    (tmp_path / "manifest (diubah).json").write_bytes(b"")
    made = build(office("a"), tmp_path, formats=["md"])
    assert made.set_aside == {"manifest.json": "manifest (diubah 2).json"}
    assert (tmp_path / "manifest (diubah 2).json").read_text(encoding="utf-8") == told
    assert listed(tmp_path)
    edited = '{"format": "pst-manifest/1", "documents": 5}'
    (tmp_path / "manifest.json").write_text(edited, encoding="utf-8")
    assert "manifest.json" not in build(office("a"), tmp_path, formats=["md"]).set_aside


def test_what_the_definition_gives_no_more_is_removed_and_named(tmp_path: Path) -> None:
    build(office("a", "b"), tmp_path, formats=["html", "md"])
    (tmp_path / "milik-saya.txt").write_bytes(b"")
    made = build(office("a"), tmp_path, formats=["html"])
    own = ("standard-b", "poster-b-a3", "poster-b-a4")
    assert made.removed == tuple(f"{one}.html" for one in own)
    assert "standard-a.md" in listed(tmp_path, "kept"), "whether it is still given was not asked"
    there = [*listed(tmp_path), *listed(tmp_path, "kept"), "milik-saya.txt"]
    assert on_disk(tmp_path) == sorted(there)
    assert {one.reason for one in made.kept} == {"stale"}
    made = build(office("a"), tmp_path, formats=["html", "md"])
    assert (made.removed, made.kept) == (tuple(f"{one}.md" for one in own), ())


def test_what_was_changed_since_is_left_alone_and_stays_on_record(tmp_path: Path) -> None:
    build(office("a", "b"), tmp_path, formats=["html", "md"])
    before = earlier_build(tmp_path).documents[0].definition_sha256
    for name in ("standard-b.html", "maklumat.md"):
        (tmp_path / name).write_bytes(b"ditandatangani")
    for _ in range(2):
        made = build(office("a"), tmp_path, formats=["html"])
        changed = sorted(one.path for one in made.kept if one.reason == "changed")
        assert changed == ["maklumat.md", "standard-b.html"]
        assert {one.definition_sha256 for one in made.kept} == {before}
        assert (tmp_path / "maklumat.md").read_bytes() == b"ditandatangani"
        assert not {*listed(tmp_path)} & {*listed(tmp_path, "kept")}
    (tmp_path / "standard-b.html").unlink()
    build(office("a"), tmp_path, formats=["html", "md"])
    assert listed(tmp_path, "kept") == ["maklumat (diubah).md"], "the other is gone"


def test_what_was_changed_since_makes_way_for_the_new_one_and_is_not_lost(tmp_path: Path) -> None:
    before = build(office("a"), tmp_path, formats=["html", "md"])
    names = ["maklumat (diubah).md", "maklumat (diubah 2).md"]
    for number, name in enumerate(names):
        (tmp_path / "maklumat.md").write_bytes(b"ditandatangani %d" % number)
        made = build(office("a"), tmp_path, formats=["md"])
        assert made.set_aside == {"maklumat.md": name}
        assert listed(tmp_path, "kept") == list(reversed(names[: number + 1]))
    assert [(tmp_path / name).read_bytes() for name in names] == [
        *(b"ditandatangani 0", b"ditandatangani 1")
    ]
    after = contents(tmp_path)
    made = build(office("a"), tmp_path, formats=["md"])
    assert made.set_aside == {}
    assert contents(tmp_path) == {**after, "manifest.json": contents(tmp_path)["manifest.json"]}
    known = {one.path: one.sha256 for one in before.documents}
    assert {one.sha256 for one in made.kept} == {known["maklumat.md"]}, "that of what was written"
    build(office("a"), tmp_path, formats=["html", "md"], lang="en")
    (tmp_path / "maklumat.md").write_bytes(b"signed")
    made = build(office("a"), tmp_path, formats=["md"], lang="en")
    assert made.set_aside == {"maklumat.md": "maklumat (changed).md"}


def test_a_file_that_no_manifest_lists_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "maklumat.md").write_bytes(b"dari tahun lalu")
    made = build(office("a"), tmp_path, formats=["md"])
    assert (tmp_path / "maklumat (diubah).md").read_bytes() == b"dari tahun lalu"
    assert made.set_aside
    assert made.kept == (), "it was never a document of this program"
    (tmp_path / "manifest.json").unlink()
    assert not build(office("a"), tmp_path, formats=["md"]).set_aside, "it is what is written"


def test_where_writing_fails_a_changed_file_has_its_name_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(office("a"), tmp_path, formats=["md"])
    (tmp_path / "maklumat.md").write_bytes(b"ditandatangani")
    before, replace = contents(tmp_path), Path.replace

    def held(self: Path, target: Path) -> Path:
        if tmp_path / "standard-a.md" in {self, target}:
            raise PermissionError
        return replace(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", held)
        with pytest.raises(OutputError, match="DEF-011"):
            build(office("a"), tmp_path, formats=["md"])
    assert contents(tmp_path)["maklumat.md"] == b"ditandatangani"
    assert set(contents(tmp_path)) == set(before)


def test_letters_that_the_pdf_of_before_cannot_print_are_not_forgotten(tmp_path: Path) -> None:
    face = office("a", name="BPS \N{GRINNING FACE}")
    told = build(face, tmp_path, formats=["pdf"]).unprintable
    assert told
    assert build(face, tmp_path, formats=["md"]).unprintable == told
    assert build(face, tmp_path, formats=["pdf"]).unprintable == told
    code = {"office": {"name": "BPS"}}
    build(loads(code), tmp_path / "other", formats=["pdf"])
    assert build(loads(code), tmp_path / "other", formats=["md"]).unprintable == ()


def test_a_set_without_drafts_of_the_definition_before_is_left_alone(tmp_path: Path) -> None:
    adopted = {"stage": "adopted", "office": {"name": "BPS"}, "maklumat": PLEDGE}
    build(loads(adopted), tmp_path, formats=["html", "md"], final=True)
    made = build(loads({**adopted, "stage": "draft"}), tmp_path, formats=["html"])
    assert made.removed == ()
    assert {one.path for one in made.kept if one.kind == "maklumat"} == {"maklumat.md"}
    assert (tmp_path / "maklumat.md").exists()
    made = build(loads(adopted), tmp_path, formats=["html"])
    assert "maklumat.md" in made.earlier, "it is of the definition again"
    assert made.kept == ()


@pytest.mark.parametrize("another", [{"code": "3323"}, {"code": "3323", "name": "Contoh"}, {}])
def test_documents_of_another_office_are_never_touched(
    another: dict[str, str], tmp_path: Path
) -> None:
    build(loads({"office": {"code": "3322"}, "maklumat": PLEDGE}), tmp_path, formats=["md"])
    before = contents(tmp_path)
    with pytest.raises(OtherOfficeError, match="3322"):
        build(loads({"office": another, "maklumat": PLEDGE}), tmp_path, formats=["md", "html"])
    assert contents(tmp_path) == before
    for file in tmp_path.glob("*.md"):
        file.unlink()
    assert build(loads({"office": another, "maklumat": PLEDGE}), tmp_path, formats=["md"]).made


def test_an_office_that_takes_another_name_keeps_its_folder_by_its_code(tmp_path: Path) -> None:
    def called(**words: str) -> Definition:
        return loads({"office": words, "maklumat": PLEDGE})

    build(called(name="[nama kantor]"), tmp_path, formats=["md"])
    build(called(code="3322", name="BPS Kab. Contoh"), tmp_path, formats=["md"])
    build(called(code="3322", name="BPS Kabupaten Contoh"), tmp_path, formats=["md"])
    build(called(name="BPS  Kabupaten contoh"), tmp_path, formats=["md"])
    with pytest.raises(OtherOfficeError):
        build(called(name="BPS Kota Contoh"), tmp_path, formats=["md"])


def test_nothing_is_removed_where_the_manifest_does_not_say_whose_it_is(tmp_path: Path) -> None:
    build(office("a", "b"), tmp_path, formats=["md"])
    manifest = tmp_path / "manifest.json"
    told = json.loads(manifest.read_text(encoding="utf-8"))
    del told["office"]
    manifest.write_text(json.dumps(told), encoding="utf-8")
    made = build(office("a", name="BPS Kota Contoh"), tmp_path, formats=["md"])
    assert made.removed == ()
    assert "standard-b.md" in listed(tmp_path, "kept")


@pytest.mark.parametrize(
    "told",
    [
        "[]",
        '{"format": "pst-manifest/2"}',
        '{"format": "pst-manifest/1", "definition_sha256": "0", "documents": [{"path": "x.md"}]}',
    ],
)
def test_a_manifest_that_cannot_be_read_vouches_for_nothing(told: str, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(told, encoding="utf-8")
    (tmp_path / "x.md").write_bytes(b"")
    made = build(office("a"), tmp_path, formats=["md"])
    assert (made.removed, made.kept, made.earlier) == ((), (), ())
    assert (tmp_path / "x.md").exists()


@pytest.mark.parametrize("path", ["../luar.md", "sub/x.md", "..\\luar.md"])
def test_no_manifest_leads_out_of_its_folder(path: str, tmp_path: Path) -> None:
    out, outside = tmp_path / "out", tmp_path / "luar.md"
    build(office("a", "b"), out, formats=["md"])
    shutil.copyfile(out / "standard-b.md", outside)
    manifest = out / "manifest.json"
    told = manifest.read_text(encoding="utf-8").replace('"standard-b.md"', json.dumps(path))
    manifest.write_text(told, encoding="utf-8")
    made = build(office("a"), out, formats=["md"])
    assert outside.exists()
    assert made.removed == ()


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    out, outside = tmp_path / "out", tmp_path / "arsip.md"
    build(office("a", "b"), out, formats=["md"])
    (out / "standard-b.md").rename(outside)
    (out / "standard-b.md").symlink_to(outside)
    assert "standard-b.md" not in build(office("a"), out, formats=["md"]).removed
    assert outside.exists()


def test_a_link_makes_way_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    out, outside = tmp_path / "out", tmp_path / "arsip.md"
    build(office("a"), out, formats=["md"])
    outside.write_bytes(b"ditandatangani")
    (out / "maklumat.md").unlink()
    (out / "maklumat.md").symlink_to(outside)
    assert build(office("a"), out, formats=["md"]).set_aside == {}
    assert not (out / "maklumat.md").is_symlink()
    assert outside.read_bytes() == b"ditandatangani"


def test_a_build_that_is_stopped_anywhere_and_run_again_gives_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start, clean = tmp_path / "start", tmp_path / "clean"
    build(office("a", "b"), start, formats=["md"])
    build(office("a", "b"), start, formats=["html"])
    (start / "maklumat.md").write_bytes(b"ditandatangani")
    shutil.copytree(start, clean)
    build(office("a"), clean, formats=["md"])
    replace, stops = Path.replace, 0
    for stop in range(0, 1000, 5):
        left = stop
        out = tmp_path / str(stop)
        shutil.copytree(start, out)

        def stopping(self: Path, target: Path) -> Path:
            nonlocal left
            left -= 1
            if left == -1:
                raise KeyboardInterrupt
            return replace(self, target)

        with monkeypatch.context() as patched:
            patched.setattr(Path, "replace", stopping)
            try:
                build(office("a"), out, formats=["md"])
            except KeyboardInterrupt:
                stops += 1
        if left >= 0:
            break
        build(office("a"), out, formats=["md"])
        assert contents(out) == contents(clean), stop
    assert stops > 8


def test_where_a_file_is_held_fast_nothing_is_removed_and_nothing_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(office("a", "b"), tmp_path, formats=["html"])
    before, replace = contents(tmp_path), Path.replace

    def held(self: Path, target: Path) -> Path:
        if self == tmp_path / "standard-b.html":
            raise PermissionError
        return replace(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", held)
        with pytest.raises(OutputError, match="DEF-011") as told:
            build(office("a"), tmp_path, formats=["html"])
    assert told.value.findings[0].params["path"] == (tmp_path / "standard-b.html").as_posix()
    assert contents(tmp_path) == before


def test_the_template_of_word_documents_that_stay_is_not_forgotten(tmp_path: Path) -> None:
    from pst_standards.documents.template.starter import starter_template

    first: Manifest = build(office("a"), tmp_path, formats=["docx"], template=starter_template())
    assert first.template_sha256
    second = build(office("a"), tmp_path, formats=["md"])
    assert second.template_sha256 == first.template_sha256
    assert build(office("a"), tmp_path, formats=["docx"]).template_sha256 == ""


def test_where_a_file_is_held_open_all_are_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows a document that is open in Word can be neither moved nor written over."""
    build(office("a", "b"), tmp_path, formats=["md"])
    (tmp_path / "booklet.md").unlink()
    before, replace = contents(tmp_path), Path.replace

    def held(self: Path, target: Path) -> Path:
        if self == tmp_path / "standard-b.md":
            raise PermissionError
        return replace(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", held)
        with pytest.raises(OutputError, match="DEF-011") as told:
            build(office("a", "b", phone="(024) 2"), tmp_path, formats=["md"])
    assert told.value.findings[0].variant == "busy"
    assert contents(tmp_path) == before
    made = build(office("a", "b", phone="(024) 2"), tmp_path, formats=["md"])
    assert made.set_aside == {}


def test_a_folder_in_the_place_of_a_file_stays_and_all_else_too(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(b"old")
    (tmp_path / "c" / "inner").mkdir(parents=True)
    with pytest.raises(OutputError, match="DEF-011"):
        store(tmp_path, dict.fromkeys(("a", "new", "c", "b"), b"new"))
    assert contents(tmp_path) == {"a": b"old", "b": b"old"}
    assert sorted(on_disk(tmp_path)) == ["a", "b", "c"]


@pytest.mark.parametrize("after", [9, 19])
def test_what_a_killed_build_had_placed_is_known(
    after: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(office("a"), tmp_path, formats=["md"])
    (tmp_path / "maklumat.md").write_bytes(b"ditandatangani")
    replace, left = Path.replace, after

    def killed(self: Path, target: Path) -> Path:
        nonlocal left
        left -= self.parent.parent == tmp_path
        if left < 0:
            raise KeyboardInterrupt
        return replace(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", killed)
        patched.setattr(shutil, "rmtree", lambda *_, **__: None)
        with pytest.raises(KeyboardInterrupt):
            build(office("a", "c", phone="(024) 2"), tmp_path, formats=["md"])
    made = build(office("a", phone="(024) 3"), tmp_path, formats=["md"])
    assert set(made.set_aside) <= {"maklumat.md"}
    assert (tmp_path / "maklumat (diubah).md").read_bytes() == b"ditandatangani"
    assert not (tmp_path / "standard-c.md").exists()
