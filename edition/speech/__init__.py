"""Quoted speech: which words are spoken, by whom, and which quotation marks the printer forgot."""
