"""The content that the commands work with."""

from typing import TYPE_CHECKING

from partnerschap.cli.refusal import refusal

if TYPE_CHECKING:  # the help need not wait for the models
    from partnerschap.content import Content
    from partnerschap.settings import Settings


def load_settings(**overrides: object) -> "Settings":
    """Load the settings from the environment; what is given and not None goes before them.

    Raises
    ------
    Refusal
        When one has a value that cannot be.
    """
    from pydantic import ValidationError

    from partnerschap.settings import Settings

    try:
        return Settings.model_validate(
            {name: value for name, value in overrides.items() if value is not None}
        )
    except ValidationError as error:
        name = str(error.errors()[0]["loc"][0])
        raise refusal("bad_setting", name=f"PARTNERSCHAP_{name.upper()}") from None


def load_content() -> "Content":
    """Load the course's own content.

    Raises
    ------
    Refusal
        When it has faults.
    """
    from partnerschap.content import ContentError, load

    try:
        return load()
    except ContentError as error:
        raise refusal("content_faults", faults=len(error.faults)) from None


def require_instrument(content: "Content", instrument_id: str) -> None:
    """Refuse an instrument that does not exist, and name those that do.

    Raises
    ------
    Refusal
        When there is none of that id.
    """
    known = [instrument.id for instrument in content.instruments]
    if instrument_id not in known:
        raise refusal("unknown_instrument", name=instrument_id, choices=", ".join(known))


def require_sector(content: "Content", sector_id: str) -> None:
    """Refuse a kind of organisation that does not exist, and name those that do.

    Raises
    ------
    Refusal
        When there is none of that id.
    """
    known = [sector.id for sector in content.sectors]
    if sector_id not in known:
        raise refusal("unknown_sector", name=sector_id, choices=", ".join(known))
