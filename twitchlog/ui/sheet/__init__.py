"""The parts of the page for the doctor in the window."""
