"""The directive ``{example} PART``: the invented team of the charts, from answers to plan."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Final

from docutils import nodes  # type: ignore[import-untyped]  # docutils has no types
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from partnerschap.content import load
from partnerschap.report import TeamReport, make_file
from partnerschap.report.pages.points import discuss, strengths
from partnerschap.report.words import ReportWords
from partnerschap.sessions import PlanStep

from .pictures import example_team
from .texts import message

SHOWN: Final = 3
"""Entries of a part; who has five minutes reads no more."""

STEPS: Final = (date(2026, 2, 11), date(2026, 3, 11))
"""When each step of the plan is done, in a year like any other."""

_MADE_AT: Final = datetime(2026, 1, 14, 12, tzinfo=UTC)
_NEXT_ROUND: Final = date(2026, 7, 1)
_SECTOR: Final = "school"
_FOLDER: Final = "_downloads"


def example_report() -> TeamReport:
    """Return the report of the invented team, with the first suggestions as its plan."""
    team = replace(
        example_team(load()), sector=_SECTOR, label=message("example_team"), made_at=_MADE_AT
    )
    words = ReportWords.of(team)
    plan = tuple(
        PlanStep(
            text=words.action(step.action),
            owner=message(f"example_owner_{number}"),
            due=due,
            item=step.item,
            action=step.action,
        )
        for number, (step, due) in enumerate(
            zip(team.advice.suggestions, STEPS, strict=False), start=1
        )
    )
    return replace(team, plan=plan, next_round=_NEXT_ROUND)


def _strengths(report: TeamReport, words: ReportWords) -> nodes.Element:
    entries = strengths(report, words)[:SHOWN]
    return _listed([one["text"], one["detail"]] for one in entries)


def _talk(report: TeamReport, words: ReportWords) -> nodes.Element:
    entries = zip(discuss(report, words), report.advice.discuss_first, strict=True)
    return _listed(
        [
            message("example_team_reads", text=one["text"]),
            message("example_parents_read", text=words.statement(item, parent=True)),
            message("example_agreement", agreement=one["detail"]),
        ]
        for one, item in list(entries)[:SHOWN]
    )


def _now(report: TeamReport, words: ReportWords) -> nodes.Element:
    steps = report.advice.suggestions[:SHOWN]
    return _listed([words.action(step.action), step.why] for step in steps)


def _plan(report: TeamReport, words: ReportWords) -> nodes.Element:
    return _listed(
        [step.text, message("example_step", owner=step.owner, day=words.day(step.due))]
        for step in report.plan
    )


def _file(_report: TeamReport, _words: ReportWords) -> nodes.Element:
    address = f"{_FOLDER}/{message('example_file')}"
    link = nodes.reference("", message("example_paper"), refuri=address, internal=True)
    return nodes.paragraph("", "", link)


def _listed(entries: Iterable[list[str]]) -> nodes.Element:
    listed = nodes.bullet_list(classes=["example"])
    for first, *more in entries:
        told = [nodes.paragraph("", text) for text in more if text]
        strong = nodes.paragraph("", "", nodes.strong("", first))
        listed += nodes.list_item("", strong, *told)
    return listed


PARTS: Final[Mapping[str, Callable[[TeamReport, ReportWords], nodes.Element]]] = MappingProxyType(
    {"strengths": _strengths, "talk": _talk, "now": _now, "plan": _plan, "file": _file}
)
"""What writes each part of the example."""


class ExampleDirective(SphinxDirective):
    """Show a part of the example."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Write it; an unknown part is an error of the build."""
        name = self.arguments[0]
        if name not in PARTS:
            names, page = ", ".join(PARTS), self.env.docname
            raise self.error(message("unknown_example", page=page, name=name, names=names))
        report = example_report()
        return [PARTS[name](report, ReportWords.of(report))]


def write_paper(app: Sphinx, error: Exception | None) -> None:
    """Make the one page that such a team takes home, beside the pages."""
    if error is not None or app.builder.format != "html":
        return
    folder = Path(app.outdir) / _FOLDER
    folder.mkdir(exist_ok=True)
    paper = make_file(example_report(), "one-page", "pdf")
    (folder / message("example_file")).write_bytes(paper)


def setup(app: Sphinx) -> None:
    """Register the directive; `pictures` and `profiles` have the page built again in time."""
    app.add_directive("example", ExampleDirective)
    app.connect("build-finished", write_paper)
