"""``pst complaint``: the desk on the command line, and that it shows nobody."""

from __future__ import annotations

import errno
import json
import os
import re
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from pst_standards.cli.complaint_keys import keys_of, keys_text
from pst_standards.cli.complaint_values import typed_values
from pst_standards.cli.failures import told
from pst_standards.complaints.errors import ComplaintError, EventError, TransitionError
from pst_standards.complaints.registers.sqlite import SqliteRegister
from pst_standards.complaints.secrecy import Vault
from pst_standards.complaints.secrecy.identity import FIELDS
from pst_standards.complaints.states import Step

Pst: TypeAlias = Callable[..., Any]
NAME = "Pelapor Contoh"
STREET = "Jalan Contoh"
AT = "2026-03-10T10:00"


class Office:
    """A folder with a register, a vault and a key, and the command that works on them."""

    def __init__(self, pst: Pst, folder: Path, examples: Path) -> None:
        self.pst, self.folder, self.examples = pst, folder, examples / "complaints"
        self.register = ("--register", folder / "r.db")
        self.vault = ("--vault", folder / "v.db", "--key-file", folder / "k")
        self.officer = ("--officer", "A1")

    def do(self, action: str, *more: object) -> Any:
        return self.pst("complaint", action, *self.register, *more)

    def file(self, name: str = "late-service", *more: object) -> dict[str, Any]:
        source = self.examples / f"{name}.yaml"
        ended = self.do("file", *self.vault, *self.officer, "--from", source, *more)
        said = [line for line in ended.err.splitlines() if "baru dibuat" not in line]
        assert (ended.code, said) == (0, [])
        return dict(json.loads(ended.out)) if more else {"text": ended.out}

    def filed(self, name: str = "late-service") -> dict[str, Any]:
        return self.file(name, "--format", "json")

    def advance(self, number: str, step: str, *more: object) -> Any:
        return self.do("advance", *self.officer, number, step, *more)

    def receipt(self, number: str) -> Any:
        told = (
            *("identity=ya", "description=true", "place=Meja pengaduan", "officer=A1"),
            *("received_at=2026-03-10T09:00:00+07:00", "signed=ya"),
        )
        pairs = [part for pair in told for part in ("--set", pair)]
        return self.advance(number, "issue_receipt", "--at", AT, *pairs)

    def everything(self) -> str:
        """Return all that stands in the folder, as bytes written out."""
        return " ".join(str(file.read_bytes()) for file in self.folder.rglob("*") if file.is_file())


@pytest.fixture
def office(pst: Pst, tmp_path: Path, examples: Path) -> Office:
    return Office(pst, tmp_path, examples)


def test_filing_prints_number_code_and_clocks(office: Office) -> None:
    told = office.filed()
    assert list(told) == ["number", "code", "clocks"]
    assert told["clocks"][1] == {"id": "K2", "strict": "2026-03-24", "lenient": "2026-04-07"}
    if os.name == "posix":
        modes = {
            name: stat.S_IMODE((office.folder / name).stat().st_mode) for name in ("k", "v.db")
        }
        assert modes == {"k": 0o600, "v.db": 0o600}
    assert NAME not in office.everything()


def test_the_public_sees_the_stage_alone(office: Office) -> None:
    told = office.filed()
    shown = office.do("show", told["number"], "--code", told["code"], "--format", "json")
    assert json.loads(shown.out) == {"number": told["number"], "state": "received"}
    plain = office.do("show", told["number"], "--code", told["code"].lower().replace("-", " "))
    assert plain.out == f"Nomor: {told['number']}\nKeadaan: Diterima\n"


@pytest.mark.parametrize("format", ["json", "text"])
def test_a_wrong_code_tells_nothing(office: Office, format: str) -> None:  # noqa: A002
    number = office.filed()["number"]
    wrong = office.do("show", number, "--code", "0000-0000-0000-0000", "--format", format)
    absent = office.do("show", "PGD-2026-0", "--code", "0000-0000-0000-0000", "--format", format)
    assert (wrong.code, wrong.out) == (1, "")
    assert wrong == absent


def test_codes_cannot_be_tried_without_end(office: Office) -> None:
    told = office.filed()
    for _ in range(5):
        assert office.do("show", told["number"], "--code", "X").code == 1
    ended = office.do("show", told["number"], "--code", told["code"])
    assert (ended.code, ended.out) == (1, "")


def test_a_complaint_is_told_in_words(office: Office) -> None:
    told = office.file()["text"]
    assert "Pengaduan tercatat dengan nomor PGD-2026-" in told
    assert "Kode rahasia: " in told
    assert "K2 Tanggapan pertama: 24 Maret 2026 (bacaan longgar 7 April 2026)" in told


@pytest.mark.parametrize("name", ["closed", "referred", "withdrawn", "examined", "secret"])
def test_what_became_of_a_complaint_comes_in_with_it(office: Office, name: str) -> None:
    number = office.filed(name)["number"]
    views = {}
    for role in ("reporter", "officer", "examiner", "custodian"):
        for format in ("text", "json"):  # noqa: A001
            ended = office.do("show", number, "--as", role, *office.officer, "--format", format)
            assert (ended.code, ended.err) == (0, "")
            assert NAME not in ended.out
            assert STREET not in ended.out
            assert "complaint.field" not in ended.out
            views[role, format] = ended.out
    assert "possible" in json.loads(views["officer", "json"])
    assert "possible" not in json.loads(views["reporter", "json"])


def test_every_view_is_told_in_english(office: Office) -> None:
    number = office.filed("examined")["number"]
    ended = office.do("show", number, "--as", "examiner", *office.officer, "--lang", "en")
    assert "BAP-2" in ended.out
    assert "150000; 6 May 2026" in ended.out
    assert "Filed: 10 March 2026 at 09:00 WIB" in ended.out


