"""The application without a screen: what is open, in which order, what was read; imports neither Textual nor Rich."""
