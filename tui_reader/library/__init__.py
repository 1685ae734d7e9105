"""What the reader did, kept between sessions: `store` is the file, `memory` finds in it, `writer` writes to it."""
