"""Every way we know of turning an object into something that can be read, tried on identities."""

from __future__ import annotations

import base64
import copy
import csv
import dataclasses
import datetime as dt
import functools
import gc
import hashlib
import html
import inspect
import io
import json
import logging
import marshal
import pickle
import pprint
import reprlib
import sqlite3
import string
import textwrap
import traceback
import types
import warnings
import zipfile
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import attrs
import cattrs
import docx
import pydantic
import pytest
import rich.console
import rich.traceback
import ruamel.yaml
import yaml

from pst_standards.calendar import Zone
from pst_standards.complaints import Case, Event, replay
from pst_standards.complaints.desk import Desk
from pst_standards.complaints.filing import read_filing
from pst_standards.complaints.registers import MemoryRegister
from pst_standards.complaints.secrecy import (
    Identity,
    IdentityRef,
    Role,
    Sealed,
    SecrecyError,
    Vault,
    identity,
    keys,
    masked,
    masking,
    sealed,
    statistics,
    taken,
    vaults,
    view,
    views,
)
from pst_standards.documents import complaint_papers as papers
from pst_standards.documents.compose import complaint_case
from pst_standards.documents.kinds import RENDERERS
from pst_standards.documents.outline import Document
from pst_standards.model.complaint_case import ComplaintRecord

Person: TypeAlias = dict[str, str]


def person(seed: int) -> Person:
    """Make somebody whose every field is unlike anything else."""
    digest = hashlib.sha256(str(seed).encode()).hexdigest()
    letters = digest.translate(str.maketrans(string.digits, "ghijklmnop")).title()
    number = f"{int(digest, 16) % 10**9:09}"
    return {
        "name": f"{letters[:9]} {letters[9:20]}",
        "address": f"Jalan {letters[20:32]} {number[:3]}",
        "nik": f"332201410190{number[3:7]}",
        "phone": f"0812{number[:8]}",
        "email": f"{letters[32:44]}@contoh.example",
    }


@attrs.frozen(kw_only=True)
class Scene:
    """What code that works with identities has in its hands; nothing in it is plain."""

    fresh: Identity
    opened: Identity
    value: Sealed
    vault: Vault
    ref: IdentityRef
    case: Callable[[], dict[str, Any]] = attrs.field(repr=False)
    form: Callable[[], Person] = attrs.field(repr=False)

    def held(self) -> tuple[object, ...]:
        """Return the objects that must not show anything."""
        return self.fresh, self.opened, self.value, self.vault, [self.value], {"k": self.fresh}


def scene(somebody: Person, vault: Vault) -> Scene:
    ref = vault.seal(taken(dict(somebody)))
    fresh = taken(dict(somebody))
    assert fresh.name is not None
    told = "; ".join(somebody.values())
    return Scene(
        fresh=fresh,
        opened=vault.open(ref, officer="A1", reason=f"memanggil {somebody['name']}"),
        value=fresh.name,
        vault=vault,
        ref=ref,
        case=lambda: {
            "number": "PGD-2026-7K3M9Q2T",
            "reporter": str(ref),
            "reporter_data": {**somebody, "sealed": fresh},
            "text": masked(f"Saya {told}.", known=fresh),
            "loss": f"{somebody['nik']} {somebody['phone']} {somebody['email']}",
            "place": fresh.name,
            "handler": {"officer": "A1", "note": told},
            "filed_at": dt.datetime(2026, 10, 5, tzinfo=dt.UTC),
        },
        form=lambda: dict(somebody),
    )


# -- channels: each returns whatever could be read ------------------------------------------------


def each(show: Callable[[Any], object]) -> Callable[[Scene], str]:
    """Try a way of showing on every object at hand; what it refuses with is read as well."""

    def channel(at: Scene) -> str:
        return "\n".join(attempt(functools.partial(show, one)) for one in at.held())

    return channel


def attempt(call: Callable[[], object]) -> str:
    try:
        return str(call())
    except Exception as error:  # noqa: BLE001 - whatever it is, it is read
        return told_by(error)


def told_by(error: BaseException) -> str:
    shown = traceback.TracebackException.from_exception(error, capture_locals=True)
    attributes = {name: getattr(error, name, None) for name in dir(error)}
    return f"{error} {error!r} {error.args} {attributes} {''.join(shown.format())}"


def formatted(one: object) -> str:
    parts = [f"{one}", f"{one!r}", f"{one!s}", f"{one:}", f"{one=}", "{0}".format(one)]  # noqa: UP030, UP032
    return " ".join([*parts, "%s %r" % (one, one), string.Template("$x").substitute(x=one)])  # noqa: UP031


