"""What every kernel is told, forked or not."""

from typing import Final

QUIETLY: Final = (
    "--HistoryManager.enabled=False",
    "--log-level=ERROR",
    "--IPKernelApp.extensions=ipywidgets",  # which a forked kernel has imported without it
    # Remembers no signatures: a page may send the same twice, and each time filled the log.
    "--Session.digest_history_size=0",
    "--IPKernelApp.capture_fd_output=False",  # two threads, for output that is not Python's
)
"""Options of every kernel: no history file, and no word unless something is wrong."""
