"""The directive ``{profile} ID``: an invented team, and what the software advises it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml
from docutils import nodes  # type: ignore[import-untyped]  # docutils has no types
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from partnerschap import advice as advice_room, scoring as scoring_room
from partnerschap.advice import (
    Advice,
    Step,
    Unlisted,
    advise,
    unlisted_low,
    unlisted_strengths,
)
from partnerschap.content import ROLES, Content, Item, Role, load
from partnerschap.report.shares import unlisted_words
from partnerschap.report.words import short
from partnerschap.scoring import Answer, Answers, Scores, missing_side, score

from .texts import digest, message

INSTRUMENT: Final = "compleet"
BEGINNING: Final = 80
"""Characters of a step where another place only names it."""

MOST_TO_FIND_OUT: Final = 3
"""How many steps to find out are shown; a new team may have dozens."""

_FILE: Final = Path(__file__).with_name("profiles.yml")
_OUTSIDE_SCALE: Final[dict[str, Answer]] = {"?": "dont_know", "-": "not_applicable"}


@dataclass(frozen=True)
class Profile:
    """An invented team.

    Attributes
    ----------
    people
        How many there are of each role.
    answers
        By role: under the id of an item or area, or under ``all``, what people answer in turn, one
        character an answer.
    """

    id: str
    sector: str
    people: dict[Role, int]
    answers: dict[Role, dict[str, str]]


@dataclass(frozen=True)
class AdvisedProfile:
    """An invented team with its figures and advice."""

    content: Content
    profile: Profile
    scores: Scores
    advice: Advice

    def in_sector(self, text: str) -> str:
        """Put the words of the team's sector into a text of the content."""
        sectors = {sector.id: sector for sector in self.content.sectors}
        return text.format_map(sectors[self.profile.sector].words)

    def statement(self, item: str) -> str:
        """Return what an item asks the team."""
        return self.in_sector(self.content.items_by_id[item].statement)

    def action(self, action: str) -> str:
        """Return an action as the team reads it."""
        return self.in_sector(self.content.action_text(action, self.profile.sector))


@dataclass(frozen=True)
class Part:
    """A part of the advice under its heading: texts, each with what explains it.

    Attributes
    ----------
    more
        How many points the part has no room for; empty when it has them all.
    """

    heading: str
    entries: tuple[tuple[str, ...], ...]
    more: str = ""


def profiles() -> dict[str, Profile]:
    """Return the invented teams by id, in the order of their file."""
    found = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {one["id"]: Profile(**one) for one in found}


def answers_of(content: Content, profile: Profile) -> Answers:
    """Return what the people of a profile answer to all items."""
    items = content.items_of(INSTRUMENT)
    rows = [
        (
            role,
            {
                item.id: _answer(profile.answers[role], item, person + number)
                for number, item in enumerate(items)
                if role in item.respondents
            },
        )
        for role in ROLES
        for person in range(profile.people.get(role, 0))
    ]
    return Answers.from_rows([item.id for item in items], rows)


def _answer(answers: dict[str, str], item: Item, turn: int) -> Answer:
    in_turn = answers.get(item.id) or answers.get(item.area) or answers["all"]
    given = in_turn[turn % len(in_turn)]
    return _OUTSIDE_SCALE[given] if given in _OUTSIDE_SCALE else int(given)


def advised(content: Content, profile: Profile) -> AdvisedProfile:
    """Score a profile and advise it, as a real team."""
    answers = answers_of(content, profile)
    scores = score(content, INSTRUMENT, answers)
    return AdvisedProfile(content, profile, scores, advise(content, answers, scores))


