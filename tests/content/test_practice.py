"""Conversations, the vision and modules: what must hold, and what an editor is told."""

import re
from collections import Counter
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
NODES = range(8, 13)
STEPS = range(2, 7)
PRACTISED = {
    "waarom": 2,
    "ken-je-ouders": 4,
    "welkom-heten": 4,
    "ervaringsdeskundigen": 4,
    "verbinden": 2,
}
"""The modules whose pages have conversations of their own, with how many at least."""
OPEN, CLOSE = "\u2018", "\u2019"
"""The quotation marks of the course; the second is an apostrophe as well."""

NO_TEXT = {
    "id",
    "to",
    "kind",
    "source",
    "sector",
    "modules",
    "outcome",
    "again",
    "tip",
    "speaker",
    "face",
}
"""Fields that hold ids, or a name."""

QUOTED = re.compile(rf"{OPEN}[^{OPEN}]*?(?<!\s){CLOSE}(?!\w)")
SOMEBODY = re.compile(r"\b(u|uw|je|jij|jou|jouw|jullie)\b", re.IGNORECASE)


def texts(value: object) -> Iterator[str]:
    """Give every text of a model, and ids, which read as words too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name not in NO_TEXT:
                yield from texts(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)


def words(text: str) -> list[str]:
    return re.findall(rf"[\w'{CLOSE}-]+", text)


def sentences(text: str) -> list[list[str]]:
    return [words(part) for part in re.split(r"[.?!:]", text) if words(part)]


def paths(case: Case, start: str = "") -> Iterator[list[str]]:
    """Walk every way through a conversation; a way that never ends would never return."""
    moments = {moment.id: moment for moment in case.moments}
    waiting = [[start or case.moments[0].id]]
    while waiting:
        path = waiting.pop()
        if path[-1] not in moments:
            yield path
            continue
        waiting += [[*path, choice.to] for choice in moments[path[-1]].choices]


def test_there_are_conversations_in_every_sector_in_secondary_school_and_outside() -> None:
    of_sector = Counter(case.sector for case in CONTENT.cases)

    assert len(CONTENT.cases) >= 14
    assert all(of_sector[sector.id] >= 2 for sector in CONTENT.sectors)
    assert of_sector[None] >= 1
    assert sum(case.setting == "Middelbare school" for case in CONTENT.cases) >= 2


@pytest.mark.parametrize("module", PRACTISED)
def test_a_module_has_conversations_of_its_own(module: str) -> None:
    own = [case for case in CONTENT.cases if module in case.modules]

    assert len(own) >= PRACTISED[module]


def test_conversations_are_no_longer_all_fine_in_the_end() -> None:
    failing = [
        case for case in CONTENT.cases if any(end.outcome == "not_yet" for end in case.endings)
    ]

    assert 2 * len(failing) > len(CONTENT.cases)


@pytest.mark.parametrize("case", CONTENT.cases, ids=lambda case: case.id)
class TestConversation:
    def test_every_way_comes_to_an_ending_and_every_moment_is_met(self, case: Case) -> None:
        endings = {ending.id for ending in case.endings}
        first = list(paths(case))
        again = [path for end in case.endings if end.again for path in paths(case, end.again)]
        met = {node for path in (*first, *again) for node in path}

        assert {path[-1] for path in first} <= endings
        assert met == endings | {moment.id for moment in case.moments}
        assert all(len(path) - 1 in STEPS for path in first)
        assert all(len(path) - 1 <= max(STEPS) for path in again)

    def test_there_is_more_than_one_good_way(self, case: Case) -> None:
        assert sum(ending.outcome == "good" for ending in case.endings) >= 2

    def test_feedback_names_the_tips_that_were_at_work(self, case: Case) -> None:
        tips = {choice.tip for moment in case.moments for choice in moment.choices}

        assert len(tips - {None}) >= 3

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


def test_the_words_of_a_screen_that_parents_and_professionals_share_speak_to_nobody() -> None:
    for message_id, text in CONTENT.messages.items():
        if message_id.startswith("aannames."):
            assert not SOMEBODY.search(text), message_id


def test_every_module_has_the_title_of_its_page() -> None:
    for module in CONTENT.modules:
        page = (BOOK / f"{module.id}.md").read_text(encoding="utf-8")
        assert f"\n# {module.title}\n" in page, module.id


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
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
    ],
)
def test_a_mistake_in_vision_or_modules_is_named(  # noqa: PLR0913, PLR0917 - columns
    edit: Edit, told: Told, file: str, old: str, new: str, line: str
) -> None:
    edit(file, old, new)

    assert line in told()


def test_a_vision_needs_parents_among_those_who_write(folder: Path, told: Told) -> None:
    path = folder / "vision.yml"
    text = path.read_text(encoding="utf-8").replace("    parents: true\n", "")
    path.write_text(text, encoding="utf-8")

    assert told() == ["vision.yml: people: zet bij minstens één groep: parents: true"]
