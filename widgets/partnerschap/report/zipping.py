"""Reproducible zip archives: office files without a time, so that one report gives one result."""

import re
import zipfile
from io import BytesIO
from typing import Final

EARLIEST: Final = (1980, 1, 1, 0, 0, 0)  # that a zip archive can hold


def without_time(packed: bytes) -> bytes:
    """Take the time of making out of an office file."""
    result = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(packed)) as source,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for entry in source.infolist():
            part = source.read(entry)
            if entry.filename == "docProps/core.xml":
                part = re.sub(rb"<dcterms:(created|modified).*?</dcterms:\1>", b"", part)
            plain = zipfile.ZipInfo(entry.filename, EARLIEST)
            target.writestr(plain, part, zipfile.ZIP_DEFLATED)
    return result.getvalue()
