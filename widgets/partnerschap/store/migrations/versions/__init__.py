"""One module a step; the newest is named in `partnerschap.store.migrating`."""
