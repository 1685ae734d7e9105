"""What fills the terminal: the reader, and the help over it."""
