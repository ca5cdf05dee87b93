"""Conversations, the vision and modules: what must hold, and what an editor is told."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from partnerschap.content import load
from partnerschap.content.practice import Case, Vision
from partnerschap.locations import BOOK

Edit = Callable[[str, str, str], None]
Told = Callable[[], list[str]]

CONTENT = load()
assert CONTENT.vision is not None
VISION: Vision = CONTENT.vision

LONGEST_WORD = 18
MEAN_SENTENCE = 12
NODES = range(6, 11)
STEPS = range(2, 7)
SETTINGS = {"School", "Kinderopvang", "Jeugdhulp", "Gemeente"}
OPEN, CLOSE = "\u2018", "\u2019"
"""The quotation marks of the course; the second is an apostrophe as well."""

QUOTED = re.compile(rf"{OPEN}[^{OPEN}]*?(?<!\s){CLOSE}(?!\w)")
SOMEBODY = re.compile(r"\b(u|uw|je|jij|jou|jouw|jullie)\b", re.IGNORECASE)


def texts(value: object) -> Iterator[str]:
    """Give every text of a model, and ids, which read as words too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in {"id", "to", "kind", "source"}:
                yield from texts(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)


def words(text: str) -> list[str]:
    return re.findall(rf"[\w'{CLOSE}-]+", text)


def sentences(text: str) -> list[list[str]]:
    return [words(part) for part in re.split(r"[.?!:]", text) if words(part)]


def paths(case: Case) -> Iterator[list[str]]:
    """Walk every way through a conversation; a way that never ends would never return."""
    moments = {moment.id: moment for moment in case.moments}
    waiting = [[case.moments[0].id]]
    while waiting:
        path = waiting.pop()
        if path[-1] not in moments:
            yield path
            continue
        waiting += [[*path, choice.to] for choice in moments[path[-1]].choices]


def test_there_is_a_conversation_in_every_sector_and_one_outside() -> None:
    settings = [case.setting for case in CONTENT.cases]

    assert set(settings) > SETTINGS
    assert len(settings) >= 5


@pytest.mark.parametrize("case", CONTENT.cases, ids=lambda case: case.id)
class TestConversation:
    def test_every_way_comes_to_an_ending_and_every_moment_is_met(self, case: Case) -> None:
        endings = {ending.id for ending in case.endings}
        found = list(paths(case))

        assert {path[-1] for path in found} == endings
        assert {node for path in found for node in path} == endings | {m.id for m in case.moments}
        assert all(len(path) - 1 in STEPS for path in found)

    def test_it_is_neither_thin_nor_a_book(self, case: Case) -> None:
        assert len(case.moments) + len(case.endings) in NODES
        assert len(case.endings) >= 3

    def test_a_parent_can_read_it(self, case: Case) -> None:
        found = [sentence for text in texts(case) for sentence in sentences(text)]
        lengths = [len(sentence) for sentence in found]

        assert sum(lengths) / len(lengths) <= MEAN_SENTENCE
        assert [w for sentence in found for w in sentence if len(w) > LONGEST_WORD] == []

    def test_the_reader_is_not_spoken_to(self, case: Case) -> None:
        said = {moment.says for moment in case.moments}
        for text in texts(case):
            assert text in said or not SOMEBODY.search(QUOTED.sub("", text)), text

    def test_what_is_said_stands_between_quotation_marks_that_close(self, case: Case) -> None:
        for text in texts(case):
            assert OPEN not in QUOTED.sub("", text), text
            assert f",{CLOSE}" not in text, text
        assert not any(OPEN in moment.says for moment in case.moments)


def test_the_vision_has_the_four_points_of_its_source() -> None:
    assert [point.source for point in VISION.points] == ["B01", "B02", "B03", "B04"]


def test_example_sentences_pass_the_exercise_s_own_check() -> None:
    for point in VISION.points:
        for text in (*point.beliefs, *point.behaviours):
            assert text[-1] in f".{CLOSE}", text
            assert max(map(len, sentences(text))) <= VISION.longest_sentence
            for start in VISION.vague:
                assert not re.search(rf"\b{start}", text, re.IGNORECASE), text


