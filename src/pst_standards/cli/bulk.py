"""``pst build`` of a folder with many definitions: how far it has come, and what became of each."""

from __future__ import annotations

import argparse
import os
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from pst_standards.cli.console import quoted, shown
from pst_standards.cli.exits import Exit, Refusal
from pst_standards.cli.running import Run
from pst_standards.cli.sources import STANDARD_INPUT, bases
from pst_standards.cli.speech import Say
from pst_standards.cli.templates import office_template, refuse_template

if TYPE_CHECKING:
    from pst_standards.cli.office_inputs import OfficeInputs
    from pst_standards.documents.bulk import Memory, Office, Outcome

_EVERY: Final = 25
"""Where no bar can be drawn, every so many offices a line tells how far it has come."""
_MINUTE: Final = 60
_NAMED: Final = 10
"""Of folders without a definition so many are named."""
_CODES: Final = {
    "unread": Exit.UNUSABLE,
    "unsound": Exit.FINDINGS,
    "unlawful": Exit.FINDINGS,
    "refused": Exit.UNUSABLE,
    "broken": Exit.FAULT,
    "lost": Exit.FAULT,
}


def whole(say: Say) -> Callable[[str], int]:
    """Return what reads how many processes are to work."""

    def read_number(value: str) -> int:
        if value.isascii() and value.isdigit() and int(value):
            return int(value)
        raise argparse.ArgumentTypeError(say("usage.jobs", value=value))

    return read_number


class Found(NamedTuple):
    """The offices of a folder, and what is to be remembered of it once they were built.

    ``others`` are files among them that are no definition and that none extends.
    """

    offices: tuple[Office, ...]
    memory: Memory
    others: tuple[Path, ...] = ()


def offices_of(work: Run) -> Found | None:
    """Return the offices of a folder that holds many definitions; of any other input ``None``."""
    path, out = Path(work.options.path), Path(work.options.out)
    if work.options.path == STANDARD_INPUT or not path.is_dir():
        return None
    from pst_standards.definitions.folders import contents_of, real_path
    from pst_standards.documents.bulk import Memory, offices_among
    from pst_standards.exchange.office_form import office_stated

    inside = real_path(out).is_relative_to(real_path(path))
    memory = Memory(path, out, naming=office_stated)
    contents = contents_of(path, naming=memory, forms=True)
    found = offices_among(contents, path, memory)
    if [one.path for one in found] == [path]:
        if real_path(out) == real_path(path):  # the manifest would be read as part of it
            raise Refusal("out-in-folder", out=shown(out), folder=shown(path))
        return None
    if inside:
        raise Refusal("out-in-folder", out=shown(out), folder=shown(path))
    return Found(found, memory, contents.others)


def build_offices(found: Found, work: Run) -> int:
    """Build the documents of each office, and tell at the end which of them failed."""
    from pst_standards.cli.office_inputs import office_inputs
    from pst_standards.definitions.writing import make_folder
    from pst_standards.documents.bulk import Settings, build_many
    from pst_standards.documents.signatures import chosen_signature
    from pst_standards.documents.template.finding import TemplateError
    from pst_standards.exchange.office_form import read_office

    options = work.options
    giver = office_inputs(work)
    try:
        template = office_template(work)
    except TemplateError as error:
        return refuse_template(error, work)
    settings = Settings(
        folder=options.path,
        out=options.out,
        formats=options.formats,
        lang=options.lang,
        paper=options.paper or (template.paper if template else "") or "A4",
        final=options.final,
        bases=bases(options.bases),
        spoken=work.lang,
        qr=options.qr,
        template=Path(options.template).read_bytes() if template else None,
        signature=chosen_signature(options.signature, options.anchor),
        giver=giver,
        read=read_office,
    )
    is_new = not settings.out.exists()
    make_folder(settings.out)
    ended = build_many(found.offices, settings, jobs=options.jobs or os.cpu_count() or 1)
    outcomes = list(_watched(ended, len(found.offices), work))
    if not all(one.failed for one in outcomes):
        found.memory.keep()
    elif is_new:
        with suppress(OSError):  # one of them may have left something there
            settings.out.rmdir()
    code = _tell(outcomes, found.offices, work)
    tell_others(found.others, work)
    if giver is not None:
        _tell_idle(giver, found, {one.name for one in outcomes if one.failed}, work)
    return code


def tell_others(others: Sequence[Path], work: Run) -> None:
    """Tell which files among definitions are none, and are no layer of one."""
    if others:
        names = ", ".join(quoted(one) for one in others[:_NAMED])
        work.console.aside(work.say("bulk.others", count=len(others), names=names))


def _tell_idle(giver: OfficeInputs, found: Found, failed: Collection[str], work: Run) -> None:
    """Tell which input is of no office: most often a code was misspelt.

    The code of an office that failed may be unknown. What it was before or states itself is taken,
    and where it states none, no input is told whose name stands anywhere in its files.
    """
    from pst_standards.documents.bulk.record import code_of

    offices = found.offices
    codes = {one.name: code_of(Path(work.options.out) / one.name) for one in offices}
    unsure = [one for one in offices if one.name in failed or not codes[one.name]]
    stated = {one.name: found.memory.office(one.path)[0] for one in unsure}
    unknown = [one.path for one in unsure if one.name in failed and not stated[one.name]]
    more = {code for code in stated.values() if code}
    idle = list(giver.without_office(offices, codes, more, unknown))
    if idle:
        names = ", ".join(idle[:_NAMED])
        work.console.aside(work.say("bulk.idle", count=len(idle), names=names))


