"""What every model of the content shares.

Every text that a reader sees is marked with its language in the files (``{nl: "..."}``). Loading
picks one language, so the models hold plain strings.
"""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo
from pydantic_core import PydanticCustomError

DEFAULT_LANGUAGE = "nl"


def _pick_language(raw: object, info: ValidationInfo) -> object:
    """Take the text in the language that is loaded out of ``{language: text}``."""
    language = (info.context or {}).get("language", DEFAULT_LANGUAGE)
    if not isinstance(raw, Mapping) or not isinstance(raw.get(language), str):
        raise PydanticCustomError("language", "text without a language mark")
    text = raw[language].strip()
    if not text:
        raise PydanticCustomError("empty_text", "empty text")
    return text


PickLanguage = BeforeValidator(_pick_language)

Text = Annotated[str, PickLanguage]
"""A text for a reader, written in the files as ``{nl: "..."}``."""

Identifier = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_-]*$")]


class Model(BaseModel):
    """Frozen, and closed: a key that is not known is a mistake in the file."""

    model_config = ConfigDict(frozen=True, extra="forbid")
