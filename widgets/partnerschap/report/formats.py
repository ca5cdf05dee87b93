"""Every file that can be made of a report, by its kind and suffix."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, Literal, get_args

from partnerschap.content import Content
from partnerschap.report.pages.context import one_page
from partnerschap.report.pages.full_context import plan_alone, whole
from partnerschap.report.pages.handout import Handout, handout_story
from partnerschap.report.pages.worksheet import worksheet_story, worksheets_of
from partnerschap.report.team_report import TeamReport
from partnerschap.report.words import ReportWords, cleaned
from partnerschap.scoring import Answers

Kind = Literal["one-page", "full", "plan", "handout"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

_Maker = Callable[[TeamReport, ReportWords], bytes]


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
    bare = suffix.removeprefix(".").lower()
    maker = FILES.get((kind, bare))
    if maker is None:
        raise ReportKindError(kind, bare)
    tidy = cleaned(report)
    return maker(tidy, ReportWords(tidy.content, tidy.sector))


def make_workbook_with_answers(report: TeamReport, answers: Answers) -> bytes:
    """Make the workbook of a sheet with the sheet's single answers behind the figures.

    Not for a session: nobody sees the answers of somebody else there.
    """
    from partnerschap.report.office.workbook_answers import with_answers  # noqa: PLC0415

    workbook = make_file(report, "full", "xlsx")
    return with_answers(workbook, answers, ReportWords(report.content, report.sector))


def make_handout(handout: Handout) -> bytes:
    """Make sheets to hand out, with a card to join with where there is a code, as PDF."""
    from partnerschap.report.pages.pdf import pdf_of  # noqa: PLC0415

    return pdf_of(handout_story(handout), "handout")


def make_worksheet(content: Content, exercise_id: str, sector: str = "") -> bytes:
    """Make the print sheet of an exercise, for every sector unless one is named, as PDF.

    Raises
    ------
    KeyError
        When the exercise is not one of `WORKSHEETS`.
    """
    from partnerschap.report.pages.pdf import pdf_of  # noqa: PLC0415

    sheets = worksheets_of(content, exercise_id, sector)
    return pdf_of(worksheet_story(content, sheets), "worksheet")


def make_vision(content: Content, text: str) -> bytes:
    """Make a written vision, of any length, into a Word file."""
    from partnerschap.report.office.vision_word import vision_document  # noqa: PLC0415

    return vision_document(content, text)


def file_name(content: Content, kind: str, day: date, suffix: str) -> str:
    """Name a file for the person who saves it.

    Parameters
    ----------
    kind
        One of `KINDS`, or another that the catalogue has a name for.
    suffix
        With or without a dot in front.
    """
    what = content.message(f"report.name_{kind.replace('-', '_')}")
    return f"partnerschap-{what}-{day.isoformat()}.{suffix.removeprefix('.')}"


# Each library is loaded only for the file that needs it: neither a form nor the help waits for it.


def _one_page(report: TeamReport, words: ReportWords) -> bytes:
    from partnerschap.report.pages.pdf import pdf_of  # noqa: PLC0415

    return pdf_of(one_page(report, words), "one-page")


def _full(report: TeamReport, words: ReportWords) -> bytes:
    from partnerschap.report.pages.pdf import pdf_of  # noqa: PLC0415

    return pdf_of(whole(report, words), "full")


def _plan(report: TeamReport, words: ReportWords) -> bytes:
    from partnerschap.report.pages.pdf import pdf_of  # noqa: PLC0415

    return pdf_of(plan_alone(report, words), "plan")


def _handout(report: TeamReport, _words: ReportWords) -> bytes:
    return make_handout(
        Handout(report.content, report.instrument, sector=report.sector, label=report.label)
    )


def _word(report: TeamReport, words: ReportWords) -> bytes:
    from partnerschap.report.office.plan_word import plan_document  # noqa: PLC0415

    return plan_document(report, words)


def _calendar(report: TeamReport, words: ReportWords) -> bytes:
    from partnerschap.report.office.calendar import plan_calendar  # noqa: PLC0415

    return plan_calendar(report, words)


def _workbook(report: TeamReport, words: ReportWords) -> bytes:
    from partnerschap.report.office.workbook import report_workbook  # noqa: PLC0415

    return report_workbook(report, words)


def _csv(report: TeamReport, words: ReportWords) -> bytes:
    from partnerschap.report.office.figures_csv import figures_csv  # noqa: PLC0415

    return figures_csv(report, words)


def _json(report: TeamReport, _words: ReportWords) -> bytes:
    from partnerschap.report.office.report_json import report_json  # noqa: PLC0415

    return report_json(report)


FILES: Final[Mapping[tuple[str, str], _Maker]] = MappingProxyType(
    {
        ("one-page", "pdf"): _one_page,
        ("full", "pdf"): _full,
        ("full", "xlsx"): _workbook,
        ("full", "csv"): _csv,
        ("full", "json"): _json,
        ("plan", "pdf"): _plan,
        ("plan", "docx"): _word,
        ("plan", "ics"): _calendar,
        ("handout", "pdf"): _handout,
    }
)
"""By kind and suffix what makes the file."""
