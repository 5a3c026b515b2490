"""Telling what a field of a complaint form asks for from its label."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from pst_standards.model.complaints import FormFieldKind

_LONGEST: Final = 500
# From the most to the least telling: "Nomor KTP" is no number to call, "Tanggal lahir" no date
# of a service. A word that may mean two things tells neither.
_KINDS: Final = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (FormFieldKind.NATIONAL_ID, r"\bNIK\b|\bKTP\b|nomor induk kependudukan|national id"),
        (FormFieldKind.BIRTH, r"\b(?:tempat|tanggal|tgl\.?)\W{0,3}(?:\w{1,10}\W{1,3})?lahir|birth"),
        (FormFieldKind.RELIGION, r"\bagama\b|\breligion"),
        (FormFieldKind.MARITAL_STATUS, r"status (?:perkawinan|pernikahan|kawin)|marital"),
        (
            FormFieldKind.HEALTH,
            (
                r"diagnos|\bpenyakit|(?:riwayat|kondisi) kesehatan|(?:jenis|ragam) disabilitas"
                r"|\bkehamilan|medical|illness|kind of disability"
            ),
        ),
        (FormFieldKind.NEED, r"\bkebutuhan (?:khusus|pendamping)|special needs?\b"),
        (FormFieldKind.CRIME, r"catatan (?:kejahatan|kepolisian|pidana)|\bSKCK\b|criminal record"),
        (
            FormFieldKind.FINANCE,
            r"\bpenghasilan|\bpendapatan|rekening|\bgaji\b|income|bank account",
        ),
        (FormFieldKind.CHILD, r"\b(?:data|nama|usia|umur) anak\b|child's"),
        (FormFieldKind.ATTACHMENT, r"\bbukti|\blampiran|\bunggah|evidence|attachment|upload"),
        (FormFieldKind.LOSS, r"\bkerugian|\bloss\b|\bdamage"),
        (
            FormFieldKind.REQUEST,
            r"\b(?:permintaan|harapan|penyelesaian|tuntutan)\b|settlement|request",
        ),
        (FormFieldKind.PLACE_AND_TIME, r"tanda tangan|\btempat dan (?:waktu|tanggal)|signature"),
        (
            FormFieldKind.DATE,
            (
                r"\b(?:tanggal|tgl\.?|waktu)\W{1,3}(?:\w{1,10}\W{1,3})?(?:pelayanan|layanan|kejadian)"
                r"|date of (?:the )?(?:service|event)"
            ),
        ),
        (FormFieldKind.CHANNEL, r"\b(?:kanal|saluran)\b|\bchannel"),
        (FormFieldKind.SERVICE, r"\b(?:jenis|nama) (?:pe)?layanan\b|kind of service"),
        (
            FormFieldKind.DESCRIPTION,
            (
                r"\buraian|\bkronologi|\bisi (?:pengaduan|laporan|aduan)|\bdetail|\bdeskripsi"
                r"|description|what happened"
            ),
        ),
        (
            FormFieldKind.CONTACT,
            (
                r"\btelepon|\btelp\b|\bponsel|\bHP\b|whatsapp|\bWA\b|\be-?mail|\bsurel|\bkontak"
                r"|phone|contact"
            ),
        ),
        (FormFieldKind.IDENTITY, r"\bnama\b|\balamat\b|\bidentitas\b|\bname\b|\baddress\b"),
    )
)
_ANONYMOUS: Final = re.compile(
    r"\b(?:tulis(?:kan)?|isi(?:kan)?|ketik(?:kan)?|atau|type|write|enter|or)\b[^.;]{0,25}?"
    r"\b(?:anonim|anonymous)\b",
    re.IGNORECASE,
)


def _kind_told(label: str) -> FormFieldKind | None:
    """Return what a label asks for, ``None`` when it does not tell.

    >>> _kind_told("Nomor KTP").value, _kind_told("Nama lengkap").value, _kind_told("Kategori")
    ('national_id', 'identity', None)
    """
    words = label[:_LONGEST]
    return next((kind for kind, pattern in _KINDS if pattern.search(words)), None)


kind_told = lru_cache(maxsize=4096)(_kind_told)


def types_anonymous(label: str) -> bool:
    """Tell whether a label has people type that they are anonymous where their name belongs.

    >>> types_anonymous('Nama (atau tulis "Anonim")'), types_anonymous("Nama lengkap")
    (True, False)
    """
    return _ANONYMOUS.search(label[:_LONGEST]) is not None
