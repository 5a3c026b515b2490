from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pst_standards import __version__
from pst_standards.cli.running import COMMANDS

Pst = Callable[..., Any]
ANSI = "\x1b["


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_subcommand_explains_itself_with_examples(pst: Pst, command: str, lang: str) -> None:
    ended = pst(command, "--help", "--lang", lang)
    assert (ended.code, ended.err) == (0, "")
    usage, examples = {"id": ("Pemakaian", "Contoh"), "en": ("Usage", "Examples")}[lang]
    assert ended.out.startswith(f"{usage}: pst {command} ")
    assert f"{examples}:\n  pst {command}" in ended.out or f"\n  pst {command}" in ended.out


def test_help_in_indonesian_has_no_word_of_argparse(pst: Pst) -> None:
    texts = [pst("--help").out, *(pst(command, "--help").out for command in COMMANDS)]
    words = re.compile(r"usage:|options:|positional|show this|exit\b|optional arguments")
    assert [match.group() for text in texts for match in words.finditer(text)] == []


def test_no_line_of_help_is_wider_than_a_windows_console(pst: Pst) -> None:
    wide = [
        line
        for command in COMMANDS
        for lang in ("id", "en")
        for line in pst(command, "--help", "--lang", lang).out.splitlines()
        if len(line) > 88
    ]
    assert wide == []


def test_the_version_is_told(pst: Pst) -> None:
    assert pst("--version") == (0, f"pst {__version__}\n", "")


def test_without_a_command_the_help_is_shown_and_nothing_counts_as_done(pst: Pst) -> None:
    ended = pst()
    assert ended.code == 2
    assert "Perintah:" in ended.out
    assert "pst init kantor-saya" in ended.out


@pytest.mark.parametrize(
    ("arguments", "indonesian", "english"),
    [
        (["chek"], "Mungkin yang dimaksud: check.", "Perhaps you mean: check."),
        (["check"], "belum ada: JALUR.", "missing: PATH."),
        (["check", "x", "--fial-on", "note"], "tidak dikenal: --fial-on note.", "not known"),
        (["check", "x", "--format", "yml"], "yml bukan pilihan untuk --format", "is no choice"),
        (["check", "x", "--as-of"], "--as-of harus diikuti isinya.", "--as-of needs a value."),
        (["check", "x", "--as-of", "31-12-2026"], "bukan tanggal", "is no date"),
        (["check", "x", "--as-of", "2026-02-31"], "bukan tanggal", "is no date"),
        (["show", "x", "--provenance=1"], "tidak memakai isi (1)", "takes no value (1)"),
        (["build", "x"], "belum ada: --out.", "missing: --out."),
        (["build", "x", "--out", "o", "--format", "odt"], "bukan bentuk dokumen", "no form of"),
        (["init", "x"], "Sebut satu kantor dengan --office", "Name one office with --office"),
    ],
)
def test_a_wrong_command_line_is_answered_in_the_language_spoken(
    pst: Pst, arguments: list[str], indonesian: str, english: str
) -> None:
    for lang, sentence in (("id", indonesian), ("en", english)):
        ended = pst(*arguments, "--lang", lang)
        assert (ended.code, ended.out) == (2, "")
        assert sentence in ended.err
        assert "pst" in ended.err.splitlines()[-1]
        assert "--help" in ended.err.splitlines()[-1]


def test_an_unknown_language_is_answered_with_the_two_that_there_are(pst: Pst) -> None:
    ended = pst("--lang", "fr", "rules")
    assert ended.code == 2
    assert "Pilihannya: id, en." in ended.err


def test_the_language_may_stand_before_or_behind_the_command(pst: Pst) -> None:
    before, behind = pst("--lang", "en", "rules"), pst("rules", "--lang", "en")
    assert before == behind
    assert "Service standards" in before.out


