"""Quoted text that is not speech: titles, names, nicknames, scare quotes, and words about words."""

from __future__ import annotations

from tui_reader.analysis.quotes.context import Proposal, QuoteContext

FEWEST_WORDS = 4
"""Quoted text of fewer words, without a sure source, is more often a name or a scare quote than speech."""
FEW_WORDS = 3
"""The number of words up to which quoted text is short, and may be a name after a colon or repeat words of the text."""
_ADJACENT = 3  # chunks between the quotation and a cue or a word that takes it as its object
_GOVERNING = 2  # chunks from a cue to the quotation behind its preposition
_COORDINATED = 3  # chunks of a noun, the quotation behind it, and what joins another one to them
_LONGEST_NAME = 6  # words of a nickname
_LONGEST_PARTICLE = 3  # letters of a word that has no capital in a title: `de`, `the`
_OWNED_REACH = 5  # chunks from a relative of possession to the quotation that names what is possessed
_YEAR_DIGITS = 4
_CERTAIN = 0.9  # and of words that begin with a verb
_SURE_ENOUGH = 0.65  # of the source of words that look like a title
_SURE_WEIGHT = 0.8  # of a source that is not the subject of a verb
_EXCLAMATIONS = ("!", "?", "…")  # not the full stop, which may stand inside the marks of a title


def names_something(context: QuoteContext, best: Proposal | None, quoted_words: list[str]) -> bool:
    """True if the quoted text is a name, by what stands around it and by how it is written.

    `best` is the heaviest proposal for its source, `quoted_words` are its words.
    """
    if _is_distanced(context):
        return True
    named = _follows_naming_word(context, len(quoted_words)) and not _is_of_somebody(context, len(quoted_words))
    named = named and not _is_predicate(context, quoted_words) and not _is_told_at_length(context, best, quoted_words)
    if named and not _is_cue_right_after(context, best) and not _is_judged(context, best, quoted_words):
        return True
    if _is_explained(context) or _is_nickname(context) or _is_called(context, len(quoted_words)):
        return True
    return not context.quoted_text.endswith(_EXCLAMATIONS) and _is_name(context, best, quoted_words)


def is_cue_near(context: QuoteContext, best: Proposal, reach: int = _ADJACENT) -> bool:
    """True if the cue of the proposal stands next to the quotation, within a number of chunks."""
    chunks = context.chunks
    cue_index = next((i for i, chunk in enumerate(chunks) if chunk.end >= best.cue_span.end), len(chunks))
    return abs(context.quote_index - cue_index) <= reach


def _is_distanced(context: QuoteContext) -> bool:
    """`the so-called “bomb cyclone” hit the town`: whether a word right before says that others call something so."""
    before = context.chunks[context.quote_index - 1] if context.quote_index else None
    last_word = before.words[-1].low if before and before.words else before.low if before else ""
    return last_word in context.grammar.distancing


def _follows_naming_word(context: QuoteContext, word_count: int) -> bool:
    """`le film « … »`, `une expression, « … »`, `notion de « … »`: a word of naming stands right before."""
    chunks, grammar = context.chunks, context.grammar
    index = context.quote_index - 1
    if index >= 0 and chunks[index].low == ":" and word_count > FEW_WORDS:
        return False
    while index >= 0 and (chunks[index].low in (",", ":") or chunks[index].low.rstrip("'") in grammar.owning):
        index -= 1
    while index > 0 and _is_adverb(context, index):  # `appelé localement « … »`
        index -= 1
    if index < 0:
        return False
    chunk = chunks[index]
    if index and _is_renamed(context, index):
        return True
    reporting = chunk.verb is not None and chunk.verb.level == "saying"
    auxiliaries = grammar.auxiliaries if reporting else grammar.having
    before = chunks[context.clauses.verb_start(index) : index] if chunk.verb else ()
    if any(word.low in auxiliaries for word in before):  # `se sont dites « … »`, `a, lui, appelé « … »`
        return False
    is_dubbed = grammar.head_first and chunk.low in grammar.naming  # `que l'on surnommait « … »`
    if chunk.verb and "past" not in chunk.verb.forms and not is_dubbed:  # `to show “…”`
        return False
    last_word = chunk.words[-1].low if chunk.words else chunk.low
    is_title = last_word in grammar.titled and context.quoted_text[:1].isupper()
    says = chunks[context.quote_index - 1].low == ":" and last_word in grammar.views  # `accompagné de ces mots : « … »`
    return not says and (is_title or last_word in grammar.naming) and not chunk.low.endswith(":")


