"""Text as such: sentences, tokens, dates, the language it is in."""