def test_the_locale_chooses_the_language_where_nobody_does(
    pst: Pst, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert pst("--help").out.startswith("Pemakaian")
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert pst("--help").out.startswith("Usage")
    assert pst("--help", "--lang", "id").out.startswith("Pemakaian")


def test_two_languages_in_one_process_do_not_meet(pst: Pst) -> None:
    assert pst("--help", "--lang", "en").out.startswith("Usage")
    assert pst("--help").out.startswith("Pemakaian")


def break_rules(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    from pst_standards.cli.commands import rules

    def fail(_: object) -> int:
        raise error

    monkeypatch.setattr(rules, "run", fail)


def test_a_fault_of_the_program_is_one_sentence_and_no_traceback(
    pst: Pst, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_rules(monkeypatch, ZeroDivisionError("secret of a file"))
    ended = pst("rules")
    assert (ended.code, ended.out) == (3, "")
    assert "ZeroDivisionError" in ended.err
    assert "PST_DEBUG=1" in ended.err
    assert "Traceback" not in ended.err
    assert "secret" not in ended.err


def test_the_traceback_is_shown_to_who_asks_for_it(
    pst: Pst, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_rules(monkeypatch, ZeroDivisionError("here"))
    monkeypatch.setenv("PST_DEBUG", "1")
    ended = pst("rules")
    assert ended.code == 3
    assert "Traceback" in ended.err


def test_what_the_system_refuses_is_told_with_its_file(
    pst: Pst, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_rules(monkeypatch, PermissionError(13, "Permission denied", "laporan.json"))
    ended = pst("rules", "--lang", "en")
    assert ended.code == 2
    assert "laporan.json" in ended.err
    assert "no permission" in ended.err


def test_ctrl_c_ends_quietly(pst: Pst, monkeypatch: pytest.MonkeyPatch) -> None:
    break_rules(monkeypatch, KeyboardInterrupt())
    assert pst("rules") == (130, "", "Dihentikan.\n")


@pytest.mark.parametrize("error", [BrokenPipeError(32, "gone"), OSError(22, "as Windows says it")])
def test_a_reader_who_went_away_ends_it_quietly(
    pst: Pst, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    break_rules(monkeypatch, error)
    assert pst("rules") == (141, "", "")


def test_a_closed_pipe_leaves_no_noise() -> None:
    program = "import sys; from pst_standards.cli import main; sys.exit(main(['schema']))"
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() in {0, 141}


def test_the_package_itself_can_be_run_where_the_command_is_not_on_the_path() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pst_standards", "--version"], capture_output=True, check=True
    )
    assert done.stdout.decode().split() == ["pst", __version__]


def test_output_is_utf_8_whatever_the_code_page(pst_process: Pst) -> None:
    ended = pst_process("explain", "DEF-999", PYTHONUTF8="0", LC_ALL="C", PYTHONCOERCECLOCALE="0")
    assert ended.code == 2
    assert "“DEF-999”" in ended.err


def test_an_encoding_that_somebody_chose_is_kept(pst_process: Pst) -> None:
    ended = pst_process("explain", "DEF-\N{GREEK SMALL LETTER OMEGA}", PYTHONIOENCODING="ascii")
    assert '"DEF-\\u03c9"' in ended.err
    ended = pst_process("explain", "DEF-999", PYTHONIOENCODING="cp437", PYTHONUTF8="0")
    assert '"DEF-999"' in ended.err


def test_nothing_is_coloured_where_nobody_watches(pst_process: Pst, examples: Path) -> None:
    for arguments in (["--help"], ["check", examples / "minimal.yaml"], ["rules"]):
        ended = pst_process(*arguments, FORCE_COLOR="1")
        assert ANSI not in ended.out + ended.err


HEAVY = {"attrs", "attr", "cattrs", "yaml", "ruamel", "jsonschema", "docx", "lxml", "rich"}


@pytest.mark.parametrize(
    "arguments", [["--version"], ["--help"], ["check", "--help"], ["rules", "--x"]]
)
def test_what_needs_no_definition_loads_no_library(arguments: list[str]) -> None:
    program = (
        "import json, sys\nfrom pst_standards.cli import main\nmain(sys.argv[1:])\n"
        "print('\\n' + json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, check=True
    )
    loaded = {name.partition(".")[0] for name in json.loads(done.stdout.splitlines()[-1])}
    assert loaded & HEAVY == set()


def test_a_subcommand_is_imported_when_it_is_chosen() -> None:
    program = (
        "import sys\nfrom pst_standards.cli import main\nmain(['rules'])\n"
        "print(*[m for m in sys.modules if m.startswith('pst_standards.cli.commands.')])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.decode().splitlines()[-1] == "pst_standards.cli.commands.rules"


def test_names_of_files_cannot_command_the_terminal(pst: Pst, tmp_path: Path) -> None:
    ended = pst("check", str(tmp_path / "x\x1b[31m\u202ey.yaml"))
    assert ended.code == 2
    assert "\x1b" not in ended.out + ended.err
    assert "\u202e" not in ended.out + ended.err


def test_a_stream_without_bytes_below_it_is_read_as_text(
    pst: Pst, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("lang: en\n"))
    assert pst("check", "-", "--format", "json").code == 1


def test_a_misspelt_option_is_told_before_the_one_that_is_missing(pst: Pst) -> None:
    ended = pst("build", "x.yaml", "--outt", "y", "--lang", "en")
    first, second, _ = ended.err.splitlines()
    assert ended.code == 2
    assert first == "pst build: not known: --outt. Perhaps you mean: --out."
    assert second == "pst build: missing: --out."
    ended = pst("build", "--quiet", "--", "--outt", "--lang", "en")
    assert "--outt" not in ended.err
