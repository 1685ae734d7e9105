"""Where a noun phrase begins, and how far it goes."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.analysis.syntax.grammar import Grammar
from tui_reader.analysis.syntax.mention import Mention, mention_of
from tui_reader.analysis.text.tokens import Stretch, Word

MOST_WORDS = 16  # of a noun phrase
_ROLE_REACH = 2  # words between a name and the role that goes on with its phrase: `State Department chief spokesman`
_LONGEST_ROLE = 5  # words of a second role, up to the name
_SHORTEST_ADVERB = 6  # letters of a word that its ending makes an adverb


def read_phrase(stretch: Stretch, at: int, grammar: Grammar) -> tuple[Mention, int] | None:
    """The noun phrase that begins at word number `at`, and the word after it; None where none begins there."""
    words = stretch.words
    if words[at].key in grammar.standalone and is_standalone(words, at, grammar):
        return mention_of(stretch, at, at, at + 1, grammar), at + 1
    start = at
    determined = words[at].determiner
    leads = determined or words[at].plural or counts_persons(words, at)
    at += leads
    if at >= len(words) or not words[at].word:
        return None
    word = words[at]
    if not leads and not _begins_bare(words, at, grammar):
        return None
    closed = word.nobody or (words[start].key in grammar.clitics and word.low in grammar.having)  # `l'on`, `l'avait`
    if word.pronoun or (closed if determined else word.stop and not word.capital):
        return None
    body = at
    named = False
    told = start > 0 and words[start - 1].key in grammar.posted
    split = _splits_verb(words, start, grammar)
    while at < len(words) and at - start < MOST_WORDS and _continues(words, at, body, named, grammar):
        if at > body and (_is_told(words, at, told, grammar) or (split and _is_participle(words[at]))):
            break
        named = named or (words[at].capital and not determined)
        at += 1
    while at > body and (words[at - 1].key in grammar.leading or not words[at - 1].word):
        at -= 1
    if at == body:
        return None
    return mention_of(stretch, start, body, at, grammar), at


def counts_persons(words: Sequence[Word], at: int) -> bool:
    """`400 personnes`: whether a number stands before a noun of persons."""
    return words[at].text.isdigit() and at + 1 < len(words) and words[at + 1].person and not words[at + 1].capital


def is_standalone(words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    """`Another said so.`: whether a verb, not a noun, follows a word that may also be an article."""
    return at + 1 < len(words) and words[at + 1].verb is not None and grammar.verb_at(words, at + 1) is not None


def _splits_verb(words: Sequence[Word], start: int, grammar: Grammar) -> bool:
    """`avait à l'époque parlé`: whether an auxiliary stands before the preposition of the phrase at `start`."""
    at = start if words[start].key in grammar.posted else start - 1  # `a au passage parlé`
    return at > 0 and words[at].key in grammar.prepositions and words[at - 1].low in grammar.having


def _is_participle(word: Word) -> bool:
    return word.verb is not None and word.verb.cue and "past" in word.verb.forms


def _is_told(words: Sequence[Word], at: int, told: bool, grammar: Grammar) -> bool:
    """`a dit à l'AFP Anne Roux`, `à la sortie Anne Roux`: whether a name follows whom or where it was told."""
    name = words[at].capital and at + 1 < len(words) and words[at + 1].capital
    before = words[at - 1]
    apart = told and words[at].first and not (before.person or before.title or before.joint)
    return name and (before.low in grammar.channels or apart)


def _begins_bare(words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    """Whether a phrase may begin here without a determiner: a name, a title, a role that follows a mark."""
    word = words[at]
    if word.title and (word.text.endswith(".") or word.text[0].isupper()):
        return True
    if word.capital:
        return word.low not in grammar.stops and word.low not in grammar.prepositions
    if grammar.head_first and at > 0 and words[at - 1].word:
        return False
    if leads_to_name(words, at, grammar) or word.low in grammar.collective:
        return True
    return word.person and word.opens and word.low not in grammar.stops and word.low not in grammar.verbs


def leads_to_name(words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    """`…, florist Ann Lee`, `…, state Sen. Lee`: a word before a name, after a mark or a verb, tells its role."""
    if grammar.head_first or at == 0 or at + 1 >= len(words) or not words[at + 1].capital:
        return False
    before, word, after = words[at - 1], words[at], words[at + 1]
    said = before.verb is not None and before.verb.level == "saying"  # `said rescuer Tom Lee`
    full = after.first or after.title or (at + 2 < len(words) and words[at + 2].capital)
    if not full or word.capital or not word.word or before.text == '"' or (before.word and not said):
        return False
    closed = word.stop or word.pronoun or word.nobody or word.low in grammar.prepositions
    return not closed and grammar.verb_at(words, at) is None


def _continues(words: Sequence[Word], at: int, body: int, named: bool, grammar: Grammar) -> bool:
    """Whether the word at `at` belongs to the phrase whose first content word is at `body`."""
    word, before = words[at], words[at - 1]
    if not word.word:
        return at > body and (word.text == "&" or (word.text == "." and before.title))
    if at == body or word.capital or (word.title and word.text.endswith(".")):
        return at == body or at > body + 1 or before.key not in grammar.prepositions  # `de son côté M. Roux`
    if word.key in grammar.joining or _is_field(words, at, grammar):
        return word.key not in grammar.joining or _joins_names(words, at, body) or _joins_roles(words, at, body)
    if word.joint:
        return _joins(words, at, body, named, grammar)
    if word.stop or word.pronoun or (word.plural and before.key not in grammar.linking):
        return False
    return _tells_more(words, at, named or _is_named_role(words, at, body), grammar)


def _is_named_role(words: Sequence[Word], at: int, body: int) -> bool:
    """`son petit-fils Kévin arrose`: whether a role and a name stand before the word."""
    start = at
    while start > body and words[start - 1].capital:
        start -= 1
    return body < start < at and words[start - 1].person


def _is_field(words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    """`le chercheur en sécurité Jean Roy`: whether a role goes on with its field, and a name follows."""
    if not grammar.head_first or words[at].key not in grammar.locating or not words[at - 1].person:
        return False
    field, name = (*words[at + 1 : at + 3], None, None)[:2]
    return field is not None and name is not None and not (field.capital or field.determiner) and name.capital


def _joins_names(words: Sequence[Word], at: int, body: int) -> bool:
    """`le parti Terre et Travail`: whether the word joins two parts of a body's name."""
    first = at
    while first > body and words[first - 1].capital:
        first -= 1
    named = body < first < at and words[first - 1].noun == "body"
    return named and at + 1 < len(words) and words[at + 1].capital


