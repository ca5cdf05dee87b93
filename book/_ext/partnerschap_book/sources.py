"""Citations and bibliography in Dutch; the styles of pybtex write English words between."""

# mypy: disable-error-code="import-untyped"
# pybtex and docutils have no types.

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pybtex.plugin
import sphinxcontrib.bibtex.plugin
from docutils import nodes
from pybtex.database import Entry
from pybtex.style.formatting import BaseStyle
from pybtex.style.labels import BaseLabelStyle
from pybtex.style.template import (
    Node,
    field as bib_field,
    first_of,
    href,
    join,
    optional,
    sentence,
    tag,
)
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.writers.html5 import HTML5Translator
from sphinxcontrib.bibtex.style.referencing import BracketStyle, PersonStyle
from sphinxcontrib.bibtex.style.referencing.author_year import AuthorYearReferenceStyle

from .texts import message

_NAME = "partnerschap"
_WHOLE = "bronnen"
"""The page that lists every source; other pages may list their own."""

_OTHERS = "others"
"""What BibTeX writes for authors that are left out."""


def _by_name(entries: Iterable[Entry]) -> list[Entry]:
    """Sort as a Dutch reader looks a name up: Van der Eijk under the E."""

    def key(entry: Entry) -> tuple[str, str]:
        name = " ".join(entry.persons["author"][0].last_names)
        return name.strip("{}").casefold(), entry.fields["year"]

    return sorted(entries, key=key)


def _between_last() -> str:
    return f" {message('and')} "


def _brackets() -> BracketStyle:
    return BracketStyle(left="(", right=")", sep="; ")


def _people() -> PersonStyle:
    return PersonStyle(
        sep2=_between_last(), last_sep=_between_last(), other=f" {message('and_others')}"
    )


@dataclass
class References(AuthorYearReferenceStyle):
    """How a page refers to a source: by author and year."""

    bracket_textual: BracketStyle = field(default_factory=_brackets)
    bracket_parenthetical: BracketStyle = field(default_factory=_brackets)
    bracket_author: BracketStyle = field(default_factory=_brackets)
    bracket_label: BracketStyle = field(default_factory=_brackets)
    bracket_year: BracketStyle = field(default_factory=_brackets)
    person: PersonStyle = field(default_factory=_people)


class Bibliography(BaseStyle):  # type: ignore[misc]
    """One form for every kind of source: who, when, what, where."""

    default_name_style = "lastfirst"
    default_label_style = _NAME
    default_sorting_style = "author_year_title"

    def __init__(self, **options: Any) -> None:
        options["abbreviate_names"] = True
        super().__init__(**options)
        self.sort = _by_name

    def _authors(self, entry: Entry) -> Node:
        people = entry.persons["author"]
        named = [person for person in people if str(person) != _OTHERS]
        last = f" {message('and')} " if named == people else ", "
        listed = join(sep=", ", sep2=last, last_sep=last)[
            [self.format_name(person, abbr=True) for person in named]
        ]
        return listed if named == people else join[listed, f" {message('and_others')}"]

    def _template(self, entry: Entry) -> Node:
        volume = join[bib_field("volume"), optional[join["(", bib_field("number"), ")"]]]
        journal = sentence(sep=", ")[
            tag("em")[bib_field("journal")], optional[volume], optional[bib_field("pages")]
        ]
        address = join["https://doi.org/", bib_field("doi", raw=True)]
        link = first_of[
            optional[href[address, address]],
            optional[href[bib_field("url", raw=True), bib_field("url", raw=True)]],
        ]
        return join(sep=" ")[
            self._authors(entry),
            join["(", bib_field("year"), ")."],
            sentence(capfirst=False)[tag("em")[bib_field("title")]],
            optional[journal],
            optional[sentence(capfirst=False)[bib_field("publisher")]],
            optional[sentence(capfirst=False)[bib_field("note")]],
            link,
        ]

    get_article_template = _template
    get_book_template = _template
    get_misc_template = _template
    get_techreport_template = _template


class Labels(BaseLabelStyle):  # type: ignore[misc]
    """Label a source with its key, the same in every list; `book.css` does not show it."""

    def format_labels(self, sorted_entries: Iterable[Entry]) -> Iterator[str]:
        """Give the labels."""
        for entry in sorted_entries:
            yield entry.key


def put_whole_list_last(_app: Sphinx, env: BuildEnvironment) -> None:
    """Let a page without a list of its own lead to the list of all sources.

    sphinxcontrib-bibtex takes the page's own list first, and else the last that it knows.
    """
    lists = env.get_domain("cite").data["bibliographies"]
    for key in [key for key in lists if key.docname == _WHOLE]:
        lists[key] = lists.pop(key)


def visit_citation(translator: HTML5Translator, node: nodes.citation) -> None:
    """Write a plain list: the roles that docutils gives are refused by screen readers' rules."""
    if not isinstance(node.previous_sibling(), nodes.citation):
        translator.body.append('<ul class="citation-list">\n')
    translator.body.append(translator.starttag(node, "li"))


def depart_citation(translator: HTML5Translator, node: nodes.citation) -> None:
    """Close the source, and the list after the last one."""
    translator.body.append("</li>\n")
    if not isinstance(node.next_node(descend=False, siblings=True), nodes.citation):
        translator.body.append("</ul>\n")


def setup(app: Sphinx) -> None:
    """Register the styles, which ``_config.yml`` names, and the list."""
    app.add_node(nodes.citation, override=True, html=(visit_citation, depart_citation))
    group = "sphinxcontrib.bibtex.style.referencing"
    sphinxcontrib.bibtex.plugin.register_plugin(group, _NAME, References, force=True)
    pybtex.plugin.register_plugin("pybtex.style.formatting", _NAME, Bibliography)
    pybtex.plugin.register_plugin("pybtex.style.labels", _NAME, Labels)
    app.connect("env-updated", put_whole_list_last, priority=400)
