"""Every message that a page looks up reaches it, and no message is left over."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from front_end import WEB, sources_of
from front_end_words import LookedUp, looked_up_in, texts_in
from partnerschap.content import load
from partnerschap.locations import EXERCISES

CONTENT = load()
CATALOGUES = {message.partition(".")[0] for message in CONTENT.messages}
IDS = [exercise.id for exercise in CONTENT.exercises]

# What the page does not look up: Python sends the sentence, or the page puts the id together of
# what it was sent.
ELSEWHERE = {
    "code": {"not_a_code", "damaged", "other_version", "other_content"},
    "form": {"invalid", "failed"},
    "herhaalmeting": {"changed_up", "changed_down"},
}
# Of a module that these share with others they use a part that looks up nothing.
UNUSED = {
    "partnerschappen": {"result.distribution", "result.distribution_part"},
    "ouderbril": {"result.distribution", "result.distribution_part"},
}


@cache
def widget_of(exercise: str) -> Any:
    """Make the widget as the notebook does: its first cell imports, its second one builds."""
    notebook = json.loads((EXERCISES / f"{exercise}.ipynb").read_text(encoding="utf-8"))
    imports, builds, shows = ("".join(cell["source"]) for cell in notebook["cells"])
    names: dict[str, Any] = {}
    exec(f"{imports}\n{builds}", names)  # noqa: S102 - our own notebook
    return names[shows]


@cache
def looked_up(exercise: str) -> LookedUp:
    return looked_up_in(sources_of(widget_of(exercise).front_end), CATALOGUES)


@pytest.mark.parametrize("exercise", IDS)
def test_every_message_that_a_page_looks_up_is_sent_to_it(exercise: str) -> None:
    page = looked_up(exercise)
    assert page.ids
    missing = page.missing(widget_of(exercise).specification["messages"])
    assert set(missing) - UNUSED.get(exercise, set()) == set()


@pytest.mark.parametrize("catalogue", sorted(CATALOGUES & {*IDS, *ELSEWHERE, "exercise"}))
def test_no_message_of_a_catalogue_is_left_over(catalogue: str) -> None:
    pages = [looked_up(exercise) for exercise in IDS]
    left = {
        message.partition(".")[2]
        for message in CONTENT.messages
        if message.startswith(f"{catalogue}.") and not any(page.uses(message) for page in pages)
    }
    assert left == ELSEWHERE.get(catalogue, set())


@pytest.mark.parametrize("catalogue", ["plan", "result", "together"])
def test_no_message_that_pages_share_is_left_over(catalogue: str) -> None:
    pages = [looked_up(exercise) for exercise in IDS]
    messages = [one for one in CONTENT.messages if one.startswith(f"{catalogue}.")]
    assert [one for one in messages if not any(page.uses(one) for page in pages)] == []


def test_an_exercise_is_sent_no_catalogue_that_it_does_not_know() -> None:
    for exercise in IDS:
        sent = {one.partition(".")[0] for one in widget_of(exercise).specification["messages"]}
        assert sent <= CATALOGUES
        assert "exercise" in sent, exercise  # of the shell around every exercise


FOUND = """
// word("visie.in_a_comment")
/* `visie.${in}_another` */
const said = [word("visie.plain"), isOpen ? "visie.yes" : "visie.no", count("visie.left", n)];
const both = `${count("visie.total", n)} ${word(`visie.state_${one ? "a" : { b: "c" }.b}`)}`;
const file = "visie.docx";
return <p title={word("visie.title")}>{word(`visie.${name}`)}</p>; // the file visie.ts
"""


def test_texts_are_found_in_templates_conditions_and_markup(tmp_path: Path) -> None:
    (tmp_path / "found.tsx").write_text(FOUND)
    found = looked_up_in([tmp_path / "found.tsx"], {"visie"})
    assert found.ids == {
        *("visie.plain", "visie.yes", "visie.no", "visie.left", "visie.total", "visie.title"),
        *("visie.state_${}", "visie.${}"),
    }
    assert found.counted == {"visie.left", "visie.total"}
    messages = {"visie.plain", "visie.yes", "visie.no", "visie.left_one", "visie.left_many"}
    assert found.missing({*messages, "visie.total", "visie.state_half"}) == [
        "visie.title",
        "visie.total",  # it is counted, and has no form for one
    ]
    assert found.uses("visie.left_many")
    assert found.uses("visie.state_half")
    assert found.uses("visie.name")  # what is filled in may be any word of the module
    assert not found.uses("visie.elsewhere")


_COMMENTS = re.compile(r"/\*.*?\*/|^\s*//.*?$", re.DOTALL | re.MULTILINE)
_BETWEEN_TAGS = re.compile(r">([^<>{}()=;]+)</")
_SENTENCE = re.compile(r"[A-Z][a-z]+ [a-z]{2,} [a-z]{2,}")


def texts_for_a_reader(code: str) -> list[str]:
    bare = _COMMENTS.sub("", code)
    between = [text.strip() for text in _BETWEEN_TAGS.findall(bare)]
    sentences = [text for text in texts_in(bare) if _SENTENCE.search(text)]
    return sentences + [text for text in between if re.search(r"[A-Za-z]{2}", text)]


def test_no_module_holds_texts_for_a_reader() -> None:
    modules = sorted(path for path in WEB.rglob("*.*s*") if path.suffix in {".ts", ".tsx", ".js"})
    found = {path.name: texts_for_a_reader(path.read_text(encoding="utf-8")) for path in modules}
    assert {name: texts for name, texts in found.items() if texts} == {}
    assert texts_for_a_reader('<p class="ps-hint">Vul iets in</p>') == ["Vul iets in"]
    assert texts_for_a_reader('say("Dat kan nu niet.")') == ["Dat kan nu niet."]
