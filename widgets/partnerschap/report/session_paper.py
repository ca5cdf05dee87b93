"""What a trainer hands out for an open session: its sheets, a poster with its code, and letters.

The poster and the sheets are pages of `partnerschap.report.pages.handout`, with the points that the
team added itself; the sheet to type answers over is the session's own as well.
"""

import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO
from types import MappingProxyType
from typing import Final

from partnerschap.report.formats import file_name
from partnerschap.report.office.session_letters import session_letters
from partnerschap.report.pages.handout import Handout, make_handout
from partnerschap.report.sheets.writing import empty_sheet_xlsx
from partnerschap.report.zipping import EARLIEST


def _sheets(handout: Handout) -> bytes:
    return make_handout(replace(handout, code=""))


def _poster(handout: Handout) -> bytes:
    return make_handout(replace(handout, roles=()))


def _answers(handout: Handout) -> bytes:
    return empty_sheet_xlsx(handout.content, handout.instrument)


PAPER: Final[Mapping[str, tuple[str, Callable[[Handout], bytes]]]] = MappingProxyType(
    {
        "sheets": ("pdf", _sheets),
        "poster": ("pdf", _poster),
        "letters": ("docx", session_letters),
        "answers": ("xlsx", _answers),
    }
)
"""By name the suffix of each file and what makes it."""

ALL_PAPER: Final = "paper"
"""The zip with each of them; of the sheets a file a role, so that each is printed in its number."""


def make_paper(handout: Handout, name: str, day: date, round_number: int) -> tuple[str, bytes]:
    """Make a file of what a session hands out.

    Parameters
    ----------
    handout
        With the code of the session.
    name
        One of `PAPER`, or `ALL_PAPER`.
    day, round_number
        For its name.

    Returns
    -------
    Its name and the file; on one day the same bytes for the same session.

    Raises
    ------
    KeyError
        When there is no such file.
    """
    if name == ALL_PAPER:
        return _named(handout, name, "zip", day, round_number), _zip(handout, day, round_number)
    suffix, make = PAPER[name]
    return _named(handout, name, suffix, day, round_number), make(handout)


def _zip(handout: Handout, day: date, round_number: int) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in _files(handout, day, round_number):
            archive.writestr(zipfile.ZipInfo(name, EARLIEST), data, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _files(handout: Handout, day: date, round_number: int) -> list[tuple[str, bytes]]:
    found = []
    for name, (suffix, make) in PAPER.items():
        if name == "sheets":
            for role in handout.roles:
                of_role = replace(handout, roles=(role,))
                found.append(
                    (_named(of_role, f"sheet-{role}", suffix, day, round_number), make(of_role))
                )
        else:
            found.append((_named(handout, name, suffix, day, round_number), make(handout)))
    return found


def _named(handout: Handout, name: str, suffix: str, day: date, round_number: int) -> str:
    team = handout.label or handout.code
    return file_name(
        handout.content, f"paper-{name}", day, suffix, team=team, round_number=round_number
    )
