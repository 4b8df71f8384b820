"""One vocabulary for rules, database, screens, exchange and return. Slugs are those of the exchange format, version 1."""
