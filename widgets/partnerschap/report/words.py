"""Texts of a report: the catalogue, the words of the sector, and figures as people write them."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Self

from partnerschap.content import Content, Role
from partnerschap.content.plain_text import plain
from partnerschap.report.sector_words import in_every_sector
from partnerschap.report.team_report import TeamReport
from partnerschap.scoring import AreaScore, Scores, answer_of

if TYPE_CHECKING:
    from partnerschap.sessions import PlanStep

ELLIPSIS: Final = "\N{HORIZONTAL ELLIPSIS}"
_MINUS: Final = "\N{MINUS SIGN}"
_WORD_END: Final = 0.6


@dataclass(frozen=True)
class ReportWords:
    """Fills in the texts of a report: messages, sector words, answers, dates and classes."""

    content: Content
    sector: str = ""
    role: Role | None = None
    """Of the one person whose answers it is about: a parent reads a parent's sentences."""

    @classmethod
    def of(cls, report: TeamReport) -> Self:
        """Return the words of a report."""
        return cls(report.content, report.sector, report.role)

    def say(self, key: str, /, **values: Any) -> str:
        """Fill in a message of ``messages/report.yml``."""
        return self.content.message(f"report.{key}", **values)

    @cached_property
    def fixed(self) -> dict[str, str]:
        """The messages without anything to fill in, by key."""
        prefix = "report."
        return {
            key.removeprefix(prefix): text
            for key, text in self.content.messages.items()
            if key.startswith(prefix) and "{" not in text
        }

    def in_sector(self, text: str) -> str:
        """Put the words of the sector into a text of the content."""
        for sector in self.content.sectors:
            if sector.id == self.sector:
                return text.format_map(sector.words)
        return in_every_sector(self.content, text)

    def statement(self, item_id: str, *, parent: bool = False) -> str:
        """Return the statement of an item, as a parent reads it where a parent does."""
        item = self.content.items_by_id[item_id]
        if not item.source:  # a point of the team's own, in which braces are braces
            return clean(item.statement)
        as_parent = parent or self.role == "parent"
        return self.in_sector((item.parent if as_parent else None) or item.statement)

    def action(self, action_id: str) -> str:
        """Return the text of an action."""
        return self.in_sector(self.content.action_text(action_id, self.sector))

    def ask(self, item_id: str) -> str:
        """Return what a parent can ask about an item; empty for a point of the team's own."""
        return self.in_sector(self.content.items_by_id[item_id].ask or "")

    def quoted(self, text: str) -> str:
        """Put what somebody can say between quotation marks."""
        return self.content.message("result.parent_ask", ask=text)

    def tell(self, item_id: str) -> str:
        """Return whom a parent can ask or tell it."""
        area_id = self.content.items_by_id[item_id].area
        told = next((area.tell for area in self.content.areas if area.id == area_id), None)
        return self.in_sector(told or "")

    def area(self, area_id: str) -> str:
        """Return the name of an area."""
        return next(area.name for area in self.content.areas if area.id == area_id)

    def group(self, key: str) -> str:
        """Return the name of a group, from its key."""
        for role in self.content.roles:
            if role.id == key:
                return role.name
        # Several roles together; in a round of the first edition whatever was too small.
        return self.content.message(f"result.group_{key.replace('+', '_')}")

    def points(self, item_id: str) -> tuple[str, ...]:
        """Return the five answers of an item's scale."""
        scale_id = self.content.items_by_id[item_id].scale
        return next(scale.points for scale in self.content.scales.scales if scale.id == scale_id)

    def outside_scale(self, answer: str) -> str:
        """Return the words of an answer outside the scale."""
        return next(extra.name for extra in self.content.scales.extra_answers if extra.id == answer)

    def answer(self, item_id: str, code: int) -> str:
        """Return an answer in words, from the number that stands for it."""
        answer = answer_of(code)
        if isinstance(answer, int):
            return self.points(item_id)[answer - 1]
        return "" if answer is None else self.outside_scale(answer)

    def agreement(self, name: str | None) -> str:
        """Return the class of an agreement in words."""
        return self.content.message(f"result.class_{name}") if name else ""

    def grade(self, kind: str, value: int) -> str:
        """Return in a few words what effort or impact 1, 2 or 3 means."""
        return self.content.message(f"advice.{kind}_{value}")

    def day(self, day: date | None) -> str:
        """Write a date out, such as 3 maart 2026; nothing without one."""
        if day is None:
            return ""
        return self.say("date", day=day.day, month=self.say(f"month_{day.month}"), year=day.year)

    def status(self, scores: Scores, item_id: str) -> str:
        """Say why an item has no share."""
        status = next(item.status for item in scores.items if item.id == item_id)
        return self.content.message(f"result.status_{status}")

    def area_status(self, area: AreaScore, *, own: bool) -> str:
        """Say why an area has no share; `own` where it is about one form."""
        # A round of the first edition does not tell which it was.
        status = area.status or "none"
        return self.content.message(f"result.area_{status}{'_own' if own else ''}")


def decimal(value: float | None, digits: int = 2) -> str:
    """Write a number with a comma."""
    if value is None:
        return ""
    written = f"{abs(value):.{digits}f}".replace(".", ",")
    negative = value < 0 and written.strip("0,")
    return f"{_MINUS}{written}" if negative else written


def clean(text: str) -> str:
    """Take out what is no text, and the space around it."""
    return plain(text).strip()


def short(text: str, limit: int) -> str:
    """Cut a text off behind a word, with an ellipsis, when it is longer than so many characters."""
    line = re.sub(r"\s+", " ", text).strip()
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    words = cut.rpartition(" ")[0]
    return (words if len(words) > _WORD_END * limit else cut).rstrip(" ,;:") + ELLIPSIS


def cleaned(report: TeamReport) -> TeamReport:
    """Return a report in which everything that people typed is plain text."""
    return replace(
        report,
        label=re.sub(r"\s+", " ", clean(report.label)),
        plan=tuple(map(_cleaned_step, report.plan)),
    )


def _cleaned_step(step: "PlanStep") -> "PlanStep":
    return replace(
        step,
        text=clean(step.text),
        owner=clean(step.owner),
        first_step=clean(step.first_step),
        evidence=clean(step.evidence),
        celebration=clean(step.celebration),
        reason=clean(step.reason),
    )