def _is_of_somebody(context: QuoteContext, word_count: int) -> bool:
    """`dédie son prix « à tous les exilés »`: several words behind something of somebody's are no name of it."""
    noun = context.chunks[context.quote_index - 1]
    owned = bool(noun.words) and noun.words[0].low in context.grammar.possessives
    return owned and word_count > FEW_WORDS and context.quoted_text[:1].islower()


def _is_predicate(context: QuoteContext, quoted_words: list[str]) -> bool:
    """`le groupe « a déjà déçu »`: several words that begin with an auxiliary say what the thing before them does."""
    first_word, grammar = context.first_word, context.grammar
    is_denied = first_word in grammar.negations and grammar.head_first
    verb = grammar.verbs.get(first_word)
    acts = verb is not None and verb.forms == {"finite"} and context.quoted_text[:1].islower()  # `« sent le brûlé »`
    return len(quoted_words) > FEW_WORDS - 1 and (is_denied or acts or quoted_words[0] in grammar.auxiliaries)


def _is_told_at_length(context: QuoteContext, best: Proposal | None, quoted_words: list[str]) -> bool:
    """`a lu le livre « d'une traite, dans un train »`: many words in lower case, which a source says, are no title.

    Fewer are enough where a verb or a preposition begins them.
    """
    if best is None or best.weight < _SURE_ENOUGH or not context.quoted_text[:1].islower():
        return False
    opens_phrase = context.first_word in context.grammar.verbs or context.first_word in context.grammar.prepositions
    verb = context.grammar.verbs.get(context.first_word)
    if best.weight >= _CERTAIN and verb is not None and "finite" in verb.forms:  # `X, pour qui le plan « sent la fin »`
        return len(quoted_words) > FEW_WORDS
    return len(quoted_words) > (FEWEST_WORDS if opens_phrase else _LONGEST_NAME)


def _is_judged(context: QuoteContext, best: Proposal | None, quoted_words: list[str]) -> bool:
    """`rejette un accord « honteux »`, `juge le programme « hors de prix »`: what the source thinks of the thing.

    `lance une opération « escargot »` gives a name.
    """
    thing = context.chunks[context.quote_index - 1]
    before = context.chunks[context.quote_index - 2] if context.quote_index > 2 else thing
    is_owned = bool(before.words) and before.words[-1].possessive
    if best is not None and thing.mention is None and is_owned:  # `called Ann Lee's words “odd”`
        return context.chunks[context.quote_index - 3].low in context.grammar.rating
    begins_small = context.quoted_text[:1].islower()
    if best is not None and begins_small:
        is_viewed = thing.low == "," and best.weight >= _SURE_WEIGHT
        if is_viewed or _is_labelled(context):
            return True  # `Pour Jean Roy, qui vote le projet, « rien ne presse »`
    if best is None or thing.mention is None or not quoted_words or not quoted_words[0][0].islower():
        return False
    cue_index = context.quote_index - 2
    while cue_index > _COORDINATED and _joins_quote(
        context, cue_index
    ):  # `dénonce un plan « flou » et un prix « fou »`
        cue_index -= _COORDINATED
    rating = context.grammar.rating
    while cue_index > 0 and context.chunks[cue_index].low not in rating and _is_beside_cue(context, cue_index):
        cue_index -= 1
    cue = context.chunks[cue_index]
    if cue.low.rstrip("'") in context.grammar.prepositions:  # `parle d'un plan « honteux »`
        cue = context.chunks[cue_index - 1]
    if cue.verb is None or cue.start > best.cue_span.end or cue.low in rating:
        return cue.low in rating
    if not thing.mention.indefinite or quoted_words[0] in context.grammar.determiners:
        return False
    return cue.verb.level == "judging" or is_description(context, quoted_words)


def _is_labelled(context: QuoteContext) -> bool:
    """`a qualifié le projet de « verrue »`: whether a verb of rating, a thing and `de` stand right before."""
    before = context.chunks[max(0, context.quote_index - _COORDINATED) : context.quote_index]
    if len(before) < _COORDINATED or before[2].low.rstrip("'") not in context.grammar.owning:
        return False
    return before[0].low in context.grammar.labelling and before[1].kind == "phrase"


def is_description(context: QuoteContext, quoted_words: list[str]) -> bool:
    """`un bilan « très encourageant »`, `des mots « sortis trop vite »`: an adjective or a participle in lower case."""
    if not quoted_words or not quoted_words[0][0].islower():
        return False
    verb = context.grammar.verbs.get(context.first_word)
    is_participle = verb is not None and "past" in verb.forms
    return (
        is_participle
        or quoted_words[0].endswith(context.grammar.adjective_endings)
        or quoted_words[-1].endswith(context.grammar.adjective_endings)
    )


