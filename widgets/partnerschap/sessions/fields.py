"""Pydantic field types that several requests share: a line of text, and an id."""

from typing import Annotated, Final

from pydantic import Field, StringConstraints

LINE: Final = StringConstraints(
    strip_whitespace=True, pattern=r"^[^\x00-\x1f\x7f-\x9f\u2028\u2029]*$"
)
"""A text on one line; give its length as well."""

Id = Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[A-Za-z0-9_-]+$")]
"""The name of something of the content or of a page, which no reader sees."""
