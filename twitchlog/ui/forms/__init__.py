"""Forms and dialogs for records and files."""
