"""Quotations and embedded posts, and who said them."""
