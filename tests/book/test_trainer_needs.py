"""What a trainer with a workshop tomorrow still missed is there, and one thing is told one way."""

import re
from itertools import pairwise
from typing import Final

import pytest

from course_pages import part, sections, slots, source
from partnerschap.content import load
from partnerschap.locations import BOOK, CONTENT

WORKSHOPS: Final = ("workshop-45-minuten", "workshop-2-uur", "workshop-dag")
WITH_PARENTS: Final = ("workshop-2-uur", "workshop-dag", "workshop-online", "workshop-reeks")
SHORT: Final = {
    area.name.split()[0].lower(): area.short for area in load().areas if area.partnership
}
NAME: Final = re.compile(r"naam en (?:een )?datum|naam, datum|voornaam en een dag", re.IGNORECASE)

_TABLE: Final = re.compile(r"^\| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
_SAID: Final = re.compile(r"^> \S", re.MULTILINE)


def _guide(name: str) -> str:
    return sections(part("trainer", "Regel dit vooraf"), 3)[name]


@pytest.mark.parametrize(
    "page", [*WORKSHOPS, "workshop-reeks", "lezing", "model", "vijf-partnerschappen"]
)
def test_the_model_has_one_wording_on_slides_in_scripts_and_in_print(page: str) -> None:
    text = re.sub(r"[*]+|^> ", "", source(page), flags=re.MULTILINE).lower()
    named = re.findall(rf"\b({'|'.join(SHORT)})[:.]?\n?:? (samen voor [^.?;\n]+)", text)
    assert [(name, said) for name, said in named if said != SHORT[name]] == []
    meant = re.findall(r"\b(samen voor (?:de|het|welzijn) [^.,?;\n|]+)", text)
    assert [said for said in meant if said.strip() not in SHORT.values()] == []


def test_the_table_of_the_model_says_the_same() -> None:
    rows = re.findall(r"^\| \[(\w+)\]\(#[\w-]+\) \| (.+) \|$", source("model"), re.MULTILINE)
    assert {name.lower(): f"samen voor {said}" for name, said in rows} == SHORT


def test_who_begins_is_a_role_or_initials_wherever_a_step_is_written_down() -> None:
    texts = [*BOOK.glob("*.md"), *CONTENT.rglob("*.yml")]
    assert [one.name for one in texts if NAME.search(one.read_text(encoding="utf-8"))] == []
    assert "(rol-of-initialen)=\n" in source("trainer")
    assert [page for page in WORKSHOPS if "begint? (rol of initialen)\n" not in source(page)] == []


def test_a_letter_promises_a_code_only_once_there_is_a_session() -> None:
    rows = re.findall(r"^\| (\d+) weken vooraf \| ([^|]+) \|", source("trainer"), re.MULTILINE)
    weeks = {what: int(number) for number, what in rows}
    invited = next(number for what, number in weeks.items() if "#de-uitnodiging" in what)
    opened = next(number for what, number in weeks.items() if "*Op papier*" in what)
    assert (invited, opened) == (4, 2)
    assert "nog geen code" in _guide("De uitnodiging")
    assert "> Twee weken vooraf krijgt u van ons een brief" in _guide("De uitnodiging")


@pytest.mark.parametrize("page", ["workshop-2-uur", "workshop-dag", "workshop-online"])
def test_what_is_shared_stands_in_one_place_that_each_workshop_leads_to(page: str) -> None:
    assert "(wat-deel-je)=\n" in source("sessie")
    assert "](#wat-deel-je)" in part(page, "Na afloop")
    assert "Deel die niet uit, want" not in source(page)


def test_leaving_out_a_point_is_told_for_paper_screen_phones_and_files() -> None:
    difficult = sections(part("trainer", "Als het lastig wordt"), 3)
    rows = dict(_TABLE.findall(difficult["Een antwoord is te raden"]))
    assert {"Op een vel", "Op het scherm en de telefoons", "In een bestand"} <= set(rows)
    assert "](#punt-weglaten)" in source("sessie")
    assert "](#punt-weglaten)" in part("workshop-2-uur", "Voorbereiding")


@pytest.mark.parametrize("page", WITH_PARENTS)
def test_a_good_moment_has_a_form_for_few_parents(page: str) -> None:
    assert "](#weinig-ouders)" in source(page)
    assert "| één ouder |" in _guide("Als er weinig ouders zijn")


def test_working_with_an_interpreter_says_what_to_drop_in_each_workshop() -> None:
    told = _guide("Met een tolk")
    rows = dict(_TABLE.findall(told))
    for row, page in zip(("45 minuten", "2 uur", "dag"), WORKSHOPS, strict=True):
        names = [slot.name for slot in slots(part(page, "Tijdschema"))]
        assert any(name in rows[row] for name in names), page
    assert _SAID.search(told)


def test_each_sheet_of_the_two_hours_has_a_filled_in_example_marked_as_invented() -> None:
    page = source("ingevuld")
    assert "verzonnen" in page.partition("\n## ")[0]
    on_the_wall = part("workshop-2-uur", "Op de flip-over")
    sheets = re.findall(r"^(Vel \d+[^:\n]*): ", on_the_wall, re.MULTILINE)
    assert len(sheets) > 5
    shown = re.findall(r"^(.+)\n: ", page, re.MULTILINE)
    assert [one for one in sheets if not any(name.startswith(f"{one}: ") for name in shown)] == []
    exercises = {"Vijf partnerschappen", "Verwachtingen", "Ouderbril", "Visie", "Beleid"}
    cards = {"Een stappenkaart", "Een plankaart", "Een loopkaart", "Op papier", "Overgetypt"}
    assert exercises | cards <= set(shown)


def test_the_sheet_with_possible_steps_is_prepared() -> None:
    prepared = part("workshop-2-uur", "Voorbereiding")
    assert re.search(r"^\d\. \*\*Maak vel 13", prepared, re.MULTILINE)


def test_the_emergency_route_fills_an_hour_of_the_evening_and_two_of_the_morning() -> None:
    route = sections(source("klaarzetten"), 2)["Morgen om negen uur, en niets klaar?"]
    table = slots(route)
    assert sum(slot.minutes for slot in table) == 120
    for before, after in pairwise(table):
        assert after.begin == before.begin + before.minutes, after.name
    evening = re.findall(r"^\d\. \*\*(\d+) minuten:", route, re.MULTILINE)
    assert sum(map(int, evening)) == 60