def _joins_roles(words: Sequence[Word], at: int, body: int) -> bool:
    """`l'avocat et ancien député Jean Roy`: whether the word joins two roles of the name that follows."""
    if not words[body].person or words[body - 1].plural or any(word.capital for word in words[body:at]):
        return False
    after = words[at + 1 : at + 1 + _LONGEST_ROLE]
    name = next((place for place, word in enumerate(after) if word.capital), 0)
    role = after[:name]
    return any(word.person for word in role) and not any(word.determiner or not word.word for word in role)


def _joins(words: Sequence[Word], at: int, body: int, named: bool, grammar: Grammar) -> bool:
    """Whether a preposition, an article or a particle goes on with a phrase."""
    low, before = words[at].key, words[at - 1]
    if at + 1 >= len(words) or not words[at + 1].word:
        return False
    if low in grammar.serving and before.person:
        return True
    if named and words[body].first and at - body > 1 and not grammar.head_first:  # `Ann Lee of the Rights Clinic`
        return False
    if low in grammar.owning or (low in grammar.posted and not named and _posts(words, at, body, grammar)):
        return True
    if words[at].determiner and before.key in grammar.linking:
        return True
    return low in grammar.particles and before.capital and words[at + 1].capital


def _tells_more(words: Sequence[Word], at: int, named: bool, grammar: Grammar) -> bool:
    """Whether a lower-case word is a noun or an adjective of the phrase: no verb, no adverb."""
    before = words[at - 1]
    if words[at].low in grammar.making and at + 1 < len(words) and words[at + 1].key in grammar.made:
        return False  # `le parquet fait état de`
    governed = before.determiner or before.key in grammar.linking
    if named and not governed:
        return _role_follows(words, at, grammar)
    if governed:
        return True
    compound = not grammar.head_first and before.hyphened and not before.person  # an adjective, as a rule
    verb = None if compound or words[at].verb is None else grammar.verb_at(words, at)
    if verb is not None and (verb.forms - {"past"} or not grammar.head_first):
        return False
    if verb is not None and verb.cue and any(word.text == '"' for word in words[at + 1 : at + 3]):
        return False  # `une décision qualifiée de « … »`
    return not _is_adverb(words[at].key, grammar)


def _posts(words: Sequence[Word], at: int, body: int, grammar: Grammar) -> bool:
    """`ambassadeur aux Nations unies`, `ministre déléguée aux transports`: a role, and its place or its matter."""
    after = words[at + 1 : at + 3]
    if any(word.low in grammar.assigned for word in words[body:at]):
        matter = next((word for word in after if not word.determiner), None)
        if matter and matter.word and not (matter.noun or matter.stop or matter.low in grammar.media):
            return True
    before = words[at - 1]
    if before.noun == "body" and before.capital and after and not after[0].stop:  # `la Délégation aux prisons`
        return words[at].key in grammar.determiners
    role = words[body].person or words[at - 1].person
    told = any(word.low in grammar.media for word in after)  # `a confié l'élu à l'AFP`
    return role and not told and any(word.capital and not word.stop for word in after)


def _role_follows(words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    """`Judicial Watch president`: a bare name goes on when a role follows close to it."""
    for word in words[at : at + 1 + _ROLE_REACH]:
        if not word.word or word.capital or word.stop or word.low in grammar.verbs:
            return False
        if word.person:
            return not grammar.head_first
    return False


def _is_adverb(word: str, grammar: Grammar) -> bool:
    return word.endswith(grammar.adverb_endings) and len(word) >= _SHORTEST_ADVERB and word not in grammar.not_adverbs
