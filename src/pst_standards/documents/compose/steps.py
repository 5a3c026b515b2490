"""The steps of a procedure as numbered lists: who acts, what, how long, and where it branches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.phrases import bare, figure, inner, item, sentence, span
from pst_standards.documents.outline import Block, Content, ItemList, Marker, Paragraph, Run
from pst_standards.documents.passages import strung
from pst_standards.model.delivery import Actor, Branch, Step


def step_lists(steps: Sequence[Step], composition: Composition) -> list[Block]:
    """Return the steps in the order of their numbers; where numbers skip, a new list goes on."""
    blocks: list[Block] = []
    for start, run in _runs(in_order(steps)):
        items = tuple(shown for step in run if (shown := _line(step, composition)))
        if items:
            blocks.append(ItemList(items=items, marker=Marker.DECIMAL, start=start))
    return blocks


def turns(steps: Sequence[Step], composition: Composition) -> list[Block]:
    """Return who does what one after the other as a running text, without branches.

    Nothing but the repeated name of who acts is left out.
    """
    told = [(step, shown) for step in in_order(steps) if (shown := _in_time(step, composition))]
    runs: list[Run] = []
    for actor, own in groupby(told, key=lambda one: one[0].actor):
        first, *rest = (shown for _, shown in own)
        done = sentence(strung("; ", [first, *map(inner, rest)]))
        runs += [Run(text=" ")] if runs else []
        runs += _acted(done, actor, composition)
    return [Paragraph(text=tuple(runs))] if runs else []


def in_order(steps: Sequence[Step]) -> list[Step]:
    """Return steps by their numbers, as they stand where one has none."""
    numbers = [step.number for step in steps]
    if None in numbers:
        return list(steps)
    return sorted(steps, key=lambda step: step.number or 0)


def _runs(steps: Sequence[Step]) -> Iterator[tuple[int, list[Step]]]:
    """Part steps into stretches with consecutive numbers, each with the number it starts at."""
    start, run = 1, list[Step]()
    for step in steps:
        expected = start + len(run)
        number = expected if step.number is None else max(step.number, 1)
        if run and number != expected:
            yield start, run
            run = []
        if not run:
            start = number
        run.append(step)
    if run:
        yield start, run


def _line(step: Step, composition: Composition) -> Content:
    lines = (branch_line(branch, step, composition) for branch in step.branches)
    branches = tuple(line for line in lines if line)
    shown = _in_time(step, composition)
    if not shown and not branches:
        return ()
    head = Paragraph(text=_acted(shown, step.actor, composition))
    return (head, ItemList(items=branches)) if branches else (head,)


def _in_time(step: Step, composition: Composition) -> str:
    shown = item(composition.words(step.text))
    if time := span(step.time, composition.lang):
        stop = "." * shown.endswith(".")
        at_most = composition.say("step.time", time=time)
        shown = strung("", (bare(shown), f" {at_most}{stop}")).strip()
    return shown


def _acted(shown: str, actor: Actor | None, composition: Composition) -> tuple[Run, ...]:
    """Return what is done after who does it."""
    name = actor.term(composition.lang) if actor else ""
    return (Run(text=f"{name}: ", strong=True), Run(text=shown)) if name else (Run(text=shown),)


def branch_line(branch: Branch, step: Step, composition: Composition) -> str:
    """Return when a step leads elsewhere, and where."""
    when, then = composition.words(branch.when), composition.words(branch.then)
    goal = ""
    if branch.to_step is not None:
        back = step.number is not None and branch.to_step <= step.number
        number = figure(branch.to_step, composition.lang)
        goal = composition.say("step.back-to" if back else "step.go-to", number=number)
    what = strung("; ", (part for part in (inner(then), goal) if part))
    if when and what:
        return sentence(composition.say("step.branch", when=inner(when), then=what))
    return item(when or what)
