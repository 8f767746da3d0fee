"""TEI against a schema and its rules, with messages that say what is expected; and the making of the schema."""
