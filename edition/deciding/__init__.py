"""Decisions on their way from a reviewer into the files beside the texts."""
