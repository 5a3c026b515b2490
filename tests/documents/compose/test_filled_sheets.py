"""Sheets for the wall are filled: no row too high for what is left, letters as large as fit."""

from __future__ import annotations

from math import fsum

from attrs import evolve

from pst_standards.documents.compose.composition import Composition
from pst_standards.documents.compose.fitting import (
    SCALES,
    head_height,
    height,
    on_one_sheet,
)
from pst_standards.documents.compose.procedure_rows import procedure_rows
from pst_standards.documents.kinds import document
from pst_standards.documents.outline import (
    Block,
    Content,
    Heading,
    ItemList,
    Panels,
    Paper,
    Paragraph,
)
from pst_standards.model.base import Text
from pst_standards.model.delivery import Product
from pst_standards.model.maklumat import Maklumat
from pst_standards.testing import a_definition

HERE, AFAR = "Langsung (tatap muka)", "Tidak langsung (daring)"
COMPOSITION = Composition(original=a_definition(), lang="id")


def cell(*groups: tuple[str, str]) -> Content:
    blocks: list[Block] = []
    for name, steps in groups:
        blocks += [Heading(level=3, text=name)] if name else []
        blocks.append(Paragraph(text=steps))
    return tuple(blocks)


def test_channels_stand_in_rows_of_their_own() -> None:
    cells = [cell((HERE, "A"), (AFAR, "B")), cell(("", "C")), cell((AFAR, "D")), "Belum diatur."]
    above, below = procedure_rows(cells, COMPOSITION)
    assert above == (cell((HERE, "A")), cells[1], "\N{EN DASH}", "Belum diatur.")
    assert below[::2] == (cell((AFAR, "B")), cell((AFAR, "D")))
    assert below[1::2] == ("Langkahnya sama dengan di atas.", "\N{EN DASH}")
    assert procedure_rows(cells[1:], COMPOSITION) == [tuple(cells[1:])]


def test_the_fewer_words_a_maklumat_has_the_larger_are_its_letters() -> None:
    def scale(words: int, paper: Paper) -> float:
        pledge = Text(" ".join(["sanggup"] * words))
        definition = evolve(a_definition(), maklumat=Maklumat(pledge=pledge))
        return document(definition, "maklumat", paper=paper.name).scale

    sizes = [scale(words, Paper.A4) for words in (8, 60, 120, 400)]
    assert sizes == sorted(sizes, reverse=True)
    assert (sizes[0], sizes[-1]) == (1.48, SCALES[-1])
    assert scale(60, Paper.F4) > scale(60, Paper.A4)


def test_a_letter_that_is_a_little_too_long_has_smaller_letters_and_no_longer_one() -> None:
    def scale(items: int) -> float:
        return on_one_sheet(
            [ItemList(items=["Memperoleh kerahasiaan identitas"] * items)], 165, 220
        )

    assert scale(30) == 1
    assert 0.88 <= scale(41) < 1
    assert scale(80) == 1


def test_a_poster_leaves_room_for_the_higher_lines_of_programs_for_word_files() -> None:
    definition = a_definition()
    left = []
    for words in range(40, 400, 12):
        standard = evolve(definition.standards[0], product=Product(note=Text("surat " * words)))
        made = document(evolve(definition, standards=(standard,)), "poster")
        tops = [one for one in made.blocks if isinstance(one, Panels)]
        told = made.blocks[: len(made.blocks) - made.draft_blocks]
        below = 12.0 * (len(told) - len(tops) - 1)
        room = made.sheet[1] - made.margins[0] - made.margins[2] - head_height(COMPOSITION)
        high = fsum(height([one], (made.text_width - 5) / made.scale) - 4.35 for one in tops)
        left.append(room - below - (high + 16) * made.scale)
    assert min(left[:12]) >= 6