def test_a_name_is_shown_for_a_reason_that_is_logged(office: Office) -> None:
    number = office.filed()["number"]
    asked = ("show", number, "--as", "custodian", *office.officer, *office.vault)
    closed = office.do(*asked)
    assert NAME not in closed.out
    told = ("--open-identity", "--reason", "Memanggil pelapor")
    opened = office.do(*asked, *told)
    assert f"Nama: {NAME}" in opened.out
    as_json = office.do(*asked, *told, "--format", "json")
    assert json.loads(as_json.out)["opened"]["name"] == NAME
    vault = Vault.at(office.folder / "v.db", key_file=office.folder / "k")
    reasons = [(one.officer, one.reason) for one in vault.openings()]
    assert reasons == [("A1", "Memanggil pelapor")] * 2


@pytest.mark.parametrize(
    "more",
    [
        ("--open-identity",),
        ("--open-identity", "--reason", " "),
        ("--reason", "Memanggil pelapor"),
    ],
)
def test_a_name_is_not_shown_without_everything_it_takes(
    office: Office, more: tuple[str, ...]
) -> None:
    number = office.filed()["number"]
    asked = ("show", number, "--as", "custodian", *office.officer, *office.vault)
    ended = office.do(*asked, *more)
    assert (ended.code, ended.out) == (2, "")
    bare = office.do("show", number, "--as", "custodian", *office.officer, *more)
    assert (bare.code, bare.out) == (2, "")


def test_a_code_opens_no_identity(office: Office) -> None:
    told = office.filed()
    ended = office.do("show", told["number"], "--code", told["code"], "--open-identity")
    assert (ended.code, ended.out) == (2, "")


@pytest.mark.parametrize("reason", ["a", "1234567", "x" * 3000])
def test_a_reason_is_words(office: Office, reason: str) -> None:
    number = office.filed()["number"]
    asked = ("show", number, "--as", "custodian", *office.officer, *office.vault)
    ended = office.do(*asked, "--open-identity", "--reason", reason)
    assert (ended.code, ended.out) == (2, "")


@pytest.mark.parametrize("more", [(), ("--code", "x", "--as", "officer")])
def test_it_must_be_clear_who_looks(office: Office, more: tuple[str, ...]) -> None:
    number = office.filed()["number"]
    assert office.do("show", number, *more).code == 2
    assert office.do("show", number, "--as", "officer").code == 2


def test_a_step_happens_and_what_may_follow_is_told(office: Office) -> None:
    number = office.filed()["number"]
    refused = office.advance(number, "review", "--set", "handler.officer=A2", "--at", AT)
    assert (refused.code, refused.out) == (1, "")
    assert "Terbitkan tanda terima sebelum" in refused.err
    assert "issue_receipt" in refused.err
    assert office.receipt(number).code == 0
    done = office.advance(number, "T03", "--set", "handler.officer=A2", "--format", "json")
    told = json.loads(done.out)
    assert (told["number"], told["state"]) == (number, "reviewed")
    assert "classify" in told["possible"]
    assert told["clocks"][0]["id"] == "K1"


@pytest.mark.parametrize(
    ("step", "more", "code"),
    [
        ("nothing", (), 2),
        ("review", ("--set", "handler"), 2),
        ("review", ("--set", "handler=A", "--set", "handler.officer=B"), 2),
        ("review", ("--set", "handler.x=A2"), 2),
        ("review", ("--set", "=A2"), 2),
        ("review", ("--set", f"reporter={NAME}"), 2),
        ("complete", ("--set", f"reporter.name={NAME}"), 2),
        ("review", ("--set", "handler.officer=A2", "--from", "x.yaml"), 2),
        ("review", ("--from", "tidak-ada.yaml"), 2),
        ("review", ("--at", "kemarin"), 2),
        ("review", ("--at", "2026-13-40T99:99"), 2),
        ("review", ("--set", "handler.officer=A2", "--at", "2020-01-01T09:00"), 1),
        ("close_unanswered", (), 1),
    ],
)
def test_what_cannot_be_changes_nothing(
    office: Office, step: str, more: tuple[str, ...], code: int
) -> None:
    number = office.filed()["number"]
    office.receipt(number)
    before = (office.folder / "r.db").read_bytes()
    ended = office.advance(number, step, *more)
    assert (ended.code, ended.out) == (code, "")
    assert NAME not in ended.err
    assert (office.folder / "r.db").read_bytes() == before


def test_a_file_tells_what_a_step_needs_and_its_reporter_is_sealed(office: Office) -> None:
    source = office.folder / "pengaduan.yaml"
    text = (office.examples / "late-service.yaml").read_text(encoding="utf-8")
    source.write_text(text.replace("reporter:", "#").replace("  name", "#").replace("  add", "#"))
    told = office.do(
        *("file", *office.vault, *office.officer, "--from", source, "--format", "json")
    )
    number = json.loads(told.out)["number"]
    office.receipt(number)
    office.advance(number, "review", "--set", "handler.officer=A2")
    details = office.folder / "rincian.yaml"
    details.write_text("missing: [identity]\nnotice: {means: letter}\n", encoding="utf-8")
    assert office.advance(number, "declare_incomplete", "--from", details).code == 0
    details.write_text("reporter: {name: Zubaedah}\nplace: Meja\n", encoding="utf-8")
    ended = office.advance(number, "complete", "--from", details, *office.vault)
    assert ended.code == 0
    details.unlink()
    assert "Zubaedah" not in office.everything() + ended.out
    details.write_text("reporter: {name: Zubaedah}\nreporter: [\n", encoding="utf-8")
    broken = office.advance(number, "complete", "--from", details, *office.vault)
    assert (broken.code, broken.out) == (2, "")
    assert "Zubaedah" not in broken.err


