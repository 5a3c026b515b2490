"""Open data: a definition in the vocabularies of others, each with a report of what it lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from attrs import frozen

if TYPE_CHECKING:
    from pst_standards.model.definition import Definition
    from pst_standards.open_data.losses import Loss

OpenFormat: TypeAlias = Literal["cpsv-ttl", "cpsv-jsonld", "schema-org"]
FORMATS: Final[tuple[OpenFormat, ...]] = ("cpsv-ttl", "cpsv-jsonld", "schema-org")
"""What a definition can be exported to."""


@frozen(kw_only=True)
class Exported:
    """An export: its text, and what of the definition is not in it as it was."""

    text: str
    losses: tuple[Loss, ...]


def export(
    definition: Definition, form: OpenFormat, *, base: str = "", lang: str = "id"
) -> Exported:
    """Return a definition as open data; equal definitions give equal texts.

    ``base`` is the address that names begin with in CPSV-AP; ``lang`` the language of schema.org,
    which knows one for each text. Raises ``ValueError`` for a ``base`` that is no address of the
    web with ``/`` or ``#`` at its end.

    >>> from pst_standards.model import Definition, Service
    >>> made = export(Definition(services=(Service(id="library"),)), "cpsv-ttl")
    >>> made.text.splitlines()[0]
    '@prefix adms: <http://www.w3.org/ns/adms#> .'
    """
    if form == "schema-org":
        from pst_standards.open_data.schema_org import schema_org

        text, lost = schema_org(definition, lang)
        return Exported(text=text, losses=lost)
    from pst_standards.open_data.cpsv import cpsv_graph
    from pst_standards.open_data.naming import is_base
    from pst_standards.open_data.notations import json_ld, turtle

    if base and not is_base(base):
        raise ValueError(f"names cannot begin with {base!r}")

    graph, losses = cpsv_graph(definition, base)
    write = turtle if form == "cpsv-ttl" else json_ld
    return Exported(text=write(graph), losses=losses)


__all__ = ["FORMATS", "Exported", "OpenFormat", "export"]
