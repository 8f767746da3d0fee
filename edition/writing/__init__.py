"""The spans of a document as TEI."""
