"""The content as the pages use it."""

import hashlib
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

from partnerschap.content import load
from partnerschap.locations import CONTENT

_BOOK = Path(__file__).parents[2]


def message(name: str, /, **values: str) -> str:
    """Fill in a message of the book's own catalogue."""
    return load().message(f"book.{name}", **values)


def count(_app: Sphinx, config: Config) -> None:
    """Let a page write ``{{ teamscan_items }}``, so that no number in it grows old."""
    content = load()
    numbers = {"items": len(content.items), "actions": len(content.actions_by_id)}
    for instrument in content.instruments:
        numbers[f"{instrument.id}_items"] = len(content.items_of(instrument.id))
        numbers[f"{instrument.id}_minutes"] = instrument.minutes
    config.myst_substitutions = {name: str(number) for name, number in numbers.items()}


def digest(*folders: Path) -> str:
    """Digest of folders."""
    found = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                found.update(f"{path.relative_to(folder)}\0".encode() + path.read_bytes())
    return found.hexdigest()


def setup(app: Sphinx) -> None:
    """Register the numbers, and have pages built again when more than their own file changes.

    Sphinx itself looks at pages and templates: a new text of the content or a new style sheet alone
    would not reach a reader.
    """
    app.add_config_value("partnerschap_content", digest(CONTENT, _BOOK / "_ext"), "env", str)
    beside = digest(
        *(_BOOK / name for name in ("_static", "_templates", "_locale", "figures", "drawings"))
    )
    app.add_config_value("partnerschap_beside", beside, "html", str)
    app.connect("config-inited", count)
