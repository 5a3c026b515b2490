"""The limits of SP4N-LAPOR! as they are practised, by date; those of 2025 are not verified."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from attrs import frozen

from pst_standards.complaints.states import ComplaintClass
from pst_standards.findings import Confidence
from pst_standards.model.base import Choice
from pst_standards.model.channel import TimeUnit
from pst_standards.model.complaints import ClockStage
from pst_standards.rules.sp4n import Practice, practices


class Anchor(Choice):
    """From what the limits of settlement run; the sources differ."""

    RECEIPT = "receipt", "Sejak diterima", "From the receipt"
    COMPLETE = "complete", "Sejak berkas lengkap", "From the complete file"


@frozen(kw_only=True)
class Profile:
    """The limits of one regulation in working days, and how sure they are.

    >>> profile_on(dt.date(2026, 3, 1)).id, profile_on(dt.date(2026, 3, 1)).confidence.value
    ('SP4N_2025', 'unverified')
    """

    id: str
    regulation: str
    confidence: Confidence
    verification: int
    settlement: Mapping[ComplaintClass, int]
    reaction: int
    anchor: Anchor = Anchor.RECEIPT
    reaction_unit: TimeUnit = TimeUnit.WORKING_DAY


_STAGES: Final = {
    ComplaintClass.SUPERVISORY: ClockStage.WITH_EXAMINATION,
    ComplaintClass.ORDINARY: ClockStage.WITHOUT_EXAMINATION,
    ComplaintClass.ASPIRATION: ClockStage.ASPIRATION,
    ComplaintClass.INFORMATION: ClockStage.INFORMATION,
}


@cache
def profiles() -> tuple[Profile, ...]:
    """Return every profile, the oldest first.

    >>> [one.id for one in profiles()]
    ['SP4N_2018', 'SP4N_2025']
    """
    return tuple(map(_profile, practices()))


def profile_on(day: dt.date) -> Profile:
    """Return the profile of a day; before there was one, the oldest."""
    held = (
        one for one, practice in zip(profiles(), practices(), strict=True) if practice.held(day)
    )
    return next(held, profiles()[0])


def _profile(practice: Practice) -> Profile:
    regulation = str(practice.regulation)
    return Profile(
        id=f"SP4N_{regulation.rpartition('/')[2]}",
        regulation=regulation,
        confidence=practice.confidence,
        verification=practice.days[ClockStage.VERIFICATION],
        settlement=MappingProxyType({one: practice.days[stage] for one, stage in _STAGES.items()}),
        reaction=practice.days[ClockStage.REACTION],
    )
