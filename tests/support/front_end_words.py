"""The messages that the front end looks up, found in its sources."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

_HOLE = "${}"
_CODE = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:[^"\\\n]|\\.)*"|[`{}]', re.DOTALL)
_TEMPLATE = re.compile(r"\\.|`|\$\{", re.DOTALL)
_ID = re.compile(r"(\w+)\.(?!(?:csv|docx|ics|json|pdf|svg|xlsx)$)((?:\w|\$\{\})+)")
"""A text that ends so is the name of a file, such as ``plan.pdf``."""

_COUNTED = re.compile(r'\bcount\(\s*"([\w.]+)"')


def texts_in(code: str) -> Iterator[str]:
    """Give every text of a module; what a template fills in stands there as ``${}``.

    Templates may stand inside each other, and comments hold no texts.
    """
    inside: list[list[str]] = []  # of each template that is open: its pieces so far
    depths: list[int] = []  # of each `${` that is open: the braces that are open inside
    at, in_template = 0, False
    while found := (_TEMPLATE if in_template else _CODE).search(code, at):
        mark, start = found[0], at
        at = found.end()
        if in_template:
            inside[-1].append(code[start : found.start()])
            if mark == "`":
                yield "".join(inside.pop())
                in_template = False
            elif mark == "${":
                inside[-1].append(_HOLE)
                depths.append(0)
                in_template = False
        elif mark == "`":
            inside.append([])
            in_template = True
        elif mark.startswith('"'):
            yield mark[1:-1]
        elif mark == "{" and depths:
            depths[-1] += 1
        elif mark == "}" and depths:
            depths[-1] -= 1
            if depths[-1] < 0:
                depths.pop()
                in_template = True


@dataclass(frozen=True)
class LookedUp:
    """What a page looks up: the ids of messages, some with a part that is filled in."""

    ids: frozenset[str]
    counted: frozenset[str]
    """Beginnings of pairs that end in ``_one`` and ``_many``."""
    words: frozenset[str]
    """Every plain word among the texts, and every name in the code."""

    def missing(self, messages: Collection[str]) -> list[str]:
        """Give the ids for which there is no message."""
        pairs = {one.removesuffix("_one") for one in messages if one.endswith("_one")}
        whole = {one for one in pairs if f"{one}_many" in messages}
        known = whole | set(messages)
        absent = {one for one in self.ids if not any(map(_pattern(one).fullmatch, known))}
        return sorted(absent | (self.counted - whole))

    def uses(self, message: str) -> bool:
        """Tell whether a message can be looked up."""
        stem = re.sub(r"_(one|many)$", "", message)
        return any(self._fits(one, message) or self._fits(one, stem) for one in self.ids)

    def _fits(self, looked_up: str, message: str) -> bool:
        found = _pattern(looked_up).fullmatch(message)
        if found is None or re.search(r"[^\W_]", looked_up.partition(".")[2].replace(_HOLE, "")):
            return found is not None
        # `prefix.${name}` would fit everything: then what is filled in has to be in the sources.
        return all(part in self.words for part in found.groups())


def _pattern(looked_up: str) -> re.Pattern[str]:
    return re.compile(r"(\w+)".join(map(re.escape, looked_up.split(_HOLE))))


def looked_up_in(modules: Collection[Path], catalogues: Collection[str]) -> LookedUp:
    """Find what modules look up in the catalogues with these names."""
    codes = [module.read_text(encoding="utf-8") for module in modules]
    texts = {text for code in codes for text in texts_in(code)}
    found = [one for text in texts if (one := _ID.fullmatch(text))]
    return LookedUp(
        frozenset(one[0] for one in found if one[1] in catalogues),
        frozenset(stem for code in codes for stem in _COUNTED.findall(code)),
        frozenset(word for code in codes for word in re.findall(r"\w+", code)),
    )
