"""Settings from the environment, ``PARTNERSCHAP_*``; an option of a command goes before them."""

from typing import Annotated

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """What can be set; the README has a table of the same names."""

    model_config = SettingsConfigDict(env_prefix="PARTNERSCHAP_", frozen=True)

    host: str = Field("127.0.0.1", description="Address that the server listens on.")
    port: Annotated[int, Field(ge=0, le=65535)] = Field(
        8866, description="Port that the server listens on; 0 takes a free one."
    )
    idle_minutes: Annotated[int, Field(ge=1)] = Field(
        10, description="Minutes after which an exercise that nobody looks at is stopped."
    )
    database_url: str = Field(
        "sqlite",
        description="Database of the team sessions: `sqlite` is a file in your data folder; "
        "or a URL that starts with `sqlite:///` or `postgresql://`.",
    )
    most_kernels: Annotated[int, Field(ge=1)] = Field(
        150, description="Number of exercises in use at once; who comes next is asked to wait."
    )
