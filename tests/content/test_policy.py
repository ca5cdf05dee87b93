"""The topics of a policy: what must hold, and what an editor is told."""

import re
from collections.abc import Callable

import pytest

from partnerschap.content import load
from partnerschap.content.policy import LINES, Policy, PolicyTopic
from partnerschap.locations import BOOK

Edit = Callable[[str, str, str], None]
Told = Callable[[], list[str]]

CONTENT = load()
assert CONTENT.policy is not None
POLICY: Policy = CONTENT.policy
SECTORS = [sector.id for sector in CONTENT.sectors]
FORMAL = re.compile(r"\b(u|uw)\b", re.IGNORECASE)
QUOTED = re.compile("\u2018[^\u2018]*?(?<!\\s)\u2019(?!\\w)")


def test_a_policy_has_the_nine_topics_of_its_source_in_five_lines() -> None:
    assert [topic.source for topic in POLICY.topics] == [f"B{n:02}" for n in range(5, 14)]
    assert [line.id for line in POLICY.lines] == list(LINES)


def test_every_topic_is_asked_about_by_the_scan() -> None:
    asked = {source for item in CONTENT.items_of("beleidsscan") for source in item.source}
    assert {topic.source for topic in POLICY.topics} <= asked


@pytest.mark.parametrize("topic", POLICY.topics, ids=lambda topic: topic.id)
def test_an_example_of_every_sector_has_sentences_in_each_line(topic: PolicyTopic) -> None:
    assert list(topic.examples) == SECTORS
    for example in topic.examples.values():
        for text in example.lines().values():
            assert re.search("[.?]\u2019?$", text), text
            # Somebody writes it about parents; only what is said to one says u.
            assert not FORMAL.search(QUOTED.sub("", text)), text


def test_no_example_stands_in_two_places() -> None:
    texts = [example.what for topic in POLICY.topics for example in topic.examples.values()]
    assert len(set(texts)) == len(POLICY.topics) * len(SECTORS)


def test_readers_are_parents() -> None:
    said = " ".join((*POLICY.readers, CONTENT.message("report.reading_intro")))
    assert FORMAL.search(said)
    assert not re.search(r"\b(je|jij|jullie)\b", said)


def test_the_module_teaches_the_lines_of_the_exercise() -> None:
    page = (BOOK / "beleid.md").read_text(encoding="utf-8")
    taught = page[page.index("Zo doe je dat: vijf regels") :]
    for number, line in enumerate(POLICY.lines, start=1):
        assert re.search(rf"^{number}\. \*\*{re.escape(line.name)}[:,]", taught, re.MULTILINE)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("source: B05", "source: B99", "overleg: source: 'B99' staat niet in tips.yml"),
        (
            "source: B06",
            "source: B05",
            "B05: source: deze id komt twee keer voor; elke id is uniek",
        ),
        (
            "id: taken",
            "id: overleg",
            "overleg: id: deze id komt twee keer voor; elke id is uniek",
        ),
        ("      youth:", "      jeugd:", "overleg: examples: 'youth' ontbreekt"),
        (
            "      youth:",
            "      jeugd:",
            "overleg: examples: 'jeugd' staat niet in sectors.yml",
        ),
        (
            "Binnen drie schooldagen.",
            "Zo snel mogelijk.",
            (
                "overleg: examples.school.when: in dit voorbeeld staat 'zo snel'; "
                "de oefening noemt dat zelf een vaag woord"
            ),
        ),
        (
            "Binnen drie schooldagen.",
            "Tijdig.",
            (
                "overleg: examples.school.when: in dit voorbeeld staat 'tijdig'; "
                "de oefening noemt dat zelf een vaag woord"
            ),
        ),
        (
            "Binnen drie schooldagen.",
            "Binnen drie " + "lange " * 20 + "dagen.",
            (
                "overleg: examples.school.when: in dit voorbeeld staat een zin van meer "
                "dan 20 woorden"
            ),
        ),
        (
            "Wat mist u?",
            "Wat mis je?",
            "readers: een ouder leest deze vraag; schrijf die met u: 'Wat mis je?'",
        ),
        (
            "  - id: known\n",
            "  - id: who\n",
            "lines: 'known' ontbreekt",
        ),
        (
            "Wat mist u?",
            "Wat mist u? https://voorbeeld.nl",
            "readers.#4: in deze tekst mag geen link staan",
        ),
    ],
)
def test_a_mistake_in_a_policy_is_named(
    edit: Edit, told: Told, old: str, new: str, line: str
) -> None:
    edit("policy.yml", old, new)

    assert f"policy.yml: {line}" in told()


def test_an_example_without_a_line_is_named(edit: Edit, told: Told) -> None:
    edit("policy.yml", "        known: ", "        weten: ")

    assert "policy.yml: topics.overleg.examples.school.known: dit veld ontbreekt" in told()
