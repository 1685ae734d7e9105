"""The screen: Textual widgets over pure functions."""
