"""Reviewing proposed corrections: what a person sees of each, on a page, a server or a terminal."""
