"""The trainer's pack: every file that a workshop needs and that depends on no session.

`PACK` lists the files, `KITS` what each meeting needs of them. They are made from the pages of the
course and from the exercises, so that a change there changes them too.
"""

import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from types import MappingProxyType
from typing import Final

from partnerschap.content import Content
from partnerschap.report.course.decks import DECKS, Deck, read_deck, read_short_deck
from partnerschap.report.course.documents import DOCUMENTS
from partnerschap.report.course.pages import read_page
from partnerschap.report.office.document_word import document_word
from partnerschap.report.office.slides import slides_pptx
from partnerschap.report.pages.course_pdf import document_pdf, slides_pdf
from partnerschap.report.pages.handout import Handout, make_handout
from partnerschap.report.pages.worksheet import WORKSHEETS, make_worksheet
from partnerschap.report.sheets.writing import empty_sheet_xlsx
from partnerschap.report.zipping import EARLIEST

ALL: Final = "all"
"""The kit with every file."""

_SCAN: Final = "kort"


@dataclass(frozen=True)
class PackFile:
    """What can be made under one id.

    Attributes
    ----------
    folder
        Of the zip, by the name of its message.
    makers
        By suffix.
    label
        Says what it is.
    file
        Name on disk, without its suffix.
    """

    folder: str
    makers: Mapping[str, Callable[[Content], bytes]]
    label: Callable[[Content], str]
    file: Callable[[Content], str]


def _slides(page: str) -> PackFile:
    return PackFile(
        folder="slides",
        makers=_slide_makers(partial(read_deck, page=page)),
        label=lambda content: content.message("pack.label_slides", title=read_page(page).title),
        file=lambda content: content.message("pack.file_slides", page=page),
    )


def _slide_makers(read: Callable[[Content], Deck]) -> Mapping[str, Callable[[Content], bytes]]:
    return {
        "pptx": lambda content: slides_pptx(content, read(content)),
        "pdf": lambda content: slides_pdf(content, read(content)),
    }


def _document(name: str, folder: str) -> PackFile:
    make = DOCUMENTS[name]
    return PackFile(
        folder=folder,
        makers={
            "docx": lambda content: document_word(content, make(content)),
            "pdf": lambda content: document_pdf(content, make(content)),
        },
        **_named(name),
    )


def _worksheet(name: str) -> PackFile:
    def label(content: Content) -> str:
        title = next(one.title for one in content.exercises if one.id == name)
        return content.message("pack.label_worksheet", title=title)

    return PackFile(
        folder="sheets",
        makers={"pdf": lambda content: make_worksheet(content, name)},
        label=label,
        file=lambda content: content.message("pack.file_worksheet", name=name),
    )


def _named(name: str) -> dict[str, Callable[[Content], str]]:
    def say(content: Content, part: str) -> str:
        return content.message(f"pack.{part}_{name.replace('-', '_')}")

    return {part: partial(say, part=part) for part in ("label", "file")}


_FOLDERS: Final = {
    "workbook": ("workbook",),
    "letters": ("invitation-parents", "reminder-parents", "invitation-team", "privacy"),
    "cards": (
        "model",
        "step-card-45",
        "step-card-2",
        "walk-card",
        "plan-card",
        "name-cards",
        "poster",
        "examples",
    ),
    "forms": ("measure", "evaluation"),
}

PACK: Final[Mapping[str, PackFile]] = MappingProxyType(
    {f"slides-{page}": _slides(page) for page in DECKS}
    | {"slides-short": PackFile("slides", _slide_makers(read_short_deck), **_named("slides-short"))}
    | {name: _document(name, folder) for folder, names in _FOLDERS.items() for name in names}
    | {f"worksheet-{name}": _worksheet(name) for name in WORKSHEETS}
    | {
        "answer-sheet": PackFile(
            "sheets",
            {"pdf": lambda content: make_handout(Handout(content, _SCAN))},
            **_named("answer-sheet"),
        ),
        "answer-workbook": PackFile(
            "sheets",
            {"xlsx": lambda content: empty_sheet_xlsx(content, _SCAN)},
            **_named("answer-workbook"),
        ),
    }
)
"""Every file of the pack, by its id."""

_INVITING: Final = ("invitation-parents", "reminder-parents", "invitation-team", "privacy")
_MEASURING: Final = ("answer-sheet", "answer-workbook", "poster")
_ASKING: Final = ("measure", "evaluation")

KITS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "workshop-45-minuten": (
            "slides-workshop-45-minuten",
            "model",
            "step-card-45",
            "worksheet-partnerschappen",
            "evaluation",
        ),
        "workshop-2-uur": (
            "slides-workshop-2-uur",
            "workbook",
            "model",
            "step-card-2",
            "name-cards",
            *_MEASURING,
            *_INVITING,
            "examples",
            *_ASKING,
        ),
        "workshop-online": (
            "slides-workshop-online",
            "workbook",
            "model",
            "step-card-2",
            "answer-sheet",
            "answer-workbook",
            *_INVITING,
            *_ASKING,
        ),
        "workshop-reeks": (
            "slides-workshop-reeks",
            "workbook",
            "model",
            "step-card-2",
            "walk-card",
            "name-cards",
            *_MEASURING,
            *_INVITING,
            *_ASKING,
        ),
        "workshop-dag": (
            "slides-workshop-dag",
            "workbook",
            "model",
            "walk-card",
            "plan-card",
            "name-cards",
            "worksheet-ouderbril",
            "worksheet-visie",
            "examples",
            *_MEASURING,
            *_INVITING,
            *_ASKING,
        ),
        "lezing": ("slides-lezing", "evaluation"),
        "morgen": ("slides-short", "model", "step-card-2"),
        ALL: tuple(PACK),
    }
)
"""What each meeting needs, by its page; ``morgen`` is for who has prepared nothing, and `ALL` is
everything."""


def pack_file_name(content: Content, name: str, suffix: str) -> str:
    """Return the name of a file of the pack, or of the zip of a kit."""
    if name == ALL:
        return f"{content.message('pack.file_all')}.zip"
    if name in KITS:
        return f"{content.message('pack.file_kit', name=name)}.zip"
    return f"{PACK[name].file(content)}.{suffix}"


Made = Mapping[tuple[str, str], bytes]
"""Files of the pack, by id and suffix."""


def make_files(content: Content, names: Iterable[str] = PACK) -> Made:
    """Make files of the pack by their ids, each with every suffix.

    Raises
    ------
    CoursePageError
        When a page lacks what a file is made from.
    """
    return {
        (name, suffix): make(content)
        for name in names
        for suffix, make in PACK[name].makers.items()
    }


def make_kit(content: Content, name: str, made: Made | None = None) -> bytes:
    """Make a zip of the files of a kit, a folder a kind; the same files give the same bytes.

    Parameters
    ----------
    name
        One of `KITS`.
    made
        Files that are there already, among them those of the kit; without it they are made.

    Raises
    ------
    CoursePageError
        When a page lacks what a file is made from.
    """
    names = KITS[name]
    made = make_files(content, names) if made is None else made
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in names:
            folder = content.message(f"pack.folder_{PACK[one].folder}")
            for suffix in PACK[one].makers:
                inside = f"{folder}/{pack_file_name(content, one, suffix)}"
                entry = zipfile.ZipInfo(inside, EARLIEST)
                archive.writestr(entry, made[one, suffix], zipfile.ZIP_DEFLATED)
    return packed.getvalue()
