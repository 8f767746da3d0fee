"""Everything of a source in one go, and the only module that writes files (disk)."""