def format_spec(one: object) -> str:
    return f"{one:>40}"


def printed(one: object) -> str:
    out = io.StringIO()
    with redirect_stdout(out):
        print(one, [one], {"k": one})  # noqa: T201 - the channel
    return out.getvalue()


def logged(one: object) -> str:
    record = logging.LogRecord("pst", logging.INFO, "x.py", 1, "%s %r", (one, one), None)
    record.identity = one
    return f"{logging.Formatter('%(message)s %(identity)s').format(record)} {record.__dict__}"


def raised(one: object) -> str:
    try:
        local = one
        raise ValueError(local)  # noqa: TRY301 - the channel
    except ValueError as error:
        return told_by(error)


def slots_of(one: object) -> dict[str, object]:
    names = [name for kind in type(one).__mro__ for name in getattr(kind, "__slots__", ())]
    return {name: getattr(one, name) for name in names if not name.startswith("__")}


def jsoned(one: object) -> str:
    return json.dumps(one, default=str) + json.dumps(one, default=repr)


def jsoned_by_slots(one: object) -> str:
    return json.dumps([one], default=lambda x: x.hex() if isinstance(x, bytes) else slots_of(x))


def yamled(one: object) -> str:
    return str(yaml.dump(one))


def ruameled(one: object) -> str:
    out = io.StringIO()
    ruamel.yaml.YAML(typ="unsafe", pure=True).dump(one, out)
    return out.getvalue()


def csved(one: object) -> str:
    out = io.StringIO()
    csv.writer(out).writerow([one])
    csv.DictWriter(out, ["k"]).writerow({"k": one})
    return out.getvalue()


def read_again(one: object) -> str:
    """Show what who gets a pickle can read from it."""
    return f"{one} " + (sealed.uncovered(one) if isinstance(one, Sealed) else "")


def pickled(one: object) -> str:
    return " ".join(
        attempt(functools.partial(_through_pickle, one, protocol))
        for protocol in (0, 2, pickle.HIGHEST_PROTOCOL)
    )


def _through_pickle(one: object, protocol: int) -> str:
    data = pickle.dumps(one, protocol)
    return f"{data!r} {read_again(pickle.loads(data))}"  # noqa: S301 - of this test


def members(one: object, depth: int = 3) -> str:
    """Show what a debugger shows when a variable is unfolded."""
    if depth == 0 or isinstance(one, str | bytes | type | types.FunctionType | types.ModuleType):
        return repr(one)
    found = [(name, value) for name, value in inspect.getmembers(one) if not callable(value)]
    return repr(found) + " ".join(members(value, depth - 1) for _, value in found if value)


def referents(one: object) -> str:
    """Show the text and bytes that an object refers to, however it hides them."""
    seen, waiting, shown = set[int](), [one], list[str]()
    while waiting:
        here = waiting.pop()
        if id(here) in seen or isinstance(here, type | types.ModuleType | types.FunctionType):
            continue
        seen.add(id(here))
        shown.append(repr(here))
        waiting.extend(gc.get_referents(here))
    return " ".join(shown)


def attrsed(one: Any) -> str:
    return f"{attrs.asdict(one)} {attrs.astuple(one)} {attrs.evolve(one)}"


@dataclasses.dataclass
class Holder:
    one: object


