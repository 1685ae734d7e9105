"""Articles as others read them: JSON, plain text, citations."""
