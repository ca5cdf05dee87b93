"""A vision as a Word file, read back."""

from io import BytesIO
from typing import Any

import pytest
from docx import Document

from partnerschap.content import load
from partnerschap.report import make_vision

CONTENT = load()
TITLE = "De visie van De Boomgaard op samenwerken met ouders"
HOSTILE = {
    "long line": "W" * 5_000,
    "right to left": "\u0645\u0631\u062d\u0628\u0627 \u202eomgekeerd\u202c",
    "emoji": "Feest \N{PARTY POPPER} met \N{WOMAN}\u200d\N{WOMAN}\u200d\N{GIRL}",
    "control": "een\x00twee\x0bdrie\x1b[31m\ufffe\U0001ffff",
    "surrogate": "half \ud83d teken",
    "formula": "=1+1",
    "xml": "</w:t><w:br/>&amp;]]>",
    "separators": "regel\u2028regel\u2029regel",
}


def read(text: str) -> Any:
    return Document(BytesIO(make_vision(CONTENT, text)))


def parts(document: Any) -> list[tuple[str, str]]:
    return [(one.style.name, one.text) for one in document.paragraphs]


def test_a_vision_has_its_title_headings_and_lists() -> None:
    assert CONTENT.vision is not None
    first, second, *_ = CONTENT.vision.points
    text = (
        f"{TITLE}\n\n{first.name}\n{first.beliefs[0]}\nDat merken ouders:\n"
        f"- {first.behaviours[0]}\n- Eigen - zin\n\n{second.name}\nIets over {second.name}\n\n"
        "Deze visie is gemaakt door ouders.\n"
    )
    document = read(text)
    assert parts(document) == [
        ("Title", TITLE),
        ("Heading 1", first.name),
        ("Normal", first.beliefs[0]),
        ("Normal", "Dat merken ouders:"),
        ("List Bullet", first.behaviours[0]),
        ("List Bullet", "Eigen - zin"),
        ("Heading 1", second.name),
        ("Normal", f"Iets over {second.name}"),
        ("Normal", "Deze visie is gemaakt door ouders."),
    ]
    bullet = document.styles["List Bullet"].element
    assert bullet.xpath("w:pPr/w:numPr"), "a list of Word, no typed signs"
    properties = document.core_properties
    assert (properties.title, properties.author) == (TITLE, "partnerschap")
    assert properties.language == "nl-NL"
    assert 'w:val="en-US"' not in document.styles.element.xml


@pytest.mark.parametrize(
    "text", ["", " \n\n ", "Eigen woorden.", "- een\n\n- twee", "W" * 300 + "\n\nX"]
)
def test_a_text_without_a_title_gets_that_of_the_exercise(text: str) -> None:
    document = read(text)
    assert parts(document)[0] == ("Title", CONTENT.message("visie.title"))
    typed = [line.removeprefix("- ") for line in text.splitlines() if line.strip()]
    assert [one for _, one in parts(document)[1:]] == typed


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("shape", ["{}", "{}\n\nzin", "Titel\n\n{}", "Titel\n\n- {}"])
def test_whatever_is_typed_is_text(name: str, shape: str) -> None:
    document = read(shape.format(HOSTILE[name]))
    said = "".join(one for _, one in parts(document))
    kept = "".join(c for c in HOSTILE[name] if c.isprintable() and c not in "\ufffe\U0001ffff")
    assert kept.replace(" ", "") in said.replace("\u200d", "").replace(" ", "")
    assert "\u202e" not in document.element.xml


def test_the_same_text_gives_the_same_file() -> None:
    assert make_vision(CONTENT, TITLE) == make_vision(CONTENT, TITLE)
