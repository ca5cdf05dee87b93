"""The words under which Sphinx's search knows a page.

``search.js`` makes the same terms of what a reader types; ``tests/browser/test_search.py`` holds
the two together.
"""

# mypy: disable-error-code="import-untyped"
# docutils and snowballstemmer have no types.

import re
import unicodedata
from importlib.metadata import version
from pathlib import Path

import snowballstemmer
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.search.nl import SearchDutch

_WORD = re.compile(r"[^\W_]+(?:['\u2019\u2010-][^\W_]+)*")
_PART = re.compile(r"[^\W_]+")
_LAST_S = re.compile("['\u2019]s$")
_INVISIBLE = {"Mn", "Mc", "Me", "Cf"}
"""Categories of Unicode: accents that stand apart, and soft hyphens."""


def fold(text: str) -> str:
    """Make small letters without accents, which few readers type: *ideeen* for *ideeën*."""
    apart = unicodedata.normalize("NFKD", text)
    seen = "".join(letter for letter in apart if unicodedata.category(letter) not in _INVISIBLE)
    return seen.lower()


def words_of(text: str) -> list[str]:
    """Give the words of a text, those with an apostrophe or a hyphen also in one piece.

    A reader may type *foto's*, *fotos* or *foto*, and *e-mail*, *email* or *mail*.
    """
    found = []
    for word in _WORD.findall(fold(text)):
        parts = _PART.findall(_LAST_S.sub("", word))
        found += parts
        whole = "".join(_PART.findall(word))
        if whole not in parts:
            found.append(whole)
    return found


class DutchSearch(SearchDutch):
    """Sphinx's Dutch search with the stemmer that its page has as well.

    Sphinx 7 asks snowballstemmer for ``dutch``, which became another algorithm (Kraaij-Pohlmann)
    in version 3, while the JavaScript that Sphinx brings is still the older one of Porter.
    """

    js_splitter_code = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")

    def init(self, options: dict[str, str]) -> None:  # noqa: ARG002 - the signature of Sphinx
        """Take the older algorithm by its own name."""
        self.stemmer = snowballstemmer.stemmer("dutch_porter")

    def split(self, input: str) -> list[str]:  # noqa: A002 - the signature of Sphinx
        """Give the words of a text."""
        return words_of(input)

    def stem(self, word: str) -> str:
        """Give the stem; *brief* and *brieven*, *huis* and *huizen* have the same."""
        stem: str = self.stemmer.stemWord(word)
        return re.sub("z$", "s", re.sub("v$", "f", stem))

    def word_filter(self, word: str) -> bool:  # noqa: ARG002 - the signature of Sphinx
        """Keep every word: who looks for a stop word alone finds it too.

        Among other words the page leaves stop words out of the question.
        """
        return True


def also_find_by(node: nodes.Element, *texts: str) -> None:
    """Let a node that a template writes be found by texts that stand in it.

    Sphinx takes its words from the document, where such a node has none, and from keywords. Whoever
    writes the node skips what is inside.
    """
    node += nodes.meta(name="keywords", content=",".join(words_of(" ".join(texts))))


def setup(app: Sphinx) -> None:
    """Register the language, and have pages indexed again when the stemmer changes."""
    app.add_config_value("partnerschap_stemmer", version("snowballstemmer"), "env", str)
    app.add_search_language(DutchSearch)
