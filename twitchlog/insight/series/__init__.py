"""What the charts show: one file per chart, each a pure function from a diary to frozen numbers."""
