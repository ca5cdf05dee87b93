"""``python -m partnerschap`` is the command ``partnerschap``."""

from partnerschap.cli import main

main()
