"""How texts are filled in: pages are held to the same examples, in tests/js/words.test.ts."""

import json
from pathlib import Path
from typing import Any

import pytest

from partnerschap.content import Content, load
from partnerschap.content.texts import check_texts
from partnerschap.report.words import ReportWords

EXAMPLES = json.loads(Path(__file__).with_name("words.json").read_text(encoding="utf-8"))
CONTENT = load()


def with_messages(messages: dict[str, str]) -> Content:
    return CONTENT.model_copy(update={"messages": messages})


def faults(messages: dict[str, str]) -> list[str]:
    return [fault.reason for fault in check_texts(with_messages(messages))]


@pytest.mark.parametrize("example", EXAMPLES["filled"], ids=lambda one: one["text"])
def test_a_message_is_filled_in(example: dict[str, Any]) -> None:
    messages = {"x.text": example["text"]}
    assert faults(messages) == []
    assert with_messages(messages).message("x.text", **example["values"]) == example["result"]


@pytest.mark.parametrize("example", EXAMPLES["unknown"], ids=lambda one: one["text"])
def test_a_name_without_a_value_is_a_mistake_of_the_program(example: dict[str, Any]) -> None:
    """A page leaves it as it stands, because there it has to show something."""
    with pytest.raises(KeyError):
        with_messages({"x.text": example["text"]}).message("x.text", **example["values"])


@pytest.mark.parametrize("text", EXAMPLES["refused"])
def test_what_a_page_and_python_would_fill_in_differently_is_refused(text: str) -> None:
    assert faults({"x.text": text}) == ["placeholder"]


@pytest.mark.parametrize("example", EXAMPLES["counted"], ids=lambda one: str(one["n"]))
def test_a_number_has_its_own_message(example: dict[str, Any]) -> None:
    content = with_messages(EXAMPLES["count_messages"])
    assert content.message(example["id"], n=example["n"], who="Ada") == example["result"]


@pytest.mark.parametrize("example", EXAMPLES["sector"], ids=lambda one: one["text"])
def test_a_statement_is_put_into_the_words_of_a_sector(example: dict[str, Any]) -> None:
    sector = CONTENT.sectors[0].model_copy(update={"words": EXAMPLES["sector_words"]})
    source = () if example["isOwn"] else CONTENT.items[0].source
    item = CONTENT.items[0].model_copy(update={"statement": example["text"], "source": source})
    fields: dict[str, Any] = {"sectors": (sector,), "items": (item,)}
    content = Content.model_construct(**fields)
    assert ReportWords(content, sector.id).statement(item.id) == example["result"]
