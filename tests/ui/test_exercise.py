"""What an exercise without a scan hands to its page, and the words that its page looks up."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic_core import to_jsonable_python

from partnerschap import ui
from partnerschap.content import load
from partnerschap.ui.exercise_content import CONTENT_OF, exercise_specification
from partnerschap.ui.widgets.exercise import Exercise

CONTENT = load()
FOLDER = Path(ui.__file__).parent
_IMPORT = re.compile(r"""from "\./(\w+\.js)";""")
_TEXT = re.compile(r'"([^"\n]*)"|`([^`\n]*)`')
_MESSAGE = re.compile(r"(\w+)\.(\w|\$\{[^}]*\})+")
_COUNTED = re.compile(r'\bcount\(\s*"([\w.]+)"')
_FILLED_IN = re.compile(r"\$\{[^}]*\}")


def modules(name: str, found: set[str]) -> set[str]:
    """Name a module and all that it imports."""
    if name not in found:
        found.add(name)
        for other in _IMPORT.findall((FOLDER / name).read_text(encoding="utf-8")):
            modules(other, found)
    return found


def looked_up(exercise_id: str) -> set[str]:
    """Find the message ids in a front end, as patterns where a part is filled in."""
    ids = set()
    for name in modules(f"{exercise_id}.js", set()):
        for plain, template in _TEXT.findall((FOLDER / name).read_text(encoding="utf-8")):
            text = plain or template
            message = _MESSAGE.fullmatch(text)
            if message and message[1] in {exercise_id, "exercise"}:
                ids.add(r"\w+".join(map(re.escape, _FILLED_IN.split(text))))
    return ids


def fits(pattern: str, message_id: str) -> bool:
    return re.fullmatch(rf"{pattern}(_one|_many)?", message_id) is not None


@pytest.mark.parametrize("exercise_id", CONTENT_OF)
def test_the_page_gets_what_it_shows(exercise_id: str) -> None:
    exercise = Exercise(exercise_id)
    described = exercise.specification
    assert exercise.front_end == exercise_id
    assert (FOLDER / "static" / f"{exercise_id}.js").is_file()
    assert described["exercise"] == exercise_id
    assert described["content"] == to_jsonable_python(CONTENT_OF[exercise_id](CONTENT))
    assert [sector["id"] for sector in described["sectors"]] == [one.id for one in CONTENT.sectors]
    prefixes = {message_id.partition(".")[0] for message_id in described["messages"]}
    assert prefixes == {exercise_id, "exercise"}


@pytest.mark.parametrize("exercise_id", CONTENT_OF)
def test_every_word_that_a_page_looks_up_is_in_the_catalogue(exercise_id: str) -> None:
    messages = exercise_specification(CONTENT, exercise_id)["messages"]
    patterns = looked_up(exercise_id)
    assert patterns
    missing = [one for one in patterns if not any(fits(one, message) for message in messages)]
    assert missing == []


@pytest.mark.parametrize("exercise_id", CONTENT_OF)
def test_a_word_with_a_number_has_one_and_many(exercise_id: str) -> None:
    messages = exercise_specification(CONTENT, exercise_id)["messages"]
    for name in modules(f"{exercise_id}.js", set()):
        code = (FOLDER / name).read_text(encoding="utf-8")
        for stem in _COUNTED.findall(code):
            assert {f"{stem}_one", f"{stem}_many"} <= set(messages)


def unused(prefix: str) -> Iterator[str]:
    patterns = {pattern for one in CONTENT_OF for pattern in looked_up(one)}
    for message in CONTENT.messages:
        if message.startswith(f"{prefix}.") and not any(fits(one, message) for one in patterns):
            yield message


@pytest.mark.parametrize("prefix", [*CONTENT_OF, "exercise"])
def test_no_word_of_an_exercise_is_left_over(prefix: str) -> None:
    assert list(unused(prefix)) == []


def test_an_exercise_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        Exercise("bestaat-niet")


def test_a_sector_without_own_content_would_show_an_empty_screen() -> None:
    for sector in CONTENT.sectors:
        assert any(sector.id in one.sectors for one in CONTENT.activities.activities)
        assert any(route.id == sector.id for route in CONTENT.walk)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.js")), ids=lambda path: path.name)
def test_a_front_end_is_small_and_holds_no_words_for_a_reader(path: Path) -> None:
    code = path.read_text(encoding="utf-8")
    assert len(code.splitlines()) < 250
    without_comments = re.sub(r"/\*.*?\*/|^\s*//.*?$", "", code, flags=re.DOTALL | re.MULTILINE)
    texts = [plain or template for plain, template in _TEXT.findall(without_comments)]
    shown = [text for text in texts if re.search(r"[A-Z][a-z]+ [a-z]{2,} [a-z]{2,}", text)]
    assert shown == []
