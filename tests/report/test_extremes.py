"""Answers of one kind alone end well in every file, and no file makes too much of few people."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from itertools import repeat
from typing import Any, Final

import pytest
from openpyxl import load_workbook

import reports
from partnerschap.cli.tables import as_text
from partnerschap.content import Role
from partnerschap.report import TeamReport, make_file
from partnerschap.report.shares import balance_words
from partnerschap.report.team_reports import of_own
from partnerschap.report.words import ReportWords
from partnerschap.scoring import Answer
from pdf_reading import text_of

CONTENT = reports.CONTENT
PARENT: Role = "parent"
PROFESSIONAL: Role = "professional"
ITEMS: Final = tuple(item.id for item in CONTENT.items_of(reports.INSTRUMENT))
OUTPUTS: Final[Mapping[str, Callable[[TeamReport], str]]] = {
    "one-page": lambda report: text_of(make_file(report, "one-page", "pdf")),
    "full": lambda report: text_of(make_file(report, "full", "pdf")),
    "workbook": lambda report: cells_of(make_file(report, "full", "xlsx")),
    "table": lambda report: as_text(
        CONTENT, report.scores, report.advice, missing=report.missing, for_file=True
    ),
}


def cells_of(data: bytes) -> str:
    """Give the text of every cell; a percentage as Excel shows it."""
    workbook: Any = load_workbook(BytesIO(data))
    return " ".join(
        f"{cell.value}%" if cell.number_format == "0%" else str(cell.value)
        for sheet in workbook
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    )


def own(role: Role, given: Mapping[str, Answer]) -> TeamReport:
    asked = {item.id for item in CONTENT.items_of(reports.INSTRUMENT) if role in item.respondents}
    kept = {item: value for item, value in given.items() if item in asked}
    return of_own(CONTENT, reports.INSTRUMENT, role, kept, sector="school", now=reports.MADE_AT)


def team(
    given: Mapping[str, Answer], parents: int = 5, professionals: int = 5, min_group: int = 5
) -> TeamReport:
    people: list[Role] = [*repeat(PARENT, parents), *repeat(PROFESSIONAL, professionals)]
    rows = [(role, dict(given)) for role in people]
    missing = None if parents and professionals else "team" if parents else "parents"
    return reports.report_of(rows, min_group=min_group, plan=(), missing=missing)


def every(value: Answer) -> dict[str, Answer]:
    return dict.fromkeys(ITEMS, value)


@dataclass(frozen=True)
class Case:
    """A kind of answers, the messages that every output says, and what none of them does."""

    made: Callable[[], TeamReport]
    said: tuple[str, ...]
    unsaid: tuple[str, ...] = ()


NO_STRENGTHS = ("report.strengths_none", "report.strengths_none_own")
CASES: Final[Mapping[str, Case]] = {
    "nobody-knows": Case(
        lambda: team(every("dont_know")), ("result.pattern_unknown_team",), NO_STRENGTHS
    ),
    "i-do-not-know": Case(
        lambda: own("professional", every("dont_know")),
        ("result.pattern_unknown_own",),
        NO_STRENGTHS,
    ),
    "fits-nothing": Case(
        lambda: own("professional", every("not_applicable")),
        ("result.pattern_none_own",),
        NO_STRENGTHS,
    ),
    "all-high": Case(lambda: team(every(5)), ("result.pattern_high_team",)),
    "mine-all-high": Case(lambda: own("management", every(5)), ("result.pattern_high_own",)),
    "all-low": Case(lambda: team(every(1)), ("result.pattern_low_team",)),
    "mine-all-low": Case(lambda: own("professional", every(1)), ("result.pattern_low_own",)),
    "one-answer": Case(lambda: own("professional", {ITEMS[0]: 2}), ("result.pattern_one_own",)),
    "no-parents": Case(
        lambda: team(every(3), parents=0, professionals=6), ("result.missing_parents",)
    ),
    "parents-alone": Case(
        lambda: team(every(3), parents=6, professionals=0), ("result.missing_team",)
    ),
    "few-people": Case(
        lambda: team(every(4) | {ITEMS[0]: 2}, parents=2, professionals=2, min_group=3),
        (),
    ),
}


@cache
def made(case: str) -> TeamReport:
    return CASES[case].made()


@cache
def told(case: str, output: str) -> str:
    return squeezed(OUTPUTS[output](made(case)))


def squeezed(text: str) -> str:
    """Leave out where a line was broken, if in a word."""
    return re.sub(r"[\s\u00ad\u200b\u2010-]+", "", text)


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("case", CASES)
def test_it_is_said_in_every_output_and_nothing_untrue(case: str, output: str) -> None:
    text = told(case, output)
    for message in CASES[case].said:
        assert squeezed(CONTENT.messages[message]) in text
    for message in CASES[case].unsaid:
        assert squeezed(CONTENT.messages[message]) not in text


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("case", [one for one in CASES if made(one).scores.respondents < 5])
def test_of_few_people_there_is_no_percentage(case: str, output: str) -> None:
    # The method tells of the certainty of an interval, which is no figure of this team.
    assert "%" not in told(case, output).replace("(95%)", "")


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize("case", CASES)
def test_every_output_names_the_ends_of_the_balance_alike(case: str, output: str) -> None:
    report = made(case)
    if report.scores.scored and output != "one-page":
        assert squeezed(balance_words(CONTENT, report.scores)) in told(case, output)


@pytest.mark.parametrize("output", OUTPUTS)
def test_ties_are_all_named(output: str) -> None:
    low = {item.id for item in CONTENT.items if item.area in {"formeel", "didactisch"}}
    report = team({item: 2 if item in low else 4 for item in ITEMS})
    sentence = balance_words(CONTENT, report.scores)
    assert "Formeel partnerschap en Didactisch partnerschap" in sentence
    assert sentence.count("partnerschap") == 5
    assert squeezed(sentence) in squeezed(OUTPUTS[output](report))


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize(("case", "end"), [("all-high", "high"), ("all-low", "low")])
def test_where_all_is_answered_alike_the_points_are_called_examples(
    case: str, end: str, output: str
) -> None:
    alike = sum(one.status == "scored" for one in made(case).scores.items) - 3
    said = CONTENT.message(f"result.alike_{end}_many", n=alike)
    assert squeezed(said) in told(case, output)


@pytest.mark.parametrize("output", ["full", "table"])
def test_what_people_disagree_on_says_how_to_begin(output: str) -> None:
    report = reports.second_round()
    torn = report.advice.discuss_first
    begun = {one.item: one.action for one in report.advice.begin if one.item in torn}
    assert begun
    text = squeezed(OUTPUTS[output](replace(report, missing=None)))
    for action in begun.values():
        said = CONTENT.action_text(action, "").partition("{")[0]
        assert squeezed(said) in text


def test_a_point_names_the_step_further_on_that_is_about_it() -> None:
    report = reports.second_round()
    advice = report.advice
    listed = {*advice.discuss_first, *advice.agree_low} - {one.item for one in advice.begin}
    numbers = [n for n, one in enumerate(advice.suggestions, 1) if one.item in listed]
    assert numbers
    text = squeezed(OUTPUTS["full"](replace(report, missing=None)))
    for number in numbers:
        assert squeezed(CONTENT.message("report.begin_step", number=number)) in text


@pytest.mark.parametrize("output", ["one-page", "full"])
def test_before_how_it_is_known_a_team_reads_no_statistics(output: str) -> None:
    text = OUTPUTS[output](replace(reports.second_round(), missing=None))
    read = text.partition("Hoe weten we dit?")[0] if output == "full" else text
    for word in ("%", "procentpunt", "marge", "delta", "herberekening", "Cliff"):
        assert word not in read


def test_a_parent_reads_their_own_sentences_and_what_to_ask() -> None:
    report = own("parent", dict.fromkeys(ITEMS, 2))
    (low, *_) = report.advice.agree_low
    item = CONTENT.items_by_id[low]
    for output in ("one-page", "full", "workbook"):
        text = squeezed(OUTPUTS[output](report))
        assert squeezed(item.parent or "") in text
        assert squeezed(item.statement) not in text
        assert squeezed("ingevuld als: Ouder of verzorger") in text
    asked = [CONTENT.items_by_id[one.item] for one in report.advice.suggestions[:3]]
    areas = {area.id: area.tell or "" for area in CONTENT.areas}
    words = CONTENT.sectors[0].words
    text = squeezed(OUTPUTS["full"](report))
    for found in asked:
        assert squeezed(found.ask or "") in text
        assert squeezed(areas[found.area].format(**words)) in text


@pytest.mark.parametrize("value", [1, 3, 5])
@pytest.mark.parametrize("output", ["one-page", "full"])
def test_a_parent_takes_no_list_of_the_team_along(output: str, value: int) -> None:
    report = own("parent", dict.fromkeys(ITEMS, value))
    text = squeezed(OUTPUTS[output](report))
    words = ReportWords.of(report)
    assert bool(report.advice.suggestions) == (value < 5)
    advice = report.advice
    steps = [one.action for one in (*advice.suggestions, *advice.year_plan)]
    for action in (*steps, *(one.action for one in advice.keep)):
        assert squeezed(words.action(action)) not in text
    for heading in ("heading_suggestions", "heading_plan", "heading_year_plan", "plan_none"):
        assert squeezed(CONTENT.messages[f"report.{heading}"]) not in text


def test_of_few_people_the_table_says_their_answers() -> None:
    assert OUTPUTS["table"](own("professional", every(1))).count("1 keer Nooit") > 5
    assert "2 keer Soms" in OUTPUTS["table"](team({ITEMS[0]: 3}, 2, 0, min_group=1))


def test_a_parent_who_knows_nothing_reads_what_to_ask_and_whom() -> None:
    report = own("parent", every("dont_know"))
    text = squeezed(OUTPUTS["full"](report))
    assert squeezed(CONTENT.messages["result.pattern_unknown_parent"]) in text
    for one in report.advice.find_out[:3]:
        assert squeezed(CONTENT.items_by_id[one.item].ask or "") in text


def test_what_goes_well_is_held_on_to() -> None:
    report = team(every(5))
    assert len(report.advice.keep) == 3
    text = squeezed(OUTPUTS["full"](report))
    for one in report.advice.keep:
        assert squeezed(CONTENT.action_text(one.action, "school")) in text
