"""What the person chose in Settings, and the cards to choose it."""
