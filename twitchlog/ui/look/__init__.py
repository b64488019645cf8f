"""How everything looks: colours, measures, labels, layouts, and how the keys move among them."""
