"""The palette can be read by everybody, in light and in dark."""

import re
from collections.abc import Mapping

import pytest

from partnerschap.content import load
from partnerschap.locations import BOOK

_SHEET = re.sub(
    r"/\*.*?\*/", "", (BOOK / "_static/tokens.css").read_text(encoding="utf-8"), flags=re.DOTALL
)
_BLOCK = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COLOUR = re.compile(r"--ps-([\w-]+):\s*(#[0-9a-f]{6});")
BACKGROUNDS = ("bg", "surface", "surface-2")
TEXT, MARK = 4.5, 3.0


def _palette(selector: str) -> Mapping[str, str]:
    blocks = {name.strip(): body for name, body in _BLOCK.findall(_SHEET)}
    return dict(_COLOUR.findall(blocks[selector]))


PALETTES = {
    "light": _palette(":root"),
    "dark": _palette('html[data-theme="dark"]'),
}


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(first: str, second: str) -> float:
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


def test_the_sheet_holds_variables_and_nothing_else() -> None:
    assert [name.strip() for name, _ in _BLOCK.findall(_SHEET)] == [
        ":root",
        'html[data-theme="dark"]',
    ]
    names = [line.split(":")[0].strip() for line in _SHEET.splitlines() if ":" in line]
    names = [name for name in names if name and "{" not in name and not name.startswith("html")]
    assert all(name.startswith("--ps-") or name == "color-scheme" for name in names)


def test_both_palettes_have_the_same_colours() -> None:
    assert set(PALETTES["light"]) == set(PALETTES["dark"])


@pytest.mark.parametrize("scheme", PALETTES)
@pytest.mark.parametrize("name", ["text", "muted", "accent", "good", "warn"])
def test_text_can_be_read_on_every_background(scheme: str, name: str) -> None:
    palette = PALETTES[scheme]
    for background in BACKGROUNDS:
        assert _contrast(palette[name], palette[background]) >= TEXT


@pytest.mark.parametrize("scheme", PALETTES)
@pytest.mark.parametrize("number", range(1, 6))
def test_text_can_be_read_on_every_answer(scheme: str, number: int) -> None:
    palette = PALETTES[scheme]
    assert _contrast(palette[f"answer-{number}"], palette[f"answer-text-{number}"]) >= TEXT


@pytest.mark.parametrize("scheme", PALETTES)
def test_text_can_be_read_on_a_button(scheme: str) -> None:
    palette = PALETTES[scheme]
    assert _contrast(palette["accent"], palette["accent-text"]) >= TEXT


@pytest.mark.parametrize("scheme", PALETTES)
@pytest.mark.parametrize("name", [*(area.id for area in load().areas), "focus", "border-strong"])
def test_marks_stand_out(scheme: str, name: str) -> None:
    palette = PALETTES[scheme]
    for background in BACKGROUNDS:
        assert _contrast(palette[name], palette[background]) >= MARK


@pytest.mark.parametrize("scheme", PALETTES)
def test_answers_keep_their_order_in_grey(scheme: str) -> None:
    steps = [_luminance(PALETTES[scheme][f"answer-{number}"]) for number in range(1, 6)]
    assert steps == sorted(steps, reverse=scheme == "light")
    assert all(
        _contrast(PALETTES[scheme][f"answer-{n}"], PALETTES[scheme][f"answer-{n + 1}"]) > 1.2
        for n in range(1, 5)
    )
