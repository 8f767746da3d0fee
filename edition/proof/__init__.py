"""The proof, in parts: it knows the TEI and the source and nothing else of this package (stdlib only)."""
