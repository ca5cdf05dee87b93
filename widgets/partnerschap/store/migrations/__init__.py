"""Migrations of the schema, which `partnerschap.store.migrating` runs."""
