"""What the reader did, kept between sessions: `store` is the file, `memory` finds in it, `keeper` writes to it."""
