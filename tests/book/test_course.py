"""The ten modules are complete: what they teach, ask and show, and how long they take."""

import json
import math
import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from bs4 import BeautifulSoup, Tag

from partnerschap.content import load
from partnerschap.content.practice import DRAWN
from partnerschap.locations import BOOK

Pages = Mapping[str, BeautifulSoup]
Build = Callable[[], subprocess.CompletedProcess[str]]

FIRST = ["Wat je straks kunt", "Een verhaal uit de praktijk"]
LAST = ["Doe het zelf", "Check jezelf", "Neem mee naar je team", "Bronnen"]
THEORY = (2, 4)
"""How many chapters of theory stand between them."""

MOVEMENTS = ["verhaal", "kern", "doen", "check", "meenemen"]

SECONDS_A_QUESTION = 50
MINUTES = (10, 20)
WORDS_A_MINUTE = 200
MOST_SURE = 5
CHECK = "oefening-kennischeck"


def _front_matter(path: Path) -> dict[str, Any]:
    text = path.read_text(encoding="utf-8")
    if not text.startswith("---\n"):
        return {}
    parsed = yaml.safe_load(text.split("---\n")[1])
    return parsed if isinstance(parsed, dict) else {}


MODULES = {
    path.stem: matter
    for path in sorted(BOOK.glob("*.md"))
    if "module" in (matter := _front_matter(path))
}


def _article(pages: Pages, name: str) -> Tag:
    article = pages[name].find("article")
    assert isinstance(article, Tag)
    return article


def _heading(heading: Tag) -> str:
    link = heading.find("a", class_="headerlink")
    return heading.get_text().removesuffix(link.get_text() if link else "")


def _headings(pages: Pages, name: str) -> list[str]:
    return [_heading(heading) for heading in _article(pages, name).find_all("h2")]


def _words(article: Tag) -> int:
    """Count what is read, without what the course itself puts around it."""
    copy = BeautifulSoup(str(article), "html.parser")
    around = ".module-top, .module-end, .movement-turn, .sources > summary, .exercise"
    answers = ".reflection > :not(.reflection-question)"
    for part in copy.select(f"{around}, {answers}, .citation-list, .headerlink"):
        part.decompose()
    return len(re.findall(r"\w+(?:[-'\N{RIGHT SINGLE QUOTATION MARK}]\w+)*", copy.get_text(" ")))


def test_there_are_ten_modules_in_the_order_of_the_course() -> None:
    contents = yaml.safe_load((BOOK / "_toc.yml").read_text(encoding="utf-8"))
    listed = [chapter["file"] for part in contents["parts"] for chapter in part["chapters"]]
    in_order = sorted(MODULES, key=listed.index)
    assert [MODULES[name]["module"] for name in in_order] == list(range(1, 11))
    assert [module.id for module in load().modules] == in_order


def test_every_tip_of_the_sources_is_taught() -> None:
    """Each is named by a page whose text explains it: tips, remarks and what this course adds."""
    taught = {tip for matter in MODULES.values() for tip in matter["tips"]}
    assert len([tip for tip in load().tips if tip.kind == "tip"]) == 36
    assert taught == {tip.id for tip in load().tips}


