"""Pages of the course read as data."""

from pathlib import Path

import pytest

from partnerschap.locations import BOOK
from partnerschap.report.course.blocks import (
    Definition,
    Directive,
    Heading,
    Listing,
    Paragraph,
    Quote,
    Run,
    Table,
    flat,
    plain,
)
from partnerschap.report.course.pages import CoursePageError, Section, read_page

PAGE = """---
module: 1
---

# Een bladzijde

:::{div} intro
Waar het over gaat.
:::

(doel-van-hier)=
## Doel {cite:p}`tips`

Volgens {cite:t}`smith` en de {term}`raad <mr>` is *dit* **belangrijk** {cite:p}`tips`.

### Eén stap (9 minuten)

Op de dia
: Eerste regel.
: Tweede regel.

> Dag allemaal.
>
> Tot straks.

1. **Vraag** het.
2. Luister.

| A | B |
|---|---|
| een | |

```{list-table}
:header-rows: 1

* - Vraag
  - Antwoord
* - Wie?
  - &nbsp;<br>&nbsp;
```

```{reflection} naam-1
Wat denk jij?
```
"""
BIBLIOGRAPHY = """@article{smith,
  author    = {Smith, T. E. and Jansen, P.},
  year      = {2020}
}

@misc{tips,
  author    = {{Stichting X}},
  year      = {z.d.}
}
"""


@pytest.fixture
def page(tmp_path: Path) -> Section:
    (tmp_path / "blad.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "references.bib").write_text(BIBLIOGRAPHY, encoding="utf-8")
    return read_page("blad", tmp_path)


def test_sections_stand_inside_each_other(page: Section) -> None:
    assert [one.title for one in page.walk()] == ["Een bladzijde", "Doel", "Eén stap (9 minuten)"]
    assert page.part("Doel", "Eén stap (9 minuten)").blocks
    with pytest.raises(CoursePageError) as lacking:
        page.part("Doel", "Weg")
    assert (lacking.value.page, lacking.value.part) == ("blad", "Weg")


def test_roles_become_words_and_marks_of_places_go(page: Section) -> None:
    assert page.blocks == (Directive("div", "intro", (Paragraph((Run("Waar het over gaat."),)),)),)
    (said,) = page.part("Doel").blocks
    assert isinstance(said, Paragraph)
    assert said.text == "Volgens Smith e.a. (2020) en de raad is dit belangrijk."
    assert [run.text for run in said.runs if run.strong] == ["belangrijk"]
    assert [run.text for run in said.runs if run.emphasis] == ["dit"]


def test_every_block_is_read(page: Section) -> None:
    shown, quote, steps, table, card, question = page.part("Doel", "Eén stap (9 minuten)").blocks
    assert shown == Definition("Op de dia", ("Eerste regel.", "Tweede regel."))
    assert isinstance(quote, Quote)
    assert len(quote.blocks) == 2
    assert isinstance(steps, Listing)
    assert steps.numbered
    assert table == Table(("A", "B"), (("een", ""),))
    assert card == Table(("Vraag", "Antwoord"), (("Wie?", ""),))
    assert isinstance(question, Directive)
    assert (question.name, question.argument) == ("reflection", "naam-1")


def test_blocks_read_as_text(page: Section) -> None:
    _, quote, steps, table, *_, question = page.part("Doel", "Eén stap (9 minuten)").blocks
    assert plain([quote, steps]) == (
        "\N{LEFT DOUBLE QUOTATION MARK}Dag allemaal.\n\nTot straks."
        "\N{RIGHT DOUBLE QUOTATION MARK}\n\n1. Vraag het.\n2. Luister."
    )
    assert plain([Heading("Kop"), table]) == "Kop\n\nA | B\neen | "
    assert plain(flat([question])) == "Wat denk jij?"


@pytest.mark.parametrize("path", sorted(BOOK.glob("*.md")), ids=lambda path: path.stem)
def test_every_page_of_the_course_can_be_read(path: Path) -> None:
    page = read_page(path.stem)
    assert page.title
    assert "{cite:" not in plain(block for one in page.walk() for block in one.blocks)
