"""Which document a file is: it says so itself, or its text does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple, TypeAlias, get_args

from pst_standards.documents.inputs import NO_INPUTS, Inputs
from pst_standards.documents.outline import Lang
from pst_standards.documents.targets import KINDS, Target, targets
from pst_standards.documents.verifying.errors import UnverifiableError
from pst_standards.documents.verifying.lines import Contents, compared_by
from pst_standards.model.definition import Definition

Compose: TypeAlias = Callable[[Target, Lang], Contents]
"""Composes a document and reads it back."""
Title: TypeAlias = Callable[[Target, Lang], str]
"""Composes a document and returns its title."""

_LANGUAGES: Final[tuple[Lang, ...]] = get_args(Lang)
_LIKE: Final = 0.4
"""Least share of lines that a file has in common with the document it is."""


class Known(NamedTuple):
    """What documents are made of here: a definition, and what else was given."""

    definition: Definition
    inputs: Inputs = NO_INPUTS

    def targets(self, kind: str) -> Iterator[Target]:
        """Yield the documents of a kind: those of the definition alone, then those of more."""
        yield from targets(self.definition, kind)
        if self.inputs != NO_INPUTS:
            more = targets(self.definition, kind, self.inputs)
            yield from (target for target in more if target.rests_on)


def recognised(file: Contents, known: Known, compose: Compose, title: Title) -> tuple[Target, Lang]:
    """Return which document a file is, and its language.

    Raises ``UnverifiableError`` when it rests on more than what is at hand, is of a kind that there
    is not, or a document of which there is no input here, or none that looks like it.
    """
    kind, lang = file.facts.get("pst-kind"), file.facts.get("pst-lang", "")
    if kind is None:
        return _likeliest(file, known, compose, title)
    if kind not in KINDS or lang not in _LANGUAGES:
        raise UnverifiableError("kind", kind=kind)
    service = file.facts.get("pst-service")
    further = file.facts.get("pst-rests-on", "")
    if further and file.format == "pdf":
        # Nothing but the hash of the definition is compared, for which no document is composed.
        return Target(kind=kind, service=service, rests_on=further), lang
    found = [
        target
        for target in known.targets(kind)
        if (target.service, target.rests_on) == (service, further)
    ]
    if further and not found:
        raise UnverifiableError("rests-on-more", kind=kind, option=f"--{further}")
    if not found:
        raise UnverifiableError("no-input", document=Target(kind=kind, service=service).stem)
    if len(found) > 1:  # several sheets, of which a larger one may say more, or letters
        found.sort(key=lambda target: _likeness(file, compose(target, lang)), reverse=True)
    return found[0], lang


def _likeliest(file: Contents, known: Known, compose: Compose, title: Title) -> tuple[Target, Lang]:
    choices = [
        (target, lang) for kind in KINDS for target in known.targets(kind) for lang in _LANGUAGES
    ]
    lines = {line.key for line in file.lines}
    # Most documents keep their title, and then few have to be drawn and read back.
    named = [one for one in choices if compared_by(title(*one)) in lines]
    found = [(_likeness(file, compose(*one)), one) for one in named or choices]
    likeness, likeliest = max(found, key=lambda one: one[0], default=(0.0, None))
    if likeliest is None or likeness < _LIKE:
        raise UnverifiableError("foreign")
    return likeliest


def _likeness(one: Contents, other: Contents) -> float:
    left, right = (Counter(line.key for line in side.lines) for side in (one, other))
    total = left.total() + right.total()
    return 2 * (left & right).total() / total if total else 0.0
