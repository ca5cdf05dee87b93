"""Settings from the environment, ``PARTNERSCHAP_*``; an option of a command goes before them."""

from typing import Annotated, Final

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

_LINE: Final = r"^[^\x00-\x1f\x7f]*$"
_YEAR: Final = 365 * 24 * 60


class Settings(BaseSettings):
    """What can be set; the README has a table of the same names."""

    model_config = SettingsConfigDict(env_prefix="PARTNERSCHAP_", frozen=True)

    host: Annotated[str, Field(max_length=255, pattern=_LINE)] = Field(
        "127.0.0.1", description="Address that the server listens on."
    )
    port: Annotated[int, Field(ge=0, le=65535)] = Field(
        8866, description="Port that the server listens on; 0 takes a free one."
    )
    idle_minutes: Annotated[int, Field(ge=1, le=_YEAR)] = Field(
        10, description="Minutes after which an exercise that nobody looks at is stopped."
    )
    database_url: Annotated[str, Field(max_length=4096, pattern=_LINE)] = Field(
        "sqlite",
        description="Database of the team sessions: `sqlite` is a file in your data folder; "
        "or a URL that starts with `sqlite:///` or `postgresql://`.",
    )
    most_kernels: Annotated[int, Field(ge=1, le=10_000)] = Field(
        150, description="Number of exercises in use at once; who comes next is asked to wait."
    )
