"""What is told about the texts: edition.toml, NAME.toml, persons.toml, read and checked."""
