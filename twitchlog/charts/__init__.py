"""Drawing: colours, figures and the outline of the body."""
