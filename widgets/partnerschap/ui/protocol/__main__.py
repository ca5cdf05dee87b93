"""Print the protocol as JSON, for ``ui/web/protocol.mjs``."""

import json
import sys

from partnerschap.ui.protocol.schema import limits, protocol_schema

json.dump({"schema": protocol_schema(), "limits": limits()}, sys.stdout, ensure_ascii=False)