def _is_beside_cue(context: QuoteContext, index: int) -> bool:
    """`fustige quant à lui un projet « … »`: True if the chunk only stands between the cue and its object."""
    chunk = context.chunks[index]
    is_topic = (
        chunk.low in context.grammar.topical
        or f"{context.chunks[index - 1].low} {chunk.low}" in context.grammar.topical
    )
    return is_topic or chunk.governed or context.clauses.is_aside(index)


def _joins_quote(context: QuoteContext, index: int) -> bool:
    """True if a conjunction or a comma joins what follows to a noun and the quotation right behind it."""
    noun, quote, joint = context.chunks[index - 2 : index + 1]
    joins = joint.low == "," or joint.low in context.grammar.joining
    return joins and quote.kind == "quote" and noun.kind == "phrase"


def _is_adverb(context: QuoteContext, index: int) -> bool:
    chunk, grammar = context.chunks[index], context.grammar
    return chunk.kind == "word" and chunk.low.endswith(grammar.adverb_endings) and chunk.low not in grammar.naming


def _is_renamed(context: QuoteContext, index: int) -> bool:
    """`a rebaptisé le lieu « … »`, `Kwame Adjei, dit « … »`: the chunk at `index` and the one before give a name."""
    before, chunk = context.chunks[index - 1 : index + 1]
    if chunk.kind == "phrase":
        return before.kind == "word" and before.low in context.grammar.naming and not chunk.governed
    article = context.first_word in context.grammar.definite  # not `Anne Roux, du CNRS, dit « craindre … »`
    dubbed = before.low == "," and chunk.low in context.grammar.dubbing
    return article and dubbed and index == context.quote_index - 1


def _is_nickname(context: QuoteContext) -> bool:
    """`le phare que les marins appellent « … »`, `il les appelle « … »`: what a thing or somebody is called.

    Not so `ce qu'ils appellent « … »`.
    """
    chunks, grammar = context.chunks, context.grammar
    verb_index = context.quote_index - 1
    while verb_index > 0 and context.clauses.is_aside(verb_index) and chunks[verb_index].low not in grammar.calling:
        verb_index -= 1
    if verb_index < 2 or chunks[verb_index].low not in grammar.calling:
        return False
    if chunks[verb_index - 1].low in grammar.clitics:  # `il les appelle « les timides »`
        return True
    subject_index = context.clauses.subject(verb_index)
    if subject_index is None or subject_index < 2:
        return False
    if chunks[subject_index - 1].low.rstrip("'") not in grammar.conjunctions:
        return False
    mention = chunks[subject_index].mention
    several = mention.plural if mention else grammar.pronouns.get(chunks[subject_index].low) == "plural"
    return several and chunks[subject_index - 2].kind != "pronoun"


def _is_called(context: QuoteContext, word_count: int) -> bool:
    """`have formed a group called “Hush Compton”`: whether a participle gives a thing or a body its name."""
    if context.quote_index < 2 or word_count > _LONGEST_NAME or not context.quoted_text[:1].isupper():
        return False
    noun, verb = context.chunks[context.quote_index - 2 : context.quote_index]
    is_participle = verb.low in context.grammar.calling and verb.verb is not None and "past" in verb.verb.forms
    mention = noun.mention
    return (
        is_participle and mention is not None and mention.indefinite and mention.kind in ("thing", "body", "document")
    )


def _is_explained(context: QuoteContext) -> bool:
    """`« … » signifie`, `désigne une « … »`: words about words."""
    chunks, quote_index = context.chunks, context.quote_index
    if not context.clauses.has_any(context.grammar.meaning):
        return False
    beside = [chunks[index].low for index in (quote_index - 1, quote_index + 1) if 0 <= index < len(chunks)]
    before = [chunk.low for chunk in chunks[max(0, quote_index - _ADJACENT) : quote_index]]
    after_comma = len(before) - before[::-1].index(",") if "," in before else 0
    return any(low in context.grammar.meaning for low in [*beside, *before[after_comma:]])


def _is_cue_right_after(context: QuoteContext, best: Proposal | None) -> bool:
    """`une opération « délicate » selon X`: the source's cue follows with no comma."""
    following = context.chunks[context.quote_index + 1 : context.quote_index + 2]
    return best is not None and best.cue_span.start == next((chunk.start for chunk in following), -1)


