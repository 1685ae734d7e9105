"""Reconstruct a headline from its variants: every candidate that they allow is scored, and the likeliest taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, permutations, product
from typing import NamedTuple

from tui_reader.analysis.headlines.alignment import Alignment, alignments
from tui_reader.analysis.headlines.scoring import Choice, Scorer, substitutions
from tui_reader.model import Headline, HeadlineDoubt, Repair, Span, Variant

SURE = 1.2  # lead over the best candidate with other words at a difference, from which no doubt is marked there
MOST_CANDIDATES = 512  # scored for one alignment
MOST_OPTIONS = 6  # at one difference


class Candidate(NamedTuple):
    """A supposed original of variants: its text, what it has where they differ, and how likely it is.

    `choices` are as many as the differences of `alignment`, in the same order.
    """

    text: str
    choices: tuple[Choice, ...]
    alignment: Alignment
    score: float


def reconstruct(variants: Sequence[Variant], scorer: Scorer) -> Headline:
    """The likeliest original of variants that differ, what they have instead of its words, and where it is in doubt."""
    texts = [variant.text for variant in variants]
    tried = list(alignments(texts))
    candidates = [candidate for alignment in tried for candidate in _candidates(texts[0], alignment, scorer)]
    best = max(candidates, key=lambda candidate: candidate.score)
    rivals = [candidate for candidate in candidates if candidate.alignment == best.alignment]
    may_both_be_hit = any(_is_one_substitution(alignment, best.alignment) for alignment in tried)
    repairs, doubts = [], []
    for index, choice in enumerate(best.choices):
        lead = best.score - max(rival.score for rival in rivals if rival.choices[index].text != choice.text)
        if lead < SURE or (may_both_be_hit and not _starts_with_a_capital(choice)):
            doubts.append(HeadlineDoubt(choice.span, choice.options))
        else:
            others = tuple(option for option in choice.options if option != choice.text)
            repairs.append(Repair(choice.span, others))
    return Headline(best.text, tuple(variants), tuple(repairs), tuple(doubts))


def _candidates(first: str, alignment: Alignment, scorer: Scorer) -> Iterator[Candidate]:
    """Every original that the options at the differences give."""
    variants = list(zip(*(difference.texts for difference in alignment), strict=True))
    for wordings in islice(product(*_options(alignment, scorer)), MOST_CANDIDATES):
        text, choices = _compose(first, alignment, wordings)
        yield Candidate(text, choices, alignment, scorer.score(text, choices, variants))


def _options(alignment: Alignment, scorer: Scorer) -> list[list[str]]:
    """What may have stood at each difference: what the variants have, also with the substitution of another undone.

    Where one variant lost a word to a synonym and the other has it damaged inside, the original stands in neither;
    nor does an article that both lost.
    """
    pairs = {pair for difference in alignment for pair in permutations(difference.options, 2)}
    known = sorted(pair for pair in pairs if " " not in pair[0])
    is_one_substitution = _is_one_substitution(alignment, alignment)
    options = []
    for difference in alignment:
        undone = [
            text.replace(synonym, original)
            for text in difference.options
            for original, synonym in known
            if synonym in text and synonym != text
        ]
        lost = scorer.lost_articles(difference.options) if is_one_substitution else ()
        distinct = dict.fromkeys([*difference.options, *lost, *filter(scorer.knows_all, undone)])
        options.append(list(distinct)[:MOST_OPTIONS])
    return options


def _compose(first: str, alignment: Alignment, wordings: Sequence[str]) -> tuple[str, tuple[Choice, ...]]:
    """The first variant's text with the given wordings at the differences, and where these stand in it."""
    text, offset = "", 0
    choices = []
    for difference, wording in zip(alignment, wordings, strict=True):
        text += first[offset : difference.span.start]
        choices.append(Choice(Span(len(text), len(text) + len(wording)), wording, difference.options))
        text += wording
        offset = difference.span.end
    return text + first[offset:], tuple(choices)


def _is_one_substitution(alignment: Alignment, best: Alignment) -> bool:
    """Whether there are two variants, and a single substitution makes one of the other.

    Mostly a word is replaced in each variant: then it is the same word in both, and its original may stand in neither.
    A difference of as many words on both sides may be two substitutions side by side, unless the best alignment takes
    it whole, too.
    """
    if any(len(difference.texts) != 2 for difference in alignment):
        return False
    pairs = substitutions([(difference.texts[0], difference.texts[1]) for difference in alignment])
    return len(pairs) == 1 and (alignment == best or pairs[0][0].count(" ") != pairs[0][1].count(" "))


def _starts_with_a_capital(choice: Choice) -> bool:
    """Whether a choice begins the headline with a capital that other variants lack."""
    is_capital = choice.span.start == 0 and choice.text[0].isupper()
    return is_capital and any(option[0].islower() for option in choice.options)