class Model(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(arbitrary_types_allowed=True)
    one: Any = None
    two: int = 0


def pydanticked(one: object) -> str:
    held = Model(one=one)
    return f"{held} {vars(held)} {held.model_dump()}" + attempt(lambda: Model(two=one))  # type: ignore[arg-type]


def pydantic_json(one: object) -> str:
    return Model(one=one).model_dump_json(fallback=str)


def in_word(one: object) -> str:
    paragraph = docx.Document().add_paragraph(f"{one}")
    return paragraph.text + paragraph._p.xml


def in_html(one: object) -> str:
    return html.escape(str(one)) + html.escape(repr(one))


def rich_traceback(one: object) -> str:
    out = rich.console.Console(file=io.StringIO(), width=200)
    try:
        local = [one]
        raise ValueError(local)  # noqa: TRY301 - the channel
    except ValueError:
        out.print(one, rich.traceback.Traceback(show_locals=True))
    assert isinstance(out.file, io.StringIO)
    return out.file.getvalue()


def warned(one: object) -> str:
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        warnings.warn(f"{one}", stacklevel=1)
    return str(seen[0])


def in_sqlite(one: object) -> str:
    db = sqlite3.connect(":memory:")
    try:
        return str(db.execute("SELECT ?", (one,)).fetchone())
    finally:
        db.close()


def as_container(one: object) -> str:
    """Show length, parts and bytes: whatever of a text could be asked for."""
    asked: list[Callable[[Any], object]] = [len, list, bytes, iter, hash, memoryview, marshal.dumps]
    return " ".join(attempt(functools.partial(ask, one)) for ask in asked)


def copied(one: object) -> str:
    both = copy.copy(one), copy.deepcopy(one)
    return f"{both} {[slots_of(part) for part in both]}"


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


CHANNELS: dict[str, Callable[[Scene], str]] = {
    "repr": each(repr),
    "str": each(str),
    "format": each(formatted),
    "format with a width": each(format_spec),
    "print": each(printed),
    "pprint": each(pprint.pformat),
    "reprlib": each(reprlib.repr),
    "textwrap": each(lambda one: textwrap.shorten(f"{one}", 80)),
    "logging": each(logged),
    "exception": each(raised),
    "json": each(jsoned),
    "json of slots": each(jsoned_by_slots),
    "yaml": each(yamled),
    "ruamel": each(ruameled),
    "csv": each(csved),
    "pickle": each(pickled),
    "copy": each(copied),
    "vars": each(vars),
    "debugger": each(members),
    "referents": each(referents),
    "getstate": each(lambda one: one.__getstate__()),
    "attrs": each(attrsed),
    "cattrs": each(cattrs.Converter().unstructure),
    "dataclasses": each(lambda one: dataclasses.asdict(Holder(one))),
    "pydantic": each(pydanticked),
    "pydantic json": each(pydantic_json),
    "html": each(in_html),
    "warnings": each(warned),
    "sqlite": each(in_sqlite),
    "container": each(as_container),
    "guessing": guessed,
    "not opened": not_opened,
    "refused forms": refused_forms,
    "taken forms": taken_forms,
    "filed forms": filed_forms,
    "refused filings": refused_filings,
    "refused openings": refused_openings,
    "views": shown_views,
    "papers": composed,
}
# Slow, and the same for each identity of a vault: tried on the last.
ONCE: dict[str, Callable[[Scene], str]] = {
    "desks": desks,
    "refused at desks": refused_at_desks,
    "docx": each(in_word),
    "rich": each(rich_traceback),
    "files": files,
    "papers as docx": functools.partial(printed_papers, form="docx"),
    "papers as html": functools.partial(printed_papers, form="html"),
}


def leaks(somebody: Person, shown: str) -> Iterator[str]:
    for field, value in somebody.items():
        parts = value.split() if field == "name" else [value]
        for part in parts:
            coded = base64.b64encode(part.encode()).decode()[: len(part) // 3 * 4]
            if any(form in shown for form in (part, coded, part.encode().hex())):
                yield field


class Found(NamedTuple):
    channel: str
    field: str


def scan(vault: Vault, count: int, only: str = "") -> set[Found]:
    """Look through all channels, or through one, for each of ``count`` identities."""
    found: set[Found] = set()
    for seed in range(count):
        somebody = person(seed)
        at = scene(somebody, vault)
        for name, channel in {**CHANNELS, **(ONCE if seed == count - 1 else {})}.items():
            if only in ("", name):
                shown = attempt(functools.partial(channel, at))
                found |= {Found(name, field) for field in leaks(somebody, shown)}
    return found


@pytest.mark.unmeasured
@pytest.mark.slow
def test_five_hundred_identities_leak_through_no_channel(vault: Vault) -> None:
    assert len(CHANNELS) + len(ONCE) >= 20
    assert scan(vault, 500) == set()


# -- the test itself: each safeguard is taken away, and is missed ----------------------------------

Patch: TypeAlias = pytest.MonkeyPatch


def hold_plainly(patch: Patch) -> None:
    def plainly(value: str) -> tuple[bytes, bytes]:
        whole = len(value).to_bytes(4, "big") + value.encode()
        return bytes(len(whole)), whole

    patch.setattr(sealed, "_hidden", plainly)


def let_pickle(patch: Patch) -> None:
    for name in ("__reduce_ex__", "__getstate__", "__setattr__"):
        patch.delattr(Sealed, name)


def show_itself(patch: Patch) -> None:
    patch.setattr(Sealed, "__str__", sealed.uncovered)


def let_compare(patch: Patch) -> None:
    patch.setattr(Sealed, "__eq__", lambda one, two: str(uncovered(one)) == uncovered(two))
    patch.setattr(Sealed, "__hash__", lambda one: hash(uncovered(one)))


uncovered = sealed.uncovered


def open_without_permit(patch: Patch) -> None:
    patch.setattr(Identity, "plain", lambda one, field: uncovered(getattr(one, field)))


def leave_the_form(patch: Patch) -> None:
    patch.setattr(identity, "_empty", lambda _: None)


def raise_beside_the_form(patch: Patch) -> None:
    found = identity.faults_in

    def raising(given: Any) -> tuple[SecrecyError, ...]:
        for one in found(given):
            raise one
        return ()

    patch.setattr(identity, "faults_in", raising)


def hold_the_source(patch: Patch) -> None:
    real = Desk.file

    def file(desk: Desk, source: Any) -> Any:
        # The frame of who reads it holds it until the end.
        return real(desk, source)

    patch.setattr(Desk, "file", file)


def encrypt_nothing(patch: Patch) -> None:
    patch.setattr(keys.Key, "encrypt", lambda _, plain, *, about: plain)  # noqa: ARG005
    patch.setattr(keys.Key, "decrypt", lambda _, box, *, about: box)  # noqa: ARG005


def show_the_whole_case(patch: Patch) -> None:
    everything = dict.fromkeys(("reporter_data", "place", "text", "number"), views.Shown.PLAIN)
    inner = dict.fromkeys(person(0), views.Shown.PLAIN)
    patch.setattr(
        views, "WHITELISTS", {role: {**everything, "reporter_data": inner} for role in Role}
    )


def print_unopened(patch: Patch) -> None:
    patch.setattr(
        complaint_case.Sheet,
        "named",
        lambda sheet, field: uncovered(getattr(sheet.facts.identity, field)),
    )


def print_words_as_they_are(patch: Patch) -> None:
    patch.setattr(complaint_case, "masked", lambda words, *_, **__: words)


def mask_nothing(patch: Patch) -> None:
    patch.setattr(views, "masked", lambda words, _: words)


def forget_who_is_known(patch: Patch) -> None:
    patch.setattr(masking, "_without_known", lambda words, *_: words)


def read_the_reporter(patch: Patch) -> None:
    patch.setattr(ComplaintRecord, "WITHHELD", ())


SAFEGUARDS: dict[str, tuple[Callable[[Patch], None], str]] = {
    "values are held as random bytes": (hold_plainly, "debugger"),
    "nothing is pickled": (let_pickle, "pickle"),
    "str shows a placeholder": (show_itself, "csv"),
    "equality is being the same": (let_compare, "guessing"),
    "a permit is needed": (open_without_permit, "not opened"),
    "the form is emptied": (leave_the_form, "taken forms"),
    "nothing is raised beside the form": (raise_beside_the_form, "refused forms"),
    "the reporter comes into no record": (read_the_reporter, "filed forms"),
    "a desk lets go of what it reads": (hold_the_source, "refused at desks"),
    "the file is encrypted": (encrypt_nothing, "files"),
    "views are whitelists": (show_the_whole_case, "views"),
    "free text is masked": (mask_nothing, "views"),
    "the name is taken out of the text": (forget_who_is_known, "views"),
    "an identity is printed only when opened": (print_unopened, "papers"),
    "what is printed of a text is masked": (print_words_as_they_are, "papers as docx"),
}


@pytest.mark.unmeasured
@pytest.mark.slow
@pytest.mark.parametrize("name", SAFEGUARDS)
def test_a_safeguard_that_is_taken_away_is_missed(
    vault: Vault, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    remove, channel = SAFEGUARDS[name]
    assert scan(vault, 1, channel) == set()
    with monkeypatch.context() as patch:
        remove(patch)
        other = Vault.at(vault.path.with_name("w.db"), key_file=vault.key_file)
        assert scan(other, 3, channel)


def test_only_what_must_reads_sealed_values() -> None:
    package = Path(sealed.__file__).parents[2]
    readers = {
        file.relative_to(package).as_posix()
        for file in package.rglob("*.py")
        if "import uncovered" in (source := file.read_text(encoding="utf-8"))
        or ", uncovered" in source
        or "_pad" in source
    }
    folder = "complaints/secrecy"
    assert readers == {
        f"{folder}/{name}.py" for name in ("codes", "keys", "masking", "sealed", "vaults")
    }
    assert vaults.uncovered is sealed.uncovered  # type: ignore[attr-defined]
