"""What the reader did, kept between sessions in one SQLite file; `schema`, `connection` and `status` alone know SQL."""
