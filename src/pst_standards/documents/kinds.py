"""Rendering one document of a definition, in memory."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final, cast, get_args

from attrs import evolve

from pst_standards.documents.compose.finishing import Composed, compose
from pst_standards.documents.compose.signing import ANCHOR, WET
from pst_standards.documents.docx.writer import render_docx
from pst_standards.documents.every_kind import EVERY_KIND
from pst_standards.documents.final import open_findings
from pst_standards.documents.html.page import render_html
from pst_standards.documents.identity import definition_hash
from pst_standards.documents.markdown import render_markdown
from pst_standards.documents.outline import Document, Identity, Lang, Paper
from pst_standards.documents.pdf.writer import render_pdf
from pst_standards.documents.refusals import FinalError, NothingToPrintError, RequestError
from pst_standards.documents.targets import KINDS, Target, targets
from pst_standards.documents.template.template import Template, open_template
from pst_standards.documents.template.writing import render_into
from pst_standards.model.definition import Definition

__all__ = ["FORMATS", "KINDS", "RENDERERS", "USUAL_FORMATS", "composed", "document", "render"]

RENDERERS: Final[Mapping[str, Callable[[Document], bytes]]] = {
    "docx": render_docx,
    "html": render_html,
    "pdf": render_pdf,
    "md": render_markdown,
}
FORMATS: Final = tuple(RENDERERS)
"""Formats of documents, which are the extensions of their files too."""
SIGNATURES: Final = ("wet", "electronic")
"""Forms of signature that may be asked for."""
_LONGEST_ANCHOR: Final = 60
_ANCHOR: Final = re.compile(rf"[!-~]{{1,{_LONGEST_ANCHOR}}}")
USUAL_FORMATS: Final = ("docx", "html")
"""Formats that are written when none is chosen: those for which the extra ``office`` is enough."""


def render(  # noqa: PLR0913 - one keyword per choice that a caller has
    definition: Definition,
    kind: str,
    format: str,  # noqa: A002 - as in json tools
    service: str | None = None,
    *,
    lang: str | None = None,
    paper: str = "A4",
    final: bool = False,
    assets: Mapping[str, bytes] | None = None,
    template: bytes | Template | None = None,
    signature: str | None = None,
    anchor: str | None = None,
) -> bytes:
    """Return one document as the bytes of a file.

    ``service`` picks a standard (by service, or by its own id), needed where there are several.
    ``lang`` is that of the definition unless given. ``assets`` holds the pictures that the
    definition names, by file name. ``template`` is an office's own Word template; it holds for
    docx alone. ``signature`` is ``wet`` or ``electronic``, as the definition says unless given;
    ``anchor`` is the text at which a program signs electronically. Nothing is read from or
    written to the file system.

    Raises ``TemplateError`` for a template that is not fit, ``RequestError`` for a kind,
    format, service, language or paper that there is not,
    ``NothingToPrintError`` when the definition lacks the input of the kind, ``FinalError`` when
    ``final`` is asked for and values are open, ``MissingExtraError`` without the extra ``office``,
    or ``pdf`` for that format.

    >>> from pst_standards.model.base import Text
    >>> from pst_standards.model.maklumat import Maklumat
    >>> pledge = Maklumat(pledge=Text("Kami sanggup menyelenggarakan pelayanan sesuai standar."))
    >>> b"Kami sanggup" in render(Definition(maklumat=pledge), "maklumat", "html")
    True
    """
    known("kind", kind, KINDS)
    known("format", format, EVERY_KIND[kind].formats)
    found = document(
        definition,
        kind,
        service,
        lang=lang,
        paper=paper,
        final=final,
        assets=assets,
        signature=signature,
        anchor=anchor,
    )
    ready = opened(template)
    return written(found, format, ready, own_sheet=bool(EVERY_KIND[kind].papers))


def opened(template: bytes | Template | None) -> Template | None:
    """Return a template made ready, once for many documents; ``TemplateError`` if it is not fit."""
    return open_template(template) if isinstance(template, bytes) else template


def written(
    document: Document,
    format: str,  # noqa: A002 - as in json tools
    template: Template | None = None,
    *,
    own_sheet: bool = False,
) -> bytes:
    """Return a document as the bytes of a file, a docx with the template where there is one.

    ``own_sheet`` keeps the size of a document that has one, such as a poster.
    """
    if template is not None and format == "docx":
        return render_into(document, template, own_sheet=own_sheet)
    return RENDERERS[format](document)


def document(  # noqa: PLR0913 - one keyword per choice that a caller has
    definition: Definition,
    kind: str,
    service: str | None = None,
    *,
    lang: str | None = None,
    paper: str = "A4",
    final: bool = False,
    assets: Mapping[str, bytes] | None = None,
    signature: str | None = None,
    anchor: str | None = None,
) -> Document:
    """Return one document as an outline, to be changed or rendered elsewhere; as ``render``."""
    sheet = chosen_paper(paper)
    target = _target(definition, known("kind", kind, KINDS), service, sheet)
    found = composed(
        definition,
        target,
        lang=chosen_language(definition, lang),
        paper=sheet,
        assets=assets,
        sha256=definition_hash(definition),
        signature=chosen_signature(signature, anchor),
    )
    if final and found.points.draft:
        raise FinalError(open_findings(definition, [found.points]))
    return found.document


def composed(
    definition: Definition,
    target: Target,
    *,
    lang: Lang,
    paper: Paper,
    assets: Mapping[str, bytes] | None,
    sha256: str,
    signature: str = "",
) -> Composed:
    """Compose the document of a target; ``sha256`` is the hash of the definition.

    ``signature`` is as ``chosen_signature`` returns it.
    """
    found = compose(
        definition,
        EVERY_KIND[target.kind].composer,
        standard=target.standard,
        lang=lang,
        paper=target.paper or paper,
        assets=assets,
        signature=signature,
    )
    identity = Identity(
        kind=target.kind,
        service=target.service or "",
        definition_sha256=sha256,
        signature=signature,
    )
    return evolve(found, document=evolve(found.document, identity=identity))


def known(what: str, found: str, choices: tuple[str, ...]) -> str:
    """Return a choice that there is; ``RequestError`` naming the others for any other."""
    if found not in choices:
        raise RequestError(what, str(found), choices)
    return found


def chosen_language(definition: Definition, lang: str | None) -> Lang:
    """Return the language asked for, that of the definition, or Indonesian."""
    own = definition.lang.value if definition.lang else "id"
    return cast("Lang", known("lang", lang or own, get_args(Lang)))


def chosen_signature(signature: str | None, anchor: str | None) -> str:
    """Return ``wet``, the anchor of an electronic signature, or nothing: as the definition says.

    ``RequestError`` for another form, or an anchor that is empty, long or on several lines.

    >>> (
    ...     chosen_signature("electronic", None),
    ...     chosen_signature(None, "#ttd"),
    ...     chosen_signature(None, None),
    ... )
    ('${ttd_elektronik}', '#ttd', '')
    """
    if signature is not None:
        known("signature", signature, SIGNATURES)
    if anchor is None:
        usual: dict[str | None, str] = {"wet": WET, "electronic": ANCHOR}
        return usual.get(signature, "")
    shown = anchor.strip()
    if signature == WET or not _ANCHOR.fullmatch(shown) or shown == WET:
        raise RequestError("anchor", shown[:_LONGEST_ANCHOR])
    return shown


def chosen_paper(paper: str) -> Paper:
    """Return the paper of this name."""
    return Paper[known("paper", paper, tuple(Paper.__members__))]


def _target(definition: Definition, kind: str, service: str | None, paper: Paper) -> Target:
    found = tuple(targets(definition, kind))
    if not found:
        raise NothingToPrintError(kind)
    sheets = {target.paper for target in found}
    if len(sheets) > 1:
        # Of a kind with sheets of its own the one that was asked for, else the first.
        sheet = paper if paper in sheets else found[0].paper
        found = tuple(target for target in found if target.paper is sheet)
    if not EVERY_KIND[kind].per_standard:
        if service is not None:
            raise RequestError("no-service", kind)
        return found[0]
    return _of_service(definition, found, service)


def _of_service(definition: Definition, found: tuple[Target, ...], service: str | None) -> Target:
    names = tuple(target.service or "" for target in found)
    if service is None and len(found) == 1:
        return found[0]
    if service in names:
        return found[names.index(service)]
    ids = [str(standard.id) for standard in definition.standards]
    if service in ids:
        return found[ids.index(service)]
    if service is None:
        raise RequestError("which-service", found[0].kind, names)
    raise RequestError("service", service, names)
