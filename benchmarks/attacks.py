"""Attacks what a visitor reaches, and says of each attack what came of it.

Run with ``uv run python benchmarks/attacks.py`` on Linux, every night or before a release. It takes
an hour on two quiet processors. ``--only`` chooses checks, ``--share 0.1`` makes a tenth of the
attempts. What needs a server gets one of its own on loopback, with a database of its own;
PostgreSQL, nginx and Chromium are used where a check needs them, and a small disk takes root. It
ends with 1 when something does not hold.

Beside these the suite tries twenty thousand frames, odd JSON, the extremes of every field, the
isolation of pages, and SIGKILL of server, kernels and database (``tests/server``, ``tests/ui``).
"""

import argparse
import importlib
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path += [str(ROOT / "tests/support"), str(ROOT / "tests/browser")]

from hostile.row import Check, Size  # noqa: E402 - what the attacks use is found from here on

CHECKS = {
    "requests": "requests_of_pages:requests_of_pages",
    "codes": "answer_codes:answer_codes",
    "content": "content_files:content_files",
    "files": "files:files",
    "expressions": "expressions:expressions",
    "doors": "doors:doors",
    "csv": "sheets:csv_sheets",
    "workbooks": "sheets:workbooks",
    "traps": "sheets:traps",
    "slowest": "large_sheets:slowest",
    "scripts": "scripts_in_texts:scripts_in_texts",
    "sigterm": "stops:stops",
    "store": "stores:stores",
    "servers": "two_servers:two_servers",
}
"""Where each check is made."""


def main() -> int:
    """Make the attacks and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", choices=CHECKS, default=list(CHECKS), metavar="CHECK")
    parser.add_argument(
        "--share", type=float, default=1.0, help="part of the attempts, such as 0.1"
    )
    parser.add_argument(
        "--seconds", type=float, default=600.0, help="that a kind of attack may take"
    )
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    size, all_hold = Size(given.share, given.seed, given.seconds), True
    print("| check | tried | what happened | holds | s |\n|---|---|---|---|---|")
    for name in given.only:
        module, _, function = CHECKS[name].partition(":")
        make: Check = getattr(importlib.import_module(f"hostile.{module}"), function)
        start = time.monotonic()
        for row in make(size):
            took, start = time.monotonic() - start, time.monotonic()
            verdict = "yes" if row.holds else "**NO**"
            print(
                f"| {row.check} | {row.tried} | {row.happened} | {verdict} | {took:.0f} |",
                flush=True,
            )
            all_hold = all_hold and row.holds
    return 0 if all_hold else 1


if __name__ == "__main__":
    sys.exit(main())
