"""Words that recognition misread: readings for them, each with its evidence and a probability that was measured."""
