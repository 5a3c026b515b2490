"""The web form of docs/web-form in Chromium, drawn by React JSON Schema Form itself."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING, Any

import pytest

import pst_standards as pst
from pst_standards.definitions import read_data
from pst_standards.definitions.form_schema import form
from pst_standards.rules import check_reading
from pst_standards.testing.factories import complete_data

if TYPE_CHECKING:
    from devtools import Tab

pytestmark = pytest.mark.rendering

HOST = Template("""<!DOCTYPE html><html lang="id"><meta charset="utf-8"><title>Standar</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>$style</style>
<main><h1>Standar pelayanan kantor</h1><div id="root"></div></main>
<script type="application/json" id="pst-form">$form</script>
<script type="application/json" id="pst-definition">$definition</script>
<script>
window.sent = [];
window.fetch = async (address, request) => {
  window.sent.push({ address, body: request.body });
  const findings = [{ rule: "X", message: "Pesan.", hint: "" }];
  return { ok: true, json: async () => ({ findings }) };
};
const soon = () => new Promise((done) => setTimeout(done, 25));
window.until = async (found) => {
  for (let turn = 0; turn < 400 && !found(); turn++) await soon();
  return Boolean(found());
};
const titled = (word) => [...document.querySelectorAll("summary .title")]
  .find((one) => one.innerText.replace("*", "").trim() === word).closest("summary");
