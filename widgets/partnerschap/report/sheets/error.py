"""The error of an answer sheet: which sentence, with the row and column as a person sees them."""

from typing import Any, Final

from partnerschap.content import Content

_LONGEST: Final = 60
_FROM_THE_FILE: Final = ("column", "value")


class SheetError(Exception):
    """An answer sheet cannot be read.

    Attributes
    ----------
    message_id
        Of one sentence in the catalogue, under ``sheet.``.
    values
        What fills that sentence in: row, column and value as the person sees them.
    """

    def __init__(self, key: str, **values: object) -> None:
        self.message_id = f"sheet.{key}"
        self.values = {
            name: _shortened(str(value)) if name in _FROM_THE_FILE else value
            for name, value in values.items()
        }
        super().__init__(f"{self.message_id} {self.values}")

    def __reduce__(self) -> tuple[Any, ...]:
        """Let it be pickled, for a sheet may be read in another process."""
        return _again, (self.message_id, self.values)

    def sentence(self, content: Content) -> str:
        """Say it in the reader's language."""
        return content.message(self.message_id, **self.values)


def _again(message_id: str, values: dict[str, object]) -> SheetError:
    error = SheetError("")
    error.message_id, error.values = message_id, values
    return error


def column_letters(position: int) -> str:
    """Name a column as a spreadsheet does: A for position 0, AA for 26."""
    letters = ""
    left = position + 1
    while left:
        left, digit = divmod(left - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


def _shortened(text: str) -> str:
    """Keep a sentence one sentence, whatever a cell holds."""
    line = "".join(
        character if character.isprintable() else " " for character in " ".join(text.split())
    )
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
