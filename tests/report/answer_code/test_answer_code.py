"""A code reads back as what was written, or is refused with a sentence."""

import re
import string
import zlib
from collections.abc import Mapping
from math import ceil

import pytest
from hypothesis import given, settings, strategies as st

from partnerschap.content import ROLES, Content, load
from partnerschap.report import (
    AnswerCode,
    AnswerCodeError,
    qr_svg,
    read_answer_code,
    write_answer_code,
)
from partnerschap.report.answer_code.codec import NUMBERS
from partnerschap.report.answer_code.text import from_text, to_text
from partnerschap.scoring import Answer

CONTENT = load()
INSTRUMENTS = [instrument.id for instrument in CONTENT.instruments]
QR_ALPHANUMERIC = frozenset(string.digits + string.ascii_uppercase + " $%*+-./:")
VALUES: list[Answer] = [1, 2, 3, 4, 5, "dont_know", "not_applicable"]
EXAMPLE = AnswerCode("kort", "parent", 123_456_789_012, {"inf-1": 4, "inf-2": "dont_know"})


def codes() -> st.SearchStrategy[AnswerCode]:
    """Any instrument, role and number; of each item an answer or none."""

    def of(instrument: str) -> st.SearchStrategy[AnswerCode]:
        item_ids = [item.id for item in CONTENT.items_of(instrument)]
        return st.builds(
            AnswerCode,
            instrument=st.just(instrument),
            role=st.sampled_from(ROLES),
            number=st.integers(0, NUMBERS - 1),
            answers=st.dictionaries(st.sampled_from(item_ids), st.sampled_from(VALUES)),
        )

    return st.sampled_from(INSTRUMENTS).flatmap(of)


def reason(text: str, content: Content = CONTENT) -> str:
    with pytest.raises(AnswerCodeError) as caught:
        read_answer_code(text, content)
    sentence = caught.value.sentence(CONTENT)
    assert sentence.endswith(".")
    assert "{" not in sentence
    return caught.value.reason


def outcome(text: str) -> AnswerCode | str:
    try:
        return read_answer_code(text, CONTENT)
    except AnswerCodeError as error:
        return error.reason


def assert_same_or_refused(text: str, code: AnswerCode) -> None:
    assert outcome(text) in ["not_a_code", "damaged", "other_version", code]


@settings(deadline=None)
@given(code=codes())
def test_a_code_reads_back_as_what_was_written(code: AnswerCode) -> None:
    assert read_answer_code(write_answer_code(code, CONTENT), CONTENT) == code


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_every_answer_has_its_place(instrument: str) -> None:
    answers = {
        item.id: VALUES[place % len(VALUES)]
        for place, item in enumerate(CONTENT.items_of(instrument))
    }
    code = AnswerCode(instrument, "management", NUMBERS - 1, answers)
    assert read_answer_code(write_answer_code(code, CONTENT), CONTENT) == code


@settings(deadline=None)
@given(code=codes())
def test_a_code_is_short_and_fits_a_small_qr_code(code: AnswerCode) -> None:
    text = write_answer_code(code, CONTENT)
    assert len(text) < 80
    assert set(text) <= QR_ALPHANUMERIC
    assert re.fullmatch(r"PMO1(-[0-9A-Z]{5})+(-[0-9A-Z]{1,4})?", text)


def test_the_form_of_a_code_stays_the_same() -> None:
    """Codes on paper outlive the software: another outcome here needs another version."""
    content = CONTENT.model_copy(
        update={
            "instruments": (CONTENT.instrument("kort"),),
            "items": tuple(CONTENT.items_by_id[one] for one in ("inf-1", "inf-2")),
        }
    )
    # SHA-256 of "kort\ninf-1\ninf-2" begins with 53e93d; the answers are 100 110 and two zeros.
    data = bytes.fromhex("53e93d" + "00" + "1cbe991a14" + "98")
    assert write_answer_code(EXAMPLE, content) == to_text(data)
    checked = data + zlib.crc32(b"PMO1" + data).to_bytes(4, "big")
    bits = "".join(f"{byte:08b}" for byte in checked) + "000"
    letters = [
        "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[int(five, 2)] for five in re.findall(".{5}", bits)
    ]
    assert to_text(data).replace("-", "") == "PMO1" + "".join(letters)


def test_who_answers_alike_has_another_code() -> None:
    other = AnswerCode(EXAMPLE.instrument, EXAMPLE.role, EXAMPLE.number + 1, EXAMPLE.answers)
    assert write_answer_code(EXAMPLE, CONTENT) != write_answer_code(other, CONTENT)


def test_every_wrong_character_is_noticed() -> None:
    text = write_answer_code(EXAMPLE, CONTENT)
    for place, written in enumerate(text):
        for other in QR_ALPHANUMERIC - {written}:
            assert_same_or_refused(text[:place] + other + text[place + 1 :], EXAMPLE)


def test_a_missing_extra_or_swapped_character_is_noticed() -> None:
    text = write_answer_code(EXAMPLE, CONTENT)
    for place in range(len(text)):
        before, here, after = text[:place], text[place], text[place + 1 :]
        assert_same_or_refused(before + after, EXAMPLE)
        assert_same_or_refused(before + here + here + after, EXAMPLE)
        assert_same_or_refused(before + after[:1] + here + after[1:], EXAMPLE)


@settings(deadline=None)
@given(
    code=codes(),
    changes=st.lists(st.tuples(st.integers(0, 79), st.characters()), min_size=1, max_size=4),
)
def test_no_change_of_a_code_gives_other_answers(
    code: AnswerCode, changes: list[tuple[int, str]]
) -> None:
    text = list(write_answer_code(code, CONTENT))
    for place, other in changes:
        text[place % len(text)] = other
    assert_same_or_refused("".join(text), code)


