"""Nobody writes stiff or translated Dutch again: what was mended once stays mended.

A list cannot say what is good Dutch. Each entry is a turn that stood in the course, with why a
native editor took it out, so that whoever meets the test knows what to write instead.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from partnerschap.content import load
from partnerschap.locations import BOOK, CONTENT

MESSAGES = load().messages

THINGS = "sessie|code|scan|cursus|oefening|ronde|stelling|vragenlijst|link|toets|tip|actie|uitkomst"

BANNED = {
    r"\bop (?:zijn|z['\u2019]n|hun|haar) plek\b": (
        "Alles staat op zijn plek.",
        "translated 'in place': write 'dit gebeurt al' or 'geregeld'",
    ),
    r"\b[Mm]ij wordt\b": (
        "Mij wordt gevraagd om mee te denken.",
        "stiff: 'ze vragen mij' says who does it",
    ),
    r"\bvan de eigen kant\b": (
        "Ieder vult in van de eigen kant.",
        "nobody says so: 'vult in wat hij of zij zelf ziet'",
    ),
    r"\b[Kk]ies de eigen rol\b": ("Kies de eigen rol.", "\u2018Kies wie u bent\u2019"),
    r"\b[Ee]r hoort geen naam bij\b": (
        "Er hoort geen naam bij.",
        "'U hoeft uw naam niet te geven'",
    ),
    r"\bblik terug\b": ("Met een blik terug is te zien …", "\u2018als u terugkijkt\u2019"),
    r"\bstaat hoe te\b": ("Daar staat hoe te kiezen.", "\u2018lees je hoe je kiest\u2019"),
    r"\b[Ee]ven ver is\b": ("Even ver is: visie.", "\u2018Net zo ver\u2019"),
    r"\bwaarover het team eens\b": (
        "waarover het team eens is",
        "a fault: \u2018het eens is\u2019",
    ),
    r"\bvan wie hier werken\b": ("van wie hier werken", "a fault: \u2018van wie hier werkt\u2019"),
    r"\beven veel\b": ("even veel uren", "a fault: \u2018evenveel\u2019"),
    r"\bdiens\b": ("diens vraag", "book language: \u2018de vraag van de ouder\u2019"),
    r"\bleidster": ("De leidster vertelt.", "out of date: \u2018pedagogisch medewerker\u2019"),
    r"\bpapa of mama\b": ("Zeg het tegen papa of mama.", "leaves families out: \u2018ouders\u2019"),
    r"\bin lijn met\b": (
        "in lijn met de visie",
        "translated \u2018in line with\u2019: \u2018past bij\u2019",
    ),
    r"\beigenaarschap\b": (
        "Neem eigenaarschap.",
        "translated \u2018ownership\u2019: say who does what",
    ),
    r"\bmaakt zin\b": (
        "Dat maakt zin.",
        "translated \u2018makes sense\u2019: \u2018is logisch\u2019",
    ),
    r"\bwaarvoor jullie daar samen\b": (
        "Je zegt waarvoor jullie daar samen met ouders staan.",
        "cannot be followed: 'met welk doel je het samen doet'",
    ),
    rf"\b(?:{THINGS})\b[^.!?:;''()|]*\b(?:haar|hare)\b(?! (?:naam|mening|zoon|dochter|moeder))": (
        "Jij opent de sessie en sluit haar.",
        "a thing is no 'haar': 'die', 'deze', or name it again",
    ),
    r"\b(?:zijn|zijn er|is er) (?:0|\{n\}) stappen om te doen\b": (
        "Er zijn 0 stappen om te doen.",
        "speaks to nobody: 'Jullie hebben …'",
    ),
    r"\b[Kk]ies eerst waar het over gaat\b": (
        "Kies eerst waar het over gaat.",
        "speaks to nobody: 'Kies eerst waar je werkt'",
    ),
    r"\bin de eigen organisatie\b": (
        "Kruis aan wat er in de eigen organisatie gebeurt.",
        "speaks to nobody: 'bij jullie'",
    ),
}
"""Turns of phrase, each with a sentence that had it and why it is not written."""

KEPT = {"retired.yml": "what was answered in earlier rounds is read as it was asked"}
"""Files that keep their words, each with the reason."""

PEOPLE = ("cases/", "quizzes/")
"""Stories, in which 'haar' is a woman, whatever else the sentence names."""

FOR_PROFESSIONALS = (
    "actieplan",
    "beleid",
    "exercise",
    "kennischeck",
    "ouderbril",
    "partnerschappen",
    "verwachtingen",
    "visie",
)
"""Message files of exercises that somebody who works with parents does."""

QUOTED = re.compile(r"\u2018[^\u2018]*?(?<!\s)\u2019(?!\w)")
U = re.compile(r"\b(?:u|uw|uzelf)\b", re.IGNORECASE)
JIJ = re.compile(r"\b(?:je|jij|jou|jouw|jullie)\b", re.IGNORECASE)


def _marked(parsed: Any) -> Iterator[str]:
    if isinstance(parsed, dict):
        if set(parsed) == {"nl"}:
            yield parsed["nl"]
        else:
            for part in parsed.values():
                yield from _marked(part)
    elif isinstance(parsed, list):
        for part in parsed:
            yield from _marked(part)


def _texts() -> Iterator[tuple[str, str]]:
    """Give every text of the content and every line of the pages, with where it stands."""
    for path in sorted(CONTENT.rglob("*.yml")):
        name = path.relative_to(CONTENT).as_posix()
        parsed = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        yield from ((name, text) for text in _marked(parsed) if name not in KEPT)
    for page in sorted(BOOK.glob("*.md")):
        yield from ((page.name, line) for line in page.read_text(encoding="utf-8").splitlines())


TEXTS = tuple(_texts())


@pytest.mark.parametrize("banned", BANNED)
def test_what_an_editor_took_out_stays_out(banned: str) -> None:
    pattern, of_a_thing = re.compile(banned), "haar|hare" in banned
    found = [
        f"{name}: {text}"
        for name, text in TEXTS
        if pattern.search(text) and not (of_a_thing and name.startswith(PEOPLE))
    ]
    assert found == [], BANNED[banned][1]


@pytest.mark.parametrize("banned", BANNED)
def test_each_entry_finds_the_sentence_it_is_there_for(banned: str) -> None:
    assert re.search(banned, BANNED[banned][0])


def test_files_that_keep_their_words_are_there() -> None:
    assert all(Path(CONTENT, name).is_file() for name in KEPT)


@pytest.mark.parametrize("file", FOR_PROFESSIONALS)
def test_an_exercise_speaks_to_who_does_it(file: str) -> None:
    """A parent who is quoted, or asked something, is *u* there too."""
    texts = {
        key: QUOTED.sub("", text)
        for key, text in MESSAGES.items()
        if key.startswith(f"{file}.") and not key.endswith("_parent")
    }
    assert [key for key, text in texts.items() if U.search(text)] == []
    assert sum(bool(JIJ.search(text)) for text in texts.values()) >= min(5, len(texts) // 8)


def test_who_said_to_be_a_parent_is_spoken_to_as_one() -> None:
    texts = {key: text for key, text in MESSAGES.items() if key.endswith("_parent")}
    assert texts
    assert [key for key, text in texts.items() if JIJ.search(QUOTED.sub("", text))] == []
