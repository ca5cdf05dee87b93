"""The form in Streamlit, as its documentation makes one: a script that runs at each answer."""

import json
from pathlib import Path

import streamlit

ASKED = json.loads(Path(__file__).with_name("questions.json").read_text(encoding="utf-8"))

place = streamlit.empty()
chosen = [streamlit.radio(text, ASKED["answers"], index=None) for text in ASKED["questions"]]
done = sum(answer is not None for answer in chosen)
place.text(ASKED["count"].format(done=done, total=len(chosen)))
