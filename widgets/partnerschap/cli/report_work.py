"""What `report` does, apart from its options so that the help need not wait for it."""

from datetime import datetime
from pathlib import Path
from typing import Final
from urllib.parse import quote, urlsplit

from partnerschap.cli.files import require_writable, write_output
from partnerschap.cli.loading import load_content, require_instrument, require_sector
from partnerschap.cli.refusal import Refusal, refusal
from partnerschap.cli.report_sources import Wanted, of_sheet
from partnerschap.cli.session_work import at_desk
from partnerschap.content import ROLES, Content
from partnerschap.report import (
    FILES,
    KINDS,
    Handout,
    ReportKindError,
    file_name,
    make_file,
    make_handout,
    make_workbook_with_answers,
)
from partnerschap.report.team_reports import of_rounds
from partnerschap.sessions import Desk, closed_rounds, content_of, look_up, team_of

_SHEETS: Final = {".csv", ".xlsx"}
_USUAL: Final = {"docx": "plan", "ics": "plan", "xlsx": "full", "csv": "full", "json": "full"}
"""The kind that a suffix stands for where none is asked."""


def write_report(source: str | None, wanted: Wanted) -> None:
    """Make a file of a session or a sheet and write it.

    Raises
    ------
    Refusal
        When the source, the kind of file or where to write cannot be used.
    """
    now = datetime.now().astimezone()
    suffix = _suffix(wanted)
    kind = wanted.kind or _USUAL.get(suffix, "one-page")
    content = load_content()
    _require(content, wanted, kind, suffix)
    output = wanted.output or Path(file_name(content, kind, now.date(), suffix))
    sheet = Path(source) if source and Path(source).suffix.lower() in _SHEETS else None
    if wanted.with_answers and (sheet is None or (kind, suffix) != ("full", "xlsx")):
        raise refusal("answers_of_sheet")
    require_writable(output, unlike=sheet)
    if kind == "handout":
        made = make_handout(_handout(content, source if sheet is None else None, wanted))
    elif source is None:
        raise refusal("report_no_source")
    elif sheet is not None:
        report, answers = of_sheet(content, sheet, wanted, now)
        made = (
            make_workbook_with_answers(report, answers)
            if wanted.with_answers
            else make_file(report, kind, suffix)
        )
    else:
        compared = at_desk(content, wanted.database, lambda desk: closed_rounds(desk, source))
        made = make_file(of_rounds(content, compared, now), kind, suffix)
    write_output(made, output)


def _suffix(wanted: Wanted) -> str:
    suffix = "pdf" if wanted.output is None else wanted.output.suffix.lower().removeprefix(".")
    known = dict.fromkeys(suffix for _, suffix in FILES)
    if suffix not in known:
        choices = ", ".join(f".{one}" for one in known)
        raise refusal("report_suffix", path=wanted.output, choices=choices)
    return suffix


def _require(content: Content, wanted: Wanted, kind: str, suffix: str) -> None:
    if kind not in KINDS:
        raise refusal("unknown_kind", name=kind, choices=", ".join(KINDS))
    if (kind, suffix) not in FILES:
        raise Refusal(ReportKindError(kind, suffix).sentence(content))
    require_instrument(content, wanted.instrument)
    if wanted.sector is not None:
        require_sector(content, wanted.sector)
    if wanted.address is not None and not _is_address(wanted.address):
        raise refusal("bad_address", address=wanted.address)


def _is_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def _handout(content: Content, code: str | None, wanted: Wanted) -> Handout:
    """Take what a session asks, also while it is open; without a code what is asked for here."""
    if code is None:
        return Handout(content, wanted.instrument, sector=wanted.sector or "")

    def work(desk: Desk) -> Handout:
        session = look_up(desk, code)
        team = team_of(desk, session)
        link = ""
        if wanted.address:
            base = wanted.address.rstrip("/")
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

    return at_desk(content, wanted.database, work)
