"""The roads outside the office: what opens each, and that none ends what the office owes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from pst_standards.complaints.case import Case
from pst_standards.complaints.states import Track, TrackStage

CITATIONS: Final[Mapping[Track, tuple[str, ...]]] = MappingProxyType(
    {
        Track.OMBUDSMAN: ("UU 25/2009 Pasal 40 ayat (1)", "UU 25/2009 Pasal 46"),
        Track.DPR: ("UU 25/2009 Pasal 40 ayat (1)",),
        Track.DPRD: ("UU 25/2009 Pasal 40 ayat (1)",),
        Track.PTUN: ("UU 25/2009 Pasal 51",),
        Track.COURT: ("UU 25/2009 Pasal 52 ayat (1)", "UU 25/2009 Pasal 52 ayat (2)"),
        Track.POLICE: ("UU 25/2009 Pasal 53 ayat (1)", "UU 25/2009 Pasal 53 ayat (2)"),
        Track.INFORMATION_COMMISSION: ("UU 14/2008 Pasal 37",),
    }
)
"""Where each road stands in the law."""


def running_tracks(case: Case) -> tuple[Track, ...]:
    """Return the roads that were taken and have not ended; the case runs beside them.

    A suit for an unlawful act and a report of a crime leave the office bound to its decision
    (UU 25/2009 Pasal 52 ayat (2) and 53 ayat (2)).
    """
    stages = {one.track: one.stage for one in case.tracks}
    return tuple(track for track, stage in stages.items() if stage is not TrackStage.ENDED)
