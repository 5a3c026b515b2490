"""What the label of a field of a complaint form asks for."""

from __future__ import annotations

import pytest

from pst_standards.model.complaints import FormFieldKind
from pst_standards.rules.detectors.form_fields import kind_told, types_anonymous

K = FormFieldKind


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("NIK", K.NATIONAL_ID),
        ("Nomor KTP pengadu", K.NATIONAL_ID),
        ("Tempat, tanggal lahir", K.BIRTH),
        ("Tanggal Lahir", K.BIRTH),
        ("Agama", K.RELIGION),
        ("Status perkawinan", K.MARITAL_STATUS),
        ("Riwayat kesehatan", K.HEALTH),
        ("Jenis disabilitas", K.HEALTH),
        ("Diagnosis", K.HEALTH),
        ("Kebutuhan khusus", K.NEED),
        ("Catatan kepolisian (SKCK)", K.CRIME),
        ("Nomor rekening", K.FINANCE),
        ("Penghasilan per bulan", K.FINANCE),
        ("Nama anak", K.CHILD),
        ("Unggah bukti", K.ATTACHMENT),
        ("Kerugian yang diderita", K.LOSS),
        ("Penyelesaian yang diminta", K.REQUEST),
        ("Harapan pengadu", K.REQUEST),
        ("Tempat, waktu, dan tanda tangan", K.PLACE_AND_TIME),
        ("Tanggal kejadian", K.DATE),
        ("Waktu dan tanggal pelayanan", K.DATE),
        ("Saluran", K.CHANNEL),
        ("Jenis layanan", K.SERVICE),
        ("Nama layanan", K.SERVICE),
        ("Uraian pengaduan", K.DESCRIPTION),
        ("Kronologi", K.DESCRIPTION),
        ("Nomor HP/WA", K.CONTACT),
        ("Alamat e-mail", K.CONTACT),
        ("Nama lengkap", K.IDENTITY),
        ("Alamat", K.IDENTITY),
        ("Full name", K.IDENTITY),
        ("Kategori", None),
        ("Keterangan", None),
        ("Kegamaan", None),
        ("", None),
        ("x" * 498 + " NIK", None),
        ("x" * 496 + " NIK", K.NATIONAL_ID),
    ],
)
def test_what_a_label_asks_for(label: str, kind: K | None) -> None:
    assert kind_told(label) is kind


@pytest.mark.parametrize(
    ("label", "typed"),
    [
        ('Nama (atau tulis "Anonim")', True),
        ("Nama/ketik anonim", True),
        ("Isikan kata Anonim", True),
        ("Name, or type anonymous", True),
        ("Nama", False),
        ("Tulis nama. Anonim dapat dipilih di bawah.", False),
        ("Pengadu anonim", False),
        ("Anonimitas dijaga, atau tidak", False),
        ("x" * 490 + " atau anonim", False),
        ("x" * 488 + " atau anonim", True),
    ],
)
def test_a_label_has_people_type_anonymous(label: str, *, typed: bool) -> None:
    assert types_anonymous(label) is typed
