"""The form in Solara, as its documentation makes one: a component and a reactive value.

Solara has no radio buttons of its own; those of Vuetify come with it.
"""

import json
from pathlib import Path

import solara
from reacton import ipyvuetify

ASKED = json.loads(Path(__file__).with_name("questions.json").read_text(encoding="utf-8"))


@solara.component
def Page() -> None:  # noqa: N802 - the name that Solara looks for
    """Show the count and the questions."""
    chosen, choose = solara.use_state({})
    solara.Text(ASKED["count"].format(done=len(chosen), total=len(ASKED["questions"])))
    for text in ASKED["questions"]:
        ipyvuetify.RadioGroup(
            label=text,
            v_model=chosen.get(text),
            on_v_model=lambda answer, text=text: choose(lambda old: old | {text: answer}),
            children=[ipyvuetify.Radio(label=name, value=name) for name in ASKED["answers"]],
        )
