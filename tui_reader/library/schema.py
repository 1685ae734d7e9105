"""The tables of the library file, and the migrations that make them.

Tables
------
status      One row an article the reader did something with: whether it was read and starred, the raw offset where
            it was left, whether its raw text was shown. Found by `document` (the id of its text), else by `path`
            (absolute) or `url`, with `record`.
correction  Blocks that the reader put back into an article or took out of it: the block's words, which of the
            blocks with these words it is, and whether it is kept.
setting     How the screen was left: a name and a JSON value.

`application_id` says that the file is ours, `user_version` how many migrations it has seen. Articles and their search
index will be tables beside these; statuses do not refer to them, so that making them anew loses nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

APPLICATION_ID = int.from_bytes(b"tuir")

Migration = Sequence[str]
MIGRATIONS: Sequence[Migration] = (
    (
        """CREATE TABLE status (
            key INTEGER PRIMARY KEY,
            document TEXT UNIQUE,
            path TEXT,
            record INTEGER,
            url TEXT,
            read INTEGER,
            starred INTEGER,
            place INTEGER,
            raw INTEGER
        ) STRICT""",
        "CREATE INDEX status_path ON status (path, record)",
        "CREATE INDEX status_url ON status (url, record)",
        """CREATE TABLE correction (
            status INTEGER NOT NULL REFERENCES status (key) ON DELETE CASCADE,
            words TEXT NOT NULL,
            ordinal INTEGER NOT NULL,
            kept INTEGER NOT NULL,
            PRIMARY KEY (status, words, ordinal)
        ) STRICT, WITHOUT ROWID""",
        "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    ),
)
