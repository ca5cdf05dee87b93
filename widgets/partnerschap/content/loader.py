"""Read ``exercises/content`` into a `Content`, or say which file, id and field is wrong."""

import hashlib
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError

from partnerschap.content.base import DEFAULT_LANGUAGE, Text
from partnerschap.content.coverage import Covered
from partnerschap.content.faults import ContentError, Fault
from partnerschap.content.learning import ExpectationSet, Route, Sorting
from partnerschap.content.models import (
    Action,
    ActionFile,
    Area,
    Content,
    Exercise,
    Instrument,
    Item,
    Retired,
    RoleWords,
    Scales,
    Sector,
    Source,
    Tip,
)
from partnerschap.content.policy import Policy
from partnerschap.content.practice import Case, CourseModule, Question, Quiz, Vision, WorkshopStep
from partnerschap.content.strict_yaml import DuplicateKeyError, StrictLoader
from partnerschap.locations import CONTENT

_LISTS: dict[str, Any] = {
    "instruments": Instrument,
    "areas": Area,
    "roles": RoleWords,
    "sectors": Sector,
    "sources": Source,
    "tips": Tip,
    "items": Item,
    "exercises": Exercise,
    "expectations": ExpectationSet,
    "walk": Route,
    "modules": CourseModule,
    "workshop": WorkshopStep,
    "coverage": Covered,
}
"""Files that hold one list under a key of their own name."""

_WHOLES: dict[str, Any] = {
    "scales": Scales,
    "activities": Sorting,
    "vision": Vision,
    "policy": Policy,
    "retired": Retired,
}
"""Files that hold one model."""

_MEASURED = ("instruments.yml", "areas.yml", "scales.yml", "tips.yml", "items.yml")
"""Files that, with those of actions, change what a scan measures or advises, and so its version."""


class _UnreadableError(Exception):
    """A file could not be read; the reader has noted the fault."""


class _Reader:
    """Reads and validates the files of one folder and collects what is wrong with them."""

    def __init__(self, directory: Path, language: str) -> None:
        self.faults: list[Fault] = []
        self._directory = directory
        self._language = language
        self._parsed: dict[str, Any] = {}

    def entries(self, file: str, key: str, model: Any) -> tuple[Any, ...]:
        """Return the list of a file, validated."""
        try:
            raw = self._parse(file)
        except _UnreadableError:
            return ()
        entries = raw.get(key) if isinstance(raw, dict) else None
        if not isinstance(entries, list) or set(raw) != {key}:
            self._fault(file, "not_one_list", key=key)
            return ()
        return tuple(
            self._validated(file, _name(entry, index), entry, model)
            for index, entry in enumerate(entries)
        )

    def whole(self, file: str, model: Any) -> Any:
        """Return a file as one model."""
        try:
            return self._validated(file, "", self._parse(file), model)
        except _UnreadableError:
            return None

    def quizzes(self) -> tuple[Quiz, ...]:
        """Return the check questions of the modules that have them, a file each."""
        return tuple(
            Quiz.model_construct(id=page, questions=questions)
            for page, questions in self._folder("quizzes", "questions", Question).items()
        )

    def cases(self) -> tuple[Case, ...]:
        """Return the practice conversations, a file each, whose name is the id."""
        paths = sorted((self._directory / "cases").glob("*.yml"))
        if not paths:
            self._fault("cases", "file_missing")
        return tuple(self._case(path.stem) for path in paths)

    def _case(self, case_id: str) -> Any:
        file = f"cases/{case_id}.yml"
        try:
            raw = self._parse(file)
        except _UnreadableError:
            return None
        if not isinstance(raw, dict):
            self._fault(file, "not_a_mapping")
            return None
        if "id" in raw:
            self.faults.append(Fault.of((file, case_id, "id"), "extra_forbidden"))
        return self._validated(file, case_id, {**raw, "id": case_id}, Case)

    def action_files(self) -> tuple[ActionFile, ...]:
        """Return the actions, a file an area."""
        found = self._folder("actions", "actions", Action)
        if not found:
            self._fault("actions", "file_missing")
        return tuple(
            ActionFile.model_construct(id=area, actions=actions) for area, actions in found.items()
        )

    def messages(self) -> dict[str, str]:
        """Join the catalogue's files; each holds the ids that start with its own name."""
        catalogue: dict[str, str] = {}
        for path in sorted((self._directory / "messages").glob("*.yml")):
            file = f"messages/{path.name}"
            try:
                raw = self._parse(file)
            except _UnreadableError:
                continue
            if not isinstance(raw, dict):
                self._fault(file, "not_a_mapping")
                continue
            for key, marked in raw.items():
                text = self._validated(file, str(key), marked, Text)
                if text is not None:
                    catalogue[f"{path.stem}.{key}"] = text
        if not catalogue:
            self._fault("messages", "file_missing")
        return catalogue

    def version(self) -> str:
        """Identify what is measured: the same after a change of comments or layout."""
        files = [*_MEASURED, *(file for file in self._parsed if file.startswith("actions/"))]
        measured = json.dumps([self._parsed[file] for file in files], sort_keys=True)
        return hashlib.sha256(measured.encode()).hexdigest()[:12]

    def _folder(self, folder: str, key: str, model: Any) -> dict[str, tuple[Any, ...]]:
        """Return the lists of a folder by the names of their files."""
        paths = sorted((self._directory / folder).glob("*.yml"))
        return {path.stem: self.entries(f"{folder}/{path.name}", key, model) for path in paths}

    def _fault(self, file: str, reason: str, **values: object) -> None:
        self.faults.append(Fault.of((file, "", ""), reason, **values))

    def _parse(self, file: str) -> Any:
        try:
            # Windows editors may put a byte order mark in front.
            text = (self._directory / file).read_bytes().decode("utf-8-sig")
            parsed = yaml.load(text, Loader=StrictLoader)  # noqa: S506 - a safe loader
        except FileNotFoundError:
            self._fault(file, "file_missing")
        except OSError as error:
            self._fault(file, "file_unreadable", problem=error)
        except UnicodeDecodeError:
            self._fault(file, "not_utf8")
        except DuplicateKeyError as error:
            self._fault(file, "duplicate_key", key=error.key, line=error.line)
        except (yaml.YAMLError, ValueError) as error:
            mark = getattr(error, "problem_mark", None)
            line = mark.line + 1 if mark else "?"
            problem = getattr(error, "problem", None) or error
            self._fault(file, "not_yaml", line=line, problem=problem)
        else:
            self._parsed[file] = parsed
            return parsed
        raise _UnreadableError

    def _validated(self, file: str, label: str, raw: Any, model: Any) -> Any:
        try:
            return _adapter(model).validate_python(raw, context={"language": self._language})
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                field = ".".join(_path(raw, detail["loc"]))
                given = detail["input"]
                values = {
                    "value": "" if given is None or isinstance(given, dict | list) else given,
                    "problem": detail["msg"],
                    **_bounds(detail.get("ctx", {})),
                }
                self.faults.append(Fault.of((file, label, field), detail["type"], **values))
            return None


