"""Files and pictures that a page asks its kernel for, as the answer to a request."""

from datetime import datetime
from typing import Final

from partnerschap.content import Content
from partnerschap.report import (
    ReportKindError,
    TeamReport,
    make_file,
    media_type,
    name_of,
    pictures,
)
from partnerschap.ui.processes import in_process
from partnerschap.ui.protocol.replies import FileMade, MadeReply, PicturesMade

PICTURES: Final = "pictures.svg"
"""Asked for as a file is; the page shows them instead of saving them."""


def now() -> datetime:
    """Return the moment at which a file is made; the day on it is that of the server."""
    return datetime.now().astimezone()


def made_file(content: Content, report: TeamReport, file: str) -> MadeReply:
    """Make a file of a report, or its pictures.

    Parameters
    ----------
    file
        Kind and suffix with a dot between, such as ``plan.pdf``, or `PICTURES`.

    Raises
    ------
    RefusedError
        When it takes too long or too much memory.
    """
    return in_process(_made_file, content, report, file)


def _made_file(content: Content, report: TeamReport, file: str) -> MadeReply:
    if file == PICTURES:
        return _pictures_reply(report)
    kind, _, suffix = file.partition(".")
    try:
        data = make_file(report, kind, suffix)
    except ReportKindError as error:
        return {"kind": "fault", "message": error.sentence(content)}
    reply = file_reply(name_of(content, report, kind, suffix), data)
    return {**reply, "day": report.made_on.isoformat()}


def file_reply(name: str, data: bytes) -> FileMade:
    """Put a file into a reply."""
    return {"kind": "file", "name": name, "media": media_type(name), "data": data}


def _pictures_reply(report: TeamReport) -> PicturesMade:
    return {
        "kind": "pictures",
        "pictures": [
            {
                "heading": one.heading,
                "reading": one.reading,
                "legend": one.legend,
                "svg": one.chart.svg,
                "alternative": one.chart.alternative,
                "header": one.chart.header,
                "rows": one.chart.rows,
            }
            for one in pictures(report)
        ],
    }
