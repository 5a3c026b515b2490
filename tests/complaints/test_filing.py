"""Reading a complaint: who complains is sealed first, and comes out nowhere, whatever is wrong."""

from __future__ import annotations

import copy
import json
import traceback
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from pst_standards.calendar import Zone
from pst_standards.cli import main
from pst_standards.complaints import ComplaintError
from pst_standards.complaints.checks import check_complaint
from pst_standards.complaints.desk import Desk
from pst_standards.complaints.filing import (
    Filing,
    SealingHand,
    read_details,
    read_filing,
)
from pst_standards.complaints.registers import MemoryRegister
from pst_standards.complaints.secrecy import SecrecyError, Vault
from pst_standards.complaints.secrecy.masking import masked
from pst_standards.complaints.states import IdentityMode
from pst_standards.definitions import read_data, read_path
from pst_standards.definitions.errors import DefinitionError
from pst_standards.definitions.records import read_record
from pst_standards.model.complaint_case import ComplaintRecord, Reporter

NAME = "Zubaedah Qomariyah"
REST = 'format: pst-complaint/1\nchannel: letter\ntext: Antrean tiga jam\nfiled_at: "2026-03-10T09:00+07:00"\n'  # noqa: E501
# Files with a reporter who is well named, named wrongly, or in a file that is wrong elsewhere.
WRITTEN = {
    "well": f"reporter: {{name: {NAME}}}\n{REST}",
    "unknown field": f"reporter: {{mother: {NAME}}}\n{REST}",
    "name as a field": f"reporter: {{{NAME}: x}}\n{REST}",
    "not a mapping": f"reporter: {NAME}\n{REST}",
    "a list": f"reporter: [{NAME}]\n{REST}",
    "of another type": f"reporter: {{name: [{NAME}]}}\n{REST}",
    "twice": f"reporter: {{name: {NAME}, name: {NAME} x}}\n{REST}",
    "whole twice": f"reporter: {{name: {NAME}}}\n{REST}reporter: {{name: {NAME}}}\n",
    "number doubtful": f"reporter: {{name: {NAME}, phone: 0812}}\n{REST}",
    "hidden signs": f'reporter: {{name: "{NAME}\\u200b"}}\n{REST}',
    "markup": f'reporter: {{name: "<b>{NAME}</b>"}}\n{REST}',
    "misspelt": f"repoter: {{name: {NAME}}}\n{REST}",
    "in Indonesian": f"pelapor: {{name: {NAME}}}\n{REST}",
    "at the top": f"nama: {NAME}\n{REST}",
    "a key at the top": f"{NAME}: x\n{NAME}: {{a: 1, a: 2}}\n{REST}",
    "a key of an event": f"{REST}events:\n  - {{step: lapse, by: A1, data: {{{NAME}: 1}}}}\n",
    "in one line": f"{{format: pst-complaint/1, reporter: {{name: {NAME}}}, channel: x, text: 1}}",
    "broken above": f"reporter: {{name: {NAME}\n{REST}",
    "broken below": f"reporter: {{name: {NAME}}}\n{REST}text: [\n",
    "as a reference": f"reporter: {{name: *Zubaedah}}\n{REST}",
    "as an anchor": f"reporter: {{name: &Zubaedah x, address: *Zubaedahx}}\n{REST}",
    "text wrong": f"reporter: {{name: {NAME}}}\n{REST}fee: lima\n",
    "a list of all": f"- reporter: {{name: {NAME}, phone: 0812}}\n",
    "no text": f"{NAME}\n",
    "json": json.dumps({"format": "pst-complaint/1", "reporter": {"name": NAME}, "text": 1}),
    "json cut": json.dumps({"format": "pst-complaint/1", "reporter": {"name": NAME}})[:-2],
}
SAFE_TO_FILE = {"well", "hidden signs", "markup"}


def told(error: BaseException) -> Iterator[str]:
    """Yield what an error, those behind it, and a debugger along its way show."""
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        one = waiting.pop()
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        shown = traceback.TracebackException.from_exception(one, capture_locals=True)
        for frame in shown.stack:
            # What this test itself holds is not looked at.
            if frame.filename != __file__:
                yield f"{frame.name} {frame.locals}"
        yield f"{one} {one!r} {one.args} {vars(one)}"
        waiting += [one.__cause__, one.__context__]


def leaked(shown: str) -> bool:
    return any(part in shown for part in NAME.split())


def outcome(call: Callable[[], Any]) -> str:
    try:
        found = call()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is read
        return "\n".join(told(error))
    return shown_of(found)


def shown_of(found: Any) -> str:
    if isinstance(found, Filing):
        extras = getattr(found.record, "extras", None)
        return f"{found!r} {found.record!r} {extras} {found.findings} {vars(found.record)}"
    return f"{found!r}"


