"""The commands, each a few lines over one function."""