def _is_name(context: QuoteContext, best: Proposal | None, quoted_words: list[str]) -> bool:
    """True for the name of a work, a programme, a law, or a nickname, by how it is written and where it stands."""
    capital = bool(quoted_words) and quoted_words[0][0].isupper()
    short = len(quoted_words) <= _LONGEST_NAME
    if capital and short and (_is_described_after(context, owned=True) or _is_governed_title(context, best)):
        return True
    if capital and (_is_dated(context) or _follows_article(context) or (short and _is_apposed(context))):
        return True
    if len(quoted_words) <= FEWEST_WORDS and _is_capitalised(quoted_words) and _is_place_of_title(context):
        return True
    few = 1 < len(quoted_words) <= FEWEST_WORDS and not context.quoted_text.isupper()
    all_capitals = few and all(word[0].isupper() for word in quoted_words)  # `« Madame Lucette »`
    if all_capitals and not (best and is_cue_near(context, best)):
        return True
    nickname = short and _follows_article(context)
    return best is None and (nickname or (capital and _is_described_after(context)))


def _is_governed_title(context: QuoteContext, best: Proposal | None) -> bool:
    """`connu grâce à « Les Bateaux de papier »`: words with a capital right after a preposition, said by nobody."""
    before = context.chunks[context.quote_index - 1].low.rstrip("'") if context.quote_index else ""
    said = best is not None and best.weight >= _SURE_ENOUGH and is_cue_near(context, best, _GOVERNING)
    return context.grammar.head_first and before in context.grammar.prepositions and not said


def _is_capitalised(quoted_words: list[str]) -> bool:
    """True if the first word and all long ones have a capital or are numbers, as in a title."""
    long_words = [word for word in quoted_words if len(word) > _LONGEST_PARTICLE or word[0].isdigit()]
    if len(quoted_words) > 1 and "".join(quoted_words).isupper():  # in a text in capitals
        return False
    opens = bool(quoted_words) and (quoted_words[0][0].isupper() or quoted_words[0][0].isdigit())
    return opens and not any(word[0].islower() for word in long_words)


def _is_place_of_title(context: QuoteContext) -> bool:
    """`au « … »`, `sur le « … »`, `Fox’s “…”`: titles follow a preposition, an article, or a name."""
    if context.quote_index == 0:
        return False
    before = context.chunks[context.quote_index - 1]
    return before.kind in ("word", "phrase") and (before.low.rstrip("'") in context.grammar.places or before.governed)


def _is_apposed(context: QuoteContext) -> bool:
    """`un de ses thèmes, « Barcarole »`: a comma parts the quotation from the noun that it names."""
    if context.quote_index < 2 or context.chunks[context.quote_index - 1].low != ",":
        return False
    noun = context.chunks[context.quote_index - 2].mention
    if noun is None:  # `whose first feature, “Kitchen”, won`
        lows = [
            chunk.low for chunk in context.chunks[max(0, context.quote_index - _OWNED_REACH) : context.quote_index - 2]
        ]
        return not context.grammar.owned_relatives.isdisjoint(lows)
    return noun.kind in ("thing", "document") and noun.head not in context.grammar.views


def _follows_article(context: QuoteContext) -> bool:
    """`la « Loi pour un lagon propre »`, `du « Courrier des arts »`: in French an article stands before a name."""
    before = context.chunks[context.quote_index - 1].low if context.quote_index else ""
    grammar = context.grammar
    if not grammar.head_first or before in grammar.plural_determiners:
        return False
    is_contracted = before in grammar.determiners and before in grammar.owning and context.quoted_text[:1].isupper()
    return is_contracted or (before in grammar.definite and before not in grammar.linking)


def _is_described_after(context: QuoteContext, *, owned: bool = False) -> bool:
    """`« La Laveuse au pont », une huile`: an apposition says what the work is; if `owned`, whose: `sa pièce`."""
    following = context.chunks[context.quote_index + 1 : context.quote_index + 3]
    noun = following[1].mention if len(following) > 1 and following[0].low == "," else None
    if noun is None or noun.kind not in ("thing", "document"):
        return False
    return following[1].words[0].low in context.grammar.possessives if owned else noun.indefinite


def _is_dated(context: QuoteContext) -> bool:
    """`« La Dune rouge » (1959)`: a work and its year."""
    following = [chunk.low for chunk in context.chunks[context.quote_index + 1 : context.quote_index + 3]]
    return len(following) > 1 and following[0] == "(" and len(following[1]) == _YEAR_DIGITS and following[1].isdigit()
