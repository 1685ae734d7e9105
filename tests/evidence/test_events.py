"""Which articles of a pool are taken for those of one event."""

import os
import subprocess
import sys

from tests.corpus.evidence import marked_articles
from tui_reader.evidence.events import similar_articles

PROGRAM = """
from tests.corpus.evidence import marked_articles
from tui_reader.evidence.events import similar_articles
print(similar_articles([marked.article for marked in marked_articles("en-2")], 0.0))
"""


def test_articles_are_as_similar_in_every_run() -> None:
    runs = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert len(runs[0]) > len("{}\n")


def test_a_word_of_two_articles_tells_more_where_they_were_chosen_from_many() -> None:
    pair = [marked.article for marked in marked_articles("en-2")][:2]
    alone, chosen = similar_articles(pair, 0.0), similar_articles(pair, 0.0, of_many=60)
    assert chosen[0, 1] > alone[0, 1] > 0
