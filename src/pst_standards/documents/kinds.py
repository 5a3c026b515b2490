"""Rendering one document of a definition, in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from typing import Final, cast, get_args

from attrs import evolve

from pst_standards.documents.compose.finishing import Composed, compose
from pst_standards.documents.docx.writer import render_docx
from pst_standards.documents.every_kind import EVERY_KIND
from pst_standards.documents.final import refuse_drafts
from pst_standards.documents.html.page import render_html
from pst_standards.documents.identity import definition_hash
from pst_standards.documents.inputs import NO_INPUTS, Inputs
from pst_standards.documents.markdown import render_markdown
from pst_standards.documents.outline import Document, Identity, Lang, Layout, Paper
from pst_standards.documents.pdf.writer import render_pdf
from pst_standards.documents.png import picture_files, render_png
from pst_standards.documents.refusals import (
    FormatError,
    NotADefinitionError,
    NothingToPrintError,
    RequestError,
    read_bytes,
)
from pst_standards.documents.targets import KINDS, Target, shown_together, standard_names, targets
from pst_standards.documents.template.template import Template, open_template
from pst_standards.documents.template.writing import render_into
from pst_standards.model.definition import Definition

__all__ = [
    "EVERY_FORMAT",
    "FORMATS",
    "KINDS",
    "RENDERERS",
    "USUAL_FORMATS",
    "composed",
    "document",
    "files_of",
    "render",
    "write",
]

RENDERERS: Final[Mapping[str, Callable[[Document], bytes]]] = {
    "docx": render_docx,
    "html": render_html,
    "pdf": render_pdf,
    "md": render_markdown,
}
FORMATS: Final = tuple(RENDERERS)
"""Formats for text, in which every paper can be written, and the extensions of their files."""
_PICTURES: Final[Mapping[str, Callable[[Document], bytes]]] = {"png": render_png}
_SEVERAL: Final[Mapping[str, Callable[[Document], Iterable[tuple[str, bytes]]]]] = {
    "png": picture_files
}
DRAWN: Final = frozenset({"pdf", *_PICTURES})
"""Formats that a library draws, which keeps something of each document."""
EVERY_FORMAT: Final = (*FORMATS, *_PICTURES)
"""Formats of a build: those for text, and those for pictures that some kinds are drawn in."""
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
    inputs: Inputs = NO_INPUTS,
    qr: bool = True,
    template: bytes | Template | None = None,
    signature: str = "",
) -> bytes:
    """Return one document as the bytes of a file; as ``png``, its first page.

    ``service`` picks a standard (by service, or by its own id), needed where there are several.
    ``lang`` is that of the definition unless given. ``assets`` holds the pictures that the
    definition names, by file name; ``qr`` prints a code with office, kind and hash on each page.
    ``inputs`` is what else the document rests on; of several letters ``service`` picks that of an
    event. ``template`` is an office's own Word template, for docx alone. ``signature`` is ``wet``
    or the text at which a program signs, as the definition says unless given. A poster comes on A3
    and A4: another ``paper`` gives the first of them. No file is read or written.

    Raises ``NotADefinitionError`` for a mapping that was not read yet, ``NotBytesError`` for a
    template that is none, ``TemplateError`` for one that is not fit, ``RequestError`` for a kind,
    format, service, language or paper that there is not (``FormatError`` for a format that other
    kinds have), ``NothingToPrintError`` when the input of the kind is lacking, ``FinalError`` when
    ``final`` is asked for and values are open, ``MissingExtraError`` without the extra ``office``,
    or ``pdf`` for that format.

    >>> from pst_standards.model.base import Text
    >>> from pst_standards.model.maklumat import Maklumat
    >>> pledge = Maklumat(pledge=Text("Kami sanggup menyelenggarakan pelayanan sesuai standar."))
    >>> b"Kami sanggup" in render(Definition(maklumat=pledge), "maklumat", "html")
    True
    """
    known("kind", kind, KINDS)
    if known("format", format, EVERY_FORMAT) not in EVERY_KIND[kind].formats:
        raise FormatError(EVERY_KIND[kind].formats)
    making = partial(document, definition, kind, service, lang=lang, paper=paper, final=final)
    found = making(assets=assets, inputs=inputs, qr=qr, signature=signature)
    return write(found, format, template=template)


def write(
    document: Document,
    format: str,  # noqa: A002 - as in json tools
    *,
    template: bytes | Template | None = None,
) -> bytes:
    """Return an outline, also one that was changed, as the bytes of a file; as ``render``.

    ``png``, its first page, is for a kind that comes as a picture.

    >>> b"<title>Maklumat</title>" in write(Document(title="Maklumat", blocks=()), "html")
    True
    """
    kind = document.identity.kind if document.identity else ""
    formats = EVERY_KIND[kind].formats if kind in EVERY_KIND else FORMATS
    if known("format", format, EVERY_FORMAT) not in formats:
        raise FormatError(formats)
    ready = opened(template)
    if ready and format == "docx":
        return _into(document, ready)
    return {**RENDERERS, **_PICTURES}[format](document)


def opened(template: bytes | Template | None) -> Template | None:
    """Return a template made ready, once for many documents; ``TemplateError`` if it is not fit."""
    if template is None or isinstance(template, Template):
        return template
    return _ready(read_bytes(template))


# Whoever builds for many offices gives the same bytes again and again.
_ready = lru_cache(maxsize=1)(open_template)


def _into(document: Document, template: Template) -> bytes:
    """Write a document into a template; what has a layout of its own keeps it."""
    kind = document.identity.kind if document.identity else ""
    own = kind in EVERY_KIND and EVERY_KIND[kind].own_layout
    # What is fitted to its sheet has letters of the template's size there.
    into_it = document.layout is Layout.LETTER and not own
    return render_into(document, template) if into_it else render_docx(document)


def document(  # noqa: PLR0913 - one keyword per choice that a caller has
    definition: Definition,
    kind: str,
    service: str | None = None,
    *,
    lang: str | None = None,
    paper: str = "A4",
    final: bool = False,
    assets: Mapping[str, bytes] | None = None,
    inputs: Inputs = NO_INPUTS,
    qr: bool = True,
    signature: str = "",
) -> Document:
    """Return one document as an outline, to be changed or rendered elsewhere; as ``render``."""
    spoken, sheet = chosen_language(definition, lang), chosen_paper(paper)
    target = _target(definition, known("kind", kind, KINDS), service, sheet, inputs)
    found = composed(
        definition,
        target,
        lang=spoken,
        paper=sheet,
        assets=assets,
        sha256=definition_hash(definition),
        qr=qr,
        signature=signature,
    )
    if final:
        refuse_drafts(definition, [found.points])
    return found.document


def composed(  # noqa: PLR0913 - what a caller chose, and what it worked out once for many
    definition: Definition,
    target: Target,
    *,
    lang: Lang,
    paper: Paper,
    assets: Mapping[str, bytes] | None,
    sha256: str,
    qr: bool = True,
    signature: str = "",
) -> Composed:
    """Compose the document of a target; ``sha256`` is the hash of the definition."""
    composer = target.composer or EVERY_KIND[target.kind].composer
    if composer is None:
        raise NothingToPrintError(target.kind)
    found = compose(
        definition,
        composer,
        standard=target.standard,
        lang=lang,
        paper=target.paper or paper,
        assets=assets,
        signature=signature,
    )
    office = definition.office
    identity = Identity(
        kind=target.kind,
        service=target.service or "",
        rests_on=target.rests_on,
        office=(office.code or "" if office else "").strip(),
        definition_sha256=sha256,
        signature=signature,
    )
    return evolve(found, document=evolve(found.document, identity=identity, qr=qr))


def files_of(
    document: Document,
    format: str,  # noqa: A002 - as in json tools
    template: Template | None = None,
) -> Iterator[tuple[str, bytes]]:
    """Yield the files that a document gives in a format, each by what follows its stem.

    >>> [name for name, _ in files_of(Document(title="Maklumat", blocks=()), "html")]
    ['.html']
    """
    if format in _SEVERAL:
        yield from _SEVERAL[format](document)
    elif template is not None and format == "docx":
        yield ".docx", _into(document, template)
    else:
        yield f".{format}", RENDERERS[format](document)


def known(what: str, found: str, choices: tuple[str, ...]) -> str:
    """Return a choice that there is; ``RequestError`` naming the others for any other."""
    if found not in choices:
        raise RequestError(what, str(found), choices)
    return found


def chosen_language(definition: Definition, lang: str | None) -> Lang:
    """Return the language asked for, that of the definition, or Indonesian.

    Raises ``NotADefinitionError`` for anything else, as all that makes documents asks for it first.
    """
    if not isinstance(definition, Definition):
        raise NotADefinitionError(definition)
    own = definition.lang.value if definition.lang else "id"
    return cast("Lang", known("lang", lang or own, get_args(Lang)))


def chosen_paper(paper: str) -> Paper:
    """Return the paper of this name."""
    return Paper[known("paper", paper, tuple(Paper.__members__))]


def _target(
    definition: Definition, kind: str, service: str | None, paper: Paper, inputs: Inputs
) -> Target:
    found = tuple(targets(definition, kind, inputs))
    if not found:
        raise nothing(definition, kind, inputs)
    sheets = {target.paper for target in found}
    if len(sheets) > 1:
        # Of a kind with sheets of its own the one that was asked for, else the first.
        sheet = paper if paper in sheets else found[0].paper
        found = tuple(target for target in found if target.paper is sheet)
    if found[0].case is not None:
        return _of_case(found, service)
    if found[0].standard is None:
        if service is not None:
            raise RequestError("no-service", kind)
        return found[0]
    return _of_service(definition, found, service)


def nothing(definition: Definition, kind: str, inputs: Inputs) -> NothingToPrintError:
    """Return why there is no document of a kind."""
    further = EVERY_KIND[kind].further
    return NothingToPrintError(kind, further.lacking(definition, inputs) if further else "")


def _of_case(found: tuple[Target, ...], name: str | None) -> Target:
    names = tuple(target.case or "" for target in found)
    if name is None and len(found) == 1:
        return found[0]
    if name in names:
        return found[names.index(name)]
    raise RequestError("which-event" if name is None else "event", name or found[0].kind, names)


def _of_service(definition: Definition, found: tuple[Target, ...], service: str | None) -> Target:
    names = tuple(target.service or "" for target in found)
    if service is None and len(found) == 1:
        return found[0]
    if service in names:
        return found[names.index(service)]
    everyone = standard_names(definition.standards)
    ids = [str(standard.id) for standard in definition.standards]
    place = next((one.index(service) for one in (everyone, ids) if service in one), None)
    for target, places in zip(found, shown_together(definition, found[0].kind), strict=True):
        if place in places:
            return target
    if service is None:
        raise RequestError("which-service", found[0].kind, names)
    raise RequestError("service", service, names)
