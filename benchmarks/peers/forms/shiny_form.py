"""The form in Shiny for Python, as its documentation makes one: inputs, and a text that follows."""

import json
from pathlib import Path

from shiny import App, Inputs, Outputs, Session, render, ui

ASKED = json.loads(Path(__file__).with_name("questions.json").read_text(encoding="utf-8"))
NAMES = [f"question_{number}" for number in range(len(ASKED["questions"]))]

app_ui = ui.page_fluid(
    ui.output_text("progress"),
    *(
        ui.input_radio_buttons(name, text, ASKED["answers"], selected=[])
        for name, text in zip(NAMES, ASKED["questions"], strict=True)
    ),
)


def server(inputs: Inputs, _outputs: Outputs, _session: Session) -> None:
    """Count the answers."""

    @render.text
    def progress() -> str:
        done = sum(inputs[name]() is not None for name in NAMES)
        return ASKED["count"].format(done=done, total=len(NAMES))


app = App(app_ui, server)
