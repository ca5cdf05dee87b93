"""The PDF files, read back: what they say, and that everybody can read them."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

import reports
from partnerschap.content import Role
from partnerschap.report import Handout, TeamReport, make_file, make_handout
from partnerschap.report.shares import balance_words, percent
from partnerschap.report.words import ReportWords
from partnerschap.scoring import Answer
from partnerschap.sessions import PlanStep
from pdf_reading import opened, says, tags, text_of, titles

WORDS = ReportWords(reports.CONTENT, "school")
KINDS = ("one-page", "full", "plan", "handout")


@pytest.fixture(scope="module")
def report() -> TeamReport:
    return reports.second_round()


@pytest.fixture(scope="module")
def files(report: TeamReport) -> dict[str, bytes]:
    return {kind: make_file(report, kind, ".pdf") for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
def test_a_screen_reader_finds_its_way(files: dict[str, bytes], kind: str) -> None:
    document = opened(files[kind])
    root: Any = document.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]).startswith("nl")
    assert document.metadata is not None
    assert (document.metadata.title or "").startswith("Partnerschap met ouders")
    assert "De Regenboog" in (document.metadata.title or "")
    assert list(titles(document.outline))
    found = list(tags(files[kind]))
    assert "H1" in {name for name, _ in found}
    assert all(alternative for name, alternative in found if name == "Figure")
    metadata: Any = root["/Metadata"]
    assert b"pdfuaid:part" in metadata.get_data()


@pytest.mark.parametrize("kind", KINDS)
def test_every_font_travels_along(files: dict[str, bytes], kind: str) -> None:
    fonts: set[str] = set()
    for page in opened(files[kind]).pages:
        resources: Any = page["/Resources"]
        for font in resources.get("/Font", {}).values():
            (inner,) = font.get_object()["/DescendantFonts"]
            descriptor = inner.get_object()["/FontDescriptor"]
            assert {"/FontFile2", "/FontFile3"} & set(descriptor)
            fonts.add(str(descriptor["/FontName"]))
    assert fonts
    assert all("SourceSansPro" in name for name in fonts)


def test_the_same_report_gives_the_same_file(report: TeamReport, files: dict[str, bytes]) -> None:
    assert make_file(report, "one-page", "pdf") == files["one-page"]


def test_one_page_is_one_a4_with_strengths_first(
    report: TeamReport, files: dict[str, bytes]
) -> None:
    (page,) = opened(files["one-page"]).pages
    assert [round(float(side)) for side in page.mediabox[2:]] == [595, 842]
    text = text_of(files["one-page"])
    headings = [
        "Wat goed gaat",
        "De vijf partnerschappen",
        "Hierover eerst praten",
        "Het plan",
        "Wat hier niet staat, en waarom",
        "Vertrouwelijk, niet anoniem",
    ]
    places = [text.index(heading) for heading in headings]
    assert places == sorted(places)
    for item in (*report.advice.strengths, *report.advice.discuss_first):
        assert WORDS.statement(item) in text
    assert "30 mensen hebben ingevuld." in text
    assert "Koffie op de eerste vrijdag" in text
    assert "4 december 2026" in text
    assert "Gestopt" not in text
    assert "Samen terugkijken: 20 mei 2027." in text
    (alternative,) = [alt for name, alt in tags(files["one-page"]) if name == "Figure"]
    assert balance_words(WORDS.content, report.scores) in alternative


def test_the_whole_report_holds_every_item_with_its_figures(
    report: TeamReport, files: dict[str, bytes]
) -> None:
    text = text_of(files["full"])
    for item in report.scores.items:
        assert WORDS.statement(item.id) in text
    for area in report.scores.areas:
        assert f"{WORDS.area(area.id)} {percent(area.share)}" in text
    assert report.advice.year_plan
    shown = [(one.action, one.why) for one in report.advice.suggestions]
    shown += [(one.action, one.why) for one in report.advice.year_plan]
    for action, why in shown:
        assert says(files["full"], WORDS.action(action))
        assert says(files["full"], why)
    for heading in ("groep", "De tips op een rij", "Wat er veranderd is", "Hoe weten we dit?"):
        assert heading in text
    for step in report.plan:
        assert step.text in text
    for said in ("De school om de hoek bellen", "Drie ouders komen uit zichzelf", "Te duur"):
        assert said in text
    names = [name for name, _ in tags(files["full"])]
    assert names.count("Figure") == 10
    assert {"Table", "TH", "TD", "H2", "H3", "L"} <= set(names)


def test_a_bookmark_leads_to_each_chapter(files: dict[str, bytes]) -> None:
    found = list(titles(opened(files["full"]).outline))
    for heading in ("Wat goed gaat", "Alle punten in één oogopslag", "Het plan"):
        assert heading in found


def test_what_a_team_does_not_know_stands_with_how_to_find_out() -> None:
    """One item is known by too few; of one area nobody knows anything."""
    asked = reports.CONTENT.items_of(reports.INSTRUMENT)
    area = asked[-1].area
    unknown = {asked[0].id, *(item.id for item in asked if item.area == area)}
    rows: list[tuple[Role, dict[str, Answer]]] = [
        (role, {item: "dont_know" if item in unknown else given for item, given in answers.items()})
        for role, answers in reports.rows_of(30)
    ]
    found = reports.report_of(rows)
    assert {one.item for one in found.advice.find_out} == unknown
    made = make_file(found, "full", "pdf")
    assert says(made, "Dit weten jullie nog niet")
    for one in found.advice.find_out:
        assert says(made, f"{WORDS.statement(one.item)} {WORDS.action(one.action)}")
    assert f"{WORDS.area(area)} dit weten jullie nog niet" in text_of(made)


@pytest.mark.parametrize("kind", ["one-page", "full"])
def test_a_round_of_an_earlier_edition_says_so(report: TeamReport, kind: str) -> None:
    said = "Deze uitkomst is gemaakt met een eerdere manier van rekenen"
    assert not says(make_file(report, kind, "pdf"), said)
    assert says(make_file(replace(report, earlier_edition=True), kind, "pdf"), said)


def test_the_plan_alone_has_no_figures(files: dict[str, bytes]) -> None:
    text = text_of(files["plan"])
    assert "Koffie op de eerste vrijdag" in text
    assert "%" not in text
    assert "nog te kiezen" in text


def test_an_empty_plan_says_so(report: TeamReport) -> None:
    empty = replace(report, plan=())
    for kind in ("one-page", "full", "plan"):
        assert "Er is nog niets afgesproken." in text_of(make_file(empty, kind, "pdf"))


def test_a_date_in_the_past_is_written_as_it_is(report: TeamReport) -> None:
    past = replace(report, plan=(PlanStep("Ooit", "", date(1999, 2, 28), None, None),))
    assert "28 februari 1999" in text_of(make_file(past, "one-page", "pdf"))


@pytest.mark.parametrize("kind", ["one-page", "full"])
def test_one_form_is_told_in_words(kind: str) -> None:
    text = text_of(make_file(reports.together(), kind, "pdf"))
    assert "%" not in text
    assert "samen één formulier" in text
    assert "Eén formulier laat geen verschillen zien." in text
    assert "samen heeft opgeschreven" in text


def test_an_example_says_so(report: TeamReport) -> None:
    text = text_of(make_file(replace(report, demo=True), "one-page", "pdf"))
    assert text.startswith("VOORBEELD")


@pytest.mark.parametrize("instrument", ["kort", "beleidsscan", "compleet"])
def test_every_instrument_fits_on_a_page(instrument: str) -> None:
    rows = reports.rows_of(12, instrument=instrument)
    made = make_file(reports.report_of(rows, instrument=instrument), "one-page", "pdf")
    assert len(opened(made).pages) == 1


def test_a_sheet_asks_each_role_what_it_can_judge() -> None:
    text = text_of(make_handout(Handout(reports.CONTENT, "kort", sector="school")))
    for role in reports.CONTENT.roles:
        assert role.name in text
    for item in reports.CONTENT.items_of("kort"):
        assert WORDS.statement(item.id) in text
        if "parent" in item.respondents:
            assert WORDS.statement(item.id, parent=True) in text
    for answer in ("W Weet ik niet", "Zelden", "Bijna helemaal"):
        assert answer in text


def test_a_parent_reads_the_parent_s_own_words() -> None:
    handout = Handout(reports.CONTENT, "kort", sector="school", roles=("parent",))
    text = text_of(make_handout(handout))
    assert "Ik word hier vriendelijk ontvangen." in text
    assert not re.search(r"\bWij ontvangen elke ouder\b", text)


def test_a_card_shows_the_code_and_where_to_go() -> None:
    link = "https://cursus.example/voila/render/meedoen.ipynb?sessie=ABC234"
    handout = Handout(
        reports.CONTENT, "kort", roles=("parent",), code="ABC234", link=link, label="De Regenboog"
    )
    made = make_handout(handout)
    first = opened(made).pages[0].extract_text()
    assert "ABC234" in first.replace(" ", "")
    assert "ABC234" in next(alt for name, alt in tags(made) if name == "Figure")
    without = make_handout(replace(handout, link=""))
    assert "Figure" not in {name for name, _ in tags(without)}
