"""The teiHeader: facts found and told, and what was done, as archives ask for them."""
