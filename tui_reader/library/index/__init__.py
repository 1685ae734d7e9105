"""The index: articles with their analyses, to be searched. A cache, which may be deleted at any time."""
