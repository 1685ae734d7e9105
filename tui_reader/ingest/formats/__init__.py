"""The formats in which news arrives, one module each: bytes to documents. `registry` holds the table of them."""
