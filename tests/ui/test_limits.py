"""What a page retells of the kernel's rules is what the kernel holds it to.

What it may send is not retold: its bounds are generated (``LIMITS`` in ``protocol.ts``).
"""

import re

from front_end import constant, sources_of
from partnerschap.sessions import new_token
from partnerschap.sessions.codes import ALPHABET, CODE_LENGTH, TOKEN_BYTES, TOKEN_PATTERN


def test_a_page_makes_tokens_as_long_as_the_kernels() -> None:
    assert int(constant("meedoen", "TOKEN_BYTES")) == TOKEN_BYTES


def test_a_page_takes_the_codes_that_the_kernel_makes() -> None:
    pattern = constant("meedoen", "CODE").strip("/")
    assert pattern.endswith(f"{{{CODE_LENGTH}}}$")
    letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    allowed = {one for one in letters if re.fullmatch(pattern, one * CODE_LENGTH)}
    assert allowed == set(ALPHABET)


def test_a_page_takes_the_tokens_that_the_kernel_takes() -> None:
    token = new_token()
    assert re.fullmatch(TOKEN_PATTERN, token)
    assert re.fullmatch(constant("meedoen", "TOKEN").strip("/"), token)
    assert re.fullmatch(constant("workshop", "FORM").strip("/"), token)


def test_a_participants_page_asks_again_and_drops_no_answer() -> None:
    code = "".join(module.read_text(encoding="utf-8") for module in sources_of("meedoen"))
    (pattern,) = re.findall(r"/([^/\n]*storage_[^/\n]*)/\.test", code)
    assert re.fullmatch(pattern, "failed")
    assert re.fullmatch(pattern, "storage_busy")
    assert not re.fullmatch(pattern, "closed")
