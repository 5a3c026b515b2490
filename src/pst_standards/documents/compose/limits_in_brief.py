"""The time limits of a service in brief: of the whole process, and of all that may last longer."""

from __future__ import annotations

from collections.abc import Iterator

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.delivery import limit_label, promise
from pst_standards.documents.compose.phrases import bare, sentence
from pst_standards.documents.compose.watching import unwatched
from pst_standards.documents.passages import strung
from pst_standards.model.delivery import Limit, Procedure, TimeLimit, TimeScope
from pst_standards.model.standard import ServiceStandard
from pst_standards.rules.whole_process import (
    is_within,
    limit_of_step,
    of_every_request,
    outlasted,
)
from pst_standards.rules.wordings import states_time


def limits_to_tell(standard: ServiceStandard) -> list[Limit]:
    """Return the limits without which a summary would promise what the standard does not.

    These are the limits of the whole process, then those of a part or a kind of request that may
    last longer, then the steps that surely do.
    """
    part = standard.time_limit or TimeLimit()
    plain = unwatched(part).limits
    whole = of_every_request(plain)
    found = list(zip(part.limits, plain, strict=True))
    return [
        *(one for one, own in found if own.scope is TimeScope.WHOLE_PROCESS),
        *(one for one, own in found if _is_beside(own, whole)),
        *_longer_steps(standard, whole),
    ]


def _is_beside(limit: Limit, whole: list[Limit]) -> bool:
    if limit.scope is TimeScope.WHOLE_PROCESS:
        return False
    # Only the whole process is the time limit that the law asks for.
    return limit.case is not None or not is_within(limit, whole)


def _longer_steps(standard: ServiceStandard, whole: list[Limit]) -> Iterator[Limit]:
    procedure = standard.procedure or Procedure()
    for step, own in zip(procedure.steps, unwatched(procedure).steps, strict=True):
        weighed = limit_of_step(own)
        if weighed and outlasted(weighed, whole) and (told := limit_of_step(step)):
            yield told


def limit_in_brief(limit: Limit, composition: Composition) -> str:
    """Return a limit on one line: what it covers, unless that is all, and how long at most.

    Of one that does not say what it covers, the events from which and until which it runs do.
    """
    covers = limit.scope if limit.scope is not TimeScope.WHOLE_PROCESS else None
    label = limit_label(covers.term(composition.lang) if covers else "", limit, composition)
    unsaid = limit.scope is None and not label
    told = bare(promise(limit, composition, brief=not unsaid))
    return strung(": ", (label, told)) if label and told else told


def note_in_brief(standard: ServiceStandard, composition: Composition) -> str:
    """Return what is noted of the time limit where that names a time too."""
    part = standard.time_limit
    if part is None or not states_time(unwatched(part).note):
        return ""
    return sentence(composition.words(part.note))
