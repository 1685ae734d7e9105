"""Resolve short forms of the names of bodies: `la Confédération`, `le tribunal`, `l'entreprise`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from tui_reader.analysis.coreference.names import NameIndex
from tui_reader.analysis.syntax.grammar import Grammar
from tui_reader.analysis.syntax.mention import Mention
from tui_reader.analysis.text.segmentation import fold


class Organisations:
    """The bodies that the mentions of an article, in order, name with more than one word.

    Half of the articles have no source that may be a body: they are looked for when they are first asked for.
    """

    def __init__(self, mentions: Sequence[Mention], names: NameIndex, grammar: Grammar) -> None:
        self._mentions = mentions
        self._names = names
        self._grammar = grammar

    @cached_property
    def _bodies(self) -> list[Mention]:
        return [mention for mention in self._mentions if mention.kind == "body" and not mention.plural]

    @cached_property
    def _by_first_word(self) -> Mapping[str, set[str]]:
        """The wordings by their first words, where these have a capital."""
        wordings: dict[str, set[str]] = {}
        for body in self._bodies:
            first_word, blank, _rest = body.words.partition(" ")
            if blank and first_word[0].isupper():
                wordings.setdefault(first_word, set()).add(body.words)
        return wordings

    @cached_property
    def _by_noun(self) -> Mapping[str, list[Mention]]:
        """The longer mentions by the noun that says what a body is."""
        longer: dict[str, list[Mention]] = {}
        for body in self._bodies:
            if body.words != body.head:
                longer.setdefault(body.head, []).append(body)
        return longer

    def full_name(self, label: str) -> str:
        """The only body whose longer name begins with `label`, as `la Confédération`; else `label`."""
        if not self._grammar.head_first or not label[:1].isupper() or label.isupper() or " " in label:
            return label
        wordings = self._by_first_word.get(label, set())
        return next(iter(wordings)) if len(wordings) == 1 else label

    def antecedent(self, mention: Mention) -> str | None:
        """The only body before a noun without a complement that has the same noun and more: `le tribunal`.

        A noun for a company refers to a named body with any noun for a company: `l'entreprise`.
        """
        if not (mention.definite and mention.kind == "body" and self._has_no_complement(mention)):
            return None
        longer = self._by_noun.get(mention.head, [])
        if mention.words != mention.head:  # `l'association européenne`: a body that is named
            longer = [body for body in longer if not body.words.islower()]
        if not longer and mention.head in self._grammar.companies:
            longer = [body for noun in self._grammar.companies for body in self._by_noun.get(noun, ()) if body.name]
        before = [body for body in longer if body.span.start < mention.span.start]
        names = {self._names.fullest(body.name) or body.words for body in before}
        return names.pop() if len(names) == 1 else None

    def _has_no_complement(self, mention: Mention) -> bool:
        """True for a noun alone or with adjectives: `l'association`, `le groupe américain`."""
        noun, *rest = self._grammar.parts_of(mention.words)
        closed = self._grammar.prepositions | self._grammar.determiners
        described = self._grammar.head_first and all(word.islower() and word not in closed for word in rest)
        return fold(noun) == mention.head and (not rest or described)
