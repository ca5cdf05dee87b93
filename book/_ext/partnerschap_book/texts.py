"""The content as the pages use it."""

from sphinx.application import Sphinx
from sphinx.config import Config

from partnerschap.content import load


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


def setup(app: Sphinx) -> None:
    """Register the numbers, and have the pages built again when the content changes."""
    app.add_config_value("partnerschap_content", load().version, "env", str)
    app.connect("config-inited", count)
