"""Resolve a mention of one or some of several persons: `le premier`, `l'un d'eux`, `certains`."""

from __future__ import annotations

from collections.abc import Iterator

from tui_reader.analysis.coreference.mentions import MentionIndex
from tui_reader.analysis.coreference.names import NameIndex
from tui_reader.analysis.syntax.grammar import Gender, Grammar
from tui_reader.analysis.syntax.mention import Mention
from tui_reader.analysis.text.segmentation import fold

_REACH = 4  # sentences in which the persons are found of whom one is meant


class Members:
    """The persons of one article, as members of a pair or of a group."""

    def __init__(self, mentions: MentionIndex, names: NameIndex, grammar: Grammar) -> None:
        self._mentions = mentions
        self._names = names
        self._grammar = grammar

    def antecedent(self, mention: Mention) -> str | None:
        """What a mention of one or some of several is called; None for any other mention."""
        folded = fold(mention.words)
        if folded in self._grammar.one_of_two:
            return self._one_of_two(mention)
        if self._grammar.pronouns.get(mention.head) == "plural":
            return (self._grammar.head_first and self._one_of_them(mention)) or mention.words
        if mention.plural and folded in self._grammar.standalone:
            return self._some_of_them(mention) or folded
        return None

    def _one_of_two(self, mention: Mention) -> str:
        """`le premier`, `la seconde`: the first or the last of the two persons whom the text named last."""
        for index in self._sentences_before(mention):
            persons = [
                self._names.fullest(occurrence.mention.name) or occurrence.mention.words
                for occurrence in self._mentions.in_sentence(index)
                if occurrence.mention.span.start < mention.span.start and self._may_be_one_of_two(occurrence.mention)
            ]
            if persons:
                is_clear = len(set(persons)) == 2 and mention.definite and not mention.plural
                return persons[fold(mention.words) in self._grammar.second] if is_clear else ""
        return ""

    def _one_of_them(self, mention: Mention) -> str | None:
        """`Plusieurs élus du parti sont venus. … l'un d'eux`: one of the persons mentioned last, `élu du parti`."""
        several = next((one for one in self._several_before(mention) if one.kind == "person"), None)
        return self._singular(several, mention.gender) if several else None

    def _some_of_them(self, mention: Mention) -> str | None:
        """`Les familles attendent. Certaines …`: the persons of whom some are meant."""
        standalone = self._grammar.standalone
        told = (one for one in self._several_before(mention) if one.head not in standalone)
        return next((one.words for one in told if one.kind in ("person", "body")), None)

    def _several_before(self, mention: Mention) -> Iterator[Mention]:
        """The mentions of several without a name before one, the last first."""
        for index in self._sentences_before(mention):
            for occurrence in reversed(self._mentions.in_sentence(index)):
                several = occurrence.mention
                if several.plural and not several.name and several.span.start < mention.span.start:
                    yield several

    def _sentences_before(self, mention: Mention) -> range:
        """The sentence of a mention and those before it, the nearest first."""
        last = self._mentions.sentence_at(mention.span.start)
        return range(last, max(-1, last - _REACH), -1)

    def _may_be_one_of_two(self, mention: Mention) -> bool:
        is_pronominal = fold(mention.words) in self._grammar.one_of_two
        return (self._names.is_person(mention) or mention.kind == "name") and not is_pronominal

    def _singular(self, several: Mention, gender: Gender | None) -> str | None:
        """One of the persons whom a plural phrase means; None where its noun has no plain singular of the gender.

        Nor has it one where the phrase goes on with anything but adjectives with a plain plural, or an owner.
        """
        grammar = self._grammar
        nouns = grammar.persons_f if gender == "f" else grammar.persons_m
        parts = several.words.split(" ")
        described = next((index for index, word in enumerate(parts) if self._opens_owner(word)), len(parts))
        singular = [_without_ending(word, grammar.plural_endings) for word in parts[:described]]
        if None in singular or not singular or fold(singular[0] or "") not in nouns:
            return None
        return " ".join([*(word or "" for word in singular), *parts[described:]])

    def _opens_owner(self, word: str) -> bool:
        return fold(word).partition("'")[0] in self._grammar.owning


def _without_ending(word: str, endings: tuple[str, ...]) -> str | None:
    """A word without the ending of its plural; None where it has none of these."""
    return next((word.removesuffix(ending) for ending in endings if word.endswith(ending)), None)
