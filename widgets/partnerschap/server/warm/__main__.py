"""The fork server: ``python -m partnerschap.server.warm DESCRIPTOR``, started by `fork_server`."""

import socket
import sys

from partnerschap.server.warm.child import death_signal, run
from partnerschap.server.warm.forking import fork_on_request
from partnerschap.server.warm.preload import forget_content, preload


def main() -> None:
    """Load, say so, and fork until the server is gone."""
    control = socket.socket(fileno=int(sys.argv[1]))
    die_with_parent = death_signal()
    stamp, app = preload()
    try:
        control.send(b"warm")
    except ConnectionError:  # the server is gone already
        return
    start = fork_on_request(control)
    if start is not None:
        changed = not stamp.is_current()
        run(app, start, die_with_parent, forget=forget_content if changed else lambda: None)


if __name__ == "__main__":
    main()
