"""Session codes that people type, and tokens that only a link or a browser holds."""

import hashlib
import re
import secrets
from typing import Final

ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without the look-alikes 0 and O, 1, I and L."""

CODE_LENGTH: Final = 6
TOKEN_BYTES: Final = 32
TOKEN_PATTERN: Final = r"^[A-Za-z0-9_-]{43}$"  # noqa: S105 - a form, no secret
"""256 bits in base64url, as `new_token` and the pages make them."""


def new_code() -> str:
    """Make a session's code, from the system's source of randomness."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def tidy_code(typed: str) -> str:
    """Return a code as somebody may have typed it, in capitals and without spaces or dashes."""
    return re.sub(r"[\s-]", "", typed).upper()


def is_code(text: str) -> bool:
    """Return whether a tidy text can be a code at all."""
    return len(text) == CODE_LENGTH and set(text) <= set(ALPHABET)


def new_token() -> str:
    """Make a secret of 256 bits."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def hash_token(token: str) -> str:
    """Return what is stored of a secret: a secret of 256 bits needs no salt or slow hash."""
    return hashlib.sha256(token.encode()).hexdigest()
