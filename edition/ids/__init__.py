"""Ids that were published stay with their passages for ever."""
