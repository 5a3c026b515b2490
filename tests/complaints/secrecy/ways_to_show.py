"""Ways of Python and of its libraries to show an object: each returns whatever could be read."""

from __future__ import annotations

import copy
import csv
import dataclasses
import functools
import gc
import html
import inspect
import io
import json
import logging
import marshal
import pickle
import sqlite3
import string
import traceback
import types
import warnings
from collections.abc import Callable
from contextlib import redirect_stdout
from typing import Any

import attrs
import docx
import pydantic
import rich.console
import rich.traceback
import ruamel.yaml
import yaml

from pst_standards.complaints.secrecy import Sealed, sealed
from tests.complaints.secrecy.at_hand import Scene


def each(show: Callable[[Any], object]) -> Callable[[Scene], str]:
    """Try a way of showing on every object at hand; what it refuses with is read as well."""

    def channel(at: Scene) -> str:
        return "\n".join(attempt(functools.partial(show, one)) for one in at.held())

    return channel


def attempt(call: Callable[[], object]) -> str:
    try:
        return str(call())
    except Exception as error:  # noqa: BLE001 - whatever it is, it is read
        return told_by(error)


def told_by(error: BaseException) -> str:
    shown = traceback.TracebackException.from_exception(error, capture_locals=True)
    attributes = {name: getattr(error, name, None) for name in dir(error)}
    return f"{error} {error!r} {error.args} {attributes} {''.join(shown.format())}"


def formatted(one: object) -> str:
    parts = [f"{one}", f"{one!r}", f"{one!s}", f"{one:}", f"{one=}", "{0}".format(one)]  # noqa: UP030, UP032
    return " ".join([*parts, "%s %r" % (one, one), string.Template("$x").substitute(x=one)])  # noqa: UP031


def format_spec(one: object) -> str:
    return f"{one:>40}"


def printed(one: object) -> str:
    out = io.StringIO()
    with redirect_stdout(out):
        print(one, [one], {"k": one})  # noqa: T201 - the channel
    return out.getvalue()


def logged(one: object) -> str:
    record = logging.LogRecord("pst", logging.INFO, "x.py", 1, "%s %r", (one, one), None)
    record.identity = one
    return f"{logging.Formatter('%(message)s %(identity)s').format(record)} {record.__dict__}"


def raised(one: object) -> str:
    try:
        local = one
        raise ValueError(local)  # noqa: TRY301 - the channel
    except ValueError as error:
        return told_by(error)


def slots_of(one: object) -> dict[str, object]:
    names = [name for kind in type(one).__mro__ for name in getattr(kind, "__slots__", ())]
    return {name: getattr(one, name) for name in names if not name.startswith("__")}


def jsoned(one: object) -> str:
    return json.dumps(one, default=str) + json.dumps(one, default=repr)


def jsoned_by_slots(one: object) -> str:
    return json.dumps([one], default=lambda x: x.hex() if isinstance(x, bytes) else slots_of(x))


def yamled(one: object) -> str:
    return str(yaml.dump(one))


def ruameled(one: object) -> str:
    out = io.StringIO()
    ruamel.yaml.YAML(typ="unsafe", pure=True).dump(one, out)
    return out.getvalue()


def csved(one: object) -> str:
    out = io.StringIO()
    csv.writer(out).writerow([one])
    csv.DictWriter(out, ["k"]).writerow({"k": one})
    return out.getvalue()


def read_again(one: object) -> str:
    """Show what who gets a pickle can read from it."""
    return f"{one} " + (sealed.uncovered(one) if isinstance(one, Sealed) else "")


def pickled(one: object) -> str:
    return " ".join(
        attempt(functools.partial(_through_pickle, one, protocol))
        for protocol in (0, 2, pickle.HIGHEST_PROTOCOL)
    )


def _through_pickle(one: object, protocol: int) -> str:
    data = pickle.dumps(one, protocol)
    return f"{data!r} {read_again(pickle.loads(data))}"  # noqa: S301 - of this test


def members(one: object, depth: int = 3) -> str:
    """Show what a debugger shows when a variable is unfolded."""
    if depth == 0 or isinstance(one, str | bytes | type | types.FunctionType | types.ModuleType):
        return repr(one)
    found = [(name, value) for name, value in inspect.getmembers(one) if not callable(value)]
    return repr(found) + " ".join(members(value, depth - 1) for _, value in found if value)


def referents(one: object) -> str:
    """Show the text and bytes that an object refers to, however it hides them."""
    seen, waiting, shown = set[int](), [one], list[str]()
    while waiting:
        here = waiting.pop()
        if id(here) in seen or isinstance(here, type | types.ModuleType | types.FunctionType):
            continue
        seen.add(id(here))
        shown.append(repr(here))
        waiting.extend(gc.get_referents(here))
    return " ".join(shown)


def attrsed(one: Any) -> str:
    return f"{attrs.asdict(one)} {attrs.astuple(one)} {attrs.evolve(one)}"


@dataclasses.dataclass
class Holder:
    one: object


class Model(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(arbitrary_types_allowed=True)
    one: Any = None
    two: int = 0


def pydanticked(one: object) -> str:
    held = Model(one=one)
    return f"{held} {vars(held)} {held.model_dump()}" + attempt(lambda: Model(two=one))  # type: ignore[arg-type]


def pydantic_json(one: object) -> str:
    return Model(one=one).model_dump_json(fallback=str)


def in_word(one: object) -> str:
    paragraph = docx.Document().add_paragraph(f"{one}")
    return paragraph.text + paragraph._p.xml


def in_html(one: object) -> str:
    return html.escape(str(one)) + html.escape(repr(one))


def rich_traceback(one: object) -> str:
    out = rich.console.Console(file=io.StringIO(), width=200)
    try:
        local = [one]
        raise ValueError(local)  # noqa: TRY301 - the channel
    except ValueError:
        out.print(one, rich.traceback.Traceback(show_locals=True))
    assert isinstance(out.file, io.StringIO)
    return out.file.getvalue()


def warned(one: object) -> str:
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        warnings.warn(f"{one}", stacklevel=1)
    return str(seen[0])


def in_sqlite(one: object) -> str:
    db = sqlite3.connect(":memory:")
    try:
        return str(db.execute("SELECT ?", (one,)).fetchone())
    finally:
        db.close()


def as_container(one: object) -> str:
    """Show length, parts and bytes: whatever of a text could be asked for."""
    asked: list[Callable[[Any], object]] = [len, list, bytes, iter, hash, memoryview, marshal.dumps]
    return " ".join(attempt(functools.partial(ask, one)) for ask in asked)


def copied(one: object) -> str:
    both = copy.copy(one), copy.deepcopy(one)
    return f"{both} {[slots_of(part) for part in both]}"
