"""Tell quotations that report speech from quoted words that only name a thing, a title, or a word."""

from __future__ import annotations

from tui_reader.analysis.quotes.context import Proposal, QuoteContext, find_impersonal_pronoun, skip_marks
from tui_reader.analysis.quotes.non_speech import FEW_WORDS, FEWEST_WORDS, is_cue_near, is_description, names_something
from tui_reader.analysis.text.segmentation import WORD, fold

SURE_WEIGHT = 0.65
"""The weight from which a proposed source makes any quoted words speech."""
_SENTENCE_ENDS = (".", "!", "?", "…")


def is_speech(context: QuoteContext, best: Proposal | None, repeats_text: bool) -> bool:
    """True if the quoted words are somebody's.

    `best` is the heaviest proposal; `repeats_text` is True if the same words stand in the text without marks.
    """
    quoted_words = WORD.findall(context.quoted_text)
    if names_something(context, best, quoted_words):
        return False
    is_led_to = context.quote_index > 0 and context.chunks[context.quote_index - 1].low == ":"
    is_cued = best is not None and (is_led_to or is_cue_near(context, best))
    if len(quoted_words) <= FEW_WORDS and repeats_text and not is_cued:
        return False
    if (best and best.weight >= SURE_WEIGHT) or _is_beside_reporting_verb(context):
        return True
    if _is_told_of(context) or (best and _is_likely_of(context, best, quoted_words)):
        return True
    return len(quoted_words) >= FEWEST_WORDS or context.quoted_text.endswith(_SENTENCE_ENDS)


def _is_likely_of(context: QuoteContext, best: Proposal, quoted_words: list[str]) -> bool:
    """True if a few words are rather those of an unsure source than a name."""
    return (
        _describes_thing(context, best, quoted_words)
        or _is_in_first_person(context, quoted_words)
        or _ends_sentence_of(context, best, quoted_words)
        or _tells_how(context, best, quoted_words)
    )


def _describes_thing(context: QuoteContext, best: Proposal, quoted_words: list[str]) -> bool:
    """`elle dresse un bilan « très encourageant »`: True if the words describe a thing that the source tells of."""
    chunk = context.chunks[context.quote_index - 1]
    noun = chunk.mention if context.quote_index and chunk != best.source else None
    is_thing = noun is not None and noun.kind in ("thing", "document") and noun.indefinite
    return is_thing and is_description(context, quoted_words)


def _is_told_of(context: QuoteContext) -> bool:
    """`“Yes,” was her reply.`: True if a verb follows a quotation that opens the sentence and ends in a comma."""
    following = context.chunks[context.quote_index + 1 : context.quote_index + 2]
    opens = context.quote_index == 0 and context.quoted_text.endswith(",")
    return opens and any(chunk.verb or chunk.low in context.grammar.to_be for chunk in following)


def _ends_sentence_of(context: QuoteContext, best: Proposal, quoted_words: list[str]) -> bool:
    """`Le médecin a reporté vingt opérations, « dont trois cancers ».`: words of the person whom the sentence is about.

    What begins with an article may be a name.
    """
    before, after = context.chunks[: context.quote_index], context.chunks[context.quote_index + 1 :]
    mention = best.source.mention
    is_person = mention is not None and mention.kind == "person" and not (mention.indefinite or mention.plural)
    ends = bool(before) and before[-1].low == "," and all(chunk.low == "." for chunk in after)
    is_told = (
        len(quoted_words) > 1 and quoted_words[0][0].islower() and quoted_words[0] not in context.grammar.determiners
    )
    return ends and is_told and (is_person or best.source.kind == "pronoun")


def _tells_how(context: QuoteContext, best: Proposal, quoted_words: list[str]) -> bool:
    """`Le maire a suspendu le contrat « à titre provisoire »`: a few words that tell how a person does what he does."""
    mention, opening = best.source.mention, quoted_words[0] if quoted_words else ""
    is_person = mention is not None and mention.kind in ("person", "name", "body") and not mention.indefinite
    leads = opening in context.grammar.prepositions and opening not in context.grammar.owning
    return is_person and len(quoted_words) > 1 and leads


def _is_in_first_person(context: QuoteContext, quoted_words: list[str]) -> bool:
    """`a placé 40 000 euros, « toutes mes économies »`: True if whoever the sentence is about speaks of himself."""
    is_name = context.quoted_text[:1].isupper()
    return not is_name and not context.grammar.first_person.isdisjoint(map(fold, quoted_words))


def _is_beside_reporting_verb(context: QuoteContext) -> bool:
    """True if a reporting verb stands next to the quotation, whoever its subject is.

    `chanting “…”`, `« … », dit-on`, `« … », a salué Le Phare du Léon`.
    """
    if context.quote_index > 0 and context.clauses.is_cue(context.quote_index - 1, saying=True):
        return True
    start = skip_marks(context, context.quote_index + 1)
    is_inverted = start > context.quote_index + 1 and context.clauses.subject_after(start) is not None
    return is_inverted or find_impersonal_pronoun(context, start) is not None
