"""What a page retells of the kernel's rules is what the kernel holds it to."""

import re
from typing import Any

import pytest
from annotated_types import MaxLen

from front_end import constant, sources_of
from partnerschap.report import MAX_BYTES
from partnerschap.sessions import Opening, new_token
from partnerschap.sessions.codes import ALPHABET, CODE_LENGTH, TOKEN_BYTES, TOKEN_PATTERN
from partnerschap.sessions.use_cases.opening import MOST_OWN_ITEMS, OwnStatement
from partnerschap.sessions.use_cases.planning import (
    FIRST_MONTH,
    LONGEST_OTHER,
    LONGEST_OWNER,
    LONGEST_TEXT,
    MOST_ACTIONS,
    MOST_REMOVED,
)


def longest(model: Any, field: str) -> int:
    """Give how many characters a field of a model may have."""
    (limit,) = (one for one in model.model_fields[field].metadata if isinstance(one, MaxLen))
    return limit.max_length


def number(written: str) -> int:
    """Read a number, or a product of numbers."""
    value = 1
    for factor in written.replace("_", "").split("*"):
        value *= int(factor)
    return value


LIMITS = {
    ("scan", "LARGEST_SHEET"): MAX_BYTES,
    ("workshop", "LARGEST_SHEET"): MAX_BYTES,
    ("workshop", "MOST_OWN"): MOST_OWN_ITEMS,
    ("workshop", "LONGEST_LABEL"): longest(Opening, "label"),
    ("workshop", "LONGEST_POINT"): longest(OwnStatement, "statement"),
    ("workshop", "LONGEST_TEXT"): LONGEST_TEXT,
    ("workshop", "LONGEST_OWNER"): LONGEST_OWNER,
    ("actieplan", "LONGEST_TEXT"): LONGEST_TEXT,
    ("actieplan", "LONGEST_OWNER"): LONGEST_OWNER,
    ("actieplan", "LONGEST_OTHER"): LONGEST_OTHER,
    ("actieplan", "FIRST_MONTH"): FIRST_MONTH,
    ("actieplan", "MOST_ACTIONS"): MOST_ACTIONS,
    ("actieplan", "MOST_REMOVED"): MOST_REMOVED,
    ("meedoen", "TOKEN_BYTES"): TOKEN_BYTES,
}


@pytest.mark.parametrize(("place", "limit"), LIMITS.items(), ids=map(" ".join, LIMITS))
def test_a_limit_of_a_page_is_the_kernels(place: tuple[str, str], limit: int) -> None:
    assert number(constant(*place)) == limit


def test_a_page_takes_the_codes_that_the_kernel_makes() -> None:
    pattern = constant("meedoen", "CODE").strip("/")
    assert pattern.endswith(f"{{{CODE_LENGTH}}}$")
    letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    allowed = {one for one in letters if re.fullmatch(pattern, one * CODE_LENGTH)}
    assert allowed == set(ALPHABET)


def test_a_page_takes_the_tokens_that_the_kernel_takes() -> None:
    token = new_token()
    assert re.fullmatch(TOKEN_PATTERN, token)
    assert re.fullmatch(constant("meedoen", "TOKEN").strip("/"), token)
    assert re.fullmatch(constant("workshop", "FORM").strip("/"), token)


def test_a_participants_page_asks_again_and_drops_no_answer() -> None:
    code = "".join(module.read_text(encoding="utf-8") for module in sources_of("meedoen"))
    (pattern,) = re.findall(r"/([^/\n]*storage_[^/\n]*)/\.test", code)
    assert re.fullmatch(pattern, "failed")
    assert re.fullmatch(pattern, "storage_busy")
    assert not re.fullmatch(pattern, "closed")
