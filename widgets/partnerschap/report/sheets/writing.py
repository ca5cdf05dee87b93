"""Empty answer sheets, to fill in by hand or in a spreadsheet."""

from partnerschap.content import Content
from partnerschap.report.sheets.vocabulary import RESPONDENT, ROLE


def empty_sheet_csv(content: Content, instrument_id: str) -> bytes:
    """Make an empty sheet with a header and nothing else.

    Semicolons and a byte order mark, because that is what a Dutch Excel opens as columns and as
    UTF-8.

    Raises
    ------
    KeyError
        When there is no such instrument.
    """
    items = content.items_of(instrument_id)
    header = ";".join([RESPONDENT, ROLE, *(item.id for item in items)])
    return f"{header}\r\n".encode("utf-8-sig")


def empty_sheet_xlsx(content: Content, instrument_id: str) -> bytes:
    """Make a workbook with a sheet to fill in and a sheet that explains it.

    Returns
    -------
    The same bytes for the same content.

    Raises
    ------
    KeyError
        When there is no such instrument.
    """
    # Whoever needs no workbook need not wait for openpyxl.
    from partnerschap.report.sheets.xlsx_writing import answer_workbook  # noqa: PLC0415

    return answer_workbook(content, content.items_of(instrument_id))
