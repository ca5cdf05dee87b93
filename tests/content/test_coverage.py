"""What an editor is told about the file that says where each point of the sources is taken up."""

from typing import Any

import pytest

from partnerschap.content import load, read_messages, render_fault
from partnerschap.content.checks.coverage import check_coverage

CONTENT = load()


def checked(row: str, **changed: Any) -> list[str]:
    """Check the coverage with one row changed."""
    rows = [one.model_copy(update=changed) if one.id == row else one for one in CONTENT.coverage]
    faults = check_coverage(CONTENT.model_copy(update={"coverage": tuple(rows)}))
    return [render_fault(fault, read_messages()) for fault in faults]


def test_what_stands_there_is_in_order() -> None:
    assert checked("A01") == []


@pytest.mark.parametrize(
    ("row", "changed", "line"),
    [
        ("AX5", {"id": "AX4"}, "coverage.yml: AX4: id: deze id komt twee keer voor"),
        ("AX5", {"id": "AX4"}, "coverage.yml: AX5: deze tip heeft geen regel in coverage.yml"),
        ("A08", {"exercises": ("bril",)}, "A08: exercises: 'bril' staat niet in exercises.yml"),
        ("AX2", {"cases": ("inname",)}, "AX2: cases: 'inname' staat niet in cases"),
        ("AX2", {"cases": ("bank",)}, "AX2: cases: in gesprek 'bank' is deze tip bij geen enkele"),
        ("A23", {"questions": ("verbinden-99",)}, "'verbinden-99' staat niet in quizzes"),
        ("BX3", {"cases": (), "questions": ()}, "BX3: noem minstens één plek waar een lezer"),
        ("leestip", {"no_item": None}, "leestip: no_item: geen enkele stelling hoort hierbij"),
        ("A02", {"no_item": "Zomaar."}, "A02: no_item: er hoort al een stelling bij"),
        ("A02", {"summary": "Zomaar."}, "A02: summary: dit is een tip"),
        ("AX4", {"sections": ("verbinden",)}, "AX4: 'verbinden' kan niet: schrijf een bladzijde"),
        ("kop", {"summary": None}, "kop: summary: dit is geen tip"),
    ],
)
def test_a_mistake_is_named(row: str, changed: dict[str, Any], line: str) -> None:
    assert any(line in one for one in checked(row, **changed))
