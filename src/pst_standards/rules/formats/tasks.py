"""Findings joined into tasks: what somebody mends in one go, the most important first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import frozen

from pst_standards.findings import Finding, Pointer, Report, Severity, Subject, Verdict
from pst_standards.messages import text

_GRAVEST_FIRST: Final = tuple(reversed(Severity))
_NORMS: Final = (
    Verdict.SHAPE,
    Verdict.STATUTORY,
    Verdict.MINISTERIAL,
    Verdict.SCORING,
    Verdict.QUALITY,
)
"""Kinds of norm by weight: what keeps a file from being read comes first, then acts."""
_OF_SERVICES: Final = ("standards", "services")


@frozen(kw_only=True)
class Task:
    """Findings of one rule in one place: a component of a standard, or a part of the definition.

    ``subject`` is the service that it is about, ``None`` for what concerns the whole office.
    ``group`` is the place: list indexes stand in it only for a service or standard. ``about`` is
    the kind of record, empty for a definition.
    """

    findings: tuple[Finding, ...]
    subject: Subject | None
    group: Pointer
    about: str = ""

    @property
    def rule(self) -> str:
        """Id of the rule."""
        return self.findings[0].rule

    @property
    def severity(self) -> Severity:
        """How grave the gravest of its findings is."""
        return max(found.severity for found in self.findings)

    @property
    def weight(self) -> tuple[int, int, int]:
        """Sort key: gravity, then the weight of the norm, then the number of places."""
        norm = min(_NORMS.index(found.verdict) for found in self.findings)
        return (_GRAVEST_FIRST.index(self.severity), norm, -len(self.findings))


def tasks(report: Report) -> tuple[Task, ...]:
    """Join the findings of a report into tasks, the most important first.

    Of equals the one comes first that the report names first. A report on several definitions
    gives the tasks of each, one definition after the other.
    """
    return tuple(task for part in report.each() for task in _tasks(part))


def _tasks(report: Report) -> list[Task]:
    known = _known(report.subjects)
    joined: dict[object, list[Finding]] = {}
    for found in report.findings:
        joined.setdefault(_key(found), []).append(found)
    made = [
        Task(
            findings=tuple(findings),
            subject=_subject(findings[0], known),
            group=_group(findings[0]),
            about=report.about,
        )
        for findings in joined.values()
    ]
    return sorted(made, key=lambda task: task.weight)


def by_service(found: Iterable[Task]) -> list[tuple[Subject | None, list[Task]]]:
    """Group tasks by the service they are about; a service stands where its first task stood."""
    groups: dict[str, tuple[Subject | None, list[Task]]] = {}
    for task in found:
        key = f"service {task.subject.key}" if task.subject else ""
        groups.setdefault(key, (task.subject, []))[1].append(task)
    return list(groups.values())


_Known = dict[tuple[bool, Pointer], Subject]


def _known(subjects: Iterable[Subject]) -> _Known:
    """Index subjects by where they stand: in the model for rules, in the files for their shape."""
    known: _Known = {}
    for one in subjects:
        known[False, one.pointer] = one
        known[True, one.stated] = one
    return known


def _subject(found: Finding, known: _Known) -> Subject | None:
    if not _is_of_a_service(found.pointer):
        return None
    head = found.pointer[:2]
    subject = known.get((found.verdict is Verdict.SHAPE, head))
    return subject or _unknown(head)


def _unknown(head: Pointer) -> Subject:
    """Return a name for a service that nobody named: its kind and number."""
    place = int(head[1])
    key = f"report.numbered.{head[0]}"
    names = (text("rules", key, lang, {"number": place + 1}) for lang in ("id", "en"))
    return Subject(f"{head[0]}/{place}", head, head, *names)


def _is_of_a_service(pointer: Pointer) -> bool:
    return len(pointer) > 1 and pointer[0] in _OF_SERVICES and isinstance(pointer[1], int)


def _group(found: Finding) -> Pointer:
    if _is_of_a_service(found.pointer):
        return found.pointer[:3]
    return tuple(step for step in found.pointer if isinstance(step, str))[:2]


def _key(found: Finding) -> object:
    group = _group(found)
    # What is wrong with a whole file concerns that file and no other.
    return (found.message_key, group, "" if group else found.location.file)
