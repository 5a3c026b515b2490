from __future__ import annotations

import pytest

from pst_standards.documents.verifying.errors import UnverifiableError
from pst_standards.documents.verifying.numbering import Numbering
from pst_standards.documents.verifying.word_text import story

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
SPACES = (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)


def lines(body: str, space: str = W) -> list[str]:
    data = f'<w:document xmlns:w="{space}"{SPACES}><w:body>{body}</w:body></w:document>'
    return [text for text, _ in story(data.encode())]


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def p(content: str) -> str:
    return f"<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>{content}</w:p>"


def test_runs_are_one_text_however_they_are_split() -> None:
    assert lines(p(run("Rp10") + run(".0") + run("00", "<w:b/>"))) == ["Rp10.000"]
    assert lines(p(run("Rp10.000")), STRICT) == ["Rp10.000"]


@pytest.mark.parametrize("mark", ["vanish", "strike", "dstrike"])
def test_text_that_is_hidden_or_crossed_out_does_not_count(mark: str) -> None:
    assert lines(p(run("5 hari", f"<w:{mark}/>") + run("3"))) == ["3"]
    assert lines(p(run("5 hari", f'<w:{mark} w:val="false"/>'))) == ["5 hari"]
    old = f"<w:rPrChange><w:rPr><w:{mark}/></w:rPr></w:rPrChange>"
    assert lines(p(run("5 hari", old))) == ["5 hari"]
    of_the_mark = f"<w:p><w:pPr><w:rPr><w:{mark}/></w:rPr></w:pPr>{run('5 hari')}</w:p>"
    assert lines(of_the_mark) == ["5 hari"]


def test_changes_that_were_tracked_count_as_accepted() -> None:
    gone = "<w:del><w:r><w:delText>5</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run('9')}</w:moveFrom>"
    new = f"<w:ins>{run('7')}</w:ins>"
    assert lines(p(f"{gone}{moved}{new}{run(' hari')}")) == ["7 hari"]


def test_breaks_tabs_hyphens_and_symbols_are_read() -> None:
    signs = '<w:tab/><w:br/><w:cr/><w:noBreakHyphen/><w:sym w:char="2610"/><w:sym w:char="x"/>'
    assert lines(p(f"<w:r><w:t>a</w:t>{signs}</w:r>")) == ["a   -☐\N{REPLACEMENT CHARACTER}"]


def test_counters_of_pages_are_left_out_and_other_fields_kept() -> None:
    def marked(code: str, shown: str) -> str:
        begin, middle, end = (
            f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
            for kind in ("begin", "separate", "end")
        )
        instruction = f"<w:r><w:instrText> {code} </w:instrText></w:r>"
        return f"{begin}{instruction}{run('unseen')}{middle}{run(shown)}{end}"

    simple = f'<w:fldSimple w:instr=" NUMPAGES ">{run("7")}</w:fldSimple>'
    assert lines(p(f"{run('a')}{marked('PAGE', '3')}{simple}{run('b')}")) == ["ab"]
    assert lines(p(marked("HYPERLINK x", "kantor"))) == ["kantor"]
    stray = '<w:r><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/></w:r>'
    assert lines(p(f"{stray}<w:r><w:instrText>x</w:instrText></w:r>{run('c')}")) == ["c"]


def test_a_text_box_is_read_once_and_formulas_too() -> None:
    box = f"<w:txbxContent>{p(run('kotak'))}</w:txbxContent>"
    both = f"<mc:AlternateContent>{box}<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert lines(p(f"<w:r>{both}</w:r>{run('luar')}")) == ["kotak", "luar"]
    assert lines(p("<m:oMath><m:r><m:t>5</m:t></m:r></m:oMath>")) == ["5"]
    assert lines("<m:t>5</m:t><w:t>6</w:t>") == []


def test_a_picture_counts_with_its_alternative_text() -> None:
    assert lines(p('<w:r><wp:docPr id="1" descr="Alur"/></w:r>')) == [" Alur "]


def test_the_outermost_row_with_a_bookmark_names_its_lines() -> None:
    def row(name: str, content: str) -> str:
        mark = f'<w:bookmarkStart w:id="1" w:name="{name}"/>'
        return f"<w:tr><w:tc>{p('<w:r/>' + mark)}{content}</w:tc></w:tr>"

    inner = f"<w:tbl>{row('_GoBack', p(run('a')))}</w:tbl>"
    data = f'<w:d xmlns:w="{W}">{row("pst_x", inner)}{row("other", p(run("b")))}</w:d>'
    found = [line for line in story(data.encode()) if line[0]]
    assert found == [("a", "pst_x"), ("b", "")]


def test_a_number_of_a_list_is_told_where_it_jumps() -> None:
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="3"/><w:numFmt w:val="lowerLetter"/></w:lvl>'
    )
    bullets = '<w:lvl w:ilvl="0"><w:start w:val="7"/><w:numFmt w:val="bullet"/></w:lvl>'
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="6"/></w:lvlOverride>'
    part = (
        f'<w:n xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="1">{bullets}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{restart}</w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num></w:n>'
    )

    def item(number: int, level: int) -> str:
        place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        return f"<w:p><w:pPr>{place}</w:pPr>{run('x')}</w:p>"

    items = [(1, 0), (1, 1), (1, 0), (2, 0), (2, 0), (1, 0), (1, 1), (3, 0), (9, 0), (0, 0)]
    body = "".join(item(*one) for one in items)
    data = f'<w:d xmlns:w="{W}">{body}{p(run("x"))}</w:d>'.encode()
    found = [text for text, _ in story(data, Numbering(part.encode()))]
    assert found == ["x", "3. x", "x", "6. x", "x", "x", "3. x", "x", "x", "x", "x"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<a>",
        b"\xff\xfe<",
        b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
        b'<?xml version="1.0" encoding="no-such"?><a/>',
    ],
)
def test_xml_that_is_broken_or_defines_entities_is_refused(data: bytes) -> None:
    with pytest.raises(UnverifiableError) as refused:
        story(data)
    assert refused.value.key == "verify.damaged"
