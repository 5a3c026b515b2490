"""Every way we know of turning an object into something that can be read, tried on identities."""

from __future__ import annotations

import base64
import dataclasses
import functools
import pprint
import reprlib
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import cattrs
import pytest

from pst_standards.complaints.desk import Desk
from pst_standards.complaints.secrecy import (
    Identity,
    Role,
    Sealed,
    SecrecyError,
    Vault,
    identity,
    keys,
    masking,
    sealed,
    vaults,
    views,
)
from pst_standards.documents.compose import complaint_case
from pst_standards.model.complaint_case import ComplaintRecord
from tests.complaints.secrecy.at_hand import Person, Scene, person, scene
from tests.complaints.secrecy.ways_of_the_room import (
    composed,
    desks,
    filed_forms,
    files,
    guessed,
    not_opened,
    printed_papers,
    refused_at_desks,
    refused_filings,
    refused_forms,
    refused_openings,
    shown_views,
    taken_forms,
)
from tests.complaints.secrecy.ways_to_show import (
    Holder,
    as_container,
    attempt,
    attrsed,
    copied,
    csved,
    each,
    format_spec,
    formatted,
    in_html,
    in_sqlite,
    in_word,
    jsoned,
    jsoned_by_slots,
    logged,
    members,
    pickled,
    printed,
    pydantic_json,
    pydanticked,
    raised,
    referents,
    rich_traceback,
    ruameled,
    warned,
    yamled,
)

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
