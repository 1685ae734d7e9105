"""Which articles of a pool may tell of the same event: by the words that they share and few others have."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui_reader.analysis.syntax.grammar import grammar_of
from tui_reader.analysis.text.segmentation import WORD, fold
from tui_reader.evidence.words import capital_spans, names_and_parts, names_in, stems_of
from tui_reader.model import Article

_NAME, _TITLE = 2.0, 1.5
"""How much more a name, and a word of the title, tells than another word."""
_LEAD = 400  # code points in which an article names whom and what it is about
_LAND = 4  # letters that the names of a land and of its people have in common: `Haïti`, `haïtienne`
_MOST_HOLDERS = 400  # articles that one word is looked up in: with more it tells little


def similar_articles(articles: Sequence[Article], least: float, of_many: int = 0) -> dict[tuple[int, int], float]:
    """The pairs of articles, by their places in the pool, that are at least so similar, with how much: from 0 to 1.

    A word tells the more the fewer articles have it, of the pool, or of so many that the pool was chosen from.
    """
    weights_of = [_weights(article) for article in articles]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for index, weights in enumerate(weights_of):
        for word in weights:
            holders[word].append(index)
    count = max(len(articles), of_many)
    rarity = {word: math.log(1 + count / len(indices)) for word, indices in holders.items()}
    vectors = [_normalised(weights, rarity) for weights in weights_of]
    similar: dict[tuple[int, int], float] = {}
    for index, vector in enumerate(vectors):
        scores: defaultdict[int, float] = defaultdict(float)
        for word, weight in vector.items():
            if len(holders[word]) <= _MOST_HOLDERS:
                for other in holders[word]:
                    if other > index:
                        scores[other] += weight * vectors[other][word]
        similar.update({(index, other): score for other, score in scores.items() if score >= least})
    return similar


class LeadNames(NamedTuple):
    """The names by which an article says at first whom and what it is about, and the beginnings of those of peoples.

    The first word of a title may be one, or not.
    """

    names: frozenset[str]
    first_word: frozenset[str]
    peoples: frozenset[str]

    def meet(self, other: LeadNames) -> bool:
        """Whether two articles begin with a name in common, or one with a land and one with its people."""
        return any(
            not one.names.isdisjoint(another.names | another.first_word) or one._has_land_of(another)
            for one, another in ((self, other), (other, self))
        )

    def _has_land_of(self, other: LeadNames) -> bool:
        return any(name[:_LAND] in other.peoples for name in self.names)


def names_of_lead(article: Article) -> LeadNames:
    """The names with which an article begins."""
    lead, title = _told(article)[:_LEAD], article.title or ""
    names = names_and_parts(names_in(lead) | names_in(title))
    first_word = frozenset(name for _span, name, opens in capital_spans(title) if opens)
    if article.language is None:
        return LeadNames(names, first_word, frozenset())
    grammar = grammar_of(article.language)
    words = {word.rpartition("'")[2].removesuffix("s") for word in WORD.findall(fold(f"{title}\n{lead}"))}
    peoples = (word for word in words if word in grammar.peoples or word.endswith(grammar.people_endings))
    return LeadNames(names, first_word, frozenset(word[:_LAND] for word in peoples if len(word) > _LAND))


def _weights(article: Article) -> dict[str, float]:
    """The stems of an article, names and words of the title with more weight.

    They are in order: what is summed up over them is then the same in every run, to the last digit.
    """
    text = _told(article)
    names = frozenset().union(*map(stems_of, names_and_parts(names_in(f"{text}, {article.title or ''}"))))
    title = stems_of(article.title or "")
    return {
        stem: (_NAME if stem in names else 1.0) * (_TITLE if stem in title else 1.0)
        for stem in sorted(stems_of(text) | title | names)
    }


def _told(article: Article) -> str:
    """The clean text without the lines that say who wrote it, where and when: those of other events have these, too."""
    text, place = article.text, article.wording.clean_span
    heads = [place(one.span) for one in article.blocks if one.kept and one.kind in ("byline", "date")]
    for span in reversed(heads):
        text = text[: span.start] + text[span.end :]
    return text


def _normalised(weights: Mapping[str, float], rarity: Mapping[str, float]) -> dict[str, float]:
    """The weights, rarer words with more, as a vector of length 1."""
    weighed = {word: weight * rarity[word] for word, weight in weights.items()}
    length = math.sqrt(sum(weight * weight for weight in weighed.values())) or 1.0
    return {word: weight / length for word, weight in weighed.items()}
