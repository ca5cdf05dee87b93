"""What the course claims can be looked up: it is cited, and a source has an address."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import pytest
from pybtex.database import Entry, parse_file  # type: ignore[import-untyped]  # pybtex has no types

from partnerschap.locations import BOOK

SOURCES: Final = BOOK / "references.bib"
ENTRIES: Final[dict[str, Entry]] = dict(parse_file(str(SOURCES)).entries)

WITHOUT_ADDRESS: Final = {
    "epstein2019": "a book in print",
    "romano2006": "a talk at a conference, in no archive of its own",
}
"""Sources that nobody can open with a click, each with the reason."""

CLAIM: Final = re.compile(
    r"\bonderzo(?:ek|cht|eken|ekers)\w*\b|\bstudies?\b|\bprocent\b|\d%|\beffecten\b|\bevidence-based\b"
    r"|\bbewezen\b|\bmeta-analyse",
    re.IGNORECASE,
)
"""Words with which a sentence claims to know something from research.

Not every number: a module is full of them (five minutes, three parents), and they are advice.
"""

CITATION: Final = re.compile(r"\{cite:[pt]\}`([^`]+)`")
LINK: Final = re.compile(r"\]\([^)]*\)|\[Wat we weten uit onderzoek")
"""Where a line leads, and the name of the page with the evidence: no claims themselves."""

NOTHING_TO_CITE: Final = {
    "waarom.md": {
        "De meeste onderzoeken kunnen dat niet uit elkaar houden": "about those cited above",
        "Over het effect van ouderbeleid van gemeenten vonden wij niets": "what was not found",
    },
    "ervaringsdeskundigen.md": {
        "Mireille werkt met een bewezen training": "in the story, which is made up",
        "Hoe ver je mag afwijken, staat niet in onze bronnen": "what is not known",
        "is onderzocht en bleek voor een groep mensen te werken": "what the word means",
    },
}
"""Claims of a module without a source, by words that stand in them, and why."""

NOTHING_TO_CITE_ELSEWHERE: Final = {
    "colofon.md": {
        "Het effect van de cursus is niet onderzocht": "what was not examined",
        "Van buitenlands onderzoek lazen de makers": "what was not read",
    },
    "lezing.md": {
        "Onderzoekers legden 77 studies naast elkaar": "spoken; the last slide names the sources",
        "Het mooiste uit dat onderzoek": "spoken; the last slide names the sources",
    },
    "onderzoek.md": {
        "De makers lazen van de meeste buitenlandse studies": "how the page was made",
        "Wat onderzocht is, is vaak een programma": "reasoning about those cited above",
    },
    "punten.md": {"of wil je het met ouders testen": "a link"},
    "toegankelijkheid.md": {"Er is geen onafhankelijk onderzoek gedaan": "what was not examined"},
    "verantwoording.md": {
        "De **marge van een gebied** komt uit herhaald trekken": "how it is computed here",
        "verzonnen teams van twaalf mensen": "how it is computed here",
        "De punten zijn niet wetenschappelijk getoetst": "what was not examined",
    },
}
"""The same for the other pages, whose sections may name a source once for all that they tell."""

LAW: Final = "recht.md"
"""The page that names its sources by links; a test of its own reads it."""

MODULES: Final = sorted(
    page.name for page in BOOK.glob("*.md") if re.match(r"---\nmodule: ", page.read_text("utf-8"))
)


def _paragraphs(page: Path) -> Iterator[str]:
    """Give the paragraphs, list items and rows of a page, without directives and questions."""
    return _lines(page.read_text(encoding="utf-8").split("---\n", 2)[-1])


def _lines(text: str) -> Iterator[str]:
    text = re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)
    for block in re.split(r"\n\s*\n|\n(?=- |\d\. |\| |: )", text):
        line = " ".join(block.split())
        if line and not line.startswith("#"):
            yield line


def _cited() -> set[str]:
    return {
        key.strip()
        for page in BOOK.glob("*.md")
        for keys in CITATION.findall(page.read_text(encoding="utf-8"))
        for key in keys.split(",")
    }


@pytest.mark.parametrize("name", MODULES)
def test_a_claim_of_research_names_its_source(name: str) -> None:
    exempt = NOTHING_TO_CITE.get(name, {})
    bare = [
        line
        for line in _paragraphs(BOOK / name)
        if CLAIM.search(LINK.sub("", line))
        and not CITATION.search(line)
        and not any(words in line for words in exempt)
    ]
    assert bare == []


@pytest.mark.parametrize("name", NOTHING_TO_CITE)
def test_an_exception_is_still_needed(name: str) -> None:
    claims = [line for line in _paragraphs(BOOK / name) if CLAIM.search(line)]
    assert [
        words for words in NOTHING_TO_CITE[name] if not any(words in one for one in claims)
    ] == []


def _bare_elsewhere(text: str) -> Iterator[str]:
    """Give the claims of sections that name no source at all."""
    for section in re.split(r"^## ", text, flags=re.MULTILINE):
        if not CITATION.search(section):
            for line in _lines(section):
                if CLAIM.search(LINK.sub("", line)):
                    yield line


@pytest.mark.parametrize(
    "name", sorted({page.name for page in BOOK.glob("*.md")} - {*MODULES, LAW})
)
def test_a_claim_on_another_page_has_a_source_in_its_section(name: str) -> None:
    exempt = NOTHING_TO_CITE_ELSEWHERE.get(name, {})
    claims = list(_bare_elsewhere((BOOK / name).read_text(encoding="utf-8")))
    bare = [line for line in claims if not any(words in line for words in exempt)]
    assert bare == []
    assert [words for words in exempt if not any(words in line for line in claims)] == []


def test_the_lecture_that_cites_nothing_while_spoken_names_its_sources_at_the_end() -> None:
    text = (BOOK / "lezing.md").read_text(encoding="utf-8")
    last = text.split("## Bronnen op een rij", 1)[1].split("## ", 1)[0]
    assert {"smith2020", "castro2015", "boonk2018", "degreef2017"} <= set(CITATION.findall(last))


def test_the_page_of_evidence_names_a_source_in_each_part() -> None:
    text = (BOOK / "onderzoek.md").read_text(encoding="utf-8")
    parts = re.split(r"^##+ ", text, flags=re.MULTILINE)
    told = [part for part in parts if CLAIM.search(part)]
    # The first part introduces; the one on honest reading is reasoning.
    reasoning = ("# Wat we weten", "Hoe je dit eerlijk leest")
    bare = [
        part.splitlines()[0]
        for part in told
        if not CITATION.search(part) and not part.lstrip("\n").startswith(reasoning)
    ]
    assert bare == []


def test_each_part_of_the_law_names_its_sources_and_the_page_its_date() -> None:
    text = (BOOK / "recht.md").read_text(encoding="utf-8")
    parts = re.split(r"^(?:\([\w-]+\)=\n)?##+ ", text, flags=re.MULTILINE)
    # The first introduces; the second sums up in a table what its three parts tell.
    introduction, overview, *told = parts
    assert "Geen juridisch advies" in introduction
    assert re.search(r"nagekeken op \*\*\d{1,2} \w+ 20\d\d\*\*", introduction)
    # What was read in the law itself, and what only others tell of it.
    assert "lazen wij de tekst zelf" in introduction
    assert "alleen nagaan in uitleg van anderen" in introduction
    assert overview.startswith("Wie waarover meepraat")
    source = re.compile(r"^\*Bron(?:nen)?: \[.+\]\(https?://\S+\).*\*$", re.MULTILINE)
    assert [part.splitlines()[0] for part in told if not source.search(part)] == []


def test_every_source_is_cited_and_every_citation_has_a_source() -> None:
    assert _cited() == set(ENTRIES)


@pytest.mark.parametrize("key", ENTRIES)
def test_a_source_can_be_found(key: str) -> None:
    fields = ENTRIES[key].fields
    doi, url = fields.get("doi"), fields.get("url")
    assert (doi is None and url is None) == (key in WITHOUT_ADDRESS)
    if doi is not None:
        assert re.fullmatch(r"10\.\d{4,9}/[^\s<>\"{}|\\^]+", doi)
    if url is not None:
        address = urlsplit(url)
        assert address.scheme in {"http", "https"}
        assert re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", address.netloc)
        assert not re.search(r"\s", url)


def test_a_claim_is_recognised() -> None:
    assert CLAIM.search("Uit onderzoek blijkt dat het helpt.")
    assert CLAIM.search("Bij 40% van de ouders.")
    assert not CLAIM.search("Bel vijf ouders, tien minuten per gesprek.")