@pytest.fixture(params=WRITTEN)
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / ("pengaduan.json" if "json" in request.param else "pengaduan.yaml")
    path.write_text(WRITTEN[request.param], encoding="utf-8")
    return path


def test_a_file_that_is_filed_shows_nobody(file: Path) -> None:
    assert not leaked(outcome(lambda: read_filing(file)))


SHAPES: dict[str, dict[str, Any]] = {
    "mapping": {"reporter": {"name": NAME}},
    "unknown in it": {"reporter": {NAME: "name"}},
    "text": {"reporter": NAME},
    "list": {"reporter": [{"name": NAME}]},
    "tuple": {"reporter": ({"name": NAME},)},
    "key": {NAME: 1},
    "another key": {"pelapor": {"name": NAME}},
    "key of a part": {"notice": {NAME: 1}},
}


@pytest.mark.parametrize("step", ["complete", "review", "nothing"])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_step_shows_nobody_in_whatever_shape_they_come(
    shape: str, step: str, tmp_path: Path
) -> None:
    vault = Vault.at(tmp_path / "v.db", key_file=tmp_path / "k")
    desk = Desk(MemoryRegister(), vault, "A1", zone=Zone.WIB)
    number = desk.file({"channel": "letter", "text": "Antrean"}).number
    given = copy.deepcopy(SHAPES[shape])
    # A refusal for whatever it is: the file was not called incomplete.
    with pytest.raises(ComplaintError) as refused:
        desk.advance(number, step, given)
    assert not leaked("\n".join(told(refused.value)))
    assert "reporter" not in given
    assert vault.verify() == 0


def test_bytes_that_are_filed_show_nobody(file: Path) -> None:
    assert not leaked(outcome(lambda: read_filing(file.read_bytes())))


@pytest.mark.parametrize("format", ["text", "json", "sarif", "markdown", "html", "junit"])
def test_a_check_of_a_file_shows_nobody(
    file: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    format: str,  # noqa: A002
) -> None:
    monkeypatch.setenv("PST_DEBUG", "1")
    main(["check", str(file), "--format", format, *(["--all"] if format == "text" else [])])
    said = capsys.readouterr()
    assert said.out
    # A word behind a sign of YAML is not known to be a name before the file is known to be one, and
    # lines of a file that does not say that it is a complaint are shown.
    text = file.read_text(encoding="utf-8")
    open_to_see = "*" in text or (format == "text" and "pst-complaint/" not in text)
    assert open_to_see or not leaked(said.out + said.err)


def test_a_check_inside_a_program_shows_nobody(file: Path) -> None:
    assert not leaked(outcome(lambda: check_complaint(file).findings))


def test_the_step_of_a_file_shows_nobody(file: Path) -> None:
    def read() -> str:
        data = read_details(file, "rincian.yaml")
        return f"{'reporter' in data}"

    assert not leaked(outcome(read))


def test_only_what_is_clear_is_filed() -> None:
    filed = set()
    for name, text in WRITTEN.items():
        try:
            found = read_filing(text.encode())
        except (DefinitionError, SecrecyError):
            continue
        assert found.identity is not None
        filed.add(name)
    assert filed == SAFE_TO_FILE


def test_what_stands_beside_no_name_is_told_to_be_dropped() -> None:
    form = {"reporter": {"name": "Anonim", "phone": "0812"}, "channel": "letter", "text": "Antrean"}
    (note,) = read_filing(form).notes
    assert (note.key, "0812" in note.message("id") + repr(note)) == ("contact-dropped", False)
    nobody = {"reporter": {"name": "Anonim"}, "channel": "letter", "text": "Antrean"}
    assert read_filing(nobody).notes == ()


@pytest.mark.parametrize(
    ("more", "keys"),
    [
        ({}, []),
        ({"text": "Saya Zubaedah menunggu", "loss": "a"}, [("named-in-text", ("text",))]),
        ({"secrecy_ground": "Telepon 081234567890"}, [("named-in-text", ("secrecy_ground",))]),
        ({"text": "Telepon 081298765432"}, []),
        ({"identity": "secret"}, [("secret-ground", ())]),
        ({"identity": "secret", "secrecy_ground": "Pelapor takut"}, []),
        ({"proxy": True}, [("mandate", ())]),
        ({"proxy": True, "mandate": "Surat kuasa 1"}, []),
    ],
)
def test_what_the_desk_should_look_at_is_told_without_a_value(
    more: dict[str, Any], keys: list[tuple[str, tuple[str, ...]]]
) -> None:
    reporter = {"name": NAME, "phone": "081234567890"}
    form = {"reporter": reporter, "channel": "letter", "text": "Antrean", **more}
    notes = read_filing(form).notes
    assert [(note.key, note.fields) for note in notes] == keys
    assert not any(leaked(note.message(lang)) for note in notes for lang in ("id", "en"))


