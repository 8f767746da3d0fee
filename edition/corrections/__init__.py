"""Corrections of the text: what the machine may correct by formal evidence, and what an editor decided."""
