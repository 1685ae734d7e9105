"""The tables of the index file. It holds nothing that is not made anew, so there are no migrations.

Tables
------
file        One row a file that was read: its size, its time of change in nanoseconds, the digest of its bytes.
place       Where an article stands: the path of its file (absolute), the number of its record there, or -1; of a text
            without a file, which the library keeps, `text:` and its id.
article     One row a text: what is known of its head, its clean words, those of its quotes, the names of their
            speakers, what its figures count with the things of the lexicon, and the whole analysis (`data`). All but
            the last as the reader corrected it: `corrected` tells those corrections from others, and is empty for none.
quote       One row a quote that is speech: speaker and words, folded, and where it stands in the clean words.
figure      One row a figure, of a score one for each side: value and other end, unit, the thing in its words, folded,
            and the things of the lexicon; where it stands in the clean words.
words       The full-text index over title, text, quotes, speakers and what is counted, of `article`.

`application_id` says that the file is ours, `user_version` which tables it has, and the setting `analyser` in `about`
which analysis it was made by: where one of them is another, it is made anew.
"""

from __future__ import annotations

APPLICATION_ID = int.from_bytes(b"tuix")
VERSION = 4

TABLES = (
    "CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """CREATE TABLE file (
        path TEXT PRIMARY KEY,
        size INTEGER NOT NULL,
        changed INTEGER NOT NULL,
        digest TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE article (
        key INTEGER PRIMARY KEY,
        document TEXT UNIQUE NOT NULL,
        title TEXT NOT NULL,
        byline TEXT NOT NULL,
        site TEXT NOT NULL,
        day TEXT NOT NULL,
        language TEXT NOT NULL,
        text TEXT NOT NULL,
        quotes TEXT NOT NULL,
        speakers TEXT NOT NULL,
        counted TEXT NOT NULL,
        data BLOB NOT NULL,
        corrected TEXT NOT NULL DEFAULT ''
    ) STRICT""",
    "CREATE INDEX article_day ON article (day)",
    "CREATE INDEX article_corrected ON article (corrected) WHERE corrected <> ''",
    """CREATE TABLE place (
        path TEXT NOT NULL,
        record INTEGER NOT NULL,
        article INTEGER NOT NULL REFERENCES article (key),
        PRIMARY KEY (path, record)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX place_article ON place (article)",
    """CREATE TABLE quote (
        article INTEGER NOT NULL,
        speaker TEXT NOT NULL,
        words TEXT NOT NULL,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX quote_article ON quote (article)",
    """CREATE TABLE figure (
        article INTEGER NOT NULL,
        value REAL NOT NULL,
        high REAL NOT NULL,
        unit TEXT NOT NULL,
        what TEXT NOT NULL,
        things TEXT NOT NULL,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX figure_article ON figure (article)",
    "CREATE INDEX figure_value ON figure (value)",
    """CREATE VIRTUAL TABLE words USING fts5 (
        title, text, quotes, speakers, counted,
        content = 'article', content_rowid = 'key', prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2'
    )""",
)
