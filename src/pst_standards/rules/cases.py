"""Rules about one case: a sale, a claim; they live in the room of the case and run here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Generic, TypeVar

from attrs import evolve, field, frozen

from pst_standards.findings import Finding, Location, Pointer, Report
from pst_standards.model.definition import Stage
from pst_standards.rules.context import NOWHERE, Hit
from pst_standards.rules.engine import Outcome, run
from pst_standards.rules.rulebook import Rulebook, standard_rulebook

T = TypeVar("T")


@frozen(kw_only=True)
class CaseCheck(Generic[T]):
    """A rule about a case: the id of its row, what it finds, and to which cases it applies.

    As ``binding.Check``, but its functions take what the room of the case gives to ``judge``.
    """

    id: str
    find: Callable[[T], Iterable[Hit]]
    applies: Callable[[T], bool] | None = None


@frozen(kw_only=True)
class _Case:
    """A case as the engine sees it; its functions are handed ``subject`` itself."""

    subject: Any
    about: str
    as_of: date
    origin: Any = None
    # What is looked at happened; stages are for standards in the making.
    stage: Stage = field(default=Stage.ADOPTED, init=False)

    def locate(self, pointer: Pointer) -> Location:
        return NOWHERE if self.origin is None else self.origin.locate(pointer)


def judge(
    subject: T,
    about: str,
    checks: Iterable[CaseCheck[T]],
    *,
    as_of: date,
    origin: Any = None,
    shape: Iterable[Finding] = (),
    rules: Rulebook | None = None,
) -> Report:
    """Run the rules about one kind of case, each row ``about`` it, and return their report.

    ``origin`` tells where values stand (``Record.origin``), ``shape`` is what reading found. A
    rule that raises is a finding and the others go on, as for a definition.
    """
    case = _Case(subject=subject, about=about, as_of=as_of, origin=origin)
    outcome = run(case, _with(checks, rules))
    return Report(
        as_of=as_of,
        inputs=() if origin is None else origin.inputs,
        findings=(*shape, *outcome.findings),
        coverage=outcome.coverage,
        about=about,
    )


def judge_each(
    subjects: Iterable[T],
    about: str,
    checks: Iterable[CaseCheck[T]],
    *,
    as_of: date,
    rules: Rulebook | None = None,
) -> Iterator[Outcome]:
    """Yield what the rules about one kind of case find in each of many, one after the other."""
    book = _with(checks, rules)
    for subject in subjects:
        yield run(_Case(subject=subject, about=about, as_of=as_of), book)


def _with(checks: Iterable[CaseCheck[T]], rules: Rulebook | None) -> Rulebook:
    """Return the rules with the functions about one kind of case behind their rows."""
    book = rules or standard_rulebook()
    functions: Mapping[str, Any] = {check.id: _bound(check) for check in checks}
    return evolve(book, functions={**book.functions, **functions})


def _bound(check: CaseCheck[T]) -> CaseCheck[_Case]:
    """Let a function take the case as the engine hands it over."""
    applies = check.applies
    return CaseCheck(
        id=check.id,
        find=lambda case: check.find(case.subject),
        applies=None if applies is None else lambda case: applies(case.subject),
    )
