"""Where people complain: the channels that the words of a page name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

_EMAIL: Final = re.compile(
    r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9][A-Za-z0-9-]{0,62}"
    r"(?:\.[A-Za-z0-9-]{1,63}){1,5}"
)
_NAME: Final = r"[A-Za-z0-9][A-Za-z0-9-]{0,62}"
_WEB: Final = re.compile(
    rf"(?<![@\w.-])(?:https?://[^\s,;()\"<>]{{3,300}}|www\.[^\s,;()\"<>]{{3,300}}"
    rf"|{_NAME}(?:\.{_NAME}){{1,5}}/[^\s,;()\"<>]{{1,300}}"
    rf"|(?:{_NAME}\.){{1,4}}(?:id|com|org|net)(?![\w.@-]))"
)
_LAPOR: Final = re.compile(r"\blapor\.go\.id\b|\bSP4N\b|\bLAPOR\s?!|\bSP4N-LAPOR|\bLAPOR\b")
_NUMBER: Final = r"(?P<number>\(?\+?[0-9][0-9 ()./-]{2,20}[0-9])"
_WHATSAPP: Final = re.compile(
    rf"(?:\bwhats ?app\b|\bWA\b|\bwa\.me/|\bwa\b)[^0-9+\n@]{{0,30}}?{_NUMBER}", re.IGNORECASE
)
_PHONE: Final = re.compile(
    r"\b(?:telepon|telpon|telefon|telp|tlp|tel|phone|call ?center|hotline|hp)\b"
    rf"[^0-9+(\n@]{{0,30}}?{_NUMBER}",
    re.IGNORECASE,
)
_SMS: Final = re.compile(r"\bsms\b[^0-9+\n]{0,20}?(?P<number>\+?[0-9][0-9 -]{2,18})", re.IGNORECASE)
_BOX: Final = re.compile(r"\bkotak (?:saran|pengaduan|aduan|kritik|pengaduan/saran)", re.IGNORECASE)
_DESK: Final = re.compile(
    r"\b(?:meja|loket|ruang|desk|konter|petugas) (?:layanan |pelayanan )?(?:pengaduan|aduan)\b",
    re.IGNORECASE,
)
_LETTER: Final = re.compile(r"\bsurat\b(?! (?:elektronik|el\b))(?! keputusan)", re.IGNORECASE)
_LETTER_BY: Final = re.compile(r"\b(?:melalui|via|lewat|dengan)\b", re.IGNORECASE)
_SOCIAL: Final = re.compile(
    r"\b(?:instagram|facebook|twitter|tiktok|media sosial|fb|ig)\b[^@\n]{0,20}"
    r"(?P<handle>@[A-Za-z0-9_.]{2,40})?",
    re.IGNORECASE,
)
_ENDS: Final = ".,;:!?)"
_MOST: Final = 100


def channels_in(text: str) -> list[dict[str, Any]]:
    """Return the complaint channels that a text names, each once, as a definition holds them.

    >>> [found["medium"] for found in channels_in("Kotak saran, SP4N-LAPOR!, bps0000@bps.go.id")]
    ['box', 'email', 'lapor']
    """
    found: dict[tuple[str, str], dict[str, Any]] = {}
    count: dict[str, int] = {}
    for medium, value in _named(text):
        if (medium, value.casefold()) in found or len(found) == _MOST:
            continue
        count[medium] = count.get(medium, 0) + 1
        name = medium if count[medium] == 1 else f"{medium}-{count[medium]}"
        channel = {"id": name.replace("_", "-"), "medium": medium}
        found[medium, value.casefold()] = channel | ({"value": value} if value else {})
    return list(found.values())


def _named(text: str) -> Iterator[tuple[str, str]]:
    yield from (("box", "") for _ in _BOX.finditer(text))
    yield from (("desk", "") for _ in _DESK.finditer(text))
    yield from (("letter", "") for _ in _letters(text))
    without = _EMAIL.sub(" ", text)
    for address in (match[0].rstrip(_ENDS) for match in _WEB.finditer(without)):
        if "lapor.go.id" in address.casefold():
            yield "lapor", address
        elif "wa.me/" not in address:
            yield "web", address
    yield from (("email", match[0].rstrip(_ENDS)) for match in _EMAIL.finditer(text))
    whatsapp = [match["number"].strip() for match in _WHATSAPP.finditer(text)]
    yield from (("whatsapp", number) for number in whatsapp)
    phones = (match["number"].strip() for match in _PHONE.finditer(text))
    yield from (("phone", number) for number in phones if number not in whatsapp)
    yield from (("sms", match["number"].strip()) for match in _SMS.finditer(text))
    yield from (("social_media", match["handle"] or "") for match in _SOCIAL.finditer(text))
    if _LAPOR.search(_WEB.sub(" ", without)) and not _names_lapor(without):
        yield "lapor", ""


def _names_lapor(text: str) -> bool:
    """Whether a text gives the address of SP4N-LAPOR!, which stands for its name too."""
    return any("lapor.go.id" in match[0].casefold() for match in _WEB.finditer(text))


def _letters(text: str) -> Iterator[re.Match[str]]:
    for line in text.splitlines():
        found = _LETTER.search(line)
        if found and _LETTER_BY.search(line, 0, found.start()):
            yield found
