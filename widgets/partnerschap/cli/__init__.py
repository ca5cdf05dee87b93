"""The commands; see `partnerschap.cli.app` for how one is added."""

from partnerschap.cli.app import main

__all__ = ["main"]
