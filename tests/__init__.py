"""The tests: units, rules, invalid sites, properties, architecture."""
