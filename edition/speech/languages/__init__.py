"""The languages whose speech is read: a module each, named by its tag, with its words (see `edition.speech.language`).

English is the first: it is taken where nothing speaks for another.
"""

TAGS = ("en", "de", "fr")
