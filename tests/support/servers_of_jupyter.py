"""Jupyter's own servers, as somebody starts them who has nothing but the package and notebooks."""

import os
import re
import subprocess
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

JUPYTERLAB = [
    *("jupyterlab", "--no-browser", "--allow-root", "--ip=127.0.0.1", "--port=0"),
    "--IdentityProvider.token=",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",  # asks another host
]
"""It serves Notebook 7 as well, under ``/notebooks``."""
VOILA = ["voila", "--no-browser", "--Voila.ip=127.0.0.1"]


@contextmanager
def started(module: str, *options: str, folder: Path, home: Path) -> Iterator[str]:
    """Start a server of notebooks with no settings but these; gives its address, without a path.

    Parameters
    ----------
    folder
        Holds the notebooks.
    home
        For what Jupyter keeps of whoever uses it.
    """
    names = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
    own = {name: str(home / name.lower()) for name in names}
    with subprocess.Popen(
        [sys.executable, "-m", module, *options],
        cwd=folder,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | own,
    ) as process:
        try:
            assert process.stderr is not None
            said = ""
            for line in process.stderr:
                said += line
                if address := re.search(r"http://127\.0\.0\.1:\d+", line):
                    break
            else:
                raise AssertionError(f"{module} did not start: {said}")
            # What it says later must go somewhere, or it waits for a reader.
            rest = Thread(target=deque, args=(process.stderr, 0))
            rest.start()
            yield address.group()
        finally:
            process.terminate()
        rest.join()
