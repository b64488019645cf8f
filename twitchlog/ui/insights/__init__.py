"""The cards beside the pages, and the one question after numbness or weakness."""
