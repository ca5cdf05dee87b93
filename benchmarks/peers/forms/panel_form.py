"""The form in Panel, as its documentation makes one: widgets in a column, bound to a text."""

import json
from pathlib import Path

import panel as pn

ASKED = json.loads(Path(__file__).with_name("questions.json").read_text(encoding="utf-8"))

pn.extension()


def progress(*values: str | None) -> str:
    """Count the answers."""
    done = sum(value is not None for value in values)
    return ASKED["count"].format(done=done, total=len(values))


choices = [pn.widgets.RadioBoxGroup(options=ASKED["answers"]) for _ in ASKED["questions"]]
for choice in choices:
    choice.value = None  # a new one has its first option chosen
questions = [
    pn.Column(pn.pane.Str(text), choice)
    for text, choice in zip(ASKED["questions"], choices, strict=True)
]
pn.Column(pn.pane.Str(pn.bind(progress, *choices)), *questions).servable()
