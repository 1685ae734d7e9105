"""Who holds which role in an article: `le ministre Paul Verdier` is whom `le ministre` means further on."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from tui_reader.analysis.lexicon import table
from tui_reader.analysis.syntax.grammar import Gender, Grammar, compatible
from tui_reader.analysis.syntax.mention import Mention
from tui_reader.analysis.text.segmentation import fold

_MOST_HOLDERS = 50  # of one role that are told apart


class Holder(NamedTuple):
    """Where the text says who holds a role, the name, and the words that tell the role from others."""

    start: int
    name: str
    content: frozenset[str]


class Holders:
    """The holders of each role that the mentions of an article give beside a name."""

    def __init__(self, grammar: Grammar) -> None:
        self._rules = grammar
        self._holders: dict[str | int, list[Holder]] = {}  # by the head of a role, and by its group

    def note(self, mention: Mention, name: str) -> None:
        """Note that `name`, the fullest one of whom a mention names, holds the role that it gives beside the name."""
        if mention.role:
            self._add(mention, name, mention.role, mention.head)
        title = fold(mention.words.split()[0]).rstrip(".")
        for role in self._rules.title_roles.get(title, "").split():  # `Me Roux` is a lawyer
            self._add(mention, name, role, role)

    def _add(self, mention: Mention, name: str, role: str, head: str) -> None:
        content = frozenset(_content(role, self._rules))
        holder = Holder(mention.span.start, name, content)
        for key in (head, _same_roles(role, self._rules.language)):
            if key and len(self._holders.setdefault(key, [])) < _MOST_HOLDERS:
                self._holders[key].append(holder)

    def holder(self, mention: Mention, gender: Callable[[str], Gender | None]) -> str | None:
        """The name of whoever the article says holds a role: the only one, else the nearest before."""
        if mention.plural or not mention.definite:
            return None
        content = frozenset(_content(mention.words, self._rules))
        group = _same_roles(mention.words, self._rules.language)
        found = [one for one in self._holders.get(mention.head, ()) if content <= one.content or one.content <= content]
        found += self._holders.get(group, []) if group else []
        fitting = [one for one in found if compatible(gender(one.name), mention.gender)]
        if len({one.name for one in fitting}) == 1:
            return fitting[0].name
        earlier = [one for one in fitting if one.start < mention.span.start]
        return max(earlier, key=lambda one: one.start).name if earlier else None


def _content(words: str, grammar: Grammar) -> list[str]:
    """The words of a role that tell it from others."""
    low = fold(words).replace("'", " ").split()
    return [word for word in low if word not in grammar.determiners and word not in grammar.prepositions]


@cache
def _role_groups(language: str) -> dict[str, int]:
    groups = table(language, "nouns")["equal_roles"]
    return {role: number for number, group in enumerate(groups) for role in group.split("=")}


def _same_roles(words: str, language: str) -> int | None:
    """The number of the group of roles that mean the same, by how the words begin; counted from 1."""
    low = fold(words)
    groups = _role_groups(language)
    best = max((role for role in groups if low == role or low.startswith(role + " ")), key=len, default=None)
    return None if best is None else groups[best] + 1
