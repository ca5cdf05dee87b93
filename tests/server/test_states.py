"""What a page is given of a widget before any kernel is asked."""

import importlib
import json
import pkgutil
from collections.abc import Callable
from typing import Any

import pytest
from anywidget import AnyWidget

from partnerschap.server.states import SHOWN, state_of
from partnerschap.ui import widgets
from partnerschap.ui.version import VERSION
from partnerschap.ui.widgets.base import PageWidget
from partnerschap.ui.widgets.exercise import Exercise
from partnerschap.ui.widgets.participant import Participant
from partnerschap.ui.widgets.plan import Plan
from partnerschap.ui.widgets.policy import Policy
from partnerschap.ui.widgets.scan import Scan
from partnerschap.ui.widgets.session_widget import SessionWidget
from partnerschap.ui.widgets.vision import Vision
from partnerschap.ui.widgets.workshop import Workshop

FRESH: dict[type[PageWidget], Callable[[], PageWidget]] = {
    Exercise: lambda: Exercise("aannames"),
    Participant: Participant,
    Plan: Plan,
    Policy: Policy,
    Scan: lambda: Scan("teamscan"),
    Vision: Vision,
    Workshop: Workshop,
}


def said(widget: PageWidget) -> dict[str, Any]:
    """What a fresh widget says by traits of its own, apart from those of any Jupyter widget.

    To a page, what is false is as what is absent; and the page of our server asks for no module
    (`_esm`), style (`_css`) or other wiring of Jupyter.
    """
    shared = set(widget.traits(sync=True)) - set(AnyWidget.class_traits(sync=True))
    names = {name for name in shared if not name.startswith("_")}
    return {name: value for name in names if (value := getattr(widget, name))}


def test_every_widget_is_looked_at() -> None:
    found = {PageWidget}
    for module in pkgutil.iter_modules(widgets.__path__):
        for one in vars(importlib.import_module(f"{widgets.__name__}.{module.name}")).values():
            if isinstance(one, type) and issubclass(one, PageWidget):
                found.add(one)
    assert found - {PageWidget, SessionWidget} == set(FRESH)


def test_a_page_is_given_what_a_fresh_widget_says_and_nothing_else() -> None:
    every = {name for fresh in FRESH.values() for name in said(fresh())}
    assert every == set(SHOWN)


@pytest.mark.parametrize("widget", FRESH, ids=lambda widget: widget.__name__)
def test_the_first_state_of_a_page_is_that_of_the_widget(widget: type[PageWidget]) -> None:
    fresh = FRESH[widget]()
    given = json.loads(state_of("", fresh.get_state(), "").text)
    assert {name: value for name, value in given.items() if value} == said(fresh)
    assert given["version"] == VERSION
