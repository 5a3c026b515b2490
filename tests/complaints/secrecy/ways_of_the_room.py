"""Ways of complaints to show an identity: vaults, forms, desks, views and papers."""

from __future__ import annotations

import functools
import html
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pst_standards.calendar import Zone
from pst_standards.complaints import Case, Event, replay
from pst_standards.complaints.desk import Desk
from pst_standards.complaints.filing import read_filing
from pst_standards.complaints.registers import MemoryRegister
from pst_standards.complaints.secrecy import Role, Sealed, sealed, statistics, taken, view
from pst_standards.documents import complaint_papers as papers
from pst_standards.documents.kinds import RENDERERS
from pst_standards.documents.outline import Document
from tests.complaints.secrecy.at_hand import Scene
from tests.complaints.secrecy.ways_to_show import attempt


def guessed(at: Scene) -> str:
    """Say which guess is right, if equality or a set tells."""
    known = {value for _, value in at.fresh.sealed()}
    return " ".join(guess for guess in at.form().values() if Sealed(guess) in known)


def not_opened(at: Scene) -> str:
    return attempt(lambda: at.fresh.plain("name")) + attempt(lambda: at.fresh.plain("mother"))


def refused_forms(at: Scene) -> str:
    """Show what is told of a form that is refused, and what the caller still holds of it."""
    told = []
    for spoiling in ({"mother": "x"}, {"contact": ["x"]}, {"name": "x" * 2000}, {"nik": 1.5}):
        form: dict[str, Any] = {**at.form(), **spoiling}
        told.append(attempt(functools.partial(taken, form)) + str(form))
    return " ".join(told)


def taken_forms(at: Scene) -> str:
    form = at.form()
    return f"{taken(form)} {form}"


def filed_forms(at: Scene) -> str:
    form: dict[str, Any] = {"reporter": at.form(), "channel": "letter", "text": "Antrean"}
    found = read_filing(form)
    return f"{found!r} {found} {found.record!r} {vars(found.record)} {found.findings} {form}"


def refused_filings(at: Scene) -> str:
    """Show what is told of a complaint that is refused, and what the caller still holds of it."""
    told = []
    for spoiling in ({"channel": 5}, {"fee": "lima"}, {"pelapor": "x"}, {"identity": "anonymous"}):
        form: dict[str, Any] = {"reporter": at.form(), "text": "Antrean", **spoiling}
        told.append(attempt(functools.partial(read_filing, form)) + str(form))
    return " ".join(told)


def desks(at: Scene) -> str:
    desk = Desk(MemoryRegister(), at.vault, "A1", zone=Zone.WIB)
    form: dict[str, Any] = {"reporter": at.form(), "channel": "letter", "text": "Antrean"}
    taken_in = desk.file(form)
    log = [event.to_dict() for event in desk.register.events(taken_in.number)]
    named = functools.partial(desk.advance, taken_in.number, "complete", {"reporter": at.form()})
    shown = [desk.shown(taken_in.number, role) for role in Role]
    return f"{desk!r} {taken_in!r} {log} {shown} {list(desk.due())} {attempt(named)}"


def shapes(file: Path, form: dict[str, Any]) -> Iterator[Callable[[], Any]]:
    """Yield what makes each shape that a complaint may have; no frame on the way holds one."""
    written = json.dumps(form)
    file.write_text(written, encoding="utf-8")
    yield lambda: file
    yield lambda: str(file)
    yield lambda: json.loads(written)
    yield written.encode
    yield written[:-2].encode
    file.unlink()


def refused_at_desks(at: Scene) -> str:
    """Show what is told of a complaint that a desk refuses, in each shape that it may have."""
    desk, told = Desk(MemoryRegister(), at.vault, "A1", zone=Zone.WIB), []
    file = at.vault.path.with_name("complaint.json")
    spoilt: tuple[dict[str, Any], ...] = ({"channel": 5}, {"pelapor": "x"}, {"fee": 5})
    for spoiling in (*spoilt, {"reporter": {**at.form(), "phone": 812}}):
        form = {"reporter": at.form(), "channel": "letter", "text": "Antrean", **spoiling}
        told += [attempt(functools.partial(filed_at, desk, one)) for one in shapes(file, form)]
    return " ".join(told)


def filed_at(desk: Desk, shape: Callable[[], Any]) -> object:
    return desk.file(shape())


def refused_openings(at: Scene) -> str:
    asked = [
        lambda: at.vault.open(at.ref, officer="", reason=""),
        lambda: at.vault.seal(at),  # type: ignore[arg-type]
        lambda: sealed.plain(at.value, sealed.Permit()),
        lambda: setattr(at.value, "_pad", b""),
        lambda: delattr(at.value, "_pad"),
    ]
    return " ".join(map(attempt, asked))


def files(at: Scene) -> str:
    return " ".join(str(file.read_bytes()) for file in at.vault.path.parent.iterdir())


def shown_views(at: Scene) -> str:
    case = at.case()
    seen = {role: view(case, role) for role in Role if role is not Role.EXAMINER}
    reporter = seen.pop(Role.REPORTER)
    return f"{seen} {reporter['text']} {statistics({**case, 'filed_at': case['loss']})}"


def outlines(at: Scene) -> tuple[Document, ...]:
    """Compose every paper of a case that tells all of somebody whose identity is not opened."""
    told = str(at.form())
    filed = {
        "number": "P-1",
        "channel": "complaint_desk",
        "place": told,
        "reporter": str(at.ref),
        "text": told,
        "loss": told,
        "request": told,
        "served_on": "2026-03-09",
    }
    case = _decided(filed, told)
    record = papers.record_of_examination_document(
        case, matter=told, answers=[(told, told)], known_as=at.opened
    )
    return (
        papers.receipt_document(case, identity=at.fresh, code="K"),
        papers.complaint_decision_document(case, identity=at.fresh),
        record,
        *(papers.notice_document(case, place, identity=at.fresh) for place in (1, -1)),
    )


def composed(at: Scene) -> str:
    return str(outlines(at))


def printed_papers(at: Scene, form: str) -> str:
    return " ".join(read(RENDERERS[form](one)) for one in outlines(at))


def _decided(filed: dict[str, str], told: str) -> Case:
    """Take a complaint to its decision, with what somebody is in every text of it."""
    issued = {
        "identity": True,
        "description": True,
        "signed": True,
        "officer": "A1",
        "place": told,
        "received_at": "2026-03-10T09:00+07:00",
    }
    steps: tuple[tuple[str, dict[str, Any]], ...] = (
        ("file", filed),
        ("issue_receipt", issued),
        ("review", {"handler": {"officer": "A2"}}),
        ("classify", {"complaint_class": "supervisory"}),
        ("declare_complete", {"handler": {"officer": "A3"}}),
        ("begin_examination", {"examiner": {"officer": "C1"}}),
        ("hear", {"party": "reported", "record": told}),
        ("take_evidence", {"party": "reported", "evidence": told}),
        ("decide", {"outcome": "proven", "reasons": told, "actions": [{"id": "a", "text": told}]}),
        ("carry_out", {"action": "a", "refused": told}),
    )
    at = "2026-03-10T09:00:00+07:00"
    return replay(
        Event.from_dict({"step": step, "at": at, "by": "A1", "data": data}) for step, data in steps
    )


def read(data: bytes) -> str:
    """Return what is in a file, a Word file unpacked."""
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            data = b" ".join(map(archive.read, archive.namelist()))
    return html.unescape(data.decode("utf-8", "replace"))
