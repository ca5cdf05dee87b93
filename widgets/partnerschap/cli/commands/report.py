"""The command `report`: files of a closed session or a filled-in sheet, to take home."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final
from urllib.parse import quote, urlsplit

import typer

from partnerschap.cli.files import require_writable, write_output
from partnerschap.cli.loading import load_content, require_instrument, require_sector
from partnerschap.cli.printing import write_pack, write_worksheet
from partnerschap.cli.refusal import Refusal, refusal, require_number
from partnerschap.cli.sessions import Database, run_use_case
from partnerschap.cli.sheets import answers_of, sheet_bytes, tell_left_out
from partnerschap.cli.words import words
from partnerschap.report.formats import (
    FILES,
    KINDS,
    SUFFIXES,
    ReportKindError,
    file_name,
    make_file,
    name_of,
    usual_kind,
)

if TYPE_CHECKING:
    from partnerschap.content import Content
    from partnerschap.report import Handout, TeamReport
    from partnerschap.scoring import Answers
    from partnerschap.sessions import SessionService

_SHEETS: Final = {".csv", ".xlsx"}


def _listed(suffixes: tuple[str, ...]) -> str:
    return ", ".join(f".{suffix}" for suffix in suffixes)


@dataclass(frozen=True)
class ReportOptions:
    """The options of the command, as typed."""

    kind: str | None
    instrument: str
    min_group: int
    sector: str | None
    address: str | None
    with_answers: bool
    output: Path | None
    database: str | None


def report(  # noqa: PLR0913 - one value an option
    source: Annotated[
        str | None, typer.Argument(metavar=words("source"), help=words("report_source"))
    ] = None,
    *,
    kind: Annotated[
        str | None,
        typer.Option(metavar=words("kind"), help=words("option_kind", kinds=", ".join(KINDS))),
    ] = None,
    instrument: Annotated[
        str, typer.Option(metavar=words("name"), help=words("option_report_instrument"))
    ] = "compleet",
    min_group: Annotated[
        int, typer.Option(metavar=words("number"), help=words("option_min_group"))
    ] = 5,
    sector: Annotated[
        str | None, typer.Option(metavar=words("name"), help=words("option_sector"))
    ] = None,
    address: Annotated[
        str | None, typer.Option(metavar=words("address"), help=words("option_address"))
    ] = None,
    exercise: Annotated[
        str | None, typer.Option(metavar=words("name"), help=words("option_exercise"))
    ] = None,
    pack: Annotated[
        str | None, typer.Option(metavar=words("name"), help=words("option_pack"))
    ] = None,
    with_answers: Annotated[
        bool, typer.Option("--with-answers", help=words("option_with_answers"))
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar=words("file"),
            help=words("option_report_output", suffixes=_listed(SUFFIXES)),
            readable=False,
        ),
    ] = None,
    database: Database = None,
) -> None:
    """Make a file of a session or a sheet and write it.

    Raises
    ------
    Refusal
        When the source, an option or where to write cannot be used.
    """
    require_number(1, min_group, "--min-group")
    if pack is not None and (source, kind, exercise, sector) != (None, None, None, None):
        raise refusal("pack_alone")
    if exercise is not None:
        if source is not None or kind not in {None, "handout"}:
            raise refusal("exercise_alone")
        write_worksheet(exercise, sector, output)
        return
    if pack is not None:
        write_pack(pack, output)
        return
    # Threads cost more time than they gain on the few answers of a team; read when NumPy starts.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    _write_report(
        source,
        ReportOptions(
            kind=kind,
            instrument=instrument,
            min_group=min_group,
            sector=sector,
            address=address,
            with_answers=with_answers,
            output=output,
            database=database,
        ),
    )


def _write_report(source: str | None, options: ReportOptions) -> None:
    now = datetime.now().astimezone()
    suffix = _suffix(options)
    kind = options.kind or usual_kind(suffix)
    content = load_content()
    _require(content, options, kind, suffix)
    sheet = Path(source) if source and Path(source).suffix.lower() in _SHEETS else None
    if options.with_answers and (sheet is None or (kind, suffix) != ("full", "xlsx")):
        raise refusal("answers_of_sheet")
    usual = Path(file_name(content, kind, now.date(), suffix))
    # What it is called by itself depends on the team, which is looked up first.
    require_writable(options.output or usual, unlike=sheet)
    if kind == "handout":
        from partnerschap.report import make_handout

        handout = _handout(content, source if sheet is None else None, options)
        team = handout.label or handout.code
        usual = Path(file_name(content, kind, now.date(), suffix, team=team))
        made = make_handout(handout)
    elif source is None:
        raise refusal("report_no_source")
    elif sheet is not None:
        report, answers = _report_of_sheet(content, sheet, options, now)
        made = (
            _with_answers(report, answers)
            if options.with_answers
            else make_file(report, kind, suffix)
        )
    else:
        report = _report_of_session(content, source, options, now)
        usual = Path(name_of(content, report, kind, suffix))
        made = make_file(report, kind, suffix)
    output = options.output or usual
    require_writable(output)
    write_output(made, output)


def _suffix(options: ReportOptions) -> str:
    if options.output is None:
        return "pdf"
    suffix = options.output.suffix.lower().removeprefix(".")
    if suffix not in SUFFIXES:
        raise refusal("report_suffix", path=options.output, choices=_listed(SUFFIXES))
    return suffix


def _require(content: Content, options: ReportOptions, kind: str, suffix: str) -> None:
    if kind not in KINDS:
        raise refusal("unknown_kind", name=kind, choices=", ".join(KINDS))
    if (kind, suffix) not in FILES:
        raise Refusal(ReportKindError(kind, suffix).sentence(content))
    require_instrument(content, options.instrument)
    if options.sector is not None:
        require_sector(content, options.sector)
    if options.address is not None and not _is_address(options.address):
        raise refusal("bad_address", address=options.address)


def _is_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def _report_of_sheet(
    content: Content, file: Path, options: ReportOptions, now: datetime
) -> tuple[TeamReport, Answers]:
    """Score a filled-in sheet and make a report of it; gives the answers as well."""
    from partnerschap.report.team_reports import of_answers

    answers = answers_of(sheet_bytes(file), file, content)
    tell_left_out(content, options.instrument, answers)
    report = of_answers(
        content,
        options.instrument,
        answers,
        min_group=options.min_group,
        sector=options.sector or "",
        now=now,
    )
    return report, answers


def _with_answers(report: TeamReport, answers: Answers) -> bytes:
    from partnerschap.report import make_workbook_with_answers

    return make_workbook_with_answers(report, answers)


def _report_of_session(
    content: Content, code: str, options: ReportOptions, now: datetime
) -> TeamReport:
    from partnerschap.report.team_reports import of_rounds
    from partnerschap.sessions import closed_rounds

    compared = run_use_case(content, options.database, lambda service: closed_rounds(service, code))
    return of_rounds(content, compared, now)


def _handout(content: Content, code: str | None, options: ReportOptions) -> Handout:
    """Take what a session asks, also while it is open; without a code what is asked for here."""
    from partnerschap.content import ROLES
    from partnerschap.report import Handout
    from partnerschap.sessions import SessionError, content_of, look_up, team_of

    if code is None:
        return Handout(content, options.instrument, sector=options.sector or "")

    def of_session(service: SessionService) -> Handout:
        try:
            session = look_up(service, code)
        except SessionError as error:
            if error.reason == "ended":
                raise refusal("handout_ended", code=code) from None
            raise
        if session.state != "open":
            raise refusal("handout_ended", code=code)
        team = team_of(service, session)
        link = ""
        if options.address:
            base = options.address.rstrip("/")
            link = f"{base}/voila/render/meedoen.ipynb?sessie={quote(session.code)}"
        return Handout(
            content_of(content, session),
            session.instrument,
            sector=team.sector,
            label=team.label,
            roles=tuple(role for role in ROLES if role in session.roles),
            code=session.code,
            link=link,
        )

    return run_use_case(content, options.database, of_session)
