"""A private desktop diary for people whose muscles twitch."""
