"""What parents read is short: sentences of few words, and no long words without a reason.

No figure says whether a text can be read by everybody; these two catch the worst and point at it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup

from partnerschap.content import load
from partnerschap.locations import CONTENT

LONGEST_MEAN = 12
"""Words a sentence, on average."""

LONGEST_WORD = 18
"""Letters; a longer one must stand in words.txt, where somebody has thought of it."""

SHARED = (
    "activities.yml",
    "areas.yml",
    "cases.yml",
    "expectations.yml",
    "instruments.yml",
    "roles.yml",
    "scales.yml",
    "sectors.yml",
    "vision.yml",
    "walk.yml",
    "messages/aannames.yml",
    "messages/actieplan.yml",
    "messages/advice.yml",
    "messages/code.yml",
    "messages/exercise.yml",
    "messages/form.yml",
    "messages/kennischeck.yml",
    "messages/meedoen.yml",
    "messages/ouderbril.yml",
    "messages/partnerschappen.yml",
    "messages/result.yml",
    "messages/server.yml",
    "messages/session.yml",
    "messages/together.yml",
    "messages/verwachtingen.yml",
    "messages/visie.yml",
)
"""What stands on screens that parents and professionals look at together."""

PAGES = ("privacy", "toegankelijkheid", "meedoen", "voor-ouders")
"""Pages for parents, and for everybody who fills something in."""

_END = re.compile(r"(?<=[.!?])[\"'\N{RIGHT SINGLE QUOTATION MARK})]*\s+")
_WORD = re.compile(r"\w+(?:[-'\N{RIGHT SINGLE QUOTATION MARK}]\w+)*")
_LETTERS = re.compile(r"[^\W\d_]+")


def _marked(parsed: Any) -> Iterator[str]:
    if isinstance(parsed, dict):
        if set(parsed) == {"nl"} and isinstance(parsed["nl"], str):
            yield parsed["nl"]
        else:
            for part in parsed.values():
                yield from _marked(part)
    elif isinstance(parsed, list):
        for part in parsed:
            yield from _marked(part)


def mean_sentence(texts: Iterable[str]) -> float:
    """Words a sentence; a text that ends without a full stop is a sentence too."""
    lengths = [
        len(_WORD.findall(sentence))
        for text in texts
        for sentence in _END.split(re.sub(r"\{\w*\}", "woord", text))
        if _WORD.search(sentence)
    ]
    return sum(lengths) / len(lengths)


def too_long(texts: Iterable[str], own_words: frozenset[str]) -> set[str]:
    """Words of more letters than may be, without an entry in the list."""
    words = {word for text in texts for word in _LETTERS.findall(text)}
    return {word for word in words if len(word) > LONGEST_WORD and word.lower() not in own_words}


@pytest.fixture(scope="module")
def own_words() -> frozenset[str]:
    listed = (Path(__file__).parent / "words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word.lower() for word in listed if not word.startswith("#"))


def _file(name: str) -> list[str]:
    parsed = yaml.load((CONTENT / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return list(_marked(parsed))


def test_what_parents_are_asked_is_short(own_words: frozenset[str]) -> None:
    asked = [item.parent for item in load().items if item.parent]
    assert asked
    assert mean_sentence(asked) <= LONGEST_MEAN
    assert too_long(asked, own_words) == set()


def test_what_parents_and_professionals_can_do_is_short(own_words: frozenset[str]) -> None:
    steps = load().actions_by_id.values()
    actions = [text for step in steps for text in (step.text, *step.sectors.values(), step.helps)]
    assert mean_sentence(actions) <= LONGEST_MEAN
    assert too_long(actions, own_words) == set()


@pytest.mark.parametrize("name", SHARED)
def test_a_screen_for_both_is_short(name: str, own_words: frozenset[str]) -> None:
    texts = _file(name)
    assert texts
    assert mean_sentence(texts) <= LONGEST_MEAN
    assert too_long(texts, own_words) == set()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_for_both_is_short(
    pages: Mapping[str, BeautifulSoup], name: str, own_words: frozenset[str]
) -> None:
    paragraphs = [part.get_text() for part in pages[name].select("article :is(p, li, td, dd)")]
    assert mean_sentence(paragraphs) <= LONGEST_MEAN
    assert too_long(paragraphs, own_words) == set()


def test_the_measure_counts_words_and_sentences() -> None:
    assert mean_sentence(["Ik zie u. Hoe gaat het?", "Tot straks"]) == (3 + 3 + 2) / 3
    assert mean_sentence(["{name}: zet het klaar"]) == 4
    assert too_long(["Een arbeidsongeschiktheid."], frozenset()) == {"arbeidsongeschiktheid"}
    assert too_long(["Een arbeidsongeschiktheid."], frozenset({"arbeidsongeschiktheid"})) == set()
