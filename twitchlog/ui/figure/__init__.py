"""The drawn body in the window: seen, clicked, typed to and heard."""
