"""Newspapers and magazines: articles with their headlines and credits, dispatches, letters to the editor."""

from edition.conventions.press.articles import ARTICLES
from edition.conventions.press.dispatches import DISPATCHES

PRESS = (ARTICLES, DISPATCHES)
