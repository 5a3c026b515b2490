"""The documents of ours that evidence asks for, made once each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from attrs import field, frozen

from pst_standards.documents.every_kind import EVERY_KIND
from pst_standards.documents.identity import definition_hash
from pst_standards.documents.inputs import NO_INPUTS, Inputs
from pst_standards.documents.kinds import chosen_language, composed, files_of, nothing
from pst_standards.documents.outline import Paper
from pst_standards.documents.targets import Target, fit, has_input, targets
from pst_standards.model.facility import FacilityKind
from pst_standards.rules.premises import premises_of

if TYPE_CHECKING:
    from pst_standards.model.definition import Definition


class Made(NamedTuple):
    """A file of ours: its name, its bytes, and whether it is still a draft."""

    name: str
    data: bytes
    draft: bool


@frozen(kw_only=True)
class Papers:
    """Makes the documents of a definition, each kind when it is first asked for."""

    definition: Definition
    lang: str
    formats: tuple[str, ...]
    assets: Mapping[str, bytes] | None = None
    inputs: Inputs = NO_INPUTS
    _made: dict[str, tuple[Made, ...]] = field(factory=dict, init=False, repr=False, eq=False)

    def of(self, kind: str) -> tuple[Made, ...]:
        """Return the files of a kind; none where their input is lacking."""
        if kind not in self._made:
            self._made[kind] = tuple(self._make(kind))
        return self._made[kind]

    def photos(self, kinds: Sequence[str], name: str) -> Iterator[Made]:
        """Yield the photos that the definition has of some kinds of facilities.

        Each is called ``name`` and the id of its facility.
        """
        for facility, file in self._named(kinds):
            data = (self.assets or {}).get(file)
            if data is not None:
                end = PurePosixPath(file.replace("\\", "/")).suffix.lower()
                yield Made(f"{name}-{fit(facility)}{end}", data, draft=False)

    def unusable(self, kinds: Sequence[str]) -> tuple[str, ...]:
        """Return the photos of some kinds of facilities that are named and cannot be used."""
        return tuple(file for _, file in self._named(kinds) if file not in (self.assets or {}))

    def _named(self, kinds: Sequence[str]) -> Iterator[tuple[str, str]]:
        for one in premises_of(self.definition):
            file = one.facility.photo.file if one.facility.photo else None
            if file and not one.kinds.isdisjoint(map(FacilityKind, kinds)):
                yield one.facility.id, file

    def lacking(self, kind: str) -> str:
        """Return why there is no document of a kind, in words."""
        return nothing(self.definition, kind, self.inputs).message(self.lang)

    def _make(self, kind: str) -> Iterator[Made]:
        if not has_input(self.definition, kind, self.inputs):
            return
        known = EVERY_KIND[kind]
        formats = [name for name in self.formats if name in known.formats] or known.formats[:1]
        for target in targets(self.definition, kind, self.inputs):
            # An evaluator reads the sheet that fits a folder; the large one hangs on the wall.
            if not known.papers or target.paper is known.papers[-1]:
                yield from self._files(target, formats)

    def _files(self, target: Target, formats: Sequence[str]) -> Iterator[Made]:
        found = composed(
            self.definition,
            target,
            lang=chosen_language(self.definition, self.lang),
            paper=Paper.A4,
            assets=self.assets,
            sha256=self._sha256,
        )
        for name in formats:
            for end, data in files_of(found.document, name):
                yield Made(f"{target.stem}{end}", data, found.document.draft)

    @cached_property
    def _sha256(self) -> str:
        return definition_hash(self.definition)