def test_values_are_of_the_type_of_their_fields() -> None:
    assert typed_values(Step.PAY_DAMAGES, ["amount=150000"]) == {"amount": 150_000}
    assert typed_values(Step.PAY_DAMAGES, ["amount=lima"]) == {"amount": "lima"}
    assert typed_values(Step.WITHDRAW, ["voluntary=Tidak"]) == {"voluntary": False}
    assert typed_values(Step.WITHDRAW, ["voluntary=mungkin"]) == {"voluntary": "mungkin"}
    told = typed_values(Step.DECIDE, ["award.amount=0", "award.reason=Tidak ada", "reasons=a=b"])
    assert told == {"award": {"amount": 0, "reason": "Tidak ada"}, "reasons": "a=b"}
    listed = typed_values(Step.DECLARE_INCOMPLETE, ["missing=request, identity"])
    assert listed == {"missing": ["request", "identity"]}
    assert typed_values(Step.REVIEW, ["handler.officer.x=1"]) == {
        "handler": {"officer": {"x": "1"}}
    }


def test_the_due_list_shows_its_lights(office: Office) -> None:
    number = office.filed()["number"]
    office.filed("closed")
    red = office.do("due", "--on", "2026-03-20")
    assert red.out.splitlines()[1].startswith(f"Merah  {number}  Diterima  K2s")
    assert "naikkan ke jenjang berikut: Ketua tim pengaduan" in red.out
    assert red.out.splitlines()[-1] == "Seluruhnya: merah 1."
    told = json.loads(office.do("due", "--on", "2026-03-11", "--format", "json").out)
    assert (told["on"], told["counts"]["green"], len(told["due"])) == ("2026-03-11", 1, 1)
    amber = office.do("due", "--on", "2026-03-13", "--lang", "en")
    assert "90 percent of the time is gone." in amber.out
    late = office.filed("escalated")["number"]
    whole = office.do("due", "--on", "2026-12-01").out
    assert late in whole
    assert NAME not in whole
    assert json.loads(office.do("due", "--format", "json").out)["on"] is None


def test_the_due_list_of_a_decision_names_the_ombudsman(office: Office) -> None:
    number = office.filed("reassigned")["number"]
    office.advance(number, "begin_follow_up", "--at", "2026-03-14T09:00")
    told = json.loads(office.do("due", "--on", "2026-12-01", "--format", "json").out)
    assert [one["light"] for one in told["due"]] == ["red"]


@pytest.mark.parametrize(
    ("name", "last", "promised", "words"),
    [
        ("damages-paid", "deliver", "damages", "Ganti rugi"),
        ("closed", "deliver", "actions", "Tindak lanjut"),
    ],
)
def test_what_a_decision_promised_is_named_in_the_due_list(
    office: Office, name: str, last: str, promised: str, words: str
) -> None:
    lines = (office.examples / f"{name}.yaml").read_text(encoding="utf-8").splitlines()
    end = next(at for at, line in enumerate(lines) if f"step: {last}" in line)
    source = office.folder / "owed.yaml"
    source.write_text("\n".join(lines[: end + 1]), encoding="utf-8")
    assert office.do("file", *office.vault, *office.officer, "--from", source).code == 0
    told = json.loads(office.do("due", "--on", "2026-12-01", "--format", "json").out)["due"]
    assert [(one["clock"], one["promised"]) for one in told] == [(None, promised)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SqliteRegister, "events", lambda *_: pytest.fail("replayed"))
        assert words in office.do("due", "--on", "2026-12-01").out
    running = office.filed()["number"]
    told = json.loads(office.do("due", "--on", "2026-12-01", "--format", "json").out)["due"]
    assert {one["number"]: one["promised"] for one in told}[running] is None


def test_an_empty_due_list_says_so(office: Office) -> None:
    office.filed("closed")
    assert office.do("due").out == "Tidak ada pengaduan yang masih berjalan.\n"


def test_days_off_and_zone_come_from_the_definition(office: Office, examples: Path) -> None:
    definition = ("--definition", examples / "kabupaten-semarang")
    source = office.folder / "pengaduan.yaml"
    source.write_text("format: pst-complaint/1\nchannel: letter\ntext: Antrean\n", encoding="utf-8")
    asked = ("file", *office.vault, *office.officer, "--from", source, "--format", "json")
    with_office = office.do(*asked, *definition)
    assert with_office.code == 0
    number = json.loads(with_office.out)["number"]
    shown = office.do("show", number, "--as", "officer", *office.officer)
    assert " WIB" in shown.out
    far = office.do(*asked, "--zone", "WIT")
    number = json.loads(far.out)["number"]
    assert " WIT" in office.do("show", number, "--as", "officer", *office.officer).out
    assert office.do(*asked, "--zone", "Bulan").code == 2


@pytest.mark.parametrize(
    "more",
    [("--vault", "v.db"), ("--key-file", "k"), ("--vault", "tidak-ada.db", "--key-file", "k")],
)
def test_a_vault_is_whole_or_not_there(office: Office, more: tuple[str, ...]) -> None:
    number = office.filed()["number"]
    ended = office.do("show", number, "--as", "officer", *office.officer, *more)
    assert (ended.code, ended.out) == (2, "")
    assert not Path("tidak-ada.db").exists()


def test_a_new_register_and_a_new_vault_are_told(office: Office) -> None:
    source = office.examples / "late-service.yaml"
    asked = (*office.officer, "--from", source)
    first = office.do("file", *office.vault, *asked)
    assert f"Register baru dibuat: {office.folder / 'r.db'}" in first.err
    assert f"Brankas baru dibuat: {office.folder / 'v.db'}" in first.err
    assert "brankas lain" not in first.err
    again = office.do("file", *office.vault, *asked)
    assert again.err == ""
    other = ("--vault", office.folder / "other.db", "--key-file", office.folder / "k")
    elsewhere = office.do("file", *other, *asked)
    assert "Register baru" not in elsewhere.err
    assert "brankas lain" in elsewhere.err


