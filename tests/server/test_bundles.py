"""The front end's files under addresses of their own."""

import re
from pathlib import Path

import pytest

from partnerschap.server.bundles import BundleError, Bundles, joined

UI = Path(__file__).parents[2] / "widgets/partnerschap/ui"
FRONT_ENDS = [
    path.name for path in UI.glob("*.js") if "export function render(" in path.read_text()
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.js").write_text(
        'import { b, C as other } from "./b.js";\nexport const a = b() + new other().d;\n'
    )
    (tmp_path / "b.js").write_text(
        'import {\n  d,\n} from "./in/d.js";\nexport async function c() {}\n'
        "export function b() { return d; }\nexport class C { d = d; }\n"
    )
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "d.js").write_text("export const d = 20 + 1;\n")
    (tmp_path / "a.css").write_text("a {}\n")
    return tmp_path


def exports_of(module: str) -> set[str]:
    return set(re.split(r", ", re.findall(r"^export const \{ (.*) \} =", module, re.MULTILINE)[0]))


def test_a_module_comes_with_all_that_it_imports_each_once(folder: Path) -> None:
    module = joined(folder / "a.js")
    assert [module.count(f"// {name}.js\n") for name in "abd"] == [1, 1, 1]
    assert module.index("// d.js") < module.index("// b.js") < module.index("// a.js")
    assert not re.search(r"^import\b", module, re.MULTILINE)
    assert exports_of(module) == {"a"}


@pytest.mark.parametrize("name", FRONT_ENDS)
def test_every_front_end_can_be_joined(name: str) -> None:
    module = joined(UI / name)
    assert "render" in exports_of(module)
    imported = set(re.findall(r'from "\./(\w+\.js)"', (UI / name).read_text(encoding="utf-8")))
    assert imported <= set(re.findall(r"^// (\w+\.js)$", module, re.MULTILINE))


@pytest.mark.parametrize(
    "text",
    [
        'import all from "./d.js";\n',
        'import * as all from "./d.js";\n',
        'export { d } from "./d.js";\n',
        "export default 1;\n",
        "export let changes = 1;\n",
    ],
)
def test_what_cannot_be_joined_is_refused_by_name(tmp_path: Path, text: str) -> None:
    (tmp_path / "odd.js").write_text(text)
    with pytest.raises(BundleError, match=r"odd\.js: (import|export)"):
        joined(tmp_path / "odd.js")


def test_a_circle_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text('import { b } from "./b.js";\nexport const a = 1;\n')
    (tmp_path / "b.js").write_text('import { a } from "./a.js";\nexport const b = 1;\n')
    with pytest.raises(BundleError, match="imports itself"):
        joined(tmp_path / "a.js")


@pytest.mark.parametrize("changed", ["in/d.js", "a.css"])
def test_another_version_has_another_address(folder: Path, changed: str) -> None:
    bundles = Bundles({"ui": folder})
    before, first = bundles.url("ui", "a.js"), bundles.file("ui", "a.js")
    assert bundles.url("ui", "a.js") == before
    assert bundles.file("ui", "a.js") is first
    (folder / changed).write_text("export const d = 42;\n")
    bundles.refresh()
    assert bundles.url("ui", "a.js") != before
    found = bundles.file("ui", changed)
    assert found is not None
    assert b"42" in found.body


@pytest.mark.parametrize("name", ["../a.js", "no.js", "in", "a.py", ""])
def test_nothing_else_is_sent(folder: Path, name: str) -> None:
    (folder / "a.py").write_text("")
    assert Bundles({"ui": folder / "in"}).file("ui", name) is None
