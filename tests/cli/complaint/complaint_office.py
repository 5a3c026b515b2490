"""An office at work on complaints, and files that it is handed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

Pst: TypeAlias = Callable[..., Any]
NAME = "Pelapor Contoh"
STREET = "Jalan Contoh"
AT = "2026-03-10T10:00"


class Office:
    """A folder with a register, a vault and a key, and the command that works on them."""

    def __init__(self, pst: Pst, folder: Path, examples: Path) -> None:
        self.pst, self.folder, self.examples = pst, folder, examples / "complaints"
        self.register = ("--register", folder / "r.db")
        self.vault = ("--vault", folder / "v.db", "--key-file", folder / "k")
        self.officer = ("--officer", "A1")

    def do(self, action: str, *more: object) -> Any:
        return self.pst("complaint", action, *self.register, *more)

    def file(self, name: str = "late-service", *more: object) -> dict[str, Any]:
        source = self.examples / f"{name}.yaml"
        ended = self.do("file", *self.vault, *self.officer, "--from", source, *more)
        said = [line for line in ended.err.splitlines() if "baru dibuat" not in line]
        assert (ended.code, said) == (0, [])
        return dict(json.loads(ended.out)) if more else {"text": ended.out}

    def filed(self, name: str = "late-service") -> dict[str, Any]:
        return self.file(name, "--format", "json")

    def advance(self, number: str, step: str, *more: object) -> Any:
        return self.do("advance", *self.officer, number, step, *more)

    def receipt(self, number: str) -> Any:
        told = (
            *("identity=ya", "description=true", "place=Meja pengaduan", "officer=A1"),
            *("received_at=2026-03-10T09:00:00+07:00", "signed=ya"),
        )
        pairs = [part for pair in told for part in ("--set", pair)]
        return self.advance(number, "issue_receipt", "--at", AT, *pairs)

    def everything(self) -> str:
        """Return all that stands in the folder, as bytes written out."""
        return " ".join(str(file.read_bytes()) for file in self.folder.rglob("*") if file.is_file())


def filed_text(office: Office, text: str, *more: object) -> Any:
    source = office.folder / "pengaduan.yaml"
    source.write_text(f"format: pst-complaint/1\nchannel: letter\n{text}", encoding="utf-8")
    return office.do("file", *office.vault, *office.officer, "--from", source, *more)
