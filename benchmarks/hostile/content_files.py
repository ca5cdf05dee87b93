"""Content files that somebody spoiled: told in sentences, and nothing in them is carried out."""

import contextlib
import random
import shutil
import signal
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from hostile.row import Row, Size, mutated, told
from partnerschap.content import check, read_messages, render_fault
from partnerschap.locations import CONTENT

FILES = 514
_MOST_SECONDS = 20


def content_files(size: Size) -> Iterator[Row]:
    """Spoil one file of the content at a time, and check all of it."""
    draw, outcomes, tried = size.draw(), Counter[str](), 0
    messages = read_messages()
    with tempfile.TemporaryDirectory() as folder:
        copy, proof = Path(folder) / "content", Path(folder) / "it-ran"
        shutil.copytree(CONTENT, copy)
        files = sorted(copy.rglob("*.yml"))
        for number in size.rounds(FILES):
            file = files[number % len(files)]
            before = file.read_bytes()
            file.write_bytes(_spoiled(before, draw, _hostile(proof)))
            try:
                with _in_time():
                    found = [render_fault(fault, messages) for fault in check(copy)]
            except Exception as error:  # noqa: BLE001 - what is looked for
                outcomes[f"UNCAUGHT {error!r} in {file.name}"] += 1
            else:
                outcomes["told" if found else "nothing to tell"] += 1
            file.write_bytes(before)
            tried = number + 1
        ran = proof.exists()
    wrong = [name for name in outcomes if name.startswith("UNCAUGHT")]
    happened = f"{told(outcomes)}; code ran: {'YES' if ran else 'no'}"
    yield Row("content files", f"{tried} spoiled YAML files", happened, not (wrong or ran))


def _hostile(proof: Path) -> tuple[bytes, ...]:
    run = f"touch {proof}"
    texts = [
        f'!!python/object/apply:os.system ["{run}"]',
        f'!!python/object/new:os.system ["{run}"]',
        f"!!python/object/apply:subprocess.check_output [[touch, {proof}]]",
        "!!python/name:os.system ",
        "!!binary aGFsbG8= ",
        "\n<<: *a\n",
        "\n? [a, b]\n: c\n",
        "\n? {a: b}\n: c\n",
        "2026-02-30 ",
        "!!timestamp 2026-99-99 ",
        "!!int zeven ",
        "!!float x ",
        "!!set {a, b} ",
        "!!omap [a: 1] ",
        "&a [*a] ",
        "- &x [a]\n- *x\n",
        "0o999999999999999999999 ",
        "1" * 5000,
        "190:20:30:60:60 ",
        ".inf ",
        "{{nergens}} {",
        "\t",
        "\x00",
        "\ufeff",
        "\u202e",
        "%YAML 9.9\n---\n",
        "\n---\n",
        "\n...\n",
        "[" * 500,
        "{a: " * 500,
        "null: ",
        "~",
        "true: true\n",
        "*niet_daar ",
    ]
    return tuple(text.encode() for text in texts)


def _spoiled(data: bytes, draw: random.Random, hostile: tuple[bytes, ...]) -> bytes:
    """Put something hostile where a value, a key or an entry stands; or change bytes."""
    if draw.random() < 0.4:  # noqa: PLR2004
        return mutated(draw, data, hostile)
    lines = data.split(b"\n")
    places = [at for at, line in enumerate(lines) if b":" in line and not line.startswith(b"#")]
    for place in draw.sample(places, min(len(places), draw.randint(1, 2))):
        line, value = lines[place], draw.choice(hostile)
        key, _, rest = line.partition(b":")
        indent = line[: len(line) - len(line.lstrip())]
        lines[place] = draw.choice(
            (
                key + b": " + value,
                indent + value + b":" + rest,
                line + b"\n" + indent + value,
                b"",
                line + b"\n" + line,
                indent + b" " + line,
            )
        )
    if draw.random() < 0.1:  # noqa: PLR2004 - a thousand million entries out of nine lines
        rows = [b"a0: &a0 [x,x,x,x,x,x,x,x,x,x]"]
        rows += [
            b"a%d: &a%d [%s]" % (n, n, b",".join([b"*a%d" % (n - 1)] * 10)) for n in range(1, 9)
        ]
        lines += rows
    return b"\n".join(lines)


@contextlib.contextmanager
def _in_time() -> Iterator[None]:
    """Raise when the check hangs."""

    def late(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(_MOST_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
