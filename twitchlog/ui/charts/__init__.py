"""Charts in cards, and what belongs to them."""