@settings(deadline=None)
@given(code=codes(), data=st.data())
def test_how_somebody_types_it_over_does_not_matter(code: AnswerCode, data: st.DataObject) -> None:
    looks = {"0": "0Oo", "1": "1IiLl", "O": "0Oo"}
    between = st.sampled_from(["", " ", "\n", "-", "\u2013", "\u00a0", "\r\n\t"])
    typed = "".join(
        data.draw(st.sampled_from(looks.get(one, one + one.lower()))) + data.draw(between)
        for one in write_answer_code(code, CONTENT).replace("-", "")
    )
    assert read_answer_code(f"  {typed}\n", CONTENT) == code


@settings(deadline=None)
@given(text=st.text(max_size=200))
def test_whatever_somebody_pastes_is_refused(text: str) -> None:
    assert reason(text) in {"not_a_code", "damaged", "other_version"}
    assert reason(f"PMO1-{text}") in {"not_a_code", "damaged"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "PMO",
        "PMO-overleg om 10 uur",
        "https://voorbeeld.nl/PMO1",
        "Z" * 5000,
        "PMO1" + "-00000" * 900,
        "\U0001f600" * 5000,
        "\ud800PMO1",
        "\u0661\u0662\u0663",
    ],
)
def test_what_is_no_code_is_called_so(text: str) -> None:
    assert reason(text) == "not_a_code"


def test_half_a_code_is_damaged() -> None:
    text = write_answer_code(EXAMPLE, CONTENT)
    for length in range(len("PMO1"), len(text) - 1):
        assert reason(text[:length]) == "damaged"
    assert reason(text + text[len("PMO1") :]) == "damaged"


def test_a_code_of_another_version_is_called_so() -> None:
    text = write_answer_code(EXAMPLE, CONTENT)
    assert reason(text.replace("PMO1", "PMO2")) == "other_version"


def changed(**changes: object) -> Content:
    return CONTENT.model_copy(update=changes)


@pytest.mark.parametrize(
    "content",
    [
        changed(items=CONTENT.items[1:]),
        changed(items=CONTENT.items[::-1]),
        changed(items=(CONTENT.items[0].model_copy(update={"id": "inf-0"}), *CONTENT.items[1:])),
        changed(instruments=CONTENT.instruments[1:]),
    ],
)
def test_a_code_for_other_items_is_refused(content: Content) -> None:
    assert content.instruments
    code = write_answer_code(EXAMPLE, CONTENT)
    assert reason(code, content) == "other_content"


def test_a_change_of_wording_or_of_the_order_of_instruments_does_not_matter() -> None:
    items = [item.model_copy(update={"statement": "Anders"}) for item in CONTENT.items]
    content = changed(items=tuple(items), instruments=CONTENT.instruments[::-1])
    assert read_answer_code(write_answer_code(EXAMPLE, CONTENT), content) == EXAMPLE


LENGTH = 1 + 5 + ceil(3 * len(CONTENT.items_of("teamscan")) / 8)
"""Bytes of the role, of the number, and of three bits an item."""

WRONG = {
    "short": "00" * 3,
    "a fifth role": "04" + "00" * (LENGTH - 1),
    "an answer byte too few": "00" * (LENGTH - 1),
    "an answer byte too many": "00" * (LENGTH + 1),
    "a bit too many": "00" * (LENGTH - 1) + "01",
}
"""What may follow the fingerprint of the teamscan."""


@pytest.mark.parametrize("rest", WRONG.values(), ids=WRONG)
def test_bytes_that_no_scan_writes_are_refused_with_a_right_checksum_too(rest: str) -> None:
    empty = from_text(write_answer_code(AnswerCode("teamscan", "parent", 0, {}), CONTENT))
    assert empty[3:] == bytes(LENGTH)
    assert reason(to_text(empty[:3] + bytes.fromhex(rest))) == "damaged"


@pytest.mark.parametrize(
    ("number", "answers"),
    [
        (-1, {}),
        (NUMBERS, {}),
        (0, {"inf-1": 6}),
        (0, {"inf-1": 0}),
        (0, {"inf-1": True}),
        (0, {"inf-1": "altijd"}),
        (0, {"bestaat-niet": 3}),
    ],
)
def test_what_no_code_can_hold_is_not_written(number: int, answers: Mapping[str, Answer]) -> None:
    with pytest.raises(ValueError, match=r"number|answer|not in"):
        write_answer_code(AnswerCode("kort", "parent", number, answers), CONTENT)


def test_a_blank_answer_is_left_out() -> None:
    code = AnswerCode("kort", "parent", 0, {"inf-1": None, "inf-2": 3})
    assert read_answer_code(write_answer_code(code, CONTENT), CONTENT).answers == {"inf-2": 3}


def test_the_drawing_is_black_on_white_with_a_quiet_zone() -> None:
    code = AnswerCode("compleet", "parent", 1, {})
    drawn = qr_svg(write_answer_code(code, CONTENT))
    size = re.match(r'<svg xmlns="[^"]+" viewBox="0 0 (\d+) (\d+)">', drawn)
    assert size is not None  # and so without a width or height of its own
    side = int(size[1])
    assert side <= 33 + 2 * 4  # version 4 with four modules of white around it
    assert f'fill="#fff" d="M0 0h{side}v{side}h-{side}z"' in drawn
    assert 'stroke="#000"' in drawn
    first = re.search(r'stroke="#000" d="M(\d+) ([\d.]+)', drawn)
    assert first is not None
    assert (first[1], first[2]) == ("4", "4.5")
