"""Lawful parts with made-up content; a test overrides only what it is about."""

from __future__ import annotations

import copy
from typing import Any, Final

from pst_standards.definitions.structure import structure
from pst_standards.model.definition import Definition
from pst_standards.model.standard import ServiceStandard

_CHANNELS: Final = ("in_person", "online")
_STANDARD: Final[dict[str, Any]] = {
    "id": "library",
    "service": "library",
    "decree": {
        "number": "1 Tahun 2026",
        "date": "2026-01-05",
        "place": "Contoh",
        "title": "Standar Pelayanan Perpustakaan",
        "signer": {"name": "Nama Contoh", "position": "Kepala"},
    },
    "legal_basis": {
        "regulations": [
            {"citation": "UU 25/2009"},
            {"citation": "UU 16/1997"},
            {"citation": "UU 43/2007"},
        ]
    },
    "requirements": {"items": [{"text": "Mengisi buku tamu", "kind": "administrative"}]},
    "procedure": {
        "steps": [
            {"number": 1, "actor": "user", "text": "Mengisi buku tamu", "channels": [*_CHANNELS]},
            {
                "number": 2,
                "actor": "officer",
                "text": "Menyerahkan koleksi",
                "channels": [*_CHANNELS],
            },
        ]
    },
    "time_limit": {
        "limits": [
            {
                "value": 10,
                "unit": "minute",
                "scope": "whole_process",
                "start": "buku tamu terisi",
                "end": "koleksi diserahkan",
            }
        ]
    },
    "fee": {"kind": "free"},
    "product": {"items": [{"text": "Koleksi cetak dan digital"}]},
    "facilities": {"items": ["reading-room", "ramp"]},
    "competence": {
        "items": [
            {"text": "Memahami klasifikasi", "dimension": "knowledge"},
            {"text": "Menelusuri data", "dimension": "expertise"},
            {"text": "Berkomunikasi", "dimension": "skill"},
            {"text": "Bertugas satu tahun", "dimension": "experience"},
        ]
    },
    "internal_supervision": {"supervisor": "atasan langsung"},
    "complaint_handling": {
        "text": "Setiap pengaduan dicatat dan ditanggapi",
        "channels": ["box", "email", "phone"],
        "time_limit": {"value": 14, "unit": "day"},
    },
    "staffing": {"count": 2, "workload_basis": "sepuluh pengunjung sehari"},
    "service_guarantee": {"text": "Pelayanan mengikuti standar pelayanan"},
    "safety_guarantee": {"measures": [{"kind": "people", "text": "Jalur evakuasi"}]},
    "performance_evaluation": {"period_months": 12, "method": "Penilaian kinerja"},
}

_GROUPS: Final = [
    "disability",
    "elderly",
    "pregnant",
    "breastfeeding",
    "children",
    "disaster_victims",
]
_DELIVERY: Final = [
    "requirements",
    "procedure",
    "time_limit",
    "fee",
    "product",
    "complaint_handling",
]

# A draft: what is adopted must be evaluated, reviewed and published anew year by year, and a
# definition that stays as it is would not stay lawful.
_DEFINITION: Final[dict[str, Any]] = {
    "format": "pst-definition/1",
    "stage": "draft",
    "office": {"code": "0000", "name": "Kantor Contoh"},
    "services": [{"id": "library", "name": "Perpustakaan", "channels": [*_CHANNELS]}],
    "standards": [_STANDARD],
    "maklumat": {
        "pledge": (
            "Kami sanggup menyelenggarakan pelayanan sesuai standar pelayanan, memenuhi kewajiban"
            " dan melakukan perbaikan terus-menerus, serta bersedia menerima sanksi apabila"
            " pelayanan tidak sesuai standar."
        ),
        "place": "Contoh",
        "date": "2026-01-05",
        "signer": {"name": "Nama Contoh", "position": "Kepala"},
        "publications": ["page", "board"],
    },
    "complaints": {
        "responsible": {
            "name": "Nama Contoh",
            "position": "Ketua tim pengaduan",
            "address": {"street": "Jalan Contoh Nomor 1", "city": "Contoh"},
        },
        "channels": [
            {"id": "box", "medium": "box", "name": "Kotak pengaduan"},
            {"id": "email", "medium": "email", "value": "pengaduan@contoh.go.id"},
            {"id": "phone", "medium": "phone", "value": "021-0000000"},
        ],
        "mechanism": dict.fromkeys(
            [
                "identity",
                "procedure",
                "handlers",
                "priority",
                "reporting",
                "recommendation",
                "delivery",
                "monitoring",
                "documentation",
                "contact",
            ],
            "Diatur dalam prosedur pengaduan",
        ),
    },
    "facilities": [
        {"id": "reading-room", "name": "Ruang baca", "condition": "good"},
        {"id": "ramp", "name": "Jalur landai", "groups": _GROUPS, "fee": 0},
    ],
    "staff": {
        "groups": [
            {"id": "front", "role": "front_office", "count": 1},
            {"id": "library", "role": "service", "services": ["library"], "count": 2},
            {"id": "complaint", "role": "complaint", "count": 1},
        ],
        "competences": _STANDARD["competence"]["items"],
    },
    "publications": [
        {
            "id": "page",
            "kind": "standard",
            "title": "Standar pelayanan",
            "media": ["website"],
            "standards": ["library"],
            "components": _DELIVERY,
            "parts": [
                "provider_profile",
                "executor_profile",
                "standards",
                "maklumat",
                "complaint_management",
                "performance",
            ],
        },
        {"id": "board", "kind": "maklumat", "title": "Maklumat", "media": ["board"]},
    ],
}


def complete_data(**changes: Any) -> dict[str, Any]:
    """Return the data of a complete definition of one service, top-level keys replaced.

    >>> complete_data(stage="draft")["stage"]
    'draft'
    """
    return {**copy.deepcopy(_DEFINITION), **changes}


def a_definition(**changes: Any) -> Definition:
    """Return a complete definition of one service, with parts replaced by plain data."""
    definition: Definition = structure(complete_data(**changes))
    return definition


def a_standard(**changes: Any) -> ServiceStandard:
    """Return a complete standard, with components replaced by plain data; ``None`` removes one.

    >>> a_standard(fee=None).fee is None
    True
    """
    data = {**copy.deepcopy(_STANDARD), **changes}
    stated = {key: value for key, value in data.items() if value is not None}
    standard: ServiceStandard = structure(stated, ServiceStandard)
    return standard