def test_only_filing_makes_a_register(office: Office) -> None:
    for asked in (
        ("show", "PGD-2026-0", "--code", "x"),
        ("due",),
        ("advance", *office.officer, "PGD-2026-0", "review"),
    ):
        ended = office.do(*asked)
        assert (ended.code, ended.out) == (2, "")
    assert list(office.folder.iterdir()) == []


def test_a_register_that_is_none_is_told(office: Office) -> None:
    (office.folder / "r.db").write_bytes(b"bukan register" * 100)
    ended = office.do("due")
    assert (ended.code, ended.out) == (2, "")
    assert "Traceback" not in ended.err


def test_another_key_opens_nothing(office: Office) -> None:
    number = office.filed()["number"]
    (office.folder / "k").unlink()
    asked = ("show", number, "--as", "custodian", *office.officer, *office.vault)
    ended = office.do(*asked, "--open-identity", "--reason", "Memanggil pelapor")
    assert (ended.code, ended.out) == (2, "")
    assert not (office.folder / "k").exists()


@pytest.mark.skipif(os.name != "posix", reason="only there files have such modes")
def test_a_key_that_others_can_read_is_warned_about(office: Office) -> None:
    number = office.filed()["number"]
    (office.folder / "k").chmod(0o644)
    ended = office.do("show", number, "--as", "officer", *office.officer, *office.vault)
    assert ended.code == 0
    assert "chmod 600" in ended.err


def test_an_accused_officer_opens_nobody(office: Office) -> None:
    number = office.filed("examined")["number"]
    asked = ("show", number, "--as", "custodian", "--officer", "B1", *office.vault)
    ended = office.do(*asked, "--open-identity", "--reason", "Memanggil pelapor")
    assert (ended.code, ended.out) == (1, "")


HOSTILE = "'); DROP TABLE events; -- <script>alert(1)</script> {0} %s \\x1b[31m"


def test_what_was_referred_is_called_sealed_and_nobody_accused(office: Office) -> None:
    number = office.filed("referred")["number"]
    asked = ("show", number, "--as", "custodian", *office.officer, *office.vault)
    ended = office.do(*asked, "--open-identity", "--reason", "Memanggil pelapor")
    assert (ended.code, ended.out) == (1, "")
    assert "disegel" in ended.err
    assert "benturan" not in ended.err


def test_signs_of_other_languages_are_words_here(office: Office) -> None:
    source = office.folder / "pengaduan.yaml"
    names = ("text", "loss", "request", "place", "service", "mandate", "secrecy_ground")
    told = {
        "format": "pst-complaint/1",
        "channel": "letter",
        "filed_at": "2026-03-10T09:00+07:00",
        "reporter": {"name": HOSTILE, "address": HOSTILE},
        **dict.fromkeys(names, HOSTILE),
    }
    source.write_text(json.dumps(told), encoding="utf-8")
    ended = office.do(*("file", *office.vault, "--officer", HOSTILE, "--from", source))
    assert "\x1b" not in ended.out + ended.err
    assert "Traceback" not in ended.err
    assert ended.code in {0, 2}
    if ended.code == 0:
        with closing(sqlite3.connect(office.folder / "r.db")) as db, db:
            assert db.execute("SELECT count(*) FROM events").fetchone() == (1,)


@pytest.mark.parametrize(
    "text",
    [
        "reporter: {name: Zubaedah, mother: x}\nformat: pst-complaint/1\n",
        "reporter: Zubaedah\nformat: pst-complaint/1\n",
        "repoter: {name: Zubaedah}\nformat: pst-complaint/1\ntext: x\nchannel: letter\n",
        "reporter: {name: Zubaedah}\nformat: pst-complaint/1\nchannel: [\n",
        "reporter: {name: Zubaedah}\nformat: pst-complaint/1\nchannel: pigeon\ntext: x\n",
        "reporter: {name: Zubaedah, phone: 0812}\nformat: pst-complaint/1\ntext: x\n",
    ],
)
@pytest.mark.parametrize("debug", ["", "1"])
def test_a_file_that_is_refused_names_nobody(
    office: Office, monkeypatch: pytest.MonkeyPatch, text: str, debug: str
) -> None:
    monkeypatch.setenv("PST_DEBUG", debug)
    source = office.folder / "pengaduan.yaml"
    source.write_text(text, encoding="utf-8")
    ended = office.do("file", *office.vault, *office.officer, "--from", source)
    assert (ended.code, ended.out) == (2, "")
    assert "Zubaedah" not in ended.err
    source.unlink()
    assert "Zubaedah" not in office.everything()


def test_a_definition_is_no_complaint(office: Office, examples: Path) -> None:
    source = examples / "provinsi-jawa-tengah.yaml"
    ended = office.do("file", *office.vault, *office.officer, "--from", source)
    assert (ended.code, ended.out) == (2, "")
    assert "Traceback" not in ended.err


def test_a_receipt_is_issued_once_and_written_as_often_as_asked(office: Office) -> None:
    told = office.filed()
    number, out = told["number"], office.folder / "tanda-terima.html"
    asked = ("receipt", *office.officer, number, "--out", out)
    wrong = office.do(*asked, "--code", "0000")
    assert (wrong.code, wrong.out, out.exists()) == (1, "", False)
    first = office.do(*asked, "--at", "2026-03-10T09:10", "--code", told["code"])
    assert first.code == 0
    assert "sudah terbit" not in first.err
    assert "Cetak ulang" not in out.read_text(encoding="utf-8")
    again = office.do(*asked, "--code", told["code"])
    assert again.code == 0
    assert "sudah terbit pada 10 Maret 2026" in again.err
    assert "--place" not in again.err
    paper = out.read_text(encoding="utf-8")
    assert told["code"] in paper
    assert number in paper
    assert NAME not in paper
    shown = office.do("show", number, "--as", "officer", *office.officer, "--format", "json")
    steps = [(one["step"], one["at"]) for one in json.loads(shown.out)["log"]]
    assert steps[1:] == [("issue_receipt", "2026-03-10T09:10:00+07:00")]


