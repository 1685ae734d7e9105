"""The tables of the library file, and the migrations that make them.

Tables
------
status      One row an article the reader did something with: whether it was read and starred, the raw offset where
            it was left, whether its raw text was shown. Found by `document` (the id of its text), else by `path`
            (absolute) or `url`, with `record`.
correction  One row a field of an article, or of a block, quote or figure in it, that the reader corrected: the article
            as in `clipping`; what is corrected (`subject`, `field`), its `value` and the one `before`; the place in the
            raw text (`first` up to `last`), the words there and around, and the `opening` by which the article is told
            from another one; the sentence, and when it was made.
setting     How the screen was left: a name and a JSON value.
clipping    One row an excerpt that the reader keeps: its words and what was known of them and of their article then;
            the article by `document`, else by `path` or `url`, with `record`; the place in its raw text (`first` up to
            `last`, code points) and the words there and around; and what the reader made of it.
text        One row a text that came without a file: the id of its `document`, the way and the moment in which it came,
            its number among those that came together; and all that the document is made of again: its source, what
            that declares, its marks and links (JSON), and its raw text (UTF-8, packed by zlib).
search      One row a query that the reader keeps in the list, and the moment since which it is kept.
subscription  One row a feed that the reader follows: its address, the reader's `name` and `folder` for it, whether the
            pages of its teasers are fetched at once, whether the settings name it, what it calls itself, and how asking
            for it went: what the server gave to ask again by (`etag`, `modified`), the last time (`asked`), the last
            time that went well (`refreshed`), the `problem`, how many times in a row, and the moment before which it
            is not to be asked again.
web_article  One row an article of the web: the `address` that tells it from others, the `link` where its page is asked
            for, the `document` that is shown (NULL once its text is gone), its title, the `moment` when it was
            published or came, whether that text is a teaser, and the moment when it was `removed`: it is then not
            listed, and no feed brings it again. `feed` is the one that brought it first, NULL where it was asked for.
web_version  One row a text of such an article: its `document` in `text`, when it `came`, whether from its page or from
            a feed (`origin`), the SHA-256 of the bytes, the address where it was found, what to ask again by, and
            the `feed` that gave it.
feed_entry  One row an entry of a feed, by the `id` that this gives to it: the address of its article, and the
            `document` that the feed gave last for it.

`application_id` says that the file is ours, `user_version` how many migrations it has seen. The index of articles is
a file of its own, so that making it anew loses nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

APPLICATION_ID = int.from_bytes(b"tuir")

TABLES = {"status": 1, "correction": 1, "setting": 1, "clipping": 2, "text": 4, "search": 6} | dict.fromkeys(
    ("subscription", "web_article", "web_version", "feed_entry"), 7
)
"""The tables, and the number of the migration since which each is there."""

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
    (
        "ALTER TABLE correction RENAME TO block_correction",
        """CREATE TABLE correction (
            id TEXT PRIMARY KEY,
            document TEXT,
            path TEXT,
            record INTEGER,
            url TEXT,
            subject TEXT NOT NULL,
            field TEXT NOT NULL,
            value TEXT,
            before TEXT,
            first INTEGER,
            last INTEGER,
            exact TEXT,
            prefix TEXT,
            suffix TEXT,
            ordinal INTEGER NOT NULL,
            opening TEXT NOT NULL,
            sentence TEXT NOT NULL,
            made TEXT NOT NULL
        ) STRICT, WITHOUT ROWID""",
        """INSERT INTO correction
            SELECT lower(hex(randomblob(16))), document, path, record, url, 'block', 'kept',
                iif(kept, 'true', 'false'), iif(kept, 'false', 'true'), NULL, NULL, words, '', '', ordinal, '', words,
                strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now')
            FROM block_correction JOIN status ON block_correction.status = status.key""",
        "DROP TABLE block_correction",
    ),
    (
        """CREATE TABLE text (
            document TEXT PRIMARY KEY,
            way TEXT NOT NULL,
            came TEXT NOT NULL,
            record INTEGER,
            source TEXT NOT NULL,
            declared TEXT NOT NULL,
            marks TEXT NOT NULL,
            raw BLOB NOT NULL
        ) STRICT""",
    ),
    ("ALTER TABLE clipping ADD COLUMN corrected INTEGER NOT NULL DEFAULT 0",),
    ("CREATE TABLE search (query TEXT PRIMARY KEY, saved TEXT NOT NULL) STRICT, WITHOUT ROWID",),
    (
        "ALTER TABLE clipping ADD COLUMN accessed TEXT",
        """CREATE TABLE subscription (
            address TEXT PRIMARY KEY,
            name TEXT,
            folder TEXT NOT NULL,
            fetches_pages INTEGER NOT NULL,
            in_settings INTEGER NOT NULL,
            title TEXT,
            etag TEXT,
            modified TEXT,
            asked TEXT,
            refreshed TEXT,
            problem TEXT,
            failures INTEGER NOT NULL,
            not_before TEXT
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE web_article (
            address TEXT PRIMARY KEY,
            link TEXT NOT NULL,
            document TEXT,
            title TEXT NOT NULL,
            moment TEXT NOT NULL,
            is_teaser INTEGER NOT NULL,
            removed TEXT,
            feed TEXT
        ) STRICT, WITHOUT ROWID""",
        """CREATE TABLE web_version (
            address TEXT NOT NULL,
            document TEXT NOT NULL,
            came TEXT NOT NULL,
            origin TEXT NOT NULL,
            digest TEXT NOT NULL,
            is_teaser INTEGER NOT NULL,
            found_at TEXT,
            etag TEXT,
            modified TEXT,
            feed TEXT
        ) STRICT""",
        "CREATE INDEX web_version_address ON web_version (address)",
        "CREATE INDEX web_version_document ON web_version (document)",
        """CREATE TABLE feed_entry (
            feed TEXT NOT NULL,
            id TEXT NOT NULL,
            address TEXT NOT NULL,
            document TEXT NOT NULL,
            PRIMARY KEY (feed, id)
        ) STRICT, WITHOUT ROWID""",
        "CREATE INDEX feed_entry_address ON feed_entry (address)",
        "ALTER TABLE text ADD COLUMN links TEXT NOT NULL DEFAULT '[]'",
    ),
)