@pytest.mark.parametrize("name", MODULES)
class TestModule:
    def test_it_has_its_parts_in_order(self, pages: Pages, name: str) -> None:
        headings = _headings(pages, name)
        assert headings[:2] == FIRST
        assert headings[-4:] == LAST
        assert THEORY[0] <= len(headings[2:-4]) <= THEORY[1]

    def test_it_has_the_title_that_the_content_gives(self, pages: Pages, name: str) -> None:
        heading = _article(pages, name).find("h1")
        titles = {module.id: module.title for module in load().modules}
        assert isinstance(heading, Tag)
        assert heading.get_text().startswith(titles[name])

    def test_its_story_says_that_it_is_made_up(self, pages: Pages, name: str) -> None:
        story = _article(pages, name).find(id="een-verhaal-uit-de-praktijk")
        assert isinstance(story, Tag)
        assert "verzonnen" in story.get_text()

    def test_a_reader_does_something(self, pages: Pages, name: str) -> None:
        part = _article(pages, name).find(id="doe-het-zelf")
        assert isinstance(part, Tag)
        done = [figure["id"] for figure in part.select("figure.exercise")]
        assert done
        assert CHECK not in done

    def test_a_reader_writes_something(self, pages: Pages, name: str) -> None:
        forms = _article(pages, name).select("form.reflection")
        assert forms
        for form in forms:
            field, label = form.select_one("textarea"), form.select_one("label")
            assert field
            assert label
            assert field["id"] == label["for"]
            assert field["maxlength"] == "2000"
            question = form.select_one(".reflection-question")
            assert question
            assert "?" in question.get_text() or "." in question.get_text()
            described = str(field["aria-describedby"]).split()
            assert all(form.find(id=text) for text in described)

    def test_its_check_asks_its_own_questions(self, pages: Pages, name: str) -> None:
        part = _article(pages, name).find(id="check-jezelf")
        assert isinstance(part, Tag)
        frame = part.select_one(f"#{CHECK} iframe")
        assert frame
        assert parse_qs(urlsplit(str(frame["data-src"])).query) == {"module": [name]}
        assert 6 <= DRAWN <= 8

    def test_it_cites_and_lists_its_sources(self, pages: Pages, name: str) -> None:
        article = _article(pages, name)
        cited = {str(link["href"]) for link in article.select(".bibtex-citation a")}
        listed = {f"#{source['id']}" for source in article.select("#bronnen .citation-list > li")}
        assert cited
        assert cited == listed

    def test_its_time_is_computed_and_fits_a_train(self, pages: Pages, name: str) -> None:
        top = _article(pages, name).select_one("h1 + .ps-drawing + .module-top")
        assert top, "the directive stands below the title and its drawing"
        shown = top.get_text(" ", strip=True)
        said = re.search(r"Module (\d+) van 10 .*?ongeveer (\d+) minuten", shown)
        assert said
        assert said[1] == str(MODULES[name]["module"])
        minutes = {exercise.id: exercise.minutes for exercise in load().exercises}
        doing = sum(
            minutes[str(figure["id"]).removeprefix("oefening-")]
            for figure in _article(pages, name).select("figure.exercise:not([data-extra])")
            if figure["id"] != CHECK
        )
        asking = math.ceil(DRAWN * SECONDS_A_QUESTION / 60)
        reading = math.ceil(_words(_article(pages, name)) / WORDS_A_MINUTE)
        # How citations are written out makes a difference of some words.
        assert abs(int(said[2]) - (reading + doing + asking)) <= 1
        assert MINUTES[0] <= int(said[2]) <= MINUTES[1]

    def test_it_has_five_movements(self, pages: Pages, name: str) -> None:
        article = _article(pages, name)
        parts = article.select(".movement")
        assert [part["id"] for part in parts] == MOVEMENTS
        links = article.select(".movements a")
        assert [link["href"] for link in links] == [f"#{part}" for part in MOVEMENTS]
        headings = [[_heading(one) for one in part.find_all("h2")] for part in parts]
        assert headings[0] == FIRST
        assert headings[2:] == [[LAST[0]], [LAST[1]], LAST[2:]]

    def test_its_end_leads_on(self, pages: Pages, name: str) -> None:
        end = _article(pages, name).select_one("#meenemen > .module-end")
        assert end
        button = end.select_one("button[data-mark-read]")
        assert button
        assert button["data-mark-read"] == name
        ids = [module.id for module in load().modules]
        after = [*ids[1:], "bewijs"][ids.index(name)]
        link = end.select_one(".module-next .course-button")
        assert link
        assert link["href"] == f"{after}.html"
        assert end.select_one("[data-own-words]")

    def test_less_time_is_left_at_each_movement(self, pages: Pages, name: str) -> None:
        row = _article(pages, "welkom").select_one(f"[data-welcome-next={name}]")
        minutes = _article(pages, name).select_one(".module-minutes")
        assert row
        assert minutes
        left = [int(minutes) for minutes in str(row["data-left"]).split()]
        assert f"ongeveer {left[0]} minuten" in minutes.get_text()
        assert left == sorted(left, reverse=True)
        assert left[0] > left[2] > left[3] > left[4] > 0

    def test_a_reader_can_say_how_sure_before_and_after(self, pages: Pages, name: str) -> None:
        words = [load().message(f"book.sure_{sure}") for sure in range(1, MOST_SURE + 1)]
        fields = _article(pages, name).select(f"fieldset[data-rating={name}]")
        assert [field["data-moment"] for field in fields] == ["before", "after"]
        for field in fields:
            values = [str(choice["value"]) for choice in field.select("input[type=radio]")]
            assert values == [str(sure) for sure in range(1, MOST_SURE + 1)]
            assert [label.get_text(strip=True) for label in field.select("label")] == words
        groups = [{str(one["name"]) for one in field.select("input")} for field in fields]
        assert [len(names) for names in groups] == [1, 1]
        assert groups[0] != groups[1]

    def test_the_first_page_leads_to_it_with_its_time(self, pages: Pages, name: str) -> None:
        top = _article(pages, name).select_one(".module-minutes")
        row = next(
            row
            for row in _article(pages, "welkom").select(".progress-list > li")
            if row.select_one(f"[data-steps={name}]")
        )
        link = row.find("a")
        assert isinstance(link, Tag)
        assert link["href"] == f"{name}.html"
        minutes = row.select_one(".progress-minutes")
        assert top
        assert minutes
        assert top.get_text().endswith(minutes.get_text())


