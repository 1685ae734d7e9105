"""The tables of the library file, and the migrations that make them.

Tables
------
status      One row an article the reader did something with: whether it was read and starred, the raw offset where
            it was left, whether its raw text was shown. Found by `document` (the id of its text), else by `path`
            (absolute) or `url`, with `record`.
correction  Blocks that the reader put back into an article or took out of it: the block's words, which of the
            blocks with these words it is, and whether it is kept.
setting     How the screen was left: a name and a JSON value.
clipping    One row an excerpt that the reader keeps: its words and what was known of them and of their article then;
            the article by `document`, else by `path` or `url`, with `record`; the place in its raw text (`first` up to
            `last`, code points) and the words there and around; and what the reader made of it.

`application_id` says that the file is ours, `user_version` how many migrations it has seen. Articles and their search
index will be tables beside these; statuses do not refer to them, so that making them anew loses nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

APPLICATION_ID = int.from_bytes(b"tuir")

TABLES = ("status", "correction", "setting", "clipping")
"""The tables; the first three are there since the first migration, each other since the next one."""

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
    (
        """CREATE TABLE clipping (
            id TEXT PRIMARY KEY,
            kind TEXT NOT NULL,
            words TEXT NOT NULL,
            speaker TEXT,
            role TEXT,
            inferred INTEGER NOT NULL,
            what TEXT,
            qualifier TEXT,
            given_by TEXT,
            author TEXT,
            title TEXT,
            site TEXT,
            date TEXT,
            cited_url TEXT,
            language TEXT,
            document TEXT,
            path TEXT,
            record INTEGER,
            url TEXT,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL,
            exact TEXT NOT NULL,
            prefix TEXT NOT NULL,
            suffix TEXT NOT NULL,
            line INTEGER NOT NULL,
            made TEXT NOT NULL,
            heading TEXT NOT NULL,
            position REAL NOT NULL,
            note TEXT NOT NULL,
            mark TEXT
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX clipping_document ON clipping (document)",
    ),
)
