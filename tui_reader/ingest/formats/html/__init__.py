"""Web pages: the visible text, what the markup says of it, where the article stands, and what the page declares."""
