"""What the widgets show, as values: pages, rows, lines."""
