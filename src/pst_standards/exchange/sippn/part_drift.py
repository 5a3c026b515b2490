"""The differences of the six components, across which a text may have moved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from pst_standards.exchange.sippn.drift import Kind
from pst_standards.exchange.sippn.item_drift import Drift, Items, held, is_damaged, only_filler
from pst_standards.exchange.sippn.likeness import is_filler, key_of, likeness, tokens_of
from pst_standards.exchange.sippn.lines import Line
from pst_standards.exchange.sippn.page import SHOWN, Field, Page
from pst_standards.exchange.sippn.parts import Part
from pst_standards.exchange.sippn.strangers import Own, names_another
from pst_standards.exchange.sippn.time_meaning import times_of

CHANGED: Final[Mapping[str, Kind]] = {
    Part.REQUIREMENTS.value: Kind.CHANGED_REQUIREMENT,
    Part.PROCEDURE.value: Kind.CHANGED_STEP,
    Part.TIME.value: Kind.CHANGED_TIME,
    Part.FEE.value: Kind.CHANGED_FEE,
    Part.PRODUCT.value: Kind.CHANGED_PRODUCT,
    Part.COMPLAINTS.value: Kind.CHANGED_COMPLAINT_CHANNEL,
}
_SHORT: Final = frozenset({Part.TIME.value, Part.FEE.value})
"""What a page often tells in one line, where the definition has several."""
_LAPOR: Final = re.compile(r"\b(?:sp4n|lapor|span[- ]?lapor|1708)\b", re.IGNORECASE)
_HOST: Final = re.compile(
    r"(?<![@\w.-])(?:https?://)?((?:[a-z0-9-]+\.)+(?:id|com|org|net))\b", re.IGNORECASE
)
_OLD_PORTALS: Final = frozenset({"silastik.bps.go.id"})
"""Addresses that published pages still name (seen in 2026), unless the definition does too."""
_MOST: Final = 100
_SEVERAL: Final = 4
_CUT: Final = 12


def part_drifts(expected: Page, found: Page, own: Own) -> dict[str, list[Drift]]:
    """Return the differences of each component by its key, also of those that SIPPN lacks."""
    told: dict[str, list[Drift]] = {}
    items = {}
    for key in dict.fromkeys([*expected.fields, *found.fields]):
        elsewhere = [
            line for name, one in expected.fields.items() if name != key for line in one.lines
        ]
        told[key], left = _of_field(key, expected.fields.get(key), found.fields.get(key), elsewhere)
        if left is not None:
            items[key] = left
    _moved(items, told, found)
    for key, left in items.items():
        told[key] += left.drifts
        told[key] += _of_items(key, left, own)
    for key, field in expected.fields.items():
        there = found.fields.get(key)
        if field.lines and (there is None or not there.lines) and _is_gone(told[key]):
            line = there.headings[0].number if there and there.headings else 0
            told[key] = [Drift(Kind.MISSING_COMPONENT, _whole(field.lines), "", line)]
    return told


def _is_gone(told: Sequence[Drift]) -> bool:
    """Whether a component that has no heading is nowhere else either."""
    return all(one.kind is Kind.MISSING_ITEM for one in told)


def _of_field(
    key: str, expected: Field | None, found: Field | None, elsewhere: Sequence[Line]
) -> tuple[list[Drift], Items | None]:
    if expected is None and found is not None:
        if key not in SHOWN or not found.lines or only_filler(found.lines):
            place = found.headings[0].number if found.headings else 0
            shown = _whole([*found.headings[:1], *found.lines])
            return [Drift(Kind.EXTRA_COMPONENT, "", shown, place)], None
        return [Drift(Kind.EXTRA_COMPONENT, "", _whole(found.lines), found.lines[0].number)], Items(
            extra=[]
        )
    lines = expected.lines if expected else []
    if found is None or not found.lines:
        return [], held(lines, [], component=key)
    if only_filler(found.lines) and not only_filler(lines):
        shown = _whole(found.lines)
        return [Drift(Kind.PLACEHOLDER_LEFT, _whole(lines), shown, found.lines[0].number)], None
    again, kept = _again(expected, found)
    return again, held(lines, kept, elsewhere, key)


def _again(expected: Field | None, found: Field) -> tuple[list[Drift], list[Line]]:
    """Tell of a heading whose content stands there twice; return the lines without it."""
    known = len(expected.headings) if expected else 0
    if len(found.headings) <= known:
        return [], found.lines
    told: list[Drift] = []
    left_out: set[int] = set()
    seen: list[list[str]] = []
    for heading, part in zip(found.headings, found.parts, strict=True):
        keys = [key_of(line.text) for line in part]
        if keys and keys in seen:
            shown = _whole([heading, *part])
            told.append(Drift(Kind.DUPLICATE_COMPONENT, "", shown, heading.number))
            left_out.update(map(id, part))
        seen.append(keys)
    return told, [line for line in found.lines if id(line) not in left_out]


def _whole(lines: Sequence[Line]) -> str:
    return "\n".join(line.text for line in lines)


def _moved(items: Mapping[str, Items], told: Mapping[str, list[Drift]], found: Page) -> None:
    """Tell of texts that stand under another heading, and take them out of both lists."""
    wanted = {key_of(text): component for component, left in items.items() for text in left.missing}
    for component, left in items.items():
        homes: dict[str, list[Line]] = {}
        for line in left.extra:
            home = wanted.get(key_of(line.text), component)
            if home != component:
                homes.setdefault(home, []).append(line)
        for home, lines in homes.items():
            keys = {key_of(line.text) for line in lines}
            texts = [text for text in items[home].missing if key_of(text) in keys]
            items[home].missing = [text for text in items[home].missing if key_of(text) not in keys]
            left.extra = [line for line in left.extra if key_of(line.text) not in keys]
            heading = found.fields[component].headings[:1] if component in found.fields else []
            shown = _whole([*heading, *lines])
            told[home].append(Drift(Kind.MOVED_TEXT, "\n".join(texts), shown, lines[0].number))


def _of_items(key: str, left: Items, own: Own) -> Iterator[Drift]:
    """Yield the differences of lines that have no equal, each with the one it may have been."""
    # The portal prints a block on SP4N-LAPOR! of its own.
    own_lines = key == Part.COMPLAINTS.value
    portal = [line for line in left.extra if own_lines and _LAPOR.search(line.text)]
    extra = [line for line in left.extra if line not in portal]
    left.missing = [text for text in left.missing if not _is_told(text, portal)]
    if _is_another(key, left, extra):
        texts, there = "\n".join(left.missing), _whole(extra)
        yield Drift(_change(key, texts, there, own), texts, there, extra[0].number)
        return
    pairs = _pairs(key, left.missing, extra, portal)
    whole = dict(_whole_groups(left, pairs))
    inside = {at for start, end in whole.items() for at in range(start + 1, end)}
    for place, text in enumerate(left.missing):
        other = pairs.get(place)
        if other is None and place not in inside:
            texts = "\n".join(left.missing[place : whole.get(place, place + 1)])
            yield Drift(Kind.MISSING_ITEM, texts, "")
        elif other is not None:
            yield Drift(_change(key, text, other.text, own), text, other.text, other.number)
    for line in extra:
        if all(line is not other for other in pairs.values()):
            yield Drift(_addition(line.text, own), "", line.text, line.number)


def _whole_groups(left: Items, pairs: Mapping[int, Line]) -> Iterator[tuple[int, int]]:
    """Yield from and to where all that is for one channel is missing, which is told as one."""
    for group in left.groups:
        starts = [place for place, text in enumerate(left.missing) if text == group[0]]
        for start in starts[:1]:
            end = start + len(group)
            if left.missing[start:end] == group and not pairs.keys() & set(range(start, end)):
                yield start, end


def _is_told(text: str, portal: Sequence[Line]) -> bool:
    """Whether the portal says of SP4N-LAPOR! all that the definition says of it."""
    words = set(tokens_of(text))
    return bool(_LAPOR.search(text)) and any(words < set(tokens_of(line.text)) for line in portal)


def _is_another(key: str, left: Items, extra: Sequence[Line]) -> bool:
    """Whether hardly a line agrees, so that the whole is told and not line by line."""
    if key in _SHORT and len(extra) == 1 < len(left.missing) and not left.agree:
        return not is_filler(extra[0].text)
    least = min(len(left.missing), len(extra))
    return least >= _SEVERAL and left.agree * 2 < len(left.missing)


def _pairs(
    key: str, missing: Sequence[str], extra: Sequence[Line], portal: Sequence[Line]
) -> Mapping[int, Line]:
    """Return for the places of missing texts the lines that they have probably become."""
    real = [line for line in extra if not is_filler(line.text)] or extra
    if len(missing) == len(real) == 1:
        return {0: real[0]}
    near = [*extra, *portal][:_MOST]
    scored = [
        (_alike(text, line.text), -place, -other)
        for place, text in enumerate(missing[:_MOST])
        for other, line in enumerate(near)
    ]
    pairs: dict[int, Line] = {}
    taken: set[int] = set()
    for score, place, other in sorted(scored, reverse=True):
        if score and -place not in pairs and -other not in taken:
            taken.add(-other)
            pairs[-place] = near[-other]
    if key == Part.TIME.value:
        _pair_times(missing, [line for place, line in enumerate(near) if place not in taken], pairs)
    return pairs


def _pair_times(missing: Sequence[str], left: Sequence[Line], pairs: dict[int, Line]) -> None:
    """Let a time in other words be the one that is missing, best one in the same unit."""
    for alike in (True, False):
        for line in left:
            units = {unit for _, unit in times_of(line.text)}
            if not units or any(line is other for other in pairs.values()):
                continue
            for place, text in enumerate(missing):
                known = {unit for _, unit in times_of(text)}
                if place not in pairs and known and (known == units or not alike):
                    pairs[place] = line
                    break


def _alike(expected: str, found: str) -> float:
    """Return how probably one line became the other, 0 where it did not."""
    if not set(tokens_of(expected)) & set(tokens_of(found)):
        return 0.0
    return 1.0 if _is_beginning(found, expected) else likeness(expected, found)


def _is_beginning(found: str, expected: str) -> bool:
    shown, whole = key_of(found), key_of(expected)
    return len(shown) >= _CUT and len(shown) < len(whole) and whole.startswith(shown)


def _change(key: str, expected: str, found: str, own: Own) -> Kind:
    """Return what became of a text."""
    if is_filler(found):
        return Kind.PLACEHOLDER_LEFT
    if is_damaged(found) and not is_damaged(expected):
        return Kind.ENCODING_DAMAGE
    if _is_beginning(found, expected):
        return Kind.CUT_TEXT
    if names_another(found, own, expected):
        return Kind.WRONG_OFFICE
    gone = hosts_in(expected) - hosts_in(found)
    new = hosts_in(found) - hosts_in(f"{expected} {own.everything}")
    if new & _OLD_PORTALS or (gone and new and key != Part.COMPLAINTS.value):
        return Kind.STALE_PORTAL
    return CHANGED.get(key, Kind.EXTRA_ITEM)


def _addition(found: str, own: Own) -> Kind:
    """Return what a text is that nothing expected."""
    if is_filler(found):
        return Kind.PLACEHOLDER_LEFT
    if is_damaged(found):
        return Kind.ENCODING_DAMAGE
    if hosts_in(found) & _OLD_PORTALS - hosts_in(own.everything):
        return Kind.STALE_PORTAL
    return Kind.WRONG_OFFICE if names_another(found, own, "") else Kind.EXTRA_ITEM


def hosts_in(text: str) -> set[str]:
    """Return the addresses that a text sends people to.

    >>> hosts_in("Masuk ke https://pst.bps.go.id/akun atau surel a@bps.go.id")
    {'pst.bps.go.id'}
    """
    return {found[1].casefold() for found in _HOST.finditer(text)}
