"""The front end's files under addresses of their own."""

from pathlib import Path

import pytest

from partnerschap.server.assets import Assets


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


@pytest.mark.parametrize("changed", ["in/d.js", "a.css"])
def test_another_version_has_another_address(folder: Path, changed: str) -> None:
    assets = Assets({"ui": folder})
    before, first = assets.url("ui", "a.js"), assets.file("ui", "a.js")
    assert assets.url("ui", "a.js") == before
    assert assets.file("ui", "a.js") is first
    (folder / changed).write_text("export const d = 42;\n")
    assets.refresh()
    assert assets.url("ui", "a.js") != before
    found = assets.file("ui", changed)
    assert found is not None
    assert b"42" in found.body


@pytest.mark.parametrize("name", ["../a.js", "no.js", "in", "a.py", ""])
def test_nothing_else_is_sent(folder: Path, name: str) -> None:
    (folder / "a.py").write_text("")
    assert Assets({"ui": folder / "in"}).file("ui", name) is None
