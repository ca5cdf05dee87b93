"""Which widgets and which front end understand each other."""

from typing import Final

from partnerschap import __version__

PROTOCOL: Final = 1
"""One more whenever what a page asks, is told or is given changes so that both sides must."""

VERSION: Final = f"{__version__}+{PROTOCOL}"
"""The build of the front end reads both numbers here, so that each side can tell the other's."""
