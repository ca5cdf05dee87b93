"""The arrows between the folders of the front end, its sheets, and how large a file may be."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from front_end import ROOT, WEB, imports_of, sheets_of, sources_of

ROOMS = ("lib", "controls", "writing", "questionnaire", "results", "plan", "exercises")
"""Each imports from itself and from those before it."""

PROTOCOL = "protocol.ts"
"""Generated from Python; everybody may know what is said to the kernel."""

MODULES = {".ts", ".tsx", ".js", ".mjs"}
SOURCES = {*MODULES, ".py", ".css", ".typ"}
LONGEST_MODULE = 300
LONGEST_STYLE = 400
MOST_FILES = 20

# Today's exceptions. Each is to go, and its line with it: a line too many fails as well.
WRONG_ARROWS: set[tuple[str, str]] = set()
TOO_LONG: set[str] = set()
TOO_FULL: set[str] = set()


def modules() -> list[Path]:
    return sorted(path for path in WEB.rglob("*") if path.suffix in MODULES)


def name_of(path: Path) -> str:
    return path.relative_to(WEB).as_posix()


def is_allowed(importer: str, imported: str) -> bool:
    """Tell whether one file of the front end may import another, by their paths in it."""
    if imported.endswith(".css") or imported == PROTOCOL:
        return True
    (here, *below), (there, *target) = importer.split("/"), imported.split("/")
    if here == there == "exercises":
        return below[0] == target[0]
    return ROOMS.index(there) <= ROOMS.index(here)


def test_arrows_go_one_way() -> None:
    arrows = {
        (name_of(module), name_of(imported))
        for module in modules()
        if module.parent != WEB  # scripts, and what is generated
        for imported in imports_of(module)
        if imported.is_relative_to(WEB)
    }
    assert {arrow for arrow in arrows if not is_allowed(*arrow)} == WRONG_ARROWS


@pytest.mark.parametrize(
    ("importer", "imported", "allowed"),
    [
        ("lib/app.tsx", "lib/words.ts", True),
        ("results/items.tsx", "controls/buttons.tsx", True),
        ("exercises/scan/index.tsx", "plan/step.tsx", True),
        ("exercises/scan/index.tsx", "exercises/scan/start.tsx", True),
        ("exercises/scan/index.tsx", "exercises/visie/text.tsx", False),
        ("lib/app.tsx", "controls/buttons.tsx", False),
        ("plan/step.tsx", "exercises/scan/start.tsx", False),
        ("results/items.tsx", "plan/step.tsx", False),
    ],
)
def test_which_arrows_are_allowed(importer: str, imported: str, *, allowed: bool) -> None:
    assert is_allowed(importer, imported) is allowed


def circles(arrows: dict[Path, set[Path]]) -> Iterator[list[Path]]:
    """Give each way of imports that ends where it began."""
    done: set[Path] = set()

    def walk(module: Path, way: list[Path]) -> Iterator[list[Path]]:
        if module in way:
            yield way[way.index(module) :]
        elif module not in done:
            for imported in sorted(arrows.get(module, ())):
                yield from walk(imported, [*way, module])
            done.add(module)

    for module in arrows:
        yield from walk(module, [])


def test_no_module_waits_for_itself() -> None:
    arrows = {module: set(imports_of(module, types=False)) for module in modules()}
    assert [list(map(name_of, circle)) for circle in circles(arrows)] == []


def test_a_circle_is_found() -> None:
    a, b, c = map(Path, "abc")
    assert list(circles({a: {b}, b: {c}, c: {b}})) == [[b, c]]


def sources() -> Iterator[Path]:
    """Give what people write, without what is built of it."""
    for folder in (ROOT / "widgets/partnerschap", ROOT / "book"):
        for path in sorted(folder.rglob("*")):
            parts = path.relative_to(folder).parts
            is_built = {"_build", "static"} & {*parts} or path == WEB / "protocol.ts"
            if path.suffix in SOURCES and not is_built:
                yield path


def test_no_file_is_longer_than_a_reader_keeps_in_mind() -> None:
    too_long = set()
    for path in sources():
        limit = LONGEST_STYLE if path.suffix == ".css" else LONGEST_MODULE
        if len(path.read_text(encoding="utf-8").splitlines()) > limit:
            too_long.add(path.relative_to(ROOT).as_posix())
    assert too_long == TOO_LONG


def test_no_folder_holds_more_files_than_a_reader_takes_in() -> None:
    inside: dict[Path, set[str]] = {}
    for path in sources():
        # A control and the sheet beside it are read as one.
        is_beside = path.suffix == ".css" and path.with_suffix(".tsx").is_file()
        name = path.with_suffix(".tsx").name if is_beside else path.name
        inside.setdefault(path.parent, set()).add(name)
    full = {folder for folder, files in inside.items() if len(files) > MOST_FILES}
    assert {folder.relative_to(ROOT).as_posix() for folder in full} == TOO_FULL


EXERCISES = sorted(folder.name for folder in (WEB / "exercises").iterdir())


def styled(sheets: Iterable[Path]) -> set[str]:
    """Give the classes that style sheets say something of."""
    codes = (re.sub(r"/\*.*?\*/", "", one.read_text("utf-8"), flags=re.DOTALL) for one in sheets)
    return {name for code in codes for name in re.findall(r"\.(ps-[\w-]+)", code)}


@cache
def written(exercise: str) -> set[str]:
    """Give the classes in the modules of an exercise; at least how each begins."""
    codes = [module.read_text("utf-8") for module in sources_of(exercise)]
    return {name for code in codes for name in re.findall(r"(?<![\w-])ps-[\w-]+", code)}


@pytest.mark.parametrize("exercise", EXERCISES)
def test_an_exercise_carries_the_styles_of_its_classes(exercise: str) -> None:
    own = WEB / "exercises"
    shared = styled(path for path in WEB.rglob("*.css") if not path.is_relative_to(own))
    assert written(exercise) & shared <= styled(sheets_of(exercise))


def test_no_exercise_styles_what_it_does_not_write() -> None:
    """Nor does a sheet that exercises share: one of them at least writes each class in it."""
    carried = {exercise: set(sheets_of(exercise)) for exercise in EXERCISES}
    unused = {
        (sheet.relative_to(ROOT).as_posix(), name)
        for sheet in WEB.rglob("*.css")
        for name in styled([sheet])
        if not any(
            sheet in carried[exercise] and is_written(name, written(exercise))
            for exercise in EXERCISES
        )
    }
    assert unused == set()


def is_written(name: str, classes: set[str]) -> bool:
    beginnings = tuple(one for one in classes if one.endswith("-"))
    return name in classes or name.startswith(beginnings)
