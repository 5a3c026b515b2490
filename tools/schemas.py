"""Write the JSON Schemas: ``python tools/schemas.py`` fills schemas/ and the package's copy."""

from __future__ import annotations

from pathlib import Path

from pst_standards.definitions.form_schema import form
from pst_standards.definitions.schema import complete_schema, definition_schema, record_schema
from pst_standards.definitions.writing import dump_json
from pst_standards.model.records import RECORDS
from pst_standards.rules.formats.report_schema import report_schema

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = (ROOT / "schemas", ROOT / "src" / "pst_standards" / "definitions" / "data" / "schemas")


def files() -> dict[str, bytes]:
    """Return the content of each schema file by its name."""
    return {
        "definition.schema.json": dump_json(definition_schema()).encode(),
        "complete-definition.schema.json": dump_json(complete_schema()).encode(),
        "report.schema.json": dump_json(report_schema()).encode(),
        **{f"{name}.schema.json": dump_json(record_schema(name)).encode() for name in RECORDS},
    }


def forms() -> dict[str, bytes]:
    """Return the form of a definition, for people without Python."""
    return {"definition.form.json": dump_json(form("id")).encode()}


def main() -> None:
    """Write every schema file, and the form beside the schemas."""
    for folder in FOLDERS:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files().items():
            (folder / name).write_bytes(content)
    for name, content in forms().items():
        (FOLDERS[0] / name).write_bytes(content)


if __name__ == "__main__":
    main()
