"""The panes of the reader, each a line-API widget."""
