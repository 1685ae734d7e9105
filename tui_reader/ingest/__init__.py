"""Bytes to documents: where inputs come from, and how their bytes become text."""