def test_the_vision_speaks_to_nobody() -> None:
    for point in VISION.points:
        for text in texts(point):
            assert not SOMEBODY.search(QUOTED.sub("", text)), text


def test_the_words_of_the_screens_speak_to_nobody() -> None:
    for message_id, text in CONTENT.messages.items():
        if message_id.startswith(("aannames.", "visie.")):
            assert not SOMEBODY.search(text), message_id


def test_every_module_has_the_title_of_its_page() -> None:
    for module in CONTENT.modules:
        page = (BOOK / f"{module.id}.md").read_text(encoding="utf-8")
        assert f"\n# {module.title}\n" in page, module.id


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (
            "cases.yml",
            "to: gespannen",
            "to: nergens",
            "cases.yml: leesmap: moments.hek.choices.a.to: 'nergens' staat niet in leesmap",
        ),
        (
            "cases.yml",
            "to: trots",
            "to: gespannen",
            "cases.yml: leesmap: trots: geen enkele keuze leidt hierheen",
        ),
        (
            "cases.yml",
            "to: spraakbericht",
            "to: letters",
            (
                "cases.yml: leesmap: letters: vanaf hier is er een weg die steeds terugkomt "
                "en nooit eindigt"
            ),
        ),
        (
            "cases.yml",
            "id: gespannen",
            "id: hek",
            "cases.yml: leesmap: id: deze id komt twee keer voor; elke id is uniek",
        ),
        (
            "cases.yml",
            "- id: b\n",
            "- id: a\n",
            (
                "cases.yml: leesmap: moments.hek.choices: deze id komt twee keer voor; "
                "elke id is uniek"
            ),
        ),
        (
            "cases.yml",
            "id: telefoon",
            "id: leesmap",
            "cases.yml: leesmap: id: deze id komt twee keer voor; elke id is uniek",
        ),
        (
            "vision.yml",
            "source: B01",
            "source: B99",
            "vision.yml: samen: source: 'B99' staat niet in tips.yml",
        ),
        (
            "vision.yml",
            "id: kennis",
            "id: samen",
            "vision.yml: samen: id: deze id komt twee keer voor; elke id is uniek",
        ),
        (
            "vision.yml",
            "Aan het eind van elk gesprek zeggen wij hardop wie wat doet, thuis en hier.",
            "Wij maken geen plan over een kind zonder de ouders aan tafel.",
            (
                "vision.yml: samen: het antwoord 'Wij maken geen plan over een kind zonder de "
                "ouders aan tafel.' staat er twee keer"
            ),
        ),
        (
            "modules.yml",
            "id: visie",
            "id: waarom",
            "modules.yml: waarom: id: deze id komt twee keer voor; elke id is uniek",
        ),
        (
            "cases.yml",
            "Het is kwart over twee",
            "Het is <b>kwart over twee</b>",
            (
                "cases.yml: leesmap: moments.hek.situation: in deze tekst mag geen opmaak staan, "
                "alleen gewone tekst"
            ),
        ),
    ],
)
def test_a_mistake_in_conversations_vision_or_modules_is_named(  # noqa: PLR0913, PLR0917 - columns
    edit: Edit, told: Told, file: str, old: str, new: str, line: str
) -> None:
    edit(file, old, new)

    assert line in told()


def test_a_vision_needs_parents_among_those_who_write(folder: Path, told: Told) -> None:
    path = folder / "vision.yml"
    text = path.read_text(encoding="utf-8").replace("    parents: true\n", "")
    path.write_text(text, encoding="utf-8")

    assert told() == ["vision.yml: people: zet bij minstens één groep: parents: true"]


def test_an_ending_alone_is_no_conversation(edit: Edit, told: Told) -> None:
    edit("cases.yml", "    questions:\n", "    vragen:\n")

    assert set(told()) == {
        "cases.yml: leesmap: questions: dit veld ontbreekt",
        "cases.yml: leesmap: vragen: dit veld bestaat niet; is het goed gespeld?",
    }