window.open_ = async (...words) => {
  for (const word of words) { titled(word).click(); await soon(); }
};
window.write = async (id, value) => {
  const field = document.getElementById(id);
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, value);
  const kind = field.tagName === "SELECT" ? "change" : "input";
  field.dispatchEvent(new Event(kind, { bubbles: true }));
  await soon();
};
window.choose = async (id, words) => {
  const found = [...document.getElementById(id).options].find((one) => one.text === words);
  await window.write(id, found.value);
};
window.press = async (words) => {
  [...document.querySelectorAll("button")].find((one) => one.innerText.trim() === words).click();
  await soon();
};
</script><script>$script</script>""")
AXE = """
axe.run({resultTypes: ["violations"], preload: false}).then(told => told.violations.flatMap(
  rule => rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 120)}`)
))
"""
Show = Callable[..., None]


@pytest.fixture(scope="module")
def scripts(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The page of docs/web-form with all it imports, and the form of the docs without it."""
    folder = tmp_path_factory.mktemp("bundle")
    (folder / "plain.jsx").write_text(plain(root), encoding="utf-8")
    packages = Path(os.environ["PST_RJSF"]) / "node_modules"
    pages = (root / "docs" / "web-form" / "page.jsx", folder / "plain.jsx")
    command = [os.environ["PST_NODE"], packages / "esbuild" / "bin" / "esbuild", *pages]
    options = ("--bundle", "--minify", "--jsx=automatic", "--log-level=warning")
    names = "--entry-names=[name]"
    mode = '--define:process.env.NODE_ENV="production"'
    out = folder / "out"
    subprocess.run(
        [str(part) for part in (*command, *options, names, mode, f"--outdir={out}")],
        check=True,
        timeout=120,
        env={**os.environ, "NODE_PATH": str(packages)},
    )
    return {
        page.stem: (out / f"{page.stem}.js").read_text("utf-8").replace("</script", "<\\/script")
        for page in pages
    }


def plain(root: Path) -> str:
    """The component that the docs show for other themes, put on the page."""
    docs = root / "docs"
    shown = (docs / "web-forms.md").read_text(encoding="utf-8")
    component = shown.partition("```jsx\n")[2].partition("```")[0]
    return (
        component.replace("./definition.js", (docs / "web-form" / "definition.js").as_posix())
        + """
import { createRoot } from "react-dom/client";
const given = (id) => JSON.parse(document.getElementById(id).textContent);
const save = (data) => fetch("?", { body: JSON.stringify(data) });
createRoot(document.getElementById("root")).render(
  <PlainForm form={given("pst-form")} definition={given("pst-definition")} onSave={save} />);
"""
    )


@pytest.fixture(scope="module")
def browser(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(root / "tools"))
        devtools = importlib.import_module("devtools")
    with devtools.tab(os.environ["PST_CHROMIUM"], tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture
def show(browser: Tab, scripts: Mapping[str, str], root: Path, tmp_path: Path) -> Show:
    """Show the form of a definition in the browser."""
    style = (root / "docs" / "web-form" / "pst-form.css").read_text(encoding="utf-8")

    def shown(definition: Mapping[str, Any], script: str = "page") -> None:
        page = tmp_path / "page.html"
        parts = {"form": as_json(form()), "definition": as_json(definition)}
        parts |= {"style": style, "script": scripts[script]}
        page.write_text(HOST.substitute(parts), encoding="utf-8")
        browser.show(page.as_uri())

    return shown


def as_json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")


def sent(browser: Tab) -> list[tuple[str, Any]]:
    """What the page sent so far: to which address, and the data."""
    return [(one["address"], json.loads(one["body"])) for one in browser.ask("window.sent")]


def until(browser: Tab, holds: str) -> bool:
    """Wait until something holds in the page; tell whether it did."""
    return bool(browser.ask(f"until(() => {holds})"))


def faults(browser: Tab) -> list[str]:
    told: str = browser.ask("document.querySelector('.faults')?.innerText ?? ''")
    return [line for line in told.splitlines() if line][1:]


def test_a_definition_that_is_loaded_and_sent_loses_nothing(
    browser: Tab, show: Show, root: Path
) -> None:
    definition = pst.load(root / "examples" / "kabupaten-semarang")
    data = {**json.loads(pst.dumps(definition, format="json")), "unknown": {"kept": [1, {}]}}
    show(data)
    browser.ask("press('Simpan rancangan')")
    browser.ask("press('Periksa dan kirim')")
    until(browser, "window.sent.length === 2 || document.querySelector('.faults')")
    assert faults(browser) == []
    (draft, first), (final, second) = sent(browser)
    assert (draft, final) == ("?step=draft", "?step=final")
    assert first == second
    assert pst.loads(first) == pst.loads(data)
    assert pst.loads(first) != definition, "the unknown key counts"
    assert until(browser, "document.querySelector('.answer')?.innerText.includes('Pesan.')")


def test_a_form_that_is_filled_in_gives_a_definition(browser: Tab, show: Show) -> None:
    show({})
    assert browser.ask("document.querySelectorAll('input:not([type=hidden]), select').length") == 2
    browser.ask("choose('root_stage', 'Rancangan')")
    browser.ask("open_('Kantor', 'Alamat', 'Jam pelayanan', 'Kepala kantor', 'Layanan')")
    browser.ask("write('root_office_name', 'BPS Kabupaten Contoh')")
    browser.ask("press('Tambah: Jam pelayanan')")
    browser.ask("write('root_office_opening_hours_0_id', 'senin')")
    browser.ask("write('root_office_opening_hours_0_opens', '08:00')")
    browser.ask("press('Tambah: Layanan')")
    browser.ask("write('root_services_0_id', 'library')")
    browser.ask("write('root_services_0_name_id', 'Perpustakaan')")
    browser.ask("write('root_services_0_description_id', 'x')")
    browser.ask("write('root_services_0_description_id', '')")
    browser.ask("document.querySelector('#root_services_0_channels input').click()")
    browser.ask("open_('Standar pelayanan').then(() => press('Tambah: Standar pelayanan'))")
    browser.ask("write('root_standards_0_id', 'library')")
    browser.ask("choose('root_standards_0_service', 'Perpustakaan')")
    browser.ask("open_('Biaya/tarif')")
    browser.ask("choose('root_standards_0_fee_kind', 'Tidak dipungut biaya')")
    browser.ask("press('Simpan rancangan')")
    ((_, data),) = sent(browser)
    assert data == {
        "format": "pst-definition/1",
        "stage": "draft",
        "office": {
            "name": "BPS Kabupaten Contoh",
            "opening_hours": [{"id": "senin", "opens": "08:00"}],
        },
        "services": [{"id": "library", "name": {"id": "Perpustakaan"}, "channels": ["in_person"]}],
        "standards": [{"id": "library", "service": "library", "fee": {"kind": "free"}}],
    }
    report = check_reading(read_data(json.dumps(data)))
    assert [one for one in report.findings if one.rule.startswith("DEF-")] == []


def test_what_is_missing_or_wrong_is_told_in_indonesian_with_its_place(
    browser: Tab, show: Show
) -> None:
    data = complete_data()
    del data["standards"][0]["fee"]
    data["standards"][0]["id"] = "Perpustakaan Kami"
    show(data)
    browser.ask("press('Periksa dan kirim')")
    until(browser, "document.querySelector('.faults')")
    assert faults(browser) == [
        "Standar pelayanan 1 > Biaya/tarif: wajib diisi",
        "Standar pelayanan 1 > Pengenal: bentuknya belum sesuai petunjuk",
    ]
    assert sent(browser) == []
    assert until(browser, "!!document.getElementById('root_standards_0_id')"), "not open"


def test_a_layer_need_not_say_what_its_base_says(browser: Tab, show: Show) -> None:
    office = {"name": "BPS Kabupaten Contoh", "motto": None, "awards": None, "phone": None}
    data: dict[str, Any] = {"extends": "bps/2020", "office": office, "services": []}
    data["maklumat"] = None
    show(data)
    browser.ask("open_('Kantor', 'Penghargaan')")
    browser.ask("press('Periksa dan kirim')")
    until(browser, "window.sent.length || document.querySelector('.faults')")
    assert faults(browser) == []
    assert sent(browser) == [("?step=final", {"format": "pst-definition/1", **data})]


def test_the_form_needs_none_of_our_templates(browser: Tab, show: Show) -> None:
    show(complete_data(), "plain")
    browser.ask("press('Periksa dan kirim')")
    until(browser, "window.sent.length")
    ((_, data),) = sent(browser)
    assert pst.loads(data) == pst.loads(complete_data())


def test_axe_finds_nothing_wrong_with_what_is_open(browser: Tab, show: Show) -> None:
    data = complete_data()
    data["standards"][0]["id"] = "Perpustakaan Kami"
    data["office"]["opening_hours"] = [{"id": "senin", "days": ["monday"], "opens": "08:00"}]
    show({**data, "services": [{"id": "library", "channels": []}]})
    browser.ask("press('Periksa dan kirim')")
    until(browser, "document.querySelector('.faults')")
    browser.ask("open_('Kantor', 'Jam pelayanan', 'Jam pelayanan 1', 'Biaya/tarif')")
    browser.tell("Runtime.evaluate", expression=Path(os.environ["PST_AXE"]).read_text("utf-8"))
    for width in (1280, 320):
        browser.resize(width)
        assert browser.ask(AXE) == []
        assert browser.ask("document.scrollingElement.scrollWidth") <= width
