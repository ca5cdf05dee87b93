"""No module of the package waits for itself: there is no circle of imports."""

from graphlib import CycleError, TopologicalSorter

import grimp
import pytest


def circle(arrows: dict[str, set[str]]) -> list[str]:
    """Return the modules of a circle, if there is one."""
    try:
        TopologicalSorter(arrows).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found
    return []


def test_no_module_imports_itself_by_a_detour() -> None:
    graph = grimp.build_graph("partnerschap")  # what import-linter reads; imports in functions too
    assert (
        circle({one: graph.find_modules_directly_imported_by(one) for one in graph.modules}) == []
    )


@pytest.mark.parametrize(
    ("arrows", "is_circle"),
    [({"a": {"b"}, "b": {"c"}, "c": {"b"}}, True), ({"a": {"b", "c"}, "b": {"c"}}, False)],
)
def test_a_circle_is_found(arrows: dict[str, set[str]], *, is_circle: bool) -> None:
    assert bool(circle(arrows)) is is_circle
