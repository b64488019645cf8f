"""The page for the doctor: what it says, and how it is put on paper."""
