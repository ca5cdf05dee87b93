"""Sheets to print and hand out: an empty answer sheet a role, and a card to join with."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from partnerschap.content import ROLES, Content, Item, Role
from partnerschap.report.answer_code.codec import qr_svg
from partnerschap.report.pages.context import shared_context
from partnerschap.report.pages.pdf import pdf_of
from partnerschap.report.pages.points import PageContext
from partnerschap.report.team_report import TeamReport
from partnerschap.report.words import ReportWords, clean

_UNKNOWN: Final = "dont_know"
_UNFIT: Final = "not_applicable"


@dataclass(frozen=True)
class Handout:
    """What to hand out.

    Attributes
    ----------
    content
        Of the session: with the points that the team added itself.
    sector
        Id; empty where it is not known.
    roles
        Each gets a sheet of its own.
    code
        Of the session; without one there is no card.
    link
        Where participants join, for the QR code; without one the card has only the code.
    typed
        Where they type the code, in letters that somebody copies; the link where it is empty.
    """

    content: Content
    instrument: str
    sector: str = ""
    label: str = ""
    roles: tuple[Role, ...] = ROLES
    code: str = ""
    link: str = ""
    typed: str = ""


def make_handout(handout: Handout) -> bytes:
    """Make sheets to hand out, with a card to join with where there is a code, as PDF."""
    return pdf_of(handout_context(handout), "handout")


def report_handout(report: TeamReport, _words: ReportWords) -> bytes:
    """Make the sheets to hand out of what a report is about, as PDF."""
    return make_handout(
        Handout(report.content, report.instrument, sector=report.sector, label=report.label)
    )


def handout_context(handout: Handout) -> PageContext:
    """Return the template context of the card and the sheets."""
    words = ReportWords(handout.content, handout.sector)
    return {
        "title": words.say("title_handout"),
        "label": clean(handout.label),
        "facts": [handout.content.instrument(handout.instrument).name],
        "demo": "",
        "day": None,
        **shared_context(words),
        "card": _card(handout, words),
        "sheets": [
            sheet for role in handout.roles if (sheet := _sheet(handout, words, role))["areas"]
        ],
    }


def _card(handout: Handout, words: ReportWords) -> PageContext | None:
    if not handout.code:
        return None
    code = clean(handout.code)
    return {
        "code": code,
        "spoken": " ".join(code),
        "where": clean(handout.typed or handout.link),
        "svg": qr_svg(handout.link) if handout.link else "",
        "alternative": words.say("alternative_qr", code=code),
    }


def _sheet(handout: Handout, words: ReportWords, role: Role) -> PageContext:
    asked = [
        item for item in handout.content.items_of(handout.instrument) if role in item.respondents
    ]
    areas = [
        (area, [item for item in asked if item.area == area.id])
        for area in handout.content.areas_of(handout.instrument)
    ]
    # Of the questionnaire, not of the role: who types a sheet over counts along its columns.
    order = handout.content.items_of(handout.instrument)
    numbers = {item.id: number for number, item in enumerate(order, 1)}
    return {
        "role": words.group(role),
        "intro": words.say("handout_intro_parent" if role == "parent" else "handout_intro"),
        "areas": [
            {
                "name": area.name,
                "items": _items(items, numbers, words, parent=role == "parent"),
            }
            for area, items in areas
            if items
        ],
    }


def _items(
    items: Sequence[Item], numbers: dict[str, int], words: ReportWords, *, parent: bool
) -> list[PageContext]:
    return [
        {
            "number": numbers[item.id],
            "statement": words.statement(item.id, parent=parent),
            "answers": [
                *([str(value), point] for value, point in enumerate(words.points(item.id), 1)),
                [words.say("letter_unknown"), words.outside_scale(_UNKNOWN)],
                [words.say("letter_unfit"), words.outside_scale(_UNFIT)],
            ],
        }
        for item in items
    ]
