"""``pst build`` of a folder with many definitions: how far it has come, and what became of each."""

from __future__ import annotations

import argparse
import os
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pst_standards.cli.console import quoted, shown
from pst_standards.cli.exits import Exit, Refusal
from pst_standards.cli.running import Run
from pst_standards.cli.sources import STANDARD_INPUT, bases
from pst_standards.cli.speech import Say
from pst_standards.cli.templates import office_template, refuse_template

if TYPE_CHECKING:
    from pst_standards.documents.bulk import Office, Outcome

_EVERY: Final = 25
"""Where no bar can be drawn, every so many offices a line tells how far it has come."""
_MINUTE: Final = 60
_CODES: Final = {
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


def offices_of(work: Run) -> tuple[Office, ...] | None:
    """Return the offices of a folder that holds many definitions; of any other input ``None``."""
    path, out = Path(work.options.path), Path(work.options.out)
    if work.options.path == STANDARD_INPUT or not path.is_dir():
        return None
    from pst_standards.documents.bulk import offices_in

    inside = out.resolve().is_relative_to(path.resolve())
    found = offices_in(path, None if inside else out)
    if [one.path for one in found] == [path]:
        if out.resolve() == path.resolve():  # the manifest would be read as part of it
            raise Refusal("out-in-folder", out=shown(out), folder=shown(path))
        return None
    if inside:
        raise Refusal("out-in-folder", out=shown(out), folder=shown(path))
    return found


def build_offices(offices: Sequence[Office], work: Run) -> int:
    """Build the documents of each office, and tell at the end which of them failed."""
    from pst_standards.definitions.writing import make_folder
    from pst_standards.documents.bulk import Settings, build_many
    from pst_standards.documents.signatures import chosen_signature
    from pst_standards.documents.template.finding import TemplateError
    from pst_standards.exchange.office_form import read_office

    options = work.options
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
        read=read_office,
    )
    make_folder(settings.out)
    found = build_many(offices, settings, jobs=options.jobs or os.cpu_count() or 1)
    return _tell(list(_watched(found, len(offices), work)), offices, work)


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
    say, states = work.say, Counter(one.state.value for one in outcomes)
    failed = {one.name: one for one in outcomes if one.failed}
    for office in offices:
        if office.name in failed:
            work.console.aside(_line(failed[office.name], office, work))
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
    if failed:
        work.console.line(say("bulk.again"))
    return max((_CODES[one.state.value] for one in failed.values()), default=Exit.DONE)


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
