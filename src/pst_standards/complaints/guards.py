"""Every guard by the name that the table of transitions calls it by."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from pst_standards.complaints import after_the_end, deciding, handling, impartial, intake
from pst_standards.complaints.asking import Guard

GUARDS: Final[Mapping[str, Guard]] = MappingProxyType(
    {
        function.__name__: function
        for function in (
            intake.says_something,
            intake.since_the_act,
            intake.served_before,
            intake.free_of_charge,
            intake.zone_known,
            intake.no_receipt_yet,
            intake.receipt_whole,
            intake.receipt_there,
            intake.something_missing,
            intake.parts_there,
            intake.completion_over,
            intake.classified,
            intake.target_named,
            intake.referral_grounded,
            intake.duplicate_linked,
            intake.reporter_told,
            impartial.handler_free,
            handling.off_the_desk,
            impartial.somebody_else,
            handling.handler_there,
            handling.right_addressee,
            handling.needs_no_examination,
            handling.rework_examined,
            handling.separate_hearing_asked,
            handling.no_separate_hearing_open,
            handling.documents_asked,
            handling.documents_given,
            handling.documents_handed_over,
            handling.request_new,
            after_the_end.request_in_time,
            handling.request_grounded,
            handling.heard_freely,
            handling.record_kept,
            handling.announced_in_figures,
            handling.evidence_named,
            handling.limit_inside,
            handling.goes_up,
            handling.track_in_order,
            deciding.reasons_given,
            deciding.actions_told_apart,
            deciding.reported_heard,
            deciding.sides_equal,
            deciding.report_kept_back,
            deciding.requests_answered,
            deciding.damages_decided,
            deciding.copy_given,
            deciding.tasks_done,
            deciding.task_open,
            deciding.damages_paid,
            deciding.damages_due,
            deciding.reaction_open,
            deciding.reaction_over,
            deciding.by_citizen,
            deciding.voluntary,
            deciding.no_public_interest,
            deciding.public_interest_kept,
        )
    }
)
"""Each guard: it is handed an event and a case, and answers nothing or why not."""
