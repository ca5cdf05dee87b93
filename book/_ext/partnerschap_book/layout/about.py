"""What a page says of itself to who shares or finds it: its title, a sentence or two, a picture."""

# mypy: disable-error-code="import-untyped"
# docutils has no types.

import re
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from partnerschap_book.modules import module_of
from partnerschap_book.texts import message

_LONGEST = 200
"""Characters; what is longer is cut off by who shows it, in the middle of a word."""

_SPACE = re.compile(r"\s+")
_SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z\u2018])")


def _begin(text: str) -> str:
    """Return as many whole sentences as fit, or as many words."""
    text = _SPACE.sub(" ", text).strip()
    kept = ""
    for sentence in _SENTENCE.split(text):
        if len(kept) + len(sentence) > _LONGEST:
            break
        kept = f"{kept} {sentence}".strip()
    return kept or text[:_LONGEST].rsplit(" ", 1)[0] + "…"


def _first_words(doctree: nodes.document) -> str:
    """Return the introduction, or else the first paragraph or point of the page."""
    for node in doctree.findall(nodes.container):
        if "intro" in node["classes"]:
            return str(node.astext())
    return next((str(node.astext()) for node in doctree.findall(nodes.paragraph)), "")


def give_description(
    app: Sphinx, page: str, _template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give the layout a page's description."""
    words = _first_words(doctree) if doctree is not None else ""
    module = module_of(app.env, page)
    if module is not None:
        number, minutes = str(module.number), str(module.minutes)
        words = f"{message('about_module', number=number, minutes=minutes)} {words}"
    context["description"] = _begin(words) if words else message("about")


def setup(app: Sphinx) -> None:
    """Register the description."""
    app.connect("html-page-context", give_description)
