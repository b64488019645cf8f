"""What can be read from a diary: flags, triggers, series; pure functions of plain values."""