def _watched(found: Iterator[Outcome], total: int, work: Run) -> Iterator[Outcome]:
    """Hand outcomes on, and show beside the result how far the work has come."""
    from pst_standards.cli.progress import progress

    pace = _Pace(work)
    quiet = work.options.quiet
    with progress(work.console, work.say, quiet=quiet, title="progress.offices") as step:
        for done, outcome in enumerate(found, 1):
            pace.count(outcome)
            if step is not None and (work.console.is_live or done % _EVERY == 0 or done == total):
                step(done, total, f"{shown(outcome.name)} {pace.told(total - done)}".rstrip())
            yield outcome


class _Pace:
    """How many offices are built in a second, and how long the others will take."""

    def __init__(self, work: Run, clock: Callable[[], float] = time.monotonic) -> None:
        self._say, self._lang = work.say, work.lang
        self._clock = clock
        self._began = clock()
        self._built = 0

    def count(self, outcome: Outcome) -> None:
        """Take note of an office; one that was up to date tells nothing of the pace."""
        if outcome.state == "current":
            self._began = self._clock()
        else:
            self._built += 1

    def told(self, left: int) -> str:
        """Say the pace in words; nothing before the first office was built."""
        seconds = self._clock() - self._began
        if not self._built or seconds <= 0:
            return ""
        minutes, rest = divmod(round(left * seconds / self._built), _MINUTE)
        rate = f"{self._built / seconds:.1f}"
        if self._lang == "id":
            rate = rate.replace(".", ",")
        return self._say("bulk.pace", rate=rate, left=f"{minutes}:{rest:02}")


def _tell(outcomes: Sequence[Outcome], offices: Sequence[Office], work: Run) -> Exit:
    from pst_standards.cli.reports import lines_of

    say, states = work.say, Counter(one.state.value for one in outcomes)
    failed = {one.name: one for one in outcomes if one.failed}
    doubted = {one.name: one for one in outcomes if one.reason and not one.failed}
    for office in offices:
        if office.name in failed:
            work.console.aside(_line(failed[office.name], office, work))
        elif office.name in doubted:
            reason = doubted[office.name].reason
            work.console.aside(say("bulk.doubted", path=quoted(office.path), reason=reason))
        if office.faults and office.is_sound:
            work.console.aside(next(lines_of(office.faults, work.lang)))
    work.console.line(
        say(
            "bulk.done",
            count=len(outcomes),
            built=states["built"],
            current=states["current"],
            failed=len(failed),
            folder=shown(work.options.out),
        )
    )
    drafts = sum(one.drafts > 0 for one in outcomes)
    if drafts:
        work.console.line(say("bulk.drafts", count=drafts))
    for line in (*_pictures(outcomes, work), *_earlier(outcomes, work)):
        work.console.line(line)
    if failed:
        work.console.line(say("bulk.again"))
    return max((_CODES[one.state.value] for one in failed.values()), default=Exit.DONE)


def _pictures(outcomes: Sequence[Outcome], work: Run) -> Iterator[str]:
    """Yield which offices were made without a picture that they name."""
    lacking = sorted((one.name, ", ".join(one.pictures)) for one in outcomes if one.pictures)
    if lacking:
        names = ", ".join(f"{shown(name)} ({shown(files)})" for name, files in lacking[:_NAMED])
        more = len(lacking) - _NAMED
        told = work.say("build.some", names=names, count=more) if more > 0 else names
        yield work.say("bulk.pictures", count=len(lacking), names=told)


def _earlier(outcomes: Sequence[Outcome], work: Run) -> Iterator[str]:
    """Yield what became of documents that earlier builds left in the folder."""
    from pst_standards.documents.bulk.record import without_definition

    removed, kept = sum(one.removed for one in outcomes), sum(one.kept > 0 for one in outcomes)
    if removed:
        yield work.say("bulk.removed", count=removed)
    if kept:
        yield work.say("bulk.outlived", count=kept)
    aside = sum(one.set_aside for one in outcomes)
    if aside:
        yield work.say("bulk.set-aside", count=aside)
    stale = Counter(one.stale for one in outcomes if one.stale)
    for options, count in stale.items():
        yield work.say("bulk.stale", count=count, options=options)
    orphans = without_definition(Path(work.options.out), {one.name for one in outcomes})
    if orphans:
        yield work.say("bulk.orphans", count=len(orphans), folders=", ".join(orphans[:_NAMED]))


def _line(outcome: Outcome, office: Office, work: Run) -> str:
    reason = _reason(outcome, work)
    return work.say("bulk.failed", path=quoted(office.path), reason=reason)


def _reason(outcome: Outcome, work: Run) -> str:
    """Return why an office failed: its first finding and how many more there are, or a sentence."""
    from pst_standards.cli.reports import lines_of

    if outcome.state in {"broken", "lost"}:
        return work.say(f"bulk.{outcome.state.value}", kind=outcome.reason)
    if not outcome.findings:
        return outcome.reason
    first = next(lines_of(outcome.findings[:1], work.lang))
    more = len(outcome.findings) - 1
    return work.say("bulk.more", first=first, count=more) if more else first
