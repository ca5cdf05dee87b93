"""The content as the pages use it."""

import hashlib
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

from partnerschap.content import load

_BOOK = Path(__file__).parents[2]


def message(name: str, /, **values: str) -> str:
    """Fill in a message of the book's own catalogue."""
    return load().message(f"book.{name}", **values)


def count(_app: Sphinx, config: Config) -> None:
    """Let a page write ``{{ teamscan_items }}``, so that no number in it grows old."""
    content = load()
    numbers = {"items": len(content.items)}
    for instrument in content.instruments:
        numbers[f"{instrument.id}_items"] = len(content.items_of(instrument.id))
        numbers[f"{instrument.id}_minutes"] = instrument.minutes
    config.myst_substitutions = {name: str(number) for name, number in numbers.items()}


def _digest(*names: str) -> str:
    """Digest of folders of the book."""
    digest = hashlib.sha256()
    for name in names:
        for path in sorted((_BOOK / name).rglob("*")):
            if path.is_file():
                digest.update(f"{path.relative_to(_BOOK)}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def setup(app: Sphinx) -> None:
    """Register the numbers, and have pages built again when more than their own file changes.

    Sphinx itself looks at pages and templates: a new style sheet alone would not reach a reader.
    """
    app.add_config_value("partnerschap_content", load().version, "env", str)
    beside = _digest("_static", "_templates", "_locale", "figures")
    app.add_config_value("partnerschap_beside", beside, "html", str)
    app.connect("config-inited", count)
