"""The persons and bodies that an article names, each with a role: whom the reader may choose as a speaker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from tui_reader.analysis.quotes.state import read_article
from tui_reader.analysis.syntax.grammar import grammar_of
from tui_reader.analysis.text.dates import names_of_days
from tui_reader.analysis.text.segmentation import fold
from tui_reader.analysis.text.tokens import Tokens
from tui_reader.model import Article, Block

MOST_READ = 200_000
"""So many code points of an article are searched for names."""

_SAME_LETTERS = 2  # with which two spellings of a name begin


class NamedSource(NamedTuple):
    """A name as the article gives it in full, and the role that it gives first with it."""

    name: str
    role: str | None = None


def named_sources(article: Article) -> tuple[NamedSource, ...]:
    """Whom the article names: first its speakers and those who give figures, then other persons, then other names.

    Of the latter two the most named come first. What only stands in a title or a heading is left out: there words that
    are no names may have capitals.
    """
    roles: dict[str, str | None] = {}
    for quote in article.quotes:
        for name in (quote.speaker, *quote.candidates):
            if name:
                roles[name] = roles.get(name) or (quote.role if name == quote.speaker else None)
    for figure in article.figures:
        if figure.attribution:
            roles.setdefault(figure.attribution, None)
    counts: Counter[str] = Counter()
    persons: set[str] = set()
    for (name, role), is_person in _mentioned(article):
        counts[name] += 1
        if is_person:
            persons.add(name)
        if name in roles or counts[name] == 1 or role:
            roles[name] = roles.get(name) or role
    others = sorted((name for name in roles if name in counts), key=lambda name: (name not in persons, -counts[name]))
    known = [name for name in roles if name not in counts]
    speakers = {name for quote in article.quotes for name in (quote.speaker, *quote.candidates) if name}
    ordered = sorted((*known, *others), key=lambda name: name not in speakers)
    return tuple(NamedSource(name, roles[name] if roles[name] != name else None) for name in ordered)


def role_of(name: str, sources: Sequence[NamedSource], holding: NamedSource | None) -> str | None:
    """The role of somebody whose name was typed: that of a source of this name, else of who is `holding` it so far, if
    the name is the same but for its spelling: it ends as that one does and has the same first letters.
    """
    known = next((source for source in sources if fold(source.name) == fold(name)), None)
    if known or holding is None:
        return known.role if known else None
    words, held = fold(name).split(), fold(holding.name).split()
    is_same = words[-1:] == held[-1:] and "".join(words)[:_SAME_LETTERS] == "".join(held)[:_SAME_LETTERS]
    return holding.role if is_same else None


def _mentioned(article: Article) -> list[tuple[NamedSource, bool]]:
    """Each mention of a person or a body by name, in order, with its role there, and whether it is a person."""
    if article.language is None:
        return []
    text, grammar = article.text[:MOST_READ], grammar_of(article.language)
    spans = [article.wording.clean_span(block.span) for block in article.blocks if block.kept]
    blocks = [Block("paragraph", span, span.of(text)) for span in spans if span.end <= len(text)]
    state = read_article(text, blocks, (), Tokens(text, (block.span for block in blocks), grammar), grammar)
    names = state.resolver.names
    heads = [block.span for block in article.blocks if block.kept and block.kind in ("title", "heading")]
    clean_heads = [article.wording.clean_span(span) for span in heads]
    mentions = [
        one.mention
        for one in state.resolver.mentions.occurrences
        if one.mention.name and not one.is_place and not any(span.holds(one.mention.span) for span in clean_heads)
    ]
    days = names_of_days(article.language)
    sources: list[tuple[NamedSource, bool]] = []
    for mention in mentions:
        name, is_person = names.fullest(mention.name), names.is_person(mention)
        if is_person or fold(name) not in days:
            sources.append((NamedSource(name, mention.role if is_person else None), is_person))
    return sources
