"""Resolve roles to the persons who hold them: after `le ministre Paul Verdier`, `le ministre` is Paul Verdier."""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import cache, cached_property
from itertools import pairwise
from typing import NamedTuple

from tui_reader.analysis.coreference.names import NameIndex
from tui_reader.analysis.coreference.sources import NamedSource
from tui_reader.analysis.lexicon import language_of
from tui_reader.analysis.syntax.grammar import Grammar, compatible
from tui_reader.analysis.syntax.mention import Mention
from tui_reader.analysis.text.segmentation import fold, fold_word

_MOST_HOLDERS = 50  # of one role


class RoleHolder(NamedTuple):
    """A person with a role: where the text says so, the fullest name, and the content words of the role."""

    offset: int
    name: str
    content_words: frozenset[str]
    is_somebodys: bool = False  # a possessive stands before the role: `her daughter`
    is_qualified: bool = False  # an adjective does, which makes it another one: `artistic director`


class _NotedRoles:
    """The roles that the mentions of an article give beside names."""

    def __init__(self, mentions: Sequence[Mention], names: NameIndex, grammar: Grammar) -> None:
        self._grammar = grammar
        self.holders: dict[str | int, list[RoleHolder]] = {}  # by the head of the role, and by its group of synonyms
        self.heads: dict[str, set[str]] = {}  # the name of a holder -> the heads of the roles
        self.implied: dict[str, list[RoleHolder]] = {}  # by a noun that the role implies
        for mention in mentions:
            if mention.name:
                self._note(mention, names.fullest(mention.name))

    def _note(self, mention: Mention, name: str) -> None:
        """Note the role that a mention gives beside a name, and those that its title implies."""
        if mention.role:
            self._add(mention, name, mention.role, mention.head)
            second = fold_word(mention.words.partition(" ")[0])
            if second != mention.head and self._grammar.person_noun(second):  # `le chef, le docteur Roy`
                self._add(mention, name, second, second)
            for first, following in pairwise(map(fold_word, self._grammar.parts_of(mention.role))):
                if first == mention.head and self._grammar.person_noun(following):  # `l'expert psychiatre`
                    self._add(mention, name, following, following)
        for word in mention.words.split():
            roles = self._grammar.title_roles.get(fold_word(word).rstrip(".")) if word[0].isupper() else None
            for role in roles.split() if roles else ():  # `Me Roux` is a lawyer
                self._add(mention, name, role, role)

    def _add(self, mention: Mention, name: str, role: str, head: str) -> None:
        is_somebodys = not (mention.definite or mention.indefinite or mention.bare or mention.plural)
        is_qualified = _is_qualified(role, head, self._grammar)
        content_words = _content_words(role, self._grammar)
        holder = RoleHolder(mention.span.start, name, content_words, is_somebodys, is_qualified)
        self.heads.setdefault(name, set()).add(head)
        for key in (head, _synonym_group(role, self._grammar.language)):
            if key and len(self.holders.setdefault(key, [])) < _MOST_HOLDERS:
                self.holders[key].append(holder)
        for noun in self._grammar.implied_roles.get(head, "").split():
            if len(self.implied.setdefault(noun, [])) < _MOST_HOLDERS:
                self.implied[noun].append(holder)


