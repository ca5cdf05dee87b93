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
from partnerschap.advice import Advice, ItemAction, Step, advise
from partnerschap.content import ROLES, Content, Item, Role, load
from partnerschap.scoring import Answer, Answers, Scores, score

from .texts import digest, message

INSTRUMENT: Final = "compleet"
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
    """A part of the advice under its heading: texts, each with what explains it."""

    heading: str
    entries: tuple[tuple[str, str], ...]


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
    now = {step.item for step in advice.suggestions}

    def first_step(item: str) -> str:
        if item in begin:
            return message("profile_first", text=team.action(begin[item]))
        return message("profile_first_now" if item in now else "profile_first_year")

    found = (
        ("strengths", ((team.statement(item), keeping.get(item, "")) for item in advice.strengths)),
        ("discuss", ((team.statement(item), "") for item in advice.discuss_first)),
        ("low", ((team.statement(item), first_step(item)) for item in advice.agree_low)),
        ("now", _steps(team, advice.suggestions)),
        ("year", _steps(team, advice.year_plan)),
        ("find_out", _to_find_out(team, advice.find_out)),
    )
    for name, entries in found:
        if listed := tuple(entries):
            yield Part(message(f"profile_{name}"), listed)


def _steps(team: AdvisedProfile, steps: Iterable[Step]) -> Iterator[tuple[str, str]]:
    """Yield steps with why; answers that the step before told of are not told again."""
    before = ""
    for step in steps:
        helps = team.content.actions_by_id[step.action].helps
        answers = step.why.removesuffix(helps)
        why = message("profile_same", helps=helps) if answers == before else step.why
        yield team.action(step.action), why
        before = answers


def _to_find_out(team: AdvisedProfile, steps: tuple[ItemAction, ...]) -> Iterator[tuple[str, str]]:
    for step in steps[:MOST_TO_FIND_OUT]:
        yield team.action(step.action), team.statement(step.item)
    if (more := len(steps) - MOST_TO_FIND_OUT) > 0:
        yield message("profile_more_one" if more == 1 else "profile_more", more=str(more)), ""


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
        for part in parts(team):
            shown += nodes.rubric("", part.heading)
            shown += nodes.bullet_list("", *map(_entry, part.entries))
        return [shown]


def _people(team: AdvisedProfile) -> str:
    people = team.profile.people
    told = [message(f"profile_people_{role}", n=str(n)) for role, n in people.items()]
    *first, last = told
    listed = f"{', '.join(first)} {message('and')} {last}" if first else last
    sector = next(one.name for one in team.content.sectors if one.id == team.profile.sector)
    return message("profile_team", sector=sector, people=listed)


def _entry(entry: tuple[str, str]) -> nodes.list_item:
    texts: Iterable[str] = filter(None, entry)
    return nodes.list_item("", *(nodes.paragraph("", text) for text in texts))


def setup(app: Sphinx) -> None:
    """Register the directive, and have pages built again when teams are advised in another way."""
    made_by = digest(*(Path(room.__path__[0]) for room in (scoring_room, advice_room)))
    app.add_config_value("partnerschap_advice", made_by, "env", str)
    app.add_directive("profile", ProfileDirective)
