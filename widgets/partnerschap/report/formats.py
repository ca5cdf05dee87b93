"""The registry of file formats: what file can be made of a report, what makes it, its media type.

A new kind of file is a maker and a line in `FILES` (and in `MEDIA_TYPES`, where its suffix is new).
Nothing is imported here before a file is made: neither the help of the commands, which lists the
formats, nor a form waits for a library that sets pages or draws.
"""

from __future__ import annotations

import re
import unicodedata
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from partnerschap.content import Content
    from partnerschap.report.team_report import TeamReport
    from partnerschap.report.words import ReportWords

FILES: Final[Mapping[tuple[str, str], str]] = MappingProxyType(
    {
        ("one-page", "pdf"): "pages.report:one_page_pdf",
        ("full", "pdf"): "pages.report:full_pdf",
        ("full", "xlsx"): "office.workbook:report_workbook",
        ("full", "csv"): "office.figures_csv:figures_csv",
        ("full", "json"): "office.report_json:report_json",
        ("plan", "pdf"): "pages.report:plan_pdf",
        ("plan", "docx"): "office.plan_word:plan_document",
        ("plan", "ics"): "office.calendar:plan_calendar",
        ("handout", "pdf"): "pages.handout:report_handout",
    }
)
"""By kind and suffix the function that makes the file, written as an entry point of this package.

It takes a `TeamReport` and its `ReportWords` and returns bytes. The first kind with a suffix is the
usual one.
"""

MEDIA_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "pdf": "application/pdf",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "ics": "text/calendar;charset=utf-8",
        "csv": "text/csv;charset=utf-8",
        "json": "application/json",
        "zip": "application/zip",
    }
)
"""What a browser is told of a file, by its suffix."""

KINDS: Final = tuple(dict.fromkeys(kind for kind, _ in FILES))
SUFFIXES: Final = tuple(dict.fromkeys(suffix for _, suffix in FILES))


class ReportKindError(Exception):
    """There is no such file."""

    def __init__(self, kind: str, suffix: str) -> None:
        super().__init__(kind, suffix)
        self.kind = kind
        self.suffix = suffix

    def sentence(self, content: Content) -> str:
        """Say it to the person, in one sentence, with what there is."""
        choices = ", ".join(f"{kind} .{suffix}" for kind, suffix in FILES)
        return content.message(
            "report.error_kind", kind=self.kind, suffix=self.suffix, choices=choices
        )


def make_file(report: TeamReport, kind: str, suffix: str) -> bytes:
    """Make a file of a report.

    Parameters
    ----------
    kind, suffix
        One of `FILES`; the suffix with or without a dot in front.

    Raises
    ------
    ReportKindError
        When there is no such file.
    """
    from partnerschap.report.words import ReportWords, cleaned  # noqa: PLC0415 - see above

    make = maker_of(kind, suffix.removeprefix(".").lower())
    tidy = cleaned(report)
    return make(tidy, ReportWords.of(tidy))


def maker_of(kind: str, suffix: str) -> Callable[[TeamReport, ReportWords], bytes]:
    """Import the function that makes a kind of file.

    Raises
    ------
    ReportKindError
        When there is no such file.
    """
    if (kind, suffix) not in FILES:
        raise ReportKindError(kind, suffix)
    module, _, name = FILES[kind, suffix].partition(":")
    maker: Callable[[TeamReport, ReportWords], bytes] = getattr(
        import_module(f"partnerschap.report.{module}"), name
    )
    return maker


def usual_kind(suffix: str) -> str:
    """Return the kind that a suffix of `SUFFIXES` stands for where none is asked."""
    return next(kind for kind, other in FILES if other == suffix)


def media_type(name: str) -> str:
    """Return the media type of a file by its name.

    Raises
    ------
    KeyError
        When its suffix is none of `MEDIA_TYPES`.
    """
    return MEDIA_TYPES[name.rpartition(".")[2]]


def name_of(content: Content, report: TeamReport, kind: str, suffix: str) -> str:
    """Name a file of a report."""
    return file_name(
        content,
        kind,
        report.made_on,
        suffix,
        team=report.label or report.code,
        round_number=report.round,
    )


_LONGEST_PART: Final = 40
"""Characters of a team's name in the name of a file."""


def file_name(  # noqa: PLR0913 - one value a part of the name
    content: Content,
    kind: str,
    day: date,
    suffix: str,
    *,
    team: str = "",
    round_number: int | None = None,
) -> str:
    """Name a file for the person who saves it, so that those of two teams lie beside each other.

    Parameters
    ----------
    kind
        One of `KINDS`, or another that the catalogue has a name for.
    suffix
        With or without a dot in front.
    team
        What the trainer calls the team, or the code of its session; left out where it is empty.
    round_number
        Of the team; left out where there is none.
    """
    parts = [
        "partnerschap",
        content.message(f"report.name_{kind.replace('-', '_')}"),
        in_file_name(team),
        "" if round_number is None else content.message("report.name_round", round=round_number),
        day.isoformat(),
    ]
    return f"{'-'.join(filter(None, parts))}.{suffix.removeprefix('.')}"


def in_file_name(text: str) -> str:
    """Write a text as a part of a file's name: lower case letters, digits and dashes, or nothing.

    The front end does the same (``lib/file-name.ts``).
    """
    letters = unicodedata.normalize("NFKD", text).lower()
    bare = "".join(one for one in letters if not unicodedata.combining(one))
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:_LONGEST_PART].strip("-")
