"""A YAML loader that lets no key pass that is given twice."""

from collections.abc import Hashable
from typing import Any

import yaml


class DuplicateKeyError(yaml.YAMLError):
    """A key of a mapping is given twice; `line` counts from 1."""

    def __init__(self, key: object, line: int) -> None:
        super().__init__(f"key {key!r} given twice")
        self.key = key
        self.line = line


class StrictLoader(yaml.CSafeLoader):
    """Refuses a key that is given twice, which YAML itself lets pass."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """Construct a mapping; raise `DuplicateKeyError` where a key stands twice."""
        if len(node.value) != len({(key.tag, str(key.value)) for key, _ in node.value}):
            self._refuse_second(node)
        return super().construct_mapping(node, deep=deep)

    def _refuse_second(self, node: yaml.MappingNode) -> None:
        seen: list[object] = []
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                raise DuplicateKeyError(key, key_node.start_mark.line + 1)
            seen.append(key)
