"""The parts of Today: one draft and three ways to fill it, the day's check-in, the day so far."""
