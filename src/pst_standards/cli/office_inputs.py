"""Events, complaints and answers of many offices: folders with a file or a folder for each."""

from __future__ import annotations

import argparse
import io
import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from pst_standards.cli.build_inputs import DEPENDING, gathered, refuse_idle, today
from pst_standards.cli.console import Console, shown
from pst_standards.cli.exits import Exit, Refusal
from pst_standards.cli.running import Run
from pst_standards.cli.speech import speaker

if TYPE_CHECKING:
    from pst_standards.definitions import Reading
    from pst_standards.documents.bulk import Given, Office

FOLDERS: Final = ("events", "register", "answers", "notes")
"""Options that name a folder of one file or folder an office, where there are several offices."""
_CODE: Final = re.compile(r"[\w-][\w.-]*")
_BESIDE: Final = ".toml"
"""Ending of what is said of answers in a file beside them."""
_OPEN: Final = ("-wal", "-shm", "-journal")
"""Endings of what a register that is in use has beside itself."""


def office_inputs(work: Run) -> OfficeInputs | None:
    """Return where the offices of a folder have their input; ``None`` where none is given.

    Raises ``Refusal`` for what is no folder, and for an option that says nothing here.
    """
    _refuse_unfit(work.options)
    options = work.options
    given = {name: _places(options, name) for name in FOLDERS if _places(options, name)}
    if not given:
        return None
    as_of = options.as_of or today()
    return OfficeInputs(folders=given, options={**vars(options), "as_of": as_of}, lang=work.lang)


def _refuse_unfit(options: argparse.Namespace) -> None:
    for name in FOLDERS:
        for place in _places(options, name):
            if not Path(place).is_dir():
                raise Refusal("build-folder-of-input", option=f"--{name}", place=shown(place))
    if options.details:
        raise Refusal("build-one-office", option="--details")
    refuse_idle(options)


def _places(options: argparse.Namespace, name: str) -> tuple[str, ...]:
    found = getattr(options, name)
    return tuple(found) if isinstance(found, list) else (found,) if found else ()


