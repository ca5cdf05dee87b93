"""No sector reads of a place or of people that only another one has."""

import re

import pytest

from partnerschap.content import load

CONTENT = load()
OF_SCHOOL = ("klas", "leerling", "leraar", "leraren", "leerkracht", "docent", "huiswerk", "rapport")
OF_GROUPS = (
    "plein",
    "speelplein",
    "schoolplein",
    "kapstok",
    "kleuter",
    "brengen",
    "ophalen",
    "juf",
)
OF_BUILDINGS = ("wachtkamer", "gang", "hal", "ingang", "gebouw", "kinderwagen", "deur")
OF_DESKS = ("balie", "loket", "wijkteam", "subsidie", "subsidies")
STRANGE = {
    "school": ("opvang", "wachtkamer", "cliënt", "huisbezoek", *OF_DESKS),
    "childcare": ("wachtkamer", "cliënt", "huisbezoek", *OF_SCHOOL, *OF_DESKS),
    "youth": (*OF_SCHOOL, *OF_GROUPS, *OF_BUILDINGS, *OF_DESKS),
    "municipality": (*OF_SCHOOL, *OF_GROUPS, *OF_BUILDINGS, "crèche", "oudergesprek"),
}
IDIOMS = re.compile("deur uitgaat|deur open|open deur|dichte deur|berichten over te brengen")
"""What is said of no door, and of nobody who brings a child."""


def test_every_sector_has_its_words() -> None:
    assert set(STRANGE) == {sector.id for sector in CONTENT.sectors}


@pytest.mark.parametrize("sector", STRANGE)
def test_a_step_names_nothing_that_the_sector_does_not_have(sector: str) -> None:
    (words,) = (one.words for one in CONTENT.sectors if one.id == sector)
    strange = re.compile(rf"\b(?:{'|'.join(STRANGE[sector])})\b", re.IGNORECASE)
    # The room of a sector has a word of its own, which stands in braces.
    texts = {one.id: CONTENT.action_text(one.id, sector) for one in CONTENT.actions_by_id.values()}
    found = {
        name: hit[0]
        for name, text in texts.items()
        if (hit := strange.search(IDIOMS.sub("", text.format_map(dict.fromkeys(words, "")))))
    }
    assert not found


def test_what_every_sector_reads_alike_names_nothing_that_one_does_not_have() -> None:
    all_strange = {word for words in STRANGE.values() for word in words}
    strange = re.compile(rf"\b(?:{'|'.join(all_strange)})\b", re.IGNORECASE)
    texts = [text for item in CONTENT.items for text in (item.statement, item.parent, item.ask)]
    texts += [area.tell for area in CONTENT.areas]
    texts += [one.helps for one in CONTENT.actions_by_id.values()]
    found = [text for text in texts if text and strange.search(IDIOMS.sub("", text))]
    assert not found