def test_a_receipt_is_printed_again_as_it_was_issued(office: Office) -> None:
    number, out = office.filed()["number"], office.folder / "t.html"
    asked = ("receipt", *office.officer, number, "--out", out)
    assert office.do(*asked, "--at", AT).code == 0
    issued = out.read_text(encoding="utf-8")
    review = ("--set", "handler.officer=A2", "--at", "2026-03-12T09:00")
    assert office.advance(number, "review", *review).code == 0
    missing = ("--set", "missing=request", "--set", "notice.means=letter")
    assert office.advance(number, "declare_incomplete", *missing).code == 0
    again = office.do(*asked, "--at", "2026-03-20T09:00", "--place", "Loket 9")
    assert again.code == 0
    assert "--at dan --place tidak mengubah" in again.err
    paper = out.read_text(encoding="utf-8")
    assert "Cetak ulang tanggal " in paper
    assert "terbit 10 Maret 2026" in paper
    assert "Loket 9" not in paper
    assert re.sub(r"<p[^>]*>Cetak ulang[^<]*</p>\s*", "", paper) == issued


def test_a_receipt_of_what_was_referred_gives_nothing_of_it_out(office: Office) -> None:
    number, out = office.filed()["number"], office.folder / "t.html"
    asked = ("receipt", *office.officer, number, "--out", out)
    assert office.do(*asked, "--at", AT).code == 0
    assert "Antrean tiga jam" in out.read_text(encoding="utf-8")
    told = ("referral=W-1", "ground=supervisory", "notice.means=letter")
    assert office.advance(number, "refer", *(x for one in told for x in ("--set", one))).code == 0
    assert office.do(*asked).code == 0
    assert "Antrean tiga jam" not in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "seat", [("B1",), ("b1",), ("C7", "--superiors", "X1, b1")], ids=lambda seat: seat[0]
)
def test_who_is_off_a_case_gets_nothing_from_the_command(
    office: Office, seat: tuple[str, ...]
) -> None:
    told = office.filed("examined")
    number, out = told["number"], office.folder / "tanda-terima.html"
    theirs = ("--officer", *seat)
    for asked in (
        ("receipt", number, "--out", out, "--code", told["code"]),
        ("advance", number, "withdraw", "--set", "voluntary=ya"),
        ("advance", number, "nothing"),
        ("show", number, "--as", "officer"),
        ("show", number, "--as", "examiner", "--open-identity", "--reason", "x", *office.vault),
    ):
        ended = office.do(*asked, *theirs)
        assert (ended.code, ended.out, out.exists()) == (1, "", False)
        assert "bawahan mereka" in ended.err
    assert office.do("show", number, "--as", "officer", "--officer", "C7").code == 0


def test_those_above_are_told_by_short_ids(office: Office) -> None:
    number = office.filed()["number"]
    told = ("--officer", "A1", "--superiors", "Siti Contoh")
    ended = office.do("advance", number, "withdraw", "--set", "voluntary=ya", *told)
    assert (ended.code, "Siti" in ended.err) == (2, False)


def test_a_receipt_has_the_name_for_a_reason_alone(office: Office) -> None:
    number, out = office.filed()["number"], office.folder / "tanda-terima.docx"
    asked = ("receipt", *office.officer, number, "--out", out, "--place", "Loket 2")
    assert office.do(*asked, "--open-identity").code == 2
    assert not out.exists()
    told = ("--open-identity", "--reason", "Menulis tanda terima", "--at", "2026-03-10T09:10")
    assert office.do(*asked, *office.vault, *told).code == 0
    assert out.read_bytes().startswith(b"PK")
    assert office.do(*asked[:-4], "--out", office.folder / "x.odt").code == 2


def test_of_a_register_that_was_changed_nothing_is_told_without_a_word(office: Office) -> None:
    told, other = office.filed(), office.filed("examined")
    with closing(sqlite3.connect(office.folder / "r.db")) as db, db:
        db.execute("UPDATE cases SET state = 'closed', is_open = 0")
    number = told["number"]
    for asked in (
        ("show", number, "--as", "officer", *office.officer),
        ("show", number, "--code", told["code"]),
        ("report", "--year", "2026", "--out", office.folder / "laporan"),
    ):
        ended = office.do(*asked)
        assert ended.code == 1
        assert ended.out
        assert "Register rusak" in ended.err
        assert number in ended.err
        assert (other["number"] in ended.err) is (asked[0] == "report")
    checked = office.pst("check", office.folder / "r.db", "--as-of", "2026-06-30")
    as_json = office.pst("check", office.folder / "r.db", "--format", "json")
    found = json.loads(as_json.out)["findings"]
    assert [one["severity"] for one in found if one["rule"] == "PGD-060"].count("error") == 2
    assert [one["rule"] for one in found[:2]] == ["PGD-060"] * 2
    assert checked.out.index("PGD-060") < checked.out.index("PGD-020")


def test_a_report_from_a_register_that_was_changed_says_so_itself(office: Office) -> None:
    office.filed()
    out = office.folder / "laporan"
    asked = ("report", "--year", "2026", "--out", out, "--format", "html")
    assert office.do(*asked).code == 0
    page = out / "laporan-pengaduan-2026.html"
    assert "diubah dari luar" not in page.read_text("utf-8")
    with closing(sqlite3.connect(office.folder / "r.db")) as db, db:
        db.execute("UPDATE cases SET state = 'closed', is_open = 0")
    assert office.do(*asked).code == 1
    assert "Register rusak atau diubah dari luar" in page.read_text("utf-8")
    assert office.do(*asked, "--published").code == 1
    published = out / "laporan-pengaduan-2026-publikasi.html"
    assert "Register rusak atau diubah dari luar" in published.read_text("utf-8")


