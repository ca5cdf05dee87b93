"""One module a step; the newest is named in `partnerschap.sessions.repository.migrating`."""