@cache
def _adapter(model: Any) -> TypeAdapter[Any]:
    """Make the validator of a model once; that takes longer than to use it."""
    return TypeAdapter(model)


def _name(entry: Any, index: int) -> str:
    """Name an entry of a list by its id, or by its place for who counts from one."""
    named = entry.get("id") if isinstance(entry, dict) else None
    return f"#{index + 1}" if named is None else str(named)


def _path(raw: Any, location: tuple[int | str, ...]) -> Iterator[str]:
    for place, step in enumerate(location, start=1):
        inside = isinstance(raw, dict | list)
        if place < len(location) and isinstance(raw, dict) and step not in raw:
            continue  # the name of one of several models, which is no step in the file
        try:
            found = raw[step] if inside else None
        except LookupError:
            found = None
        yield _name(found, step) if isinstance(step, int) else step
        raw = found


def _bounds(context: dict[str, Any]) -> dict[str, object]:
    """Return what was allowed, without the English around it."""
    limits = [context[key] for key in ("ge", "min_length", "max_length") if key in context]
    expected = str(context.get("expected", "")).replace(" or ", ", ").replace("'", "")
    return {"limit": limits[0] if limits else "", "expected": expected}


def read(directory: Path = CONTENT, language: str = DEFAULT_LANGUAGE) -> Content:
    """Read and validate the content as it stands on disk now; see `load`."""
    reader = _Reader(directory, language)
    found: dict[str, Any] = {
        name: reader.entries(f"{name}.yml", name, model) for name, model in _LISTS.items()
    }
    found |= {name: reader.whole(f"{name}.yml", model) for name, model in _WHOLES.items()}
    found["action_files"] = reader.action_files()
    found["cases"] = reader.cases()
    found["quizzes"] = reader.quizzes()
    found["messages"] = reader.messages()
    if reader.faults:
        raise ContentError(reader.faults)
    return Content.model_construct(None, version=reader.version(), language=language, **found)


@cache
def load(directory: Path = CONTENT, language: str = DEFAULT_LANGUAGE) -> Content:
    """Read and validate the content, once in a process.

    Parameters
    ----------
    directory
        Folder with the ``.yml`` files.
    language
        Language of the texts to take.

    Raises
    ------
    ContentError
        When a file is missing, is no YAML, or does not fit the models.
    """
    return read(directory, language)


def read_messages(directory: Path = CONTENT, language: str = DEFAULT_LANGUAGE) -> dict[str, str]:
    """Return the messages that can be read, even when the rest of the content is broken."""
    return _Reader(directory, language).messages()
