"""A mistake in the content, and how it is told to the person who edits the files."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One mistake in the content.

    `reason` is the id of a message under ``fault.`` and `values` fills it in, so that whoever
    shows the fault does so in the reader's language.
    """

    file: str
    id: str
    field: str
    reason: str
    values: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, place: tuple[str, str, str], reason: str, **values: object) -> "Fault":
        """Make a fault at a file, id and field."""
        return cls(*place, reason, tuple((name, str(value)) for name, value in values.items()))


class ContentError(Exception):
    """The content cannot be used; `faults` names each mistake."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{f.file}: {f.id} {f.field}: {f.reason}" for f in self.faults))


def unknown_references(
    place: tuple[str, str, str], ids: Iterable[str], known: Iterable[str], target: str
) -> Iterator[Fault]:
    """Find the ids that the file or list `target` does not have."""
    known = set(known)
    for missing in (one for one in ids if one not in known):
        yield Fault.of(place, "unknown_reference", value=missing, target=target)


def repeated_ids(file: str, owner: str, ids: Iterable[str], field: str = "id") -> Iterator[Fault]:
    """Find the ids that stand more than once, in a file or in its entry `owner`."""
    for twice, times in Counter(ids).items():
        if times > 1:
            yield Fault.of((file, owner or twice, field), "duplicate_id")


def repeated_texts(place: tuple[str, str, str], texts: Iterable[str]) -> Iterator[Fault]:
    """Find the answers that stand more than once in one place."""
    for twice, times in Counter(texts).items():
        if times > 1:
            yield Fault.of(place, "duplicate_answer", value=twice)


def render_fault(fault: Fault, messages: Mapping[str, str]) -> str:
    """Say in one line which file, id and field is wrong, and why.

    Parameters
    ----------
    fault
        What is wrong.
    messages
        A catalogue, see `read_messages`. It may be incomplete, because the catalogue itself may
        be what is wrong: without a message of its own a fault shows what the parser said.
    """
    values = dict(fault.values)
    values.setdefault("problem", fault.reason)
    for_other = messages.get("fault.other", "{problem}")
    try:
        *rest, last = values.get("expected", "").split(", ")
        if rest:
            values["expected"] = messages["fault.either"].format(rest=", ".join(rest), last=last)
        sentence = messages.get(f"fault.{fault.reason}", for_other).format_map(values)
    except (LookupError, ValueError, AttributeError):
        sentence = values["problem"]
    return ": ".join(part for part in (fault.file, fault.id, fault.field, sentence) if part)
