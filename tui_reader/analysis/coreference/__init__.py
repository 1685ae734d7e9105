"""Which person or body a mention means."""
