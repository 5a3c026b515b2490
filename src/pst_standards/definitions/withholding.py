"""Values of a file that nobody may hold: taken out before anything is built or found from them."""

from __future__ import annotations

from collections.abc import (
    Callable,
    Collection,
    Iterable,
    Iterator,
    Mapping,
    MutableMapping,
)
from typing import Any, Final, TypeAlias

from attrs import evolve

from pst_standards.definitions.errors import DefinitionError
from pst_standards.definitions.faults import fault
from pst_standards.definitions.reading import FileContent
from pst_standards.definitions.reading.faults import DUPLICATE_KEY
from pst_standards.findings import Finding, Pointer

Take: TypeAlias = Callable[[Any], None]
"""What is handed a value that was taken out; it keeps it under seal and never raises."""
Screen: TypeAlias = Callable[[FileContent], FileContent]
"""What looks through a file that has just been read."""
_NAMELESS: Final = frozenset({"anonim", "anonymous", "tanpa nama", "hamba allah", "nn"})
_UNKNOWN_KEY: Final = "DEF-015"
_HIDDEN: Final = "\N{HORIZONTAL ELLIPSIS}"
_OF_FORMATS: Final[Mapping[str, tuple[str, ...]]] = {"pst-complaint/": ("reporter",)}
"""Keys that are withheld whenever a file says that it is of a format, by how that begins."""


def withheld_keys(data: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the keys that the format of a file has withheld: of a complaint, who complains.

    >>> withheld_keys({"format": "pst-complaint/1"}), withheld_keys({"lang": "id"})
    (('reporter',), ())
    """
    said = data.get("format")
    if not isinstance(said, str):
        return ()
    return next((keys for begin, keys in _OF_FORMATS.items() if said.startswith(begin)), ())


def without_withheld(content: FileContent) -> FileContent:
    """Return a file without what its format withholds, nor anything found about that."""
    return screened(content, withheld_keys(content.data))


def screened(content: FileContent, keys: Iterable[str], take: Take | None = None) -> FileContent:
    """Return a file without these keys; their values go to whoever takes them."""
    hidden = frozenset(keys)
    if not hidden:
        return content
    withhold(content.data, hidden, take)
    if take is not None:
        return evolve(content, findings=tuple(without_told(content.findings, hidden)))
    kept = (one for one in content.findings if not one.pointer or one.pointer[0] not in hidden)
    return evolve(content, findings=tuple(kept))


def without_told(findings: Iterable[Finding], hidden: frozenset[str]) -> Iterator[Finding]:
    """Yield findings without those about withheld values, but for keys that stand twice there.

    Whoever takes a value would lose what the second one says; which key it is may name somebody.
    """
    for one in findings:
        key = str(one.pointer[0]) if one.pointer else ""
        if key not in hidden:
            yield one
        elif one.rule == DUPLICATE_KEY:
            told, at = {"key": key}, one.location
            yield fault(one.rule, variant="withheld", pointer=(key,), location=at, **told)


def withhold(data: MutableMapping[str, Any], keys: Iterable[str], take: Take | None = None) -> None:
    """Take keys out of data, and hand their values over where somebody takes them.

    >>> data = {"reporter": {"name": "Siti Contoh"}, "text": "Antrean"}
    >>> withhold(data, ("reporter",))
    >>> data
    {'text': 'Antrean'}
    """
    for key in keys:
        if key not in data:
            continue
        value = data.pop(key)
        if take is not None:
            take(value)
        elif isinstance(value, Mapping) and is_no_name(value.get("name")):
            # Whoever looks later may see that no name was given; that names nobody.
            data[key] = {"name": value["name"]}


def is_no_name(written: object) -> bool:
    """Tell whether what stands where the name belongs only says that somebody gives none.

    >>> is_no_name(" ANONIM "), is_no_name("Anonimus Contoh"), is_no_name(None)
    (True, False, False)
    """
    words = " ".join(written.replace(".", "").split()) if isinstance(written, str) else ""
    return words.casefold() in _NAMELESS


def may_show(text: str) -> bool:
    """Tell whether lines of a file may be shown: not where one of them may say what is withheld.

    >>> may_show("lang: id"), may_show("format: pst-complaint/1")
    (True, False)
    """
    return not any(begin in text for begin in _OF_FORMATS)


def without_unknown_keys(
    findings: Iterable[Finding], parts: Mapping[str, str]
) -> tuple[Finding, ...]:
    """Return findings that repeat no unknown key: such a key may itself be what is withheld.

    ``parts`` has the keys of what is withheld, each with its part: one of them at the top lost its
    indentation, and is named.
    """
    every = tuple(_lost(found, parts) for found in findings)
    unknown = {found.pointer for found in every if found.rule == _UNKNOWN_KEY}
    return tuple(_above(found, unknown) for found in every)


def _lost(found: Finding, parts: Mapping[str, str]) -> Finding:
    part = parts.get(str(found.pointer[0])) if len(found.pointer) == 1 else None
    if part is None or found.rule != _UNKNOWN_KEY:
        return found
    told = {"belongs": str(found.pointer[0]), "part": part}
    return evolve(found, variant="below", params={**found.params, **told})


def _above(found: Finding, unknown: Collection[Pointer]) -> Finding:
    """Return a finding under an unknown key as one of the part that holds it."""
    ends = range(1, len(found.pointer) + 1)
    end = next((one for one in ends if found.pointer[:one] in unknown), None)
    if end is None:
        return found
    return keyless(found, found.pointer[: end - 1])


def keyless(found: Finding, pointer: Pointer = ()) -> Finding:
    """Return a finding that is told of a part further up, without the key it was about."""
    key = {"key": _HIDDEN} if "key" in found.params else {}
    return evolve(found, pointer=pointer, params={**found.params, **key})


def told_apart(error: DefinitionError) -> DefinitionError:
    """Return why nothing can be read, by itself: the error that was raised holds the text.

    What was doubtful on the way there has a pointer, and may be about what is withheld; the name of
    a reference in YAML may be that of somebody.
    """
    return DefinitionError(tuple(_discreet(one) for one in error.findings if not one.pointer))


def _discreet(found: Finding) -> Finding:
    if "name" not in found.params:
        return found
    return evolve(found, params={**found.params, "name": _HIDDEN})
