"""The front end as `ui/web` builds it: a self-contained module and a style sheet an exercise."""

from functools import cache

from partnerschap.locations import FRONT_END


@cache
def script(name: str) -> str:
    """Return a built module of JavaScript (ESM)."""
    return (FRONT_END / f"{name}.js").read_text(encoding="utf-8")


@cache
def style(name: str) -> str:
    """Return a built style sheet."""
    return (FRONT_END / f"{name}.css").read_text(encoding="utf-8")
