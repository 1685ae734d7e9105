"""Which body a short form of its name means: `la Confédération`, `le tribunal`, `l'entreprise`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui_reader.analysis.syntax.grammar import Grammar
from tui_reader.analysis.syntax.mention import Mention


class Bodies:
    """The bodies that the mentions of an article, in its order, call by more than one word."""

    def __init__(self, mentions: Sequence[Mention], fullest: Callable[[str | None], str], grammar: Grammar) -> None:
        self._rules = grammar
        self._fullest = fullest
        self._by_first: dict[str, set[str]] = {}  # the wordings, by their first word, a capital one
        self._by_noun: dict[str, list[Mention]] = {}  # those that a lower-case noun begins
        for mention in mentions:
            if mention.kind != "body" or mention.plural:
                continue
            first, blank, _rest = mention.words.partition(" ")
            if blank and first[0].isupper():
                self._by_first.setdefault(first, set()).add(mention.words)
            if mention.words != mention.head:
                self._by_noun.setdefault(mention.head, []).append(mention)

    def whole(self, label: str) -> str:
        """`la Confédération`: the only body whose longer name begins so, where the article gives one."""
        if not self._rules.head_first or not label[:1].isupper() or label.isupper() or " " in label:
            return label
        bodies = self._by_first.get(label, set())
        return next(iter(bodies)) if len(bodies) == 1 else label

    def named_before(self, mention: Mention) -> str | None:
        """`le tribunal`, `l'entreprise`: the only body before it that has the same noun, or one of trade, and more."""
        if not (mention.definite and mention.kind == "body" and mention.words == mention.head):
            return None
        fuller = self._by_noun.get(mention.head, [])
        if not fuller and mention.head in self._rules.companies:
            fuller = [one for noun in self._rules.companies for one in self._by_noun.get(noun, ()) if one.name]
        names = {self._fullest(one.name) or one.words for one in fuller if one.span.start < mention.span.start}
        return names.pop() if len(names) == 1 else None
