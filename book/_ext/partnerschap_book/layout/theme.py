"""Dutch words for the theme: Sphinx and its themes leave many of theirs in English."""

import gettext
import json
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.locale import translators

from partnerschap_book.texts import message

_CATALOGUE = Path(__file__).parents[3] / "_locale" / "theme.nl.po"
_NAMES = ("sphinx", "booktheme")
"""Catalogues in which Sphinx, pydata-sphinx-theme and sphinx-book-theme look their words up."""


def _words() -> Catalog:
    with _CATALOGUE.open("rb") as source:
        return read_po(source, locale="nl")


def put_first(app: Sphinx) -> None:
    """Let our words go before those of the themes.

    `Sphinx.add_message_catalog` puts a catalogue last, and Sphinx's ``locale_dirs`` compiles it
    beside its source, which an installed package may not write.
    """
    binary = BytesIO()
    write_mo(binary, _words())
    for name in _NAMES:
        binary.seek(0)
        words = gettext.GNUTranslations(binary)
        already = translators.get(("general", name))
        if already is not None:
            words.add_fallback(already)
        translators["general", name] = words
    app.translator = translators["general", "sphinx"]


def write_script_words(app: Sphinx, config: Config) -> None:
    """Give the search page's script the same words; Sphinx's own Dutch has gaps.

    Sphinx copies the first ``sphinx.js`` that it finds under ``locale_dirs``.
    """
    words = _words()
    messages = {str(entry.id): str(entry.string) for entry in words if entry.id}
    table = {"locale": "nl", "messages": messages, "plural_expr": words.plural_expr}
    folder = Path(app.doctreedir) / "locale"
    script = folder / "nl" / "LC_MESSAGES" / "sphinx.js"
    script.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(table, ensure_ascii=False, indent=1, sort_keys=True)
    script.write_text(f"Documentation.addTranslations({text});\n", encoding="utf-8")
    config.locale_dirs = [str(folder)]


def give_templates_words(
    _app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: object
) -> None:
    """Let the templates of the course take their words from the catalogue."""
    context["course_message"] = message


def setup(app: Sphinx) -> None:
    """Register the words."""
    # Jupyter Book sets it for its comments extension, which this book leaves out.
    app.add_config_value("comments_config", {}, "")
    app.connect("html-page-context", give_templates_words)
    if app.config.language == "nl":
        put_first(app)
        app.connect("config-inited", write_script_words)
