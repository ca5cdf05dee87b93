"""The wheel works in an empty environment, from an empty folder."""

import os
import re
import subprocess
import sys
import urllib.request
from pathlib import Path

ROOT = Path(__file__).parents[2]
UV = str(Path(sys.executable).parent / "uv")


def test_an_installed_wheel_serves_the_book_from_an_empty_folder(tmp_path: Path) -> None:
    """Dependencies come from the lock file and, where uv has them, from its cache."""
    dist, home, empty = tmp_path / "dist", tmp_path / "home", tmp_path / "empty"
    empty.mkdir()
    run("build", "--wheel", "--out-dir", str(dist))
    wheel = next(dist.glob("*.whl"))
    environment = tmp_path / "venv"
    run("venv", "--python", sys.executable, str(environment))
    locked = tmp_path / "locked.txt"
    run("export", "--frozen", "--no-dev", "--no-emit-project", "--quiet", "-o", str(locked))
    python = environment / ("Scripts" if os.name == "nt" else "bin") / "python"
    run("pip", "install", "--quiet", "--python", str(python), "-r", str(locked), str(wheel))

    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "VIRTUAL_ENV", "PARTNERSCHAP"))
    }
    clean |= {"XDG_CACHE_HOME": str(home / "cache"), "HOME": str(home)}
    command = [str(python.with_name("partnerschap")), "serve", "--port", "0", "--no-browser"]
    with subprocess.Popen(
        command, cwd=empty, env=clean, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        said = ""
        for line in process.stderr:
            said += line
            if address := re.search(r"http://127\S+/", line):
                break
        else:
            raise AssertionError(said)
        try:
            for path, expected in {
                "": b"",
                "teamscan.html": b"iframe",
                "voila/render/teamscan.ipynb": b'id="state"',
                "partnerschap/ui/0123456789abcdef/qr-decoder.js": b"decodeQR",
            }.items():
                with urllib.request.urlopen(  # noqa: S310 - our own server
                    address.group() + path, timeout=120
                ) as answer:
                    assert expected in answer.read()
        finally:
            process.terminate()
    assert list(empty.iterdir()) == []


def run(*arguments: str) -> None:
    done = subprocess.run([UV, *arguments], cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
