"""The figures of the scan as a page shows them, held against those of the command."""

import csv
import json
import re
import subprocess
import sys
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from playwright.sync_api import FrameLocator, Page, expect

from partnerschap.content import Content, load
from partnerschap.report.shares import share_words

LEAST = 5
ENOUGH = 3
"""People and points from which a percentage may stand where a reader asks for it."""


def figures_of_command(path: Path, *options: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "partnerschap", "score", str(path), *options]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def write_sheet(path: Path, rows: list[tuple[str, dict[str, int | str]]]) -> Path:
    ids = list(dict.fromkeys(item_id for _, answers in rows for item_id in answers))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["respondent", "role", *ids])
        for number, (role, answers) in enumerate(rows, start=1):
            writer.writerow([number, role, *(answers.get(item_id, "") for item_id in ids)])
    return path


def assert_figures_shown(
    place: FrameLocator | Page, content: Content, figures: dict[str, Any], *, own: bool
) -> None:
    """Compare what the page shows with what the command says."""
    for area in figures["areas"]:
        name = next(one.name for one in content.areas if one.id == area["id"])
        row = place.get_by_role("row", name=re.compile(f"^{re.escape(name)}"), include_hidden=True)
        expect(row.first).to_contain_text(shown_share(area, own=own))
    sections = place.locator(".ps-section")
    first = content.sectors[0].words
    statements = {item.id: item.statement.format(**first) for item in content.items}
    strengths = sections.filter(has_text=re.compile("^Wat goed gaat")).locator("li strong")
    assert strengths.all_inner_texts() == [statements[one] for one in figures["strengths"]]
    cards = place.locator(".ps-cards:not(.ps-year-cards) > .ps-card")
    assert cards.count() == len(figures["suggestions"])
    sector = content.sectors[0].id
    actions = {
        one.id: one.text_in(sector).format(**first) for one in content.actions_by_id.values()
    }
    for card, suggestion in zip(cards.all(), figures["suggestions"], strict=True):
        expect(card).to_contain_text(actions[suggestion["action"]])
        expect(card).to_contain_text(suggestion["why"])
        known = card.locator("details")
        words = percent(suggestion["stability"]) if figures["respondents"] >= LEAST else "Te winnen"
        expect(known).to_contain_text(words)
        assert own is ("%" not in str(known.text_content()))
        assert card.get_by_text("laaghangend fruit").count() == suggestion["quick_win"]
    title = "Dit is nog niet bekend" if own else "Dit weten jullie nog niet"
    for heading, key in (("Voor het jaarplan", "year_plan"), (title, "find_out")):
        rows = sections.filter(has_text=re.compile(f"^{heading}")).locator("li")
        assert rows.count() == len(figures[key])
        for row, one in zip(rows.all(), figures[key], strict=True):
            expect(row).to_contain_text(actions[one["action"]])
            expect(row).to_contain_text(statements[one["item"]])
            expect(row).to_contain_text(one.get("why", ""))


def shown_share(area: dict[str, Any], *, own: bool) -> str:
    if area["share"] is None:
        return why_no_share(area["status"], own=own)
    if own:
        return f"{round(area['share'] * area['items_scored'])} van {area['items_scored']}"
    if area["interval"] is None or area["items_scored"] < ENOUGH:
        return share_words(load(), area["share"])
    return percent(area["share"])


def why_no_share(status: str, *, own: bool) -> str:
    return {
        "unknown": "dit is nog niet bekend" if own else "dit weten jullie nog niet",
        "suppressed": "te weinig antwoorden",
        "empty": "niet ingevuld",
    }[status]


def percent(share: float) -> str:
    """Round as a browser does: half away from zero."""
    return f"{(Decimal(str(share)) * 100).quantize(Decimal(1), ROUND_HALF_UP)}%"