def parts(team: AdvisedProfile) -> Iterator[Part]:
    """Yield the parts of the advice that there are, what goes well first."""
    advice = team.advice
    keeping = {one.item: team.action(one.action) for one in advice.keep}
    begin = {one.item: one.action for one in advice.begin}
    now = {step.item: step for step in reversed(advice.suggestions)}
    year = {step.item: step for step in advice.year_plan}

    def first_step(item: str) -> str:
        if item in begin:
            return message("profile_first", text=team.action(begin[item]))
        step = now.get(item) or year[item]
        place = "year" if item not in now else "talk" if step.situation == "talk" else "now"
        start = short(team.action(step.action), BEGINNING)
        return message(f"profile_first_{place}", text=start)

    def points(items: Iterable[str]) -> Iterator[tuple[str, str]]:
        return ((team.statement(item), first_step(item)) for item in items)

    strong = unlisted_strengths(team.scores, advice.strengths)
    low = unlisted_low(team.scores, advice.agree_low)
    unknown = Unlisted(max(0, len(advice.find_out) - MOST_TO_FIND_OUT))
    found: tuple[tuple[str, Iterable[tuple[str, ...]], str], ...] = (
        (
            "strengths",
            ((team.statement(item), keeping.get(item, "")) for item in advice.strengths),
            unlisted_words(team.content, strong, high=True),
        ),
        ("discuss", points(advice.discuss_first), ""),
        ("low", points(advice.agree_low), unlisted_words(team.content, low, high=False)),
        ("now", _steps(team, advice.suggestions), ""),
        ("year", _steps(team, advice.year_plan), ""),
        (
            "find_out",
            (
                (team.action(step.action), team.statement(step.item))
                for step in advice.find_out[:MOST_TO_FIND_OUT]
            ),
            unlisted_words(team.content, unknown, high=False),
        ),
    )
    for name, entries, more in found:
        if listed := tuple(entries):
            yield Part(message(f"profile_{name}"), listed, more)


def notes(team: AdvisedProfile) -> Iterator[str]:
    """Yield what a reader has to know first, as on the screen: from which side nobody answered."""
    if side := missing_side(list(team.profile.people)):
        yield team.content.message(f"result.missing_{side}")


def _steps(team: AdvisedProfile, steps: Iterable[Step]) -> Iterator[tuple[str, ...]]:
    """Yield steps, each with the point that it is about, and why."""
    for step in steps:
        point = team.content.message("result.for_item", statement=team.statement(step.item))
        yield team.action(step.action), point, step.why


class ProfileDirective(SphinxDirective):
    """Show who answered, and the advice."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Look the team up; an unknown id is an error of the build."""
        name, known = self.arguments[0], profiles()
        if name not in known:
            names, page = ", ".join(known), self.env.docname
            raise self.error(message("unknown_profile", page=page, name=name, names=names))
        team = advised(load(), known[name])
        shown = nodes.container("", ids=[f"profiel-{name}"], classes=["profile"])
        shown += nodes.paragraph("", "", nodes.strong("", _people(team)))
        shown += [nodes.paragraph("", said) for said in notes(team)]
        for part in parts(team):
            shown += nodes.rubric("", part.heading)
            shown += nodes.bullet_list("", *map(_entry, part.entries))
            if part.more:
                shown += nodes.paragraph("", part.more)
        return [shown]


def _people(team: AdvisedProfile) -> str:
    people = team.profile.people
    told = [message(f"profile_people_{role}", n=str(n)) for role, n in people.items()]
    *first, last = told
    listed = f"{', '.join(first)} {message('and')} {last}" if first else last
    sector = next(one.name for one in team.content.sectors if one.id == team.profile.sector)
    return message("profile_team", sector=sector, people=listed)


def _entry(entry: tuple[str, ...]) -> nodes.list_item:
    texts: Iterable[str] = filter(None, entry)
    return nodes.list_item("", *(nodes.paragraph("", text) for text in texts))


def setup(app: Sphinx) -> None:
    """Register the directive, and have pages built again when teams are advised in another way."""
    made_by = digest(*(Path(room.__path__[0]) for room in (scoring_room, advice_room)))
    app.add_config_value("partnerschap_advice", made_by, "env", str)
    app.add_directive("profile", ProfileDirective)
