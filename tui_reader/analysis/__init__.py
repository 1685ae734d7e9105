"""From a document to an article: pure functions that do no I/O, read no clock and see one document only.

`pipeline.analyse` does the whole; this package imports nothing by itself, for the reader paints before it analyses.
"""
