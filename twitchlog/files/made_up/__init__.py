"""A made-up diary: seeded, the same on every machine, good enough to judge every page by."""