def test_reading_keeps_the_reporter_out_of_every_record() -> None:
    text = WRITTEN["well"].encode()
    record = read_record(text, ComplaintRecord)
    assert record.value.reporter is None
    assert "reporter" not in record.origin.data
    reading = read_data(text)
    assert "reporter" not in reading.definition.origin.layers[0].data
    form = {"format": "pst-complaint/1", "reporter": {"name": NAME}, "text": "x"}
    assert not leaked(repr(read_data(form).definition.origin.layers))
    assert form["reporter"] == {"name": NAME}  # who only looks changes nothing


def test_a_folder_keeps_the_reporter_out_as_well(tmp_path: Path) -> None:
    (tmp_path / "pengaduan.yaml").write_text(WRITTEN["well"], encoding="utf-8")
    assert not leaked(repr(read_path(tmp_path).definition.origin.layers))


def sealed_name(filing: Filing) -> bool:
    return filing.identity is not None and NAME not in masked(f"Saya {NAME}", known=filing.identity)


def test_a_form_is_emptied_of_the_reporter_and_its_parts() -> None:
    person = {"name": NAME}
    form = {"reporter": person, "channel": "letter", "text": "x"}
    assert sealed_name(read_filing(form))
    assert (person, "reporter" in form) == ({}, False)


def test_a_form_that_cannot_be_changed_is_read_all_the_same() -> None:
    form: Mapping[str, Any] = MappingProxyType(
        {"reporter": MappingProxyType({"name": NAME}), "channel": "letter", "text": "x"}
    )
    assert sealed_name(read_filing(form))


def test_a_record_is_parted_from_its_reporter() -> None:
    record = ComplaintRecord(reporter=Reporter(name=NAME), channel="letter", text="x")
    filing = read_filing(record)
    assert sealed_name(filing)
    assert filing.record.reporter is None
    assert read_filing(ComplaintRecord(channel="letter", text="x")).identity is None


@pytest.mark.parametrize("name", ["Anonim", " ANONIM ", "anonymous", "Hamba  Allah", "N.N."])
def test_anonim_in_place_of_a_name_seals_nothing(name: str) -> None:
    filing = read_filing({"reporter": {"name": name}, "channel": "letter", "text": "x"})
    assert (filing.identity, filing.mode) == (None, IdentityMode.ANONYMOUS)


def test_a_mode_that_is_stated_holds() -> None:
    form = {"reporter": {"name": NAME}, "identity": "secret", "channel": "letter", "text": "x"}
    assert read_filing(form).mode is IdentityMode.SECRET
    bare = {"reporter": None, "channel": "letter", "text": "x"}
    assert read_filing(bare).mode is IdentityMode.OPEN


def test_an_anonymous_complaint_of_somebody_named_is_refused() -> None:
    form = {"reporter": {"name": NAME}, "identity": "anonymous", "channel": "letter", "text": "x"}
    with pytest.raises(ComplaintError) as refused:
        read_filing(form)
    assert refused.value.key == "filing.anonymous-named"
    assert not leaked("\n".join(told(refused.value)))


def test_a_number_that_lost_its_nought_is_not_taken() -> None:
    with pytest.raises(SecrecyError) as refused:
        read_filing(WRITTEN["number doubtful"].encode())
    assert (refused.value.key, refused.value.params) == ("secrecy.field-text", {"field": "phone"})


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    for read in (read_filing, lambda path: read_details(path, "x.yaml")):
        with pytest.raises(DefinitionError) as refused:
            read(tmp_path / "tidak-ada.yaml")
        assert [one.rule for one in refused.value.findings] == ["DEF-013"]


def test_the_hand_holds_nothing_but_the_seal() -> None:
    hand = SealingHand()
    hand(None)
    assert hand.sealed() is None
    hand({"name": NAME})
    assert not leaked(f"{hand!r} {hand._identity} {hand._faults}")


def test_a_safeguard_that_is_taken_away_is_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pst_standards.definitions.withholding._OF_FORMATS", {})
    monkeypatch.setattr(ComplaintRecord, "WITHHELD", ())
    text = WRITTEN["well"].encode()
    assert leaked(repr(read_record(text, ComplaintRecord).origin.data))
    assert leaked(repr(read_data(text).definition.origin.layers))
    broken = WRITTEN["broken below"].encode()
    assert leaked(outcome(lambda: read_record(broken, ComplaintRecord)))
