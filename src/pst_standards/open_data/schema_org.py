"""A definition in the vocabulary of schema.org, as JSON-LD for the website of the office."""

from __future__ import annotations

import json
from typing import Final

from pst_standards.model.definition import Definition
from pst_standards.open_data.losses import Cursor, Ledger, Loss
from pst_standards.open_data.schema_org_office import office_node
from pst_standards.open_data.schema_org_service import service_nodes

_MARKUP: Final = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def schema_org(definition: Definition, lang: str = "id") -> tuple[str, tuple[Loss, ...]]:
    """Return the office and its services as JSON-LD, and the report of what is not in it.

    Texts are in ``lang``, in the other language where that is missing.

    >>> from pst_standards.model import Service
    >>> text, _ = schema_org(Definition(services=(Service(id="library"),)))
    >>> [node["@type"] for node in json.loads(text)["@graph"]]
    ['GovernmentOffice', 'GovernmentService']
    """
    ledger = Ledger()
    for told in ("/format", "/lang"):
        ledger.take(told)
    ledger.tell("", "other-language")
    written = _written(definition, ledger, lang)
    return written, ledger.losses(definition)


def _written(definition: Definition, ledger: Ledger, lang: str) -> str:
    root = Cursor(definition, ledger)
    graph = [office_node(root, lang), *service_nodes(root, lang)]
    data = {"@context": "https://schema.org", "@graph": graph}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def script_element(definition: Definition, lang: str = "id") -> str:
    """Return the element that a web page carries its data in; no text can end it early.

    It reads no value that it does not write, so that a watched definition tells what is in it.

    >>> script_element(Definition()).splitlines()[0]
    '<script type="application/ld+json">'
    """
    text = _written(definition, Ledger(), lang)
    safe = "".join(_MARKUP.get(sign, sign) for sign in text)
    return f'<script type="application/ld+json">\n{safe}</script>\n'
