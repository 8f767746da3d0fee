"""The habits of sources that are recognised, in the order in which they are applied."""
