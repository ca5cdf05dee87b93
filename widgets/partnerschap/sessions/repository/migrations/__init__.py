"""Migrations of the schema, which `partnerschap.sessions.repository.migrating` runs."""
