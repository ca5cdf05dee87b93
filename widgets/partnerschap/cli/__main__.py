"""Run the commands as ``python -m partnerschap.cli``."""

from partnerschap.cli import main

main()