@frozen(kw_only=True, slots=False)
class OfficeInputs:
    """Finds the input of each office in the folders of all, as the processes that build ask."""

    folders: Mapping[str, Sequence[str]]
    options: Mapping[str, Any] = field(repr=False)
    lang: str

    def fingerprint(self, office: Office, code: str) -> str:
        """Return a checksum over the files of an office and the options that say something of it.

        A report on complaints tells how things stand on a day, so that is a part of it.
        """
        found = {name: list(self._files(name, office, code)) for name in self.folders}
        if not any(found.values()):
            return ""
        said = [one for name, files in found.items() if files for one in DEPENDING.get(name, ())]
        facts = {
            "options": {one: str(self.options[one.replace("-", "_")]) for one in said},
            "files": {name: [_told(file) for file in files] for name, files in found.items()},
        }
        return sha256(json.dumps(facts, sort_keys=True).encode("ascii")).hexdigest()

    def give(self, office: Office, reading: Reading) -> Given:
        """Read what an office has, as ``pst build`` of that office alone reads it."""
        from pst_standards.cli.failures import told
        from pst_standards.documents.bulk import Given, GivenError

        own = reading.definition.office
        code = (own.code or "").strip() if own else ""
        beside = io.StringIO()
        console = Console(io.StringIO(), io.StringIO(), beside, {})
        say = speaker(self.lang)
        try:
            work = Run(self._asked(office, code), console, say, self.lang)
            found = gathered(work, reading)
        except Refusal as refusal:
            beside.write(say(f"refusal.{refusal.key}", **refusal.params))
            raise GivenError(_line(beside)) from None
        except Exception as error:
            sentence, ending = told(error, self.lang)
            if ending is Exit.FAULT:
                raise
            beside.write(sentence)
            raise GivenError(_line(beside)) from None
        return Given(inputs=found.inputs, sound=found.sound, told=_line(beside))

    def without_office(
        self,
        offices: Sequence[Office],
        codes: Mapping[str, str],
        further: Collection[str] = (),
        unknown: Sequence[Path] = (),
    ) -> Iterator[str]:
        """Yield what stands in the folders and is of none of these offices, of the codes given.

        There may be ``further`` codes. What the files of ``unknown`` definitions speak of may be
        theirs.
        """
        known = {one for office in offices for one in _names(office, codes.get(office.name, ""))}
        known.update(further)
        texts = [text for place in unknown for text in _texts(place)]
        parts = {one.rpartition("/")[0] for one in known} | {one.split("/")[0] for one in known}
        for name, places in self.folders.items():
            for item in (item for place in places for item in sorted(Path(place).iterdir())):
                key = item.name if item.is_dir() else item.stem
                if not _is_input(name, item) or key in known or key in parts:
                    continue
                if not any(key.encode("utf-8", "surrogateescape") in text for text in texts):
                    yield shown(item)

    def _asked(self, office: Office, code: str) -> argparse.Namespace:
        """Return the options as if this office had been built alone."""
        found = {name: list(map(str, self._of(name, office, code))) for name in FOLDERS}
        single = {name: self._one(name, found[name]) for name in ("register", "notes")}
        options = {**self.options, **found, **single}
        for name, depending in DEPENDING.items():
            if not options[name]:
                options.update({one.replace("-", "_"): None for one in depending})
        return argparse.Namespace(**options)

    def _one(self, name: str, files: Sequence[str]) -> str | None:
        if len(files) > 1:
            told = ", ".join(map(shown, files))
            raise Refusal("build-several-of-one", option=f"--{name}", files=told)
        return files[0] if files else None

    def _of(self, name: str, office: Office, code: str) -> Iterator[Path]:
        """Yield the files or, of events, also the folder that are those of an office."""
        for place in self.folders.get(name, ()):
            found = (self._at(name, Path(place), one) for one in _names(office, code))
            yield from next(filter(None, found), ())

    def _at(self, name: str, place: Path, key: str) -> list[Path]:
        home = place / key
        if home.is_dir():
            inside = [item for item in self._listed(home) if _is_input(name, item)]
            return [home] if name == "events" and inside else inside
        files = [item for item in self._listed(home.parent) if item.stem == home.name]
        return [item for item in files if item.is_file() and _is_input(name, item)]

    def _files(self, name: str, office: Office, code: str) -> Iterator[Path]:
        """Yield all that counts for an office: also what is said of answers beside them."""
        for one in self._of(name, office, code):
            yield from self._listed(one) if one.is_dir() else (one,)
            beside = one.with_suffix(_BESIDE)
            if name == "answers" and beside != one and beside in self._listed(one.parent):
                yield beside

    def _listed(self, folder: Path) -> list[Path]:
        if folder not in self._known:
            self._known[folder] = sorted(folder.iterdir()) if folder.is_dir() else []
        return self._known[folder]

    @cached_property
    def _known(self) -> dict[Path, list[Path]]:
        return {}


def _names(office: Office, code: str) -> Iterator[str]:
    """Yield the names that the input of an office may have: its place, its code, its own name."""
    yield office.name
    if _CODE.fullmatch(code):
        yield code
    yield office.name.rpartition("/")[2]


def _texts(place: Path) -> Iterator[bytes]:
    """Yield the name of a definition, and the bytes of its files as far as they can be read."""
    from pst_standards.definitions.folders import content_of, files_of

    yield place.name.encode("utf-8", "surrogateescape")
    for file in files_of(place):
        yield content_of(file).replace(b"\0", b"")


def _is_input(name: str, item: Path) -> bool:
    if item.name.startswith((".", "~")) or item.name.endswith(_OPEN):
        return False
    return not (name == "answers" and item.suffix == _BESIDE)


def _told(file: Path) -> list[str]:
    from pst_standards.documents.bulk.digests import digest_of_file

    return [file.name, digest_of_file(file)]


def _line(beside: io.StringIO) -> str:
    return " ".join(beside.getvalue().split("\n")).strip()