def test_a_page_without_sources_of_its_own_leads_to_the_list_of_all(pages: Pages) -> None:
    links = {
        str(link["href"]).partition("#")[0] for link in pages["model"].select(".bibtex-citation a")
    }
    assert links == {"bronnen.html"}


def test_the_certificate_shows_every_module(pages: Pages) -> None:
    rows = pages["bewijs"].select(".certificate tbody tr")
    assert {str(row["data-steps"]) for row in rows} == set(MODULES)
    limits = pages["bewijs"].select_one(".certificate-limits")
    assert limits
    assert "geen diploma" in limits.get_text()


def test_how_sure_a_reader_felt_stands_apart_from_the_certificate(pages: Pages) -> None:
    table = pages["bewijs"].select_one(".own-ratings")
    assert table
    assert {str(row["data-rated"]) for row in table.select("tbody tr")} == set(MODULES)
    words = [load().message(f"book.sure_{sure}") for sure in range(1, MOST_SURE + 1)]
    assert json.loads(str(table["data-words"])) == words
    assert not table.find_parent(class_="certificate")


def test_the_closing_test_has_its_page(pages: Pages) -> None:
    frame = pages["toets"].select_one(f"#{CHECK} iframe")
    assert frame
    assert parse_qs(urlsplit(str(frame["data-src"])).query) == {"module": ["toets"]}


TOP = "# Proef {name}\n\n```{{module-top}}\n```\n"
QUESTION = "\n```{reflection} twee-keer\nWat dan?\n```\n"
ASKED = 'module=a"><script>&deel=één twee'
FRONT = {
    "zonder": "",
    "zonder-tips": "module: 3",
    "zonder-nummer": "tips: [A01]",
    "onbekend": "module: 1\ntips: [A99]",
    "goed": "module: 1\ntips: [A01]",
}


def test_a_mistake_in_a_module_stops_the_build(build: Build, course: Path) -> None:
    """One build for all mistakes, since each takes seconds."""
    book = course / "book"
    for name, matter in FRONT.items():
        text = f"---\n{matter}\n---\n{TOP.format(name=name)}"
        (book / f"{name}.md").write_text(text, encoding="utf-8")
    with (book / "goed.md").open("a", encoding="utf-8") as page:
        page.write(f"{QUESTION}{QUESTION}\n```{{exercise}} teamscan\n:query: {ASKED}\n```\n")
    listed = "".join(f"  - file: {name}\n" for name in FRONT)
    (book / "_toc.yml").write_text(f"format: jb-book\nroot: bronnen\nchapters:\n{listed}")
    done = build()
    assert done.returncode != 0
    missing = re.findall(r"Bladzijde '([\w-]+)' is een module, maar mist", done.stdout)
    assert sorted(missing) == ["onbekend", "zonder", "zonder-nummer", "zonder-tips"]
    assert "De reflectie 'twee-keer' staat op bladzijde 'goed'" in done.stdout
    written = (course / "_build/html/goed.html").read_text(encoding="utf-8")
    address = "/voila/render/teamscan.ipynb?module=a%22%3E%3Cscript%3E&amp;deel=%C3%A9%C3%A9n+twee"
    assert written.count(address) == 2
