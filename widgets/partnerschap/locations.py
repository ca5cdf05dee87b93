"""Where the course's own files are, in a checkout and in an installed wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_BUNDLED = _PACKAGE / "_course"  # put there by the wheel, see pyproject.toml
_CHECKOUT = _PACKAGE.parents[1]

IN_CHECKOUT = not _BUNDLED.is_dir()
"""Whether the package runs from a checkout of the repository."""

COURSE = _CHECKOUT if IN_CHECKOUT else _BUNDLED
"""Folder that holds ``_config.yml``, ``book`` and ``exercises``."""

BOOK = COURSE / "book"
EXERCISES = COURSE / "exercises"
CONTENT = EXERCISES / "content"
CONFIG = COURSE / "_config.yml"

FRONT_END = _PACKAGE / "ui" / "static"
"""Folder with what is built from ``ui/web``: one module and one style sheet an exercise."""
