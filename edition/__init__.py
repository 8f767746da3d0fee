"""Plain text in; proven, validated TEI P5 and reading editions out."""

__version__ = "0.1.0"
