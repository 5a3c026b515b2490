"""Lines of a page in the words of the definition, where they mean the same.

An office types "Gratis" for "Tidak dipungut biaya.", "2 jam" for 120 minutes, and a step without
who takes it. What means something else keeps its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from pst_standards.exchange.sippn.entries import split_mark
from pst_standards.exchange.sippn.fees import amounts_as_digits, costs_nothing
from pst_standards.exchange.sippn.likeness import group_key, heads_group, key_of, tokens_of
from pst_standards.exchange.sippn.lines import Line
from pst_standards.exchange.sippn.parts import Part
from pst_standards.exchange.sippn.procedure import without_actor
from pst_standards.exchange.sippn.time_meaning import reworded_times

_FEE_WORDS: Final = frozenset({"biaya", "tarif", "sebesar", "dikenakan", "dikenai", "adalah"})
_EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,9}")
_PHONE: Final = re.compile(r"(?<![\w.])\+?\(?[0-9][0-9 ().-]{6,20}[0-9](?![\w])")
_KINDS: Final = re.compile(
    r"\W*(?:[A-Za-z0-9][.)]\s)?(?:persyaratan |syarat )?(?:teknis|administra(?:si|tif))\W*",
    re.IGNORECASE,
)
"""What heads the two kinds of requirements."""
_ROMAN: Final = re.compile(r"\A\(?[IVX]{1,4}[.)]\s+")
_CONTACT_WORDS: Final = frozenset(
    {
        *("email", "e", "mail", "surel", "wa", "whatsapp", "telp", "telepon", "tlp", "hp"),
        *("no", "nomor", "alamat", "kontak", "kantor"),
    }
)
_Words = Callable[[Sequence[Line], Sequence[Line]], list[Line]]


def in_own_words(component: str, expected: Sequence[Line], found: Sequence[Line]) -> list[Line]:
    """Return the lines found, in the expected words where they mean the same.

    >>> [line.text for line in in_own_words("fee", [Line(1, "Bebas biaya")], [Line(9, "Gratis")])]
    ['Bebas biaya']
    """
    lines = _headings(expected, found)
    for reword in _BY_COMPONENT.get(component, ()):
        lines = reword(expected, lines)
    return lines


def names_kind(text: str) -> bool:
    """Whether a line heads one of the two kinds of requirements.

    >>> names_kind("Persyaratan administrasi"), names_kind("Teknis:"), names_kind("Surat teknis")
    (True, True, False)
    """
    return _KINDS.fullmatch(text) is not None


def names_steps(component: str) -> bool:
    """Whether a component tells steps, before which who takes them may stand."""
    return _steps in _BY_COMPONENT.get(component, ())


def bare_step(text: str) -> str:
    """Return the key of a step without who takes it.

    >>> bare_step("1. Pengguna: Mengisi buku tamu") == bare_step("Mengisi buku tamu")
    True
    """
    return key_of(without_actor(split_mark(text)[1])[1])


def _headings(expected: Sequence[Line], found: Sequence[Line]) -> list[Line]:
    """Give a line that names a channel above a list the expected words: "Datang langsung"."""
    groups = {key_of(line.text): line.text for line in expected if heads_group(line.text)}
    known = {key_of(line.text) for line in expected}
    lines = []
    for place, line in enumerate(found):
        text = groups.get(group_key(_ROMAN.sub("", line.text)))
        named = text and key_of(line.text) not in known and _is_above_list(found, place)
        lines.append(line._replace(text=text) if text and named else line)
    return lines


def _is_above_list(lines: Sequence[Line], place: int) -> bool:
    if split_mark(lines[place].text)[0] is not None and not _ROMAN.match(lines[place].text):
        return False
    below = lines[place + 1].text if place + 1 < len(lines) else ""
    mark, _ = split_mark(below)
    return below.endswith(":") or names_kind(below) or (mark is not None and mark.begins)


def _fees(expected: Sequence[Line], found: Sequence[Line]) -> list[Line]:
    said = [line for line in expected if not heads_group(line.text)]
    if said and all(costs_nothing(line.text) for line in said):
        return _free(expected, found)
    wanted = {_fee_key(line.text): line.text for line in said}
    wanted.pop("", None)
    return [line._replace(text=wanted.get(_fee_key(line.text), line.text)) for line in found]


def _free(expected: Sequence[Line], found: Sequence[Line]) -> list[Line]:
    """Say once in the expected words what the lines of a page say: that nothing is charged."""
    known = {key_of(line.text) for line in expected}
    free = [line for line in found if costs_nothing(line.text)]
    if not free or all(key_of(line.text) in known for line in free):
        return list(found)
    kept = [line for line in found if line not in free and not heads_group(line.text)]
    return [*(line._replace(number=free[0].number) for line in expected), *kept]


def _fee_key(text: str) -> str:
    shown = amounts_as_digits(text)
    if shown is None:
        return ""
    return "".join(word for word in tokens_of(shown.replace("/", " per ")) if _tells(word))


def _tells(word: str) -> bool:
    return word not in _FEE_WORDS


def _steps(expected: Sequence[Line], found: Sequence[Line]) -> list[Line]:
    """Give each step that names nobody, or the same one otherwise, the words expected."""
    known = {key_of(line.text) for line in expected}
    open_steps: dict[str, list[str]] = {}
    for line in expected:
        if not heads_group(line.text):
            open_steps.setdefault(bare_step(line.text), []).append(line.text)
    return [
        line
        if key_of(line.text) in known
        else _step(line, open_steps.get(bare_step(line.text), []))
        for line in found
    ]


def _step(line: Line, wanted: list[str]) -> Line:
    mark, body = split_mark(line.text)
    actor, _ = without_actor(body)
    for place, text in enumerate(wanted):
        words = split_mark(text)[1]
        other, _ = without_actor(words)
        if actor is None or other is None or actor == other:
            if len(wanted) > 1:
                wanted.pop(place)
            return line._replace(text=f"{mark.written} {words}" if mark else words)
    return line


def _contacts(expected: Sequence[Line], found: Sequence[Line]) -> list[Line]:
    """Give a line with an address or number the words expected, where it says no more."""
    wanted = {_reached(line.text): line.text for line in expected}
    wanted.pop(frozenset(), None)
    lines = []
    for line in found:
        text = wanted.get(_reached(line.text))
        same = text is not None and _only_names(line.text, text)
        lines.append(line._replace(text=text) if text and same else line)
    return lines


def _reached(text: str) -> frozenset[str]:
    phones = (re.sub(r"[^0-9]", "", one) for one in _PHONE.findall(_EMAIL.sub(" ", text)))
    return frozenset(map(str.casefold, _EMAIL.findall(text))) | {_national(one) for one in phones}


def _national(digits: str) -> str:
    return f"0{digits[2:]}" if digits.startswith("62") else digits


def _only_names(text: str, expected: str) -> bool:
    left = tokens_of(_PHONE.sub(" ", _EMAIL.sub(" ", text)))
    words = {word for word in left if any(map(str.isalnum, word))}
    return words <= _CONTACT_WORDS | set(tokens_of(expected))


_BY_COMPONENT: Final[Mapping[str, tuple[_Words, ...]]] = {
    Part.FEE.value: (_fees,),
    Part.TIME.value: (reworded_times,),
    Part.PROCEDURE.value: (_steps,),
    Part.COMPLAINTS.value: (_steps, _contacts),
}
