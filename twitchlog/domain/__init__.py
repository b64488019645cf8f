"""What a diary is: values that cannot be impossible, and their codes."""
