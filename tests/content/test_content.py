"""What must hold for the content that people read, whoever edits it."""

import re
from math import ceil

import pytest

from partnerschap.content import ROLES, Instrument, Item, load

CONTENT = load()
LISTED = [f"A{n:02}" for n in range(1, 24)] + [f"B{n:02}" for n in range(1, 14)]

LONGEST_SENTENCE = 12
LONGEST_WORD = 18
SECONDS_AN_ITEM = 18
MOST_SENTENCES = 5
"""Of a step, in which a colon ends a sentence as well."""


def _sentences(text: str) -> list[list[str]]:
    return [re.findall(r"[\w'-]+", part) for part in re.split(r"[.?!:]", text) if part.strip()]


@pytest.mark.parametrize("tip_id", LISTED)
def test_every_listed_tip_has_a_summary_and_an_item(tip_id: str) -> None:
    (tip,) = (tip for tip in CONTENT.tips if tip.id == tip_id)

    assert tip.kind == "tip"
    assert tip.source == tip_id[0]
    assert any(tip_id in item.source for item in CONTENT.items)


def test_a_tip_is_one_sentence() -> None:
    for tip in CONTENT.tips:
        assert tip.summary.endswith("."), tip.id
        assert len(re.findall(r"[.?!]", tip.summary)) == 1, tip.id


@pytest.mark.parametrize(
    "item", [item for item in CONTENT.items if item.parent], ids=lambda one: one.id
)
def test_a_parent_can_read_the_wording_in_every_sector(item: Item) -> None:
    for sector in CONTENT.sectors:
        text = (item.parent or "").format(**sector.words)
        for words in _sentences(text):
            assert len(words) <= LONGEST_SENTENCE, text
            assert max(map(len, words)) <= LONGEST_WORD, text


def test_a_parent_answers_from_their_own_side() -> None:
    own = re.compile(r"\b(ik|mij|mijn|wij|we|ons|er|hier)\b", re.IGNORECASE)
    for item in CONTENT.items:
        if item.parent:
            assert own.search(item.parent), item.id
            assert not re.search(r"\b(u|uw|jij|jullie)\b", item.parent, re.IGNORECASE), item.id


def test_parents_have_a_wording_exactly_where_they_answer() -> None:
    for item in CONTENT.items:
        assert ("parent" in item.respondents) == (item.parent is not None), item.id


def test_a_statement_is_one_line_in_the_we_form_without_denial() -> None:
    for item in CONTENT.items:
        assert item.statement.startswith("Wij "), item.id
        assert item.statement.count(".") == 1, item.id
        assert not re.search(r"\b(niet|geen|nooit|altijd)\b(?! op)", item.statement), item.id


def test_every_sector_fills_every_word() -> None:
    for sector in CONTENT.sectors:
        for item in CONTENT.items:
            actions = CONTENT.actions_of(item.id)
            steps = (text for one in actions for text in (one.text, *one.sectors.values()))
            texts = [item.statement, item.parent or "", *steps]
            assert not re.search(r"[{}]", "".join(text.format(**sector.words) for text in texts))
        assert not any(re.match(r"(de|het|een) ", word) for word in sector.words.values())


def test_the_instruments() -> None:
    partnerships = {area.id for area in CONTENT.areas if area.partnership}
    other = {area.id for area in CONTENT.areas if not area.partnership}

    assert len(partnerships) == 5
    assert {area.id for area in CONTENT.areas_of("teamscan")} == partnerships
    assert {area.id for area in CONTENT.areas_of("beleidsscan")} >= other
    policy = {tip for item in CONTENT.items_of("beleidsscan") for tip in item.source}
    assert policy >= {tip for tip in LISTED if tip.startswith("B")}
    assert CONTENT.items_of("compleet") == CONTENT.items
    assert all(item.core for item in CONTENT.items_of("kort"))
    assert len(CONTENT.items_of("kort")) == 2 * len(CONTENT.areas)


@pytest.mark.parametrize("instrument", CONTENT.instruments, ids=lambda one: one.id)
def test_the_minutes_are_what_the_number_of_items_takes(instrument: Instrument) -> None:
    items = len(CONTENT.items_of(instrument.id))

    assert instrument.minutes == ceil(items * SECONDS_AN_ITEM / 60)


def test_a_short_scan_is_what_a_reader_meets_first() -> None:
    teamscan = next(exercise for exercise in CONTENT.exercises if exercise.id == "teamscan")

    assert teamscan.instruments[0] == "kort"


def test_every_role_and_kind_of_answer_has_words() -> None:
    assert [role.id for role in CONTENT.roles] == list(ROLES)
    assert [scale.id for scale in CONTENT.scales.scales] == ["frequency", "progress"]
    assert {answer.id for answer in CONTENT.scales.extra_answers} == {
        "dont_know",
        "not_applicable",
    }


def test_actions_are_named_after_their_item() -> None:
    for action in CONTENT.actions_by_id.values():
        assert re.fullmatch(rf"{action.item}-[a-z]", action.id)


def test_a_step_is_one_to_three_sentences_and_helps_in_one() -> None:
    for action in CONTENT.actions_by_id.values():
        assert action.helps.endswith((".", "?", "!")), action.id
        for text in (action.text, *action.sectors.values()):
            assert len(_sentences(text)) <= MOST_SENTENCES, action.id


def test_no_contact_details_of_others() -> None:
    everything = CONTENT.model_dump_json(exclude={"messages"})

    assert "@" not in everything
    assert not re.search(r"\d{3}-\d{6}", everything)
