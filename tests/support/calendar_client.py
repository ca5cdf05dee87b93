"""A calendar that takes in files as RFC 5545 and 5546 say, and a reader that checks each file.

The reader is written from the RFCs alone, and shares no code with what makes the files.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

Lines = list[tuple[str, str, str]]
"""Name, parameters and value of each line."""

LONGEST_LINE = 75  # octets
MOST = 2**31 - 1
MOMENT = re.compile(r"\d{8}T\d{6}Z")
ONCE = (
    "UID",
    "DTSTAMP",
    "SEQUENCE",
    "LAST-MODIFIED",
    "SUMMARY",
    "DTSTART",
    "DTEND",
    "TRANSP",
    "STATUS",
)


@dataclass
class Entry:
    """One entry of a calendar.

    Attributes
    ----------
    said
        Everything that a person sees of it.
    """

    sequence: int
    modified: datetime
    stamp: datetime
    cancelled: bool
    day: date
    summary: str
    alarms: list[str]
    said: Lines


@dataclass
class CalendarClient:
    """Keeps entries by their UID, takes the newest revision, and hides what was cancelled."""

    entries: dict[str, Entry] = field(default_factory=dict)

    def take(self, data: bytes) -> None:
        """Import a file; a revision that is not newer may change nothing that is seen."""
        for uid, found in read_calendar(data).items():
            known = self.entries.get(uid)
            if known is not None:
                assert found.sequence >= known.sequence, f"{uid} goes back"
                assert found.modified >= known.modified
                if found.said != known.said:
                    assert found.sequence > known.sequence, f"{uid} changed unseen"
                    assert found.modified > known.modified
            if known is None or found.sequence > known.sequence:
                self.entries[uid] = found

    @property
    def shown(self) -> Counter[tuple[date, str]]:
        """What a person sees."""
        return Counter((one.day, one.summary) for one in self.entries.values() if not one.cancelled)


def read_calendar(data: bytes) -> dict[str, Entry]:
    """Read a calendar by UID, and check it by the rules of RFC 5545."""
    assert data.endswith(b"\r\n")
    physical = data.split(b"\r\n")[:-1]
    for line in physical:
        assert line, "no empty line"
        assert not {b"\r", b"\n"} & {line[place : place + 1] for place in range(len(line))}
        assert len(line) <= LONGEST_LINE
    unfolded = data.replace(b"\r\n ", b"").replace(b"\r\n\t", b"").decode()
    lines = [parsed(line) for line in unfolded.split("\r\n")[:-1]]
    assert lines[0] == ("BEGIN", "", "VCALENDAR")
    assert lines[-1] == ("END", "", "VCALENDAR")
    first = next(place for place, line in enumerate(lines) if line == ("BEGIN", "", "VEVENT"))
    names = [name for name, _, _ in lines[1:first]]
    assert names.count("PRODID") == names.count("VERSION") == names.count("METHOD") == 1
    assert ("VERSION", "", "2.0") in lines
    found: dict[str, Entry] = {}
    rest = lines[first:-1]
    while rest:
        assert rest[0] == ("BEGIN", "", "VEVENT")
        end = rest.index(("END", "", "VEVENT"))
        uid, entry = event(rest[1:end])
        assert uid not in found, "one revision of an entry a file"
        found[uid] = entry
        rest = rest[end + 1 :]
    assert found, "a calendar holds at least one component"
    return found


def parsed(line: str) -> tuple[str, str, str]:
    """Take a line apart; no parameter of these files has a colon in it."""
    whole = re.fullmatch(r"([A-Z-]+)((?:;[A-Z-]+=[^:;]+)*):(.*)", line)
    assert whole, line
    assert not re.search(r"[\x00-\x08\x0a-\x1f\x7f]", line)
    return whole[1], whole[2], whole[3]


def event(lines: Lines) -> tuple[str, Entry]:
    """Check one VEVENT, an all-day one."""
    own: Lines = []
    alarms: list[Lines] = []
    inside: Lines | None = None
    for line in lines:
        if line == ("BEGIN", "", "VALARM"):
            inside = []
        elif line == ("END", "", "VALARM"):
            assert inside is not None
            alarms.append(inside)
            inside = None
        else:
            (own if inside is None else inside).append(line)
    assert inside is None
    names = Counter(name for name, _, _ in own)
    assert all(names[name] == 1 for name in ONCE), names
    assert not set(names) - {*ONCE, "DESCRIPTION"}
    assert names["DESCRIPTION"] <= 1
    values = {name: value for name, _, value in own}
    parameters = {name: given for name, given, _ in own}
    assert parameters["DTSTART"] == parameters["DTEND"] == ";VALUE=DATE"
    start, end = (day_of(values[name]) for name in ("DTSTART", "DTEND"))
    assert end == start + timedelta(days=1), "the end is not in the entry any more"
    assert values["STATUS"] in {"CONFIRMED", "CANCELLED"}
    assert values["TRANSP"] in {"OPAQUE", "TRANSPARENT"}
    assert 0 <= int(values["SEQUENCE"]) <= MOST
    stamp, modified = (moment(values[name]) for name in ("DTSTAMP", "LAST-MODIFIED"))
    assert modified <= stamp
    assert len(values["UID"]) <= 255
    for alarm in alarms:
        assert sorted(name for name, _, _ in alarm) == ["ACTION", "DESCRIPTION", "TRIGGER"]
        assert ("ACTION", "", "DISPLAY") in alarm
    cancelled = values["STATUS"] == "CANCELLED"
    assert not (cancelled and alarms), "nobody is reminded of what is off"
    return values["UID"], Entry(
        sequence=int(values["SEQUENCE"]),
        modified=modified,
        stamp=stamp,
        cancelled=cancelled,
        day=start,
        summary=plain(values["SUMMARY"]),
        alarms=[value for alarm in alarms for name, _, value in alarm if name == "TRIGGER"],
        said=[
            line
            for line in (*own, *(line for alarm in alarms for line in alarm))
            if line[0] not in {"DTSTAMP", "LAST-MODIFIED", "SEQUENCE"}
        ],
    )


def day_of(value: str) -> date:
    """Read a DATE."""
    assert re.fullmatch(r"\d{8}", value)
    return date.fromisoformat(value)


def moment(value: str) -> datetime:
    """Read a DATE-TIME in UTC."""
    assert MOMENT.fullmatch(value)
    return datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


def plain(value: str) -> str:
    """Read a TEXT."""
    assert not re.search(r"(?<!\\)(?:\\\\)*[,;]", value)
    return re.sub(r"\\([\\;,Nn])", lambda found: "\n" if found[1] in "Nn" else found[1], value)