class RoleHolders:
    """The persons beside whose names the mentions of an article give a role.

    Half of the articles have no source without a name: roles are noted when they are first asked for.
    """

    def __init__(self, mentions: Sequence[Mention], names: NameIndex, grammar: Grammar) -> None:
        self._mentions = mentions
        self._names = names
        self._grammar = grammar

    @cached_property
    def _noted(self) -> _NotedRoles:
        return _NotedRoles(self._mentions, self._names, self._grammar)

    def is_held_by(self, name: str) -> bool:
        """True if the person of this name has any role."""
        return name in self._noted.heads

    def is_role(self, head: str) -> bool:
        """True if the article gives somebody a role with this noun."""
        return head in self._noted.holders

    def heads_of(self, name: str) -> Set[str]:
        """The nouns that say what roles the person of this name has."""
        return self._noted.heads.get(name, frozenset())

    def is_other_side(self, noun: str, name: str) -> bool:
        """`le suspect` of his lawyer, `l'entraîneur` of a player: whether a person has a role that a noun shuts out."""
        grammar, heads = self._grammar, self.heads_of(name)
        return (
            (noun in grammar.parties and not grammar.judicial.isdisjoint(heads))
            or (noun in grammar.trainers and not grammar.players.isdisjoint(heads))
            or (noun in grammar.players and not grammar.trainers.isdisjoint(heads))
        )

    def implied_holder_of(self, mention: Mention, earlier_sources: Sequence[NamedSource]) -> str | None:
        """Whose role implies a noun that stands alone: `l'élue` of a mayor.

        Of several persons, it is the last of them that was a source, else the one whose role was told last.
        """
        if mention.plural or not mention.definite or not self._is_plain(mention):
            return None
        holders = [
            holder
            for holder in self._noted.implied.get(mention.head, ())
            if holder.offset < mention.span.start and compatible(self._names.gender(holder.name), mention.gender)
        ]
        names = {holder.name for holder in holders}
        if fold(mention.words) != mention.head and len(names) > 1:
            return None
        last = next((source.speaker for source in reversed(earlier_sources) if source.speaker in names), None)
        return last or (holders[-1].name if holders else None)

    def _is_plain(self, mention: Mention) -> bool:
        """True for a noun alone, or with nothing but the name of a place: `l'élu`, `l'élu de la Drôme`."""
        noun, *rest = self._grammar.parts_of(mention.words)
        closed = self._grammar.prepositions | self._grammar.determiners
        return fold(noun) == mention.head and all(word[0].isupper() or fold(word) in closed for word in rest)

    def relative_of(self, mention: Mention) -> str | None:
        """`sa fille`: the only person whom the article has named by that noun before."""
        is_possessed = not (mention.definite or mention.indefinite or mention.bare or mention.plural)
        if not is_possessed or fold(mention.words) != mention.head:
            return None
        before = (one for one in self._noted.holders.get(mention.head, ()) if one.offset < mention.span.start)
        names = {holder.name for holder in before if compatible(self._names.gender(holder.name), mention.gender)}
        return names.pop() if len(names) == 1 else None

    def holder_of(self, mention: Mention) -> str | None:
        """The name of the only person who has the role of a mention, else of the nearest one before it."""
        if mention.plural or not mention.definite:
            return None
        content_words = _content_words(mention.words, self._grammar)
        group = _synonym_group(mention.words, self._grammar.language)
        same_head = self._noted.holders.get(mention.head, ())
        holders = [
            holder
            for holder in same_head
            if content_words <= holder.content_words
            or (holder.content_words <= content_words and not holder.is_somebodys)  # unlike `the daughter of a baker`
        ]
        is_plain = content_words == {mention.head}
        holders = [
            holder
            for holder in holders
            if not (is_plain and holder.is_qualified and holder.offset > mention.span.start)
        ]
        holders += self._noted.holders.get(group, []) if group else []
        holders = [holder for holder in holders if compatible(self._names.gender(holder.name), mention.gender)]
        if len({holder.name for holder in holders}) == 1:
            return holders[0].name
        before = [holder for holder in holders if holder.offset < mention.span.start]
        return max(before, key=lambda holder: holder.offset).name if before else None


def _is_qualified(role: str, head: str, grammar: Grammar) -> bool:
    """`the festival's artistic director`: whether an adjective or a noun stands right before the head of a role."""
    before, found, _after = role.partition(f" {head}")
    word = before.rpartition(" ")[2]
    is_owner = word.endswith(grammar.possessive_endings)
    return (
        bool(found) and not grammar.head_first and word.islower() and not is_owner and word not in grammar.determiners
    )


def _content_words(role: str, grammar: Grammar) -> frozenset[str]:
    """The words of a role without determiners and prepositions, folded."""
    words = fold_word(role).replace("'", " ").split()
    return frozenset(word for word in words if word not in grammar.determiners and word not in grammar.prepositions)


@cache
def _synonym_groups(language: str) -> dict[str, int]:
    """For each role of the lexicon that has synonyms, the number of its group, from 1."""
    groups = language_of(language).nouns.equal_roles
    return {role: number for number, group in enumerate(groups, 1) for role in group.split("=")}


def _synonym_group(role: str, language: str) -> int | None:
    """The number of the group of synonyms with which a role begins."""
    beginning, groups = fold_word(role), _synonym_groups(language)
    while beginning and beginning not in groups:  # the longest of them counts
        beginning = beginning.rpartition(" ")[0]
    return groups.get(beginning)
