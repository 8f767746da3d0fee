"""Handing the TEI to other archives: a table of recipients, one stylesheet for each, and what each asks for."""