def test_damage_is_told_before_a_step_hides_it(office: Office) -> None:
    number, other = office.filed()["number"], office.filed()["number"]
    paper = ("--out", office.folder / "t.html", "--place", "Loket 2", "--at", "2026-03-10T09:10")
    steps: list[tuple[str, Callable[[], Any]]] = [
        (number, lambda: office.receipt(number)),
        (other, lambda: office.do("receipt", *office.officer, other, *paper)),
    ]
    for changed, step in steps:
        with closing(sqlite3.connect(office.folder / "r.db")) as db, db:
            db.execute("UPDATE cases SET settle_by = '2030-01-01' WHERE number = ?", (changed,))
        ended = step()
        assert ended.code == 0
        assert f"ringkasan pengaduan {changed}" in ended.err
        assert "Catat dahulu temuan di atas" in ended.err


def test_only_a_report_and_a_check_look_a_whole_register_through(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.filed()
    monkeypatch.setattr(SqliteRegister, "verify", lambda _: pytest.fail("looked through"))
    told = office.filed()
    for asked in (
        ("due",),
        ("show", told["number"], "--as", "officer", *office.officer),
        ("show", told["number"], "--code", told["code"]),
    ):
        assert office.do(*asked).code == 0


def filed_text(office: Office, text: str, *more: object) -> Any:
    source = office.folder / "pengaduan.yaml"
    source.write_text(f"format: pst-complaint/1\nchannel: letter\n{text}", encoding="utf-8")
    return office.do("file", *office.vault, *office.officer, "--from", source, *more)


def test_a_desk_that_does_not_know_its_clock_is_told_how_to_say_it(office: Office) -> None:
    ended = filed_text(office, "text: Antrean\n")
    assert (ended.code, ended.out) == (2, "")
    assert "--zone" in ended.err
    assert "--definition" in ended.err


def test_a_time_without_a_zone_is_that_of_the_office(office: Office, examples: Path) -> None:
    source = office.folder / "naive.yaml"
    source.write_text(
        "format: pst-complaint/1\nnumber: P-2026-ZN0E\nchannel: letter\ntext: Antrean\n"
        "filed_at: 2026-07-03T09:00\n"
        "events:\n"
        "  - {step: withdraw, at: 2026-07-04 09:00, by: reporter, data: {voluntary: true}}\n",
        encoding="utf-8",
    )
    asked = (*office.vault, *office.officer, "--from", source)
    bare = office.do("file", *asked)
    assert (bare.code, "--zone" in bare.err) == (2, True)
    assert office.do("file", *asked, "--zone", "WITA").code == 0
    told = ("show", "P-2026-ZN0E", "--as", "officer", *office.officer)
    assert "3 Juli 2026 pukul 09.00 WITA" in office.do(*told).out
    here = ("--definition", examples / "kabupaten-semarang", "--register", office.folder / "s.db")
    assert office.do("file", *asked, *here).code == 0
    there = ("--register", office.folder / "s.db")
    assert "3 Juli 2026 pukul 09.00 WIB" in office.do(*told, *there).out


def test_a_day_there_is_not_is_no_time_in_any_zone(office: Office) -> None:
    source = office.folder / "wrong.yaml"
    text = "format: pst-complaint/1\nchannel: letter\ntext: Antrean\nfiled_at: 2026-02-30T09:00\n"
    source.write_text(text, encoding="utf-8")
    ended = office.do("file", *office.vault, *office.officer, "--from", source, "--zone", "WIB")
    assert (ended.code, "wrong.yaml:4" in ended.err) == (2, True)


def test_what_a_desk_should_look_at_is_said_beside_the_number(office: Office) -> None:
    told = "text: Saya Zubaedah\nreporter: {name: Zubaedah}\n"
    ended = filed_text(office, told, "--zone", "WIB", "--format", "json")
    assert (ended.code, list(json.loads(ended.out))) == (0, ["number", "code", "clocks"])
    assert "pelapor tampaknya juga tertulis pada text" in ended.err
    assert "Zubaedah" not in ended.err


def test_a_key_of_the_reporter_that_stands_twice_is_refused(office: Office) -> None:
    told = "text: Antrean\nreporter:\n  name: Zubaedah\n  name: Qomariyah\n"
    ended = filed_text(office, told, "--zone", "WIB")
    assert (ended.code, ended.out) == (2, "")
    assert "pengaduan.yaml:6:3" in ended.err
    assert not {"Zubaedah", "Qomariyah"} & set(ended.err.split())


def test_who_looks_as_the_reporter_sees_no_contacts(office: Office) -> None:
    told = 'text: "Hubungi 0812-3456-7890 atau 3322014101900001"\n'
    number = json.loads(filed_text(office, told, "--zone", "WIB", "--format", "json").out)["number"]
    for format in ("text", "json"):  # noqa: A001
        asked = ("show", number, "--as", "reporter", *office.officer, "--format", format)
        ended = office.do(*asked)
        assert ended.code == 0
        assert "disamarkan" in ended.out
        assert not {"0812", "33220141"} & set(re.findall(r"0812|33220141", ended.out))
        assert number in ended.out


def test_a_number_may_be_typed_in_small_letters(office: Office) -> None:
    told = office.filed("examined")
    small = told["number"].lower()
    assert office.do("show", small, "--as", "officer", *office.officer).code == 0
    for _ in range(3):
        assert office.do("show", small, "--code", "X").code == 1
        assert office.do("show", told["number"], "--code", "X").code == 1
    ended = office.do("show", small, "--code", told["code"])
    assert (ended.code, ended.out) == (1, "")
    assert "Terlalu banyak percobaan" in ended.err


def test_a_step_in_the_place_of_the_number_is_told(office: Office) -> None:
    number = office.filed()["number"]
    ended = office.advance("review", number, "--set", "handler.officer=A2")
    assert (ended.code, ended.out) == (2, "")
    assert "tertukar" in ended.err


def test_the_due_list_of_a_past_day_has_what_was_there_then(office: Office) -> None:
    number = office.filed()["number"]
    assert number not in office.do("due", "--on", "2026-03-09").out
    assert number in office.do("due", "--on", "2026-03-10").out
    late = office.do("due", "--on", "2026-03-20").out
    assert "lewat 7 hari" in late
    assert " -7" not in late


def test_services_and_who_did_something_have_names(office: Office, examples: Path) -> None:
    number = office.filed("examined")["number"]
    asked = ("show", number, "--as", "officer", *office.officer)
    shown = office.do(*asked, "--definition", examples / "kabupaten-semarang").out
    assert "Ajukan; pelapor" in shown
    assert "Layanan: Konsultasi" in shown
    assert "(consultation)" in shown
    assert "Layanan: consultation" in office.do(*asked).out


@pytest.mark.parametrize(
    ("service", "said"),
    [
        ("konsultasi", "mungkin yang dimaksud consultation"),
        ("zzz", "yang ada: "),
        ("consultation", ""),
    ],
)
def test_a_service_that_the_office_does_not_have_is_told(
    office: Office, examples: Path, service: str, said: str
) -> None:
    place = examples / "kabupaten-semarang"
    ended = filed_text(office, f"text: Antrean\nservice: {service}\n", "--definition", place)
    assert ended.code == 0
    assert said in ended.err
    assert ("Layanan pada service" in ended.err) == bool(said)
    assert "Layanan pada service" not in filed_text(office, f"text: A\nservice: {service}\n").err


def test_the_keys_of_a_step_are_told_when_asked_and_when_they_are_wrong(office: Office) -> None:
    asked = office.pst("complaint", "advance", "--keys", "T04")
    assert asked.code == 0
    assert "complaint_class" in asked.out
    assert "ordinary (Pengaduan tidak berkadar pengawasan)" in asked.out
    english = office.pst("complaint", "advance", "--keys", "declare_incomplete", "--lang", "en")
    assert "identity (Full name and address)" in english.out
    assert office.pst("complaint", "advance", "--keys", "nothing").code == 2
    number = office.filed()["number"]
    for pair in ("handler=A2", "handler.x=A2", "handler.pst_desk=mungkin", "notice.means=x"):
        refused = office.advance(number, "review", "--set", pair)
        assert (refused.code, refused.out) == (2, "")
        assert "handler.officer" in refused.err
        assert not {"object", "bool", "data."} & set(re.findall(r"object|bool|data\.", refused.err))
    wrong = office.advance(number, "accept")
    assert "accept (Tanggapi: puas) tidak dapat dilakukan" in wrong.err
    assert "berstatus Diterima" in wrong.err
    late = office.advance(number, "review", "--set", "handler.officer=A2")
    assert "\n  review " not in late.err


@pytest.mark.parametrize("step", [one for one in Step if one is not Step.FILE])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_step_has_its_keys_with_their_names(step: Step, lang: str) -> None:
    for key in keys_of(step, lang):
        assert key.label or key.name == "reporter", key.name
        assert key.kind
    assert step.term(lang) in keys_text(step, lang)


@pytest.mark.parametrize(
    ("step", "demanded"),
    [
        (Step.DELIVER, {"copy"}),
        (Step.REFER, {"referral", "ground", "notice.means"}),
        (Step.TRANSFER, {"target", "notice.means"}),
        (Step.REVIEW, {"handler.officer"}),
    ],
)
def test_what_a_step_cannot_do_without_is_called_required(step: Step, demanded: set[str]) -> None:
    assert {key.name for key in keys_of(step, "id") if key.required} == demanded


def steps_in(said: str) -> set[str]:
    return {
        word for line in said.splitlines() if line.startswith("  ") for word in line.split()[:1]
    }


def test_a_step_that_lacks_a_key_stays_among_those_that_may_come_next(office: Office) -> None:
    number = office.filed()["number"]
    early = office.advance(number, "review", "--set", "handler.officer=A2", "--at", AT)
    assert "review" not in steps_in(early.err)
    office.receipt(number)
    ended = office.advance(number, "refer", "--set", "referral=WBS-1")
    assert ended.code == 1
    assert {"refer", "review"} <= steps_in(ended.err)
    assert "issue_receipt" not in steps_in(ended.err)


def test_a_step_out_of_its_order_is_told_so_before_its_keys(office: Office) -> None:
    number = office.filed()["number"]
    ended = office.advance(number, "decide", "--set", "outcome=perhaps")
    assert ended.code == 1
    assert "tidak dapat dilakukan pada pengaduan yang berstatus Diterima" in ended.err
    assert "outcome" not in ended.err


def test_a_receipt_without_a_place_names_the_option(office: Office) -> None:
    source = office.folder / "no-place.yaml"
    text = "format: pst-complaint/1\nnumber: P-2026-NP0E\nchannel: letter\ntext: Antrean\n"
    source.write_text(text, encoding="utf-8")
    asked = (*office.vault, *office.officer, "--from", source, "--zone", "WIB")
    assert office.do("file", *asked).code == 0
    out = office.folder / "t.html"
    bare = ("receipt", *office.officer, "P-2026-NP0E", "--out", out)
    refused = office.do(*bare)
    assert (refused.code, "--place" in refused.err, out.exists()) == (1, True, False)
    assert office.do(*bare, "--place", "Meja").code == 0


def test_what_stands_in_the_way_is_told_without_english(office: Office) -> None:
    number = office.filed()["number"]
    (office.folder / "berkas").write_text("x", encoding="utf-8")
    out = office.folder / "berkas" / "tanda-terima.docx"
    receipt = office.do("receipt", *office.officer, number, "--out", out)
    report = office.do("report", "--year", "2026", "--out", office.folder / "berkas" / "x")
    for ended in (receipt, report):
        assert ended.code == 2
        assert "bukan folder" in ended.err
        assert "directory" not in ended.err


def test_a_file_that_is_no_register_is_not_called_a_damaged_one(office: Office) -> None:
    office.filed()
    (office.folder / "kosong.db").touch()
    for name in ("v.db", "kosong.db"):
        place = office.folder / name
        for asked in (("due",), ("show", "P-1", "--as", "officer", *office.officer)):
            ended = office.pst("complaint", *asked, "--register", place)
            assert (ended.code, ended.out) == (2, "")
            assert f"{name} bukan register pengaduan" in ended.err
            assert "rusak" not in ended.err
            assert "cadangan" not in ended.err


def test_every_wrong_value_of_a_complaint_is_told_with_its_place(office: Office) -> None:
    told = (
        "text: Antrean\nidentity: rahasia\nneeds: [kursi roda]\n"
        "reporter: {name: Zubaedah}\nfiled_at: 2026-03-10T09:00+07:00\n"
        "events:\n"
        '  - {step: nothing, at: "2026-03-10T09:10+07:00", by: A1}\n'
        '  - {step: review, at: "2026-03-10T09:10+07:00", data: {level: 2}}\n'
    )
    ended = filed_text(office, told)
    assert (ended.code, ended.out) == (2, "")
    places = [line.partition("  ")[0] for line in ended.err.splitlines() if "yaml" in line]
    lines = [place.rpartition("pengaduan.yaml:")[2].split(":")[0] for place in places]
    assert lines == ["4", "5", "9", "10", "10", "10"]
    assert "Zubaedah" not in ended.err


def test_wrong_values_of_form_reporter_and_code_are_told_at_once(office: Office) -> None:
    source = office.folder / "pengaduan.yaml"
    source.write_text(
        "format: pst-complaint/1\n"
        "reporter:\n"
        "  name: Zubaedah\n"
        "  phone: 0812\n"
        "  email: [zubaedah]\n"
        "  mother: Zulaikha\n"
        "channel: pigeon\n"
        "served_on: 2026-02-30\n"
        "identity: rahasia\n"
        "text: Antrean\n"
        "chanel: letter\n"
        "zzz: 1\n",
        encoding="utf-8",
    )
    ended = office.do("file", *office.vault, *office.officer, "--from", source)
    assert (ended.code, ended.out) == (2, "")
    found = re.findall(r"pengaduan\.yaml:(\d+)", ended.err)
    assert sorted(map(int, found)) == [2, 4, 5, 7, 8, 9, 11, 12]
    assert "disimpan tetapi" not in ended.err
    assert "tidak dicatat" in ended.err
    for word in ("Zubaedah", "zubaedah", "0812", "Zulaikha", "mother", "zzz"):
        assert word not in ended.err


def test_somebody_named_in_an_anonymous_complaint_is_told_with_the_line(office: Office) -> None:
    told = "text: Antrean\nidentity: anonymous\nreporter: {name: Zubaedah}\n"
    ended = filed_text(office, told)
    assert (ended.code, ended.out) == (2, "")
    assert re.search(r"pengaduan\.yaml:\d+:\d+  Pengaduan ini dinyatakan anonim", ended.err)


def test_a_key_of_the_reporter_that_lost_its_indentation_is_told(office: Office) -> None:
    told = "text: Antrean\nreporter:\n  name: Zubaedah\naddress: Jalan Contoh\n"
    ended = filed_text(office, told)
    assert ended.code == 2
    assert "menjorok di bawah “reporter”" in ended.err
    assert "addressee" not in ended.err
    assert "Jalan Contoh" not in ended.err


def test_a_reporter_may_have_all_that_the_vault_keeps(pst: Pst) -> None:
    schema = json.loads(pst("schema", "complaint").out)
    assert {"nik", "id_number", "proxy"} <= set(re.findall(r"[a-z_]+", json.dumps(schema)))
    assert set(FIELDS) <= set(schema["$defs"]["Reporter"]["properties"])


def test_a_check_of_a_register_names_the_commands_that_mend_it(office: Office) -> None:
    office.filed()
    place = office.folder / "r.db"
    checked = office.pst("check", place)
    assert "pst complaint advance --register" in checked.err
    assert "pst complaint advance --keys" in checked.err
    assert "pst complaint" not in office.pst("check", place, "--format", "json").err


def test_a_case_whose_line_cannot_be_read_is_shown_with_a_warning(office: Office) -> None:
    number = office.filed()["number"]
    with closing(sqlite3.connect(office.folder / "r.db")) as db, db:
        db.execute("UPDATE cases SET state = 'lost'")
    shown = office.do("show", number, "--as", "officer", *office.officer)
    assert shown.code == 1
    assert f"Nomor: {number}" in shown.out
    assert f"ringkasan pengaduan {number}" in shown.err


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (TransitionError("parts.missing", parts="identity, request"), "(identity), penyelesaian"),
        (TransitionError("receipt.incomplete", parts="place, officer"), "petugas dan tanda tangan"),
        (EventError("field.type", field="accused", expected="list"), "harus berupa daftar"),
        (TransitionError("step.wrong-state", step="appeal", state="sued"), "Gugatan"),
        (TransitionError("step.wrong-state", step="x", state="y"), "Langkah x tidak"),
    ],
)
def test_parameters_of_errors_are_said_by_their_names(error: ComplaintError, words: str) -> None:
    assert words in error.message("id")
    assert error.message("en")


def test_what_the_system_refuses_is_said_in_the_language_spoken() -> None:
    missing = FileNotFoundError(errno.ENOENT, "No such file or directory", "x.yaml")
    assert (
        told(missing, "id")[0] == "\u201cx.yaml\u201d tidak dapat dibuka atau ditulis: tidak ada."
    )
    strange = OSError(errno.EDOM, "Strange", "x.yaml")
    assert "Strange" in told(strange, "id")[0]
