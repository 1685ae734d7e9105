"""Whether what a rule proposes as a source can speak at all.

A source needs evidence of its own: a proper name, a noun of persons, bodies or documents, a role that somebody holds,
or a place right beside the verb of saying behind the quotation.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tui_reader.analysis.quotes.context import Proposal
from tui_reader.analysis.quotes.state import AttributionState
from tui_reader.analysis.syntax.grammar import Grammar
from tui_reader.analysis.syntax.mention import Mention
from tui_reader.analysis.text.segmentation import fold, fold_word

_BESIDE_VERB = ("after.verb-source", "after.source-verb", "after.source-verb-later", "inside.interjected-cue")
"""The rules whose source, whatever its noun, stands beside a verb of saying behind or inside the quotation."""
_FEWEST_HEADLINE_WORDS = 4
"""The number of capital words from which on those without a first name are rather a headline than a name."""
_OF_SUBJECT = "before.sentence-subject"
"""The rule that takes a subject for the source although no verb says that it speaks."""
_WITH_VERB = (
    *_BESIDE_VERB,
    "before.source-reporting-verb",
    "before.source-judging-verb",
    "before.place-impersonal-verb",
    "after.impersonal-verb-place",
    "frame.according-to",
    "frame.according-to-near",
    "frame.passive-agent",
)
"""The rules with a verb of saying or judging, by which a place may stand for those who govern it: `Paris refuse`."""
_CITED = "frame.according-to"
"""The rule whose source may only be where one reads what somebody says: `According to a tape, X called it “…”`."""
_WITHOUT_VERB = (_OF_SUBJECT, "context.sentence-before")
"""The rules by which somebody is the source of whom no verb says so."""

_LONGEST_POSSESSIVE = 4  # code points of the ending of an owner and the blanks behind it


def plausible_proposals(state: AttributionState, proposals: Sequence[Proposal]) -> list[Proposal]:
    """The first two proposals whose source can speak, the heavier first.

    None where the heaviest cannot, for the next best is seldom meant; nor where it is of somebody unknown and the next
    only of the subject of the sentence: `As Tom Lee left, someone shouted “…”`.
    """
    known = [one for one in proposals if one.source.mention or one.source.low in state.grammar.pronouns]
    if len(known) > 1 and known[0].rule == _CITED and not is_plausible(state, known[0]):
        known = known[1:]
    if not known or not is_plausible(state, known[0]):
        return []
    if known[0] is not proposals[0] and known[0].rule in _WITHOUT_VERB:
        return []
    next_best = next((proposal for proposal in known[1:] if is_plausible(state, proposal)), None)
    return [known[0], next_best] if next_best else known[:1]


def is_plausible(state: AttributionState, proposal: Proposal) -> bool:
    """True if the source of a proposal is a pronoun, or a mention of who or what can speak."""
    mention = proposal.source.mention
    if mention is None:
        return True
    if mention.name:
        if not mention.role and not state.grammar.procedures.isdisjoint(fold_word(mention.name).split()):
            return False
        is_name = mention.kind != "name" or _is_proper(state, mention, proposal.rule)
        return is_name and not (proposal.rule in _WITHOUT_VERB and _is_part(state, proposal, mention))
    if mention.head in state.grammar.degrees:  # `un brin philosophe`
        return False
    if mention.kind == "thing":
        return _may_be_speaker(state, proposal, mention)
    return mention.kind != "person" or not _is_stray_noun(state, proposal, mention)


def _is_part(state: AttributionState, proposal: Proposal, mention: Mention) -> bool:
    """`South Dakota's campaign`, `Did New York Blame Trump Family`: whether a name is an owner's or a headline's."""
    if fold(mention.span.of(state.raw)).endswith(state.grammar.possessive_endings):
        return True
    words = proposal.source.words
    is_known = any(word.first or word.title or word.noun or not word.capital for word in words)
    return len(words) >= _FEWEST_HEADLINE_WORDS and not is_known


def _is_proper(state: AttributionState, mention: Mention, rule: str) -> bool:
    """True for a single capital word unless it is one of grammar, or only the head of a sentence: `Comment`, `Il`."""
    names, grammar, word = state.resolver.names, state.grammar, fold_word(mention.name or "")
    if names.is_person(mention) or grammar.first_name(word):
        return True
    closed = (grammar.stops, grammar.pronouns, grammar.nobody, grammar.determiners, grammar.prepositions)
    if rule == _OF_SUBJECT or any(word in words for words in closed):
        return False
    return rule in _WITH_VERB or mention.name not in state.resolver.mentions.places


def _may_be_speaker(state: AttributionState, proposal: Proposal, mention: Mention) -> bool:
    """True for a noun that the lexicon does not know if something else tells that it means somebody."""
    grammar, described = state.grammar, proposal.source.words
    if (proposal.rule in _BESIDE_VERB or _is_said(state, proposal)) and not mention.bare:
        return True
    if any(word.noun or word.first or word.medium for word in described):  # `une centaine d'habitants`
        return True
    first_word = fold(mention.words).split()[0]
    if described and (described[-1].key in grammar.ages or first_word in grammar.ones | grammar.others):
        return True  # `le minot de 20 ans`, `l'un des Verts`, `le troisième ligne`
    speaking = (grammar.views, grammar.bearers, grammar.cries, grammar.voices, grammar.standalone)
    if any(mention.head in nouns for nouns in speaking):
        return True
    if not mention.bare and _noun_of(mention, grammar).endswith(grammar.doer_endings):
        return True
    return state.resolver.name_of(mention, state.recent_sources) != mention.words


def _is_said(state: AttributionState, proposal: Proposal) -> bool:
    """`The magnate went on to say`: whether a verb whose subject speaks is the cue before the quotation."""
    cue = fold(proposal.cue_span.of(state.raw))
    return proposal.rule == "before.source-reporting-verb" and cue in state.grammar.speaking


def _noun_of(mention: Mention, grammar: Grammar) -> str:
    """The noun of a phrase that has none which the lexicon knows: the first word, or the last before a preposition."""
    words = fold(mention.words).split()
    if grammar.head_first:
        return words[0]
    return next((word for word, after in pairwise(words) if after in grammar.prepositions), words[-1])


def _is_stray_noun(state: AttributionState, proposal: Proposal, mention: Mention) -> bool:
    """`Moving forward, she asked`: True for one noun in the singular that nothing determines, far from its verb."""
    start = mention.span.start
    is_single = mention.bare and not mention.plural and state.raw[start].islower() and " " not in mention.words
    if not is_single:
        return False
    before = fold(state.raw[max(0, start - _LONGEST_POSSESSIVE) : start]).rstrip()
    is_owned = before.endswith(state.grammar.possessive_endings)  # `China's ambassador to Britain warned`
    return not is_owned and bool(state.raw[mention.span.end : proposal.cue_span.start].strip())
