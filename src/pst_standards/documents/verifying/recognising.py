"""Which document a file is: it says so itself, or its text does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Final, TypeAlias, get_args

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


def recognised(
    file: Contents, definition: Definition, compose: Compose, title: Title
) -> tuple[Target, Lang]:
    """Return which document of a definition a file is, and its language.

    Raises ``UnverifiableError`` when it rests on more than a definition, is of a kind that there is
    not, or a document of which this definition has no input, or none that looks like it.
    """
    kind, lang = file.facts.get("pst-kind"), file.facts.get("pst-lang", "")
    if kind is None:
        return _likeliest(file, definition, compose, title)
    if kind not in KINDS or lang not in _LANGUAGES:
        raise UnverifiableError("kind", kind=kind)
    if further := file.facts.get("pst-rests-on"):
        raise UnverifiableError("rests-on-more", kind=kind, option=f"--{further}")
    service = file.facts.get("pst-service")
    found = [target for target in targets(definition, kind) if target.service == service]
    if not found:
        raise UnverifiableError("no-input", document=Target(kind=kind, service=service).stem)
    if len(found) > 1:  # on several sheets, of which a larger one may say more
        found.sort(key=lambda target: _likeness(file, compose(target, lang)), reverse=True)
    return found[0], lang


def _likeliest(
    file: Contents, definition: Definition, compose: Compose, title: Title
) -> tuple[Target, Lang]:
    choices = [
        (target, lang)
        for kind in KINDS
        for target in targets(definition, kind)
        for lang in _LANGUAGES
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
