"""Servers for people at this machine alone: the edition as it is built, and what every such server checks."""
