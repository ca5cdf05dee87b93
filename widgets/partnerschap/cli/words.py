"""The words of the commands, from ``exercises/content/messages/cli.yml``.

They are read here and not by the content room, because the help need not wait for its models.
"""

from functools import cache

import yaml

from partnerschap.locations import CONTENT

_LANGUAGE = "nl"


@cache
def _catalogue() -> dict[str, str]:
    try:
        raw = yaml.load((CONTENT / "messages/cli.yml").read_bytes(), Loader=yaml.CSafeLoader)
        return {key: marked[_LANGUAGE].strip() for key, marked in raw.items()}
    except (OSError, UnicodeDecodeError, yaml.YAMLError, AttributeError, LookupError, TypeError):
        # Somebody is editing this very file, and `check` must be able to say what is wrong.
        return {}


def words(key: str, /, **values: object) -> str:
    """Fill in a message of the catalogue, or return its id where the file is broken."""
    text = _catalogue().get(key, key)
    try:
        return text.format(**values)
    except (LookupError, ValueError, AttributeError):
        return text
