"""The diary file: the only SQL."""
