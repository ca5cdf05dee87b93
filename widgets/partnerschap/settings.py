"""Settings from the environment, ``PARTNERSCHAP_*``; an option of a command goes before them."""

import os
import re
from typing import Annotated, Final

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

_NAME: Final = re.compile(r"(?=.{1,253}$)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*|[0-9a-f:]{2,45}")
"""A host name, or an address in figures, without port."""

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
    hosts: Annotated[str, Field(max_length=4096)] = Field(
        "",
        description="Names under which visitors reach the server, apart by commas, such as "
        "`cursus.example.nl`. Always allowed are localhost, the address that it listens on and "
        "this machine's own names; any other name gets 403.",
    )
    database_url: Annotated[str, Field(max_length=4096, pattern=_LINE)] = Field(
        "sqlite",
        description="Database of the team sessions: `sqlite` is a file in your data folder; "
        "or a URL that starts with `sqlite:///` or `postgresql://`.",
    )
    kernels: Annotated[int, Field(ge=1, le=64)] = Field(
        default_factory=lambda: max(2, os.cpu_count() or 1),
        description="Number of kernels that answer what the exercises ask; by default as many as "
        "there are processors, and at least two.",
    )
    kernel_megabytes: Annotated[int, Field(ge=200, le=100_000)] = Field(
        600, description="Memory in MB beyond which a kernel is replaced by a new one."
    )
    most_pages: Annotated[int, Field(ge=1, le=100_000)] = Field(
        2000, description="Number of exercises that may be open at once; who comes next waits."
    )
    most_pages_an_address: Annotated[int, Field(ge=1, le=100_000)] = Field(
        1000,
        description="The same for one address; a whole school may be one address to the server.",
    )
    messages_a_second: Annotated[int, Field(ge=1, le=100_000)] = Field(
        300,
        description="Messages a second that one address may send on average, ten times as many at "
        "once; what goes beyond that is asked to wait.",
    )
    sessions_an_hour: Annotated[int, Field(ge=1, le=100_000)] = Field(
        500, description="Team sessions that may be made in an hour, of all teams together."
    )

    @property
    def host_names(self) -> frozenset[str]:
        """The names in `hosts`, as a browser sends them in ``Host``."""
        return _host_names(self.hosts)

    @field_validator("hosts")
    @classmethod
    def _are_names(cls, given: str) -> str:
        if not all(_NAME.fullmatch(name) for name in _host_names(given)):
            raise ValueError("no host name")
        return given


def _host_names(given: str) -> frozenset[str]:
    names = {name.strip().strip("[]").rstrip(".").lower() for name in given.split(",")} - {""}
    return frozenset(name if name.isascii() else name.encode("idna").decode() for name in names)
