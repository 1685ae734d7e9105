"""Derives the word lists in the lexicon: `python -m tests.bench.word_list WORDFREQ LEXIQUE SCOWL...`.

The arguments are the data folder of the unpacked `wordfreq` package, `Lexique383.txt`, and any number of SCOWL lists.
Sources and licences: `tui_reader/analysis/lexicon/WORDS.md`.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import defaultdict
from pathlib import Path

import msgpack

from tui_reader.analysis.lexicon import FOLDER
from tui_reader.analysis.lexicon.word_list import spelling

LEAST_COMMON = {"fr": 20, "en": 18}
"""Tenths of the Zipf scale from which a word that no dictionary has is taken: names and new words."""
RAREST = 5  # the frequency, in the same unit, of a word that a dictionary has and no corpus

_FORM = re.compile(r"[^\W\d_]+")
_LEXIQUE_CLASSES = {"NOM": "n", "ADJ": "a", "ADV": "b"}

Classes = dict[str, set[str]]


def frequencies(folder: Path, language: str) -> dict[str, int]:
    """How common each word is, in tenths of the Zipf scale (log10 of its count in a billion words)."""
    with gzip.open(folder / f"large_{language}.msgpack.gz") as file:
        bins = msgpack.unpack(file, raw=False)[1:]
    found: dict[str, int] = {}
    for centibels, words in enumerate(bins):
        for word in words:
            found.setdefault(spelling(word), round((900 - centibels) / 10))
    return found


def lexique(path: Path) -> Classes:
    """The classes of each French form: n and a with gender and number, v finite verb, i infinitive, p participle."""
    found: Classes = defaultdict(set)
    for line in path.read_text(encoding="latin-1").splitlines()[1:]:
        form, _sound, _lemma, kind, gender, number, *_counts, forms = line.split("\t")[:11]
        word = spelling(form)
        found[word]
        if kind in _LEXIQUE_CLASSES:
            agreement = (gender or "-") + (number or "-") if kind != "ADV" else ""
            found[word].add(_LEXIQUE_CLASSES[kind] + agreement)
        elif kind in ("VER", "AUX"):
            for mood in forms.strip('"').split(";"):
                if mood.startswith("par:pas"):
                    found[word].add(f"p{gender or 'm'}{number or 's'}")
                elif mood.startswith("inf"):
                    found[word].add("i")
                elif mood and not mood.startswith("par"):
                    found[word].add("v")
    return found


def write(language: str, counts: dict[str, int], classes: Classes) -> None:
    """The list of `language`: the words that have classes, maybe none, and those that are common enough."""
    words = {word for word in classes if _FORM.fullmatch(word)}
    words |= {word for word, count in counts.items() if count >= LEAST_COMMON[language] and _FORM.fullmatch(word)}
    lines = (f"{word}\t{counts.get(word, RAREST)} {' '.join(sorted(classes.get(word, ())))}".rstrip() for word in words)
    text = "\n" + "\n".join(sorted(lines, key=lambda line: line.split("\t")[0].encode())) + "\n"
    (FOLDER / language / "words.gz").write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def main(wordfreq: str, french: str, *lists: str) -> None:
    write("fr", frequencies(Path(wordfreq), "fr"), lexique(Path(french)))
    forms = [spelling(word) for name in lists for word in Path(name).read_text(encoding="utf-8").splitlines()]
    write("en", frequencies(Path(wordfreq), "en"), {form: set() for form in forms})


if __name__ == "__main__":
    main(*sys.argv[1:])
