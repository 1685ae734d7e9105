"""The keys and the command palette."""
