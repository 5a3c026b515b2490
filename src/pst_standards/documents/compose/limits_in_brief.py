"""The time limits of a service in brief: of the whole process, and of all that may last longer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.delivery import promise
from pst_standards.documents.compose.lines import case_of, qualified
from pst_standards.documents.compose.phrases import bare, inner, item, sentence
from pst_standards.documents.compose.watching import unwatched
from pst_standards.documents.passages import strung
from pst_standards.model.channel import Channel
from pst_standards.model.delivery import Limit, Procedure, TimeLimit, TimeScope
from pst_standards.model.standard import ServiceStandard
from pst_standards.rules.whole_process import (
    is_within,
    limit_of_step,
    of_every_request,
    outlasted,
)
from pst_standards.rules.wordings import states_time


class ToldLimit(NamedTuple):
    """A limit that a summary tells; of a step, its case is what is done."""

    limit: Limit
    of_step: bool = False

    @property
    def channels(self) -> tuple[Channel, ...]:
        """The channels that it holds for."""
        return self.limit.channels


def limits_to_tell(standard: ServiceStandard) -> list[ToldLimit]:
    """Return the limits without which a summary would promise what the standard does not.

    These are the limits of the whole process, those of every request first, then those of a part
    or a kind of request that may last longer, then the steps that surely do.
    """
    part = standard.time_limit or TimeLimit()
    plain = unwatched(part).limits
    whole = of_every_request(plain)
    found = list(zip(part.limits, plain, strict=True))
    entire = [pair for pair in found if pair[1].scope is TimeScope.WHOLE_PROCESS]
    entire.sort(key=lambda pair: pair[1].case is not None)
    beside = [pair for pair in found if _is_beside(pair[1], whole)]
    return [
        *(ToldLimit(one) for one, _ in (*entire, *beside)),
        *(ToldLimit(one, of_step=True) for one in _longer_steps(standard, whole)),
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


def limit_in_brief(told: ToldLimit, composition: Composition) -> str:
    """Return a limit in words that stand behind others without a colon of their own.

    They say what it covers, unless that is all, how long at most, and for which requests only. Of
    one that does not say what it covers, the events from which and until which it runs do.
    """
    limit = told.limit
    covers = limit.scope if limit.scope is not TimeScope.WHOLE_PROCESS else None
    label = covers.term(composition.lang) if covers else ""
    remark = ""
    if told.of_step:
        label = item(composition.words(limit.case))
    else:
        remark = case_of(limit.case, composition)
    unsaid = limit.scope is None and not label and not remark
    shown = bare(promise(limit, composition, brief=not unsaid))
    if limit.value is None:
        return qualified(shown, (inner(label), remark)) or label
    return qualified(strung(" ", filter(None, (label, shown))), (remark,))


def note_in_brief(standard: ServiceStandard, composition: Composition) -> str:
    """Return what is noted of the time limit where that names a time too."""
    part = standard.time_limit
    if part is None or not states_time(unwatched(part).note):
        return ""
    return sentence(composition.words(part.note))
