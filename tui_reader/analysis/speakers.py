"""Who says each quotation. A wrong speaker is worse than none: where nothing near the words says it, there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tui_reader.analysis.names import Cast, Grammar, Mention, Token, gender_of, grammar, proper_words, tokenize
from tui_reader.analysis.text import WORD, fold
from tui_reader.model import Block, Quote, SourceForm, Span

FEWEST_SPEECH_WORDS = 4  # fewer words, without a source in the sentence, are rather a name or a scare quote
NEAR = 1500  # code points within which an earlier speaker can still be meant
_MARKS = "«»“”\"'‘’„‹› \u00a0\u202f"


@dataclass(frozen=True, slots=True)
class Source:
    """What stands at a quotation: where, as what, and the cue that ties it to the words."""

    span: Span
    how: SourceForm
    mention: Mention | None  # None for a pronoun
    pronoun: str | None = None
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """Whom an article speaks of: its noun phrases in order, its names, and who holds which role."""

    people: Sequence[Mention]
    cast: Cast
    roles: dict[str, str]
    rules: Grammar


def name_speakers(
    raw: str, blocks: Sequence[Block], quotes: Sequence[Quote], language: str | None
) -> tuple[Quote, ...]:
    """The quotes with their speakers, and those that report nobody's words marked as such."""
    if language is None:
        return tuple(quotes)
    rules = grammar(language)
    opaque = [quote.span for quote in quotes]
    proper = proper_words(raw, (block.span for block in blocks))
    people = [m for block in blocks for m in _mentions(tokenize(raw, block.span, opaque, proper), rules)]
    scene = Scene(
        people,
        Cast(mention.name for mention in people if mention.name),
        {fold(m.role): m.name for m in people if m.role and m.name},
        rules,
    )
    found: list[Quote] = []
    for item in quotes:
        quote = item
        if quote.kind == "post":
            found.append(replace(quote, speaker=scene.cast.fullest(quote.speaker or "")))
            continue
        source: Source | None
        inner = tokenize(raw, quote.span, proper=proper)
        incise = _incise(inner, quote, rules)
        if incise:
            source, left_out = incise
            quote = replace(quote, incises=(left_out,), clean=_without(raw, quote.span, left_out))
        else:
            masks = [one.span for one in quotes if one.sentence.meets(quote.sentence)]
            source = _source(tokenize(raw, quote.sentence, masks, proper), quote, rules)
        before = [one for one in found if one.speaker and quote.span.start - one.span.end < NEAR]
        found.append(_spoken(raw, quote, source, before, scene))
    return tuple(found)


def _mentions(tokens: Sequence[Token], rules: Grammar) -> list[Mention]:
    """The noun phrases that hold a name or a role, in order."""
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        read = rules.phrase(tokens, at)
        if read is None:
            at += 1
            continue
        mention, after = read
        found.append(_with_apposition(tokens, after, mention, rules))
        at = after
    return found


def _with_apposition(tokens: Sequence[Token], after: int, mention: Mention, rules: Grammar) -> Mention:
    """`le négociateur russe, Vladimir Medinski,` and `Guido Tonelli, porte-parole` give name and role together."""
    if mention.name or after + 1 >= len(tokens) or tokens[after].text != ",":
        return mention
    read = rules.phrase(tokens, after + 1)
    if read is None or not read[0].name or read[0].role:
        return mention
    closed = read[1] >= len(tokens) or not tokens[read[1]].word
    return replace(mention, name=read[0].name, span=Span(mention.span.start, read[0].span.end)) if closed else mention


def _source(tokens: Sequence[Token], quote: Quote, rules: Grammar) -> Source | None:
    """The source that the sentence gives for the quotation: at the nearest cue, after it or before it."""
    after = next((at for at, token in enumerate(tokens) if token.span.start >= quote.span.end), len(tokens))
    cues = [at for at, token in enumerate(tokens) if _is_cue(tokens, at, rules)]
    following = [at for at in cues if at >= after]
    preceding = [at for at in cues if at < after]
    for at in following[:1]:
        if _touches(tokens, after, at):
            source = _inverted(tokens, at, rules) or _subject(tokens, at, rules)
            if source:
                return source
    according = _according(tokens, after, rules)
    for at in reversed(preceding):
        source = _subject(tokens, at, rules) or _inverted(tokens, at, rules)
        if source:
            return source
    if according:
        return according
    for at in following:
        source = _inverted(tokens, at, rules) or _subject(tokens, at, rules)
        if source:
            return source
    return None


def _incise(tokens: Sequence[Token], quote: Quote, rules: Grammar) -> tuple[Source, Span] | None:
    """`A, dit X, B` inside one pair of marks: who says it, and the stretch that is not the speaker's.

    What stands between the source and the words that go on may be an age, a role or a gerund.
    """
    for at in range(1, len(tokens) - 2):
        if tokens[at].text not in (",", "?", "!", "…"):
            continue
        cue = at + 1 + (tokens[at + 1].low in ("s'", "se"))
        if cue >= len(tokens) or not _is_cue(tokens, cue, rules):
            continue
        source = _inverted(tokens, cue, rules)
        if source is None or source.span.start > tokens[min(cue + 2, len(tokens) - 1)].span.end:
            continue
        end = next((i for i in range(cue + 1, len(tokens)) if tokens[i].span.start >= source.span.end), len(tokens))
        while end < len(tokens) and tokens[end].text not in ",.;!?…":
            end += 1
        while end + 1 < len(tokens) and tokens[end].text == "," and _goes_on(tokens[end + 1], rules):
            end += 1
            while end < len(tokens) and tokens[end].text not in ",.;!?…":
                end += 1
        stop = tokens[end].span.start if end < len(tokens) else quote.span.end
        start = tokens[at].span.start if tokens[at].text == "," else tokens[at].span.end
        return source, Span(start, stop)
    return None


def _goes_on(token: Token, rules: Grammar) -> bool:
    """Whether a part between commas still speaks of the source: `71 ans`, `soudeuse à Brest`, `en souriant`."""
    low = token.low.rstrip("'")
    return (
        token.text[0].isdigit()
        or low in ("en", "aged")
        or (token.word and not token.capital and low not in rules.stops | rules.determiners | rules.prepositions)
    )


def _without(raw: str, span: Span, incise: Span) -> str:
    """The words of a quotation without its incise, on one line."""
    return " ".join((raw[span.start : incise.start] + raw[incise.end : span.end]).split("\n"))


def _is_cue(tokens: Sequence[Token], at: int, rules: Grammar) -> bool:
    low = tokens[at].low
    if low in rules.cues:
        return at == 0 or tokens[at - 1].low not in rules.determiners or tokens[at - 1].low == "l'"
    head = low.split("-")[0]
    return "-" in low and (head in rules.cues or (head in rules.auxiliaries and low.split("-")[-1] in rules.pronouns))


def _touches(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether only marks, blanks and helping words stand between the quotation's end and the cue."""
    return (
        all(not token.word or len(token.text) <= 3 or "-" in token.text for token in tokens[start:at])
        and at - start <= 6
    )


def _inverted(tokens: Sequence[Token], at: int, rules: Grammar) -> Source | None:
    """`a-t-il dit`, `affirme-t-elle`, `a dit X`, `said X`."""
    for place in (at, at - 1):
        parts = tokens[place].low.split("-") if place >= 0 else []
        if len(parts) > 1 and parts[-1] in rules.pronouns:
            end = tokens[place].span.end
            return Source(Span(end - len(parts[-1]), end), "pronoun", None, parts[-1], tokens[at].span)
    after = at + 1
    while after < len(tokens) and (tokens[after].low in rules.between or tokens[after].low in rules.cues):
        after += 1
    if after < len(tokens) and tokens[after].low in ("à", "au", "sur", "to"):
        skipped = rules.phrase(tokens, after + 1) if after + 1 < len(tokens) else None
        after = skipped[1] if skipped else after
    if after >= len(tokens):
        return None
    if tokens[after].low in rules.pronouns:
        return Source(tokens[after].span, "pronoun", None, tokens[after].low, tokens[at].span)
    read = rules.phrase(tokens, after)
    if read is None:
        return None
    mention = _with_apposition(tokens, read[1], read[0], rules)
    return Source(mention.span, _form(mention), mention, None, tokens[at].span)


def _subject(tokens: Sequence[Token], at: int, rules: Grammar) -> Source | None:
    """The first noun phrase or pronoun of the cue's clause that no preposition governs."""
    place = max((i + 1 for i in range(at) if tokens[i].text in ".;:!?"), default=0)
    best: Source | None = None
    while place < at:
        token = tokens[place]
        low = token.low.rstrip("'")
        if low in rules.pronouns and low not in ("lui", "him", "her", "eux", "them"):
            best = Source(token.span, "pronoun", None, low, tokens[at].span)
            place += 1
            continue
        read = rules.phrase(tokens, place)
        if read is None:
            place += 1
            continue
        mention, after = _with_apposition(tokens, read[1], read[0], rules), read[1]
        governed = place > 0 and tokens[place - 1].low.rstrip("'") in rules.prepositions
        if (
            not governed
            and after <= at
            and (best is None or (best.mention is not None and mention.name and not best.mention.name))
        ):
            best = Source(mention.span, _form(mention), mention, None, tokens[at].span)
        place = max(after, place + 1)
    return best


def _according(tokens: Sequence[Token], limit: int, rules: Grammar) -> Source | None:
    """`selon X`, `according to X`, and `pour X,` at the head of the sentence."""
    for at in range(min(limit, len(tokens)) - 1, -1, -1):
        heads = at == 0 and tokens[at].low in rules.viewpoint and any(token.text == "," for token in tokens[2:8])
        if (tokens[at].low in rules.according or heads) and at + 1 < len(tokens):
            start = at + 1 + (tokens[at + 1].low == "to")
            if start >= len(tokens):
                return None
            if tokens[start].low in rules.pronouns:
                return Source(tokens[start].span, "pronoun", None, tokens[start].low, tokens[at].span)
            read = rules.phrase(tokens, start)
            if read:
                mention = _with_apposition(tokens, read[1], read[0], rules)
                return Source(mention.span, _form(mention), mention, None, tokens[at].span)
    return None


def _form(mention: Mention) -> SourceForm:
    return "name" if mention.name else "role"


def _spoken(raw: str, quote: Quote, source: Source | None, before: Sequence[Quote], scene: Scene) -> Quote:
    """The quote with the speaker that its source names; `before` are the quotes shortly before it."""
    if source is None:
        return _without_source(raw, quote, before, scene.rules)
    cue = source.cue
    named = replace(quote, speaker_span=source.span, how=source.how, cue=cue.of(raw) if cue else None, cue_span=cue)
    if source.mention is None:
        speaker = _antecedent(source, before, scene)
        return replace(named, speaker=speaker) if speaker else quote
    mention = source.mention
    known = mention.name or scene.roles.get(fold(mention.role or ""))
    return replace(named, speaker=scene.cast.fullest(known) if known else mention.role, role=mention.role)


def _without_source(raw: str, quote: Quote, before: Sequence[Quote], rules: Grammar) -> Quote:
    """No cue in the sentence: the speaker goes on, or the words are nobody's speech."""
    words = len(WORD.findall(quote.text))
    leading = WORD.findall(fold(raw[max(quote.sentence.start, quote.span.start - 40) : quote.span.start]))
    if leading and leading[-1] in rules.naming:
        return replace(quote, speech=False)
    if words < FEWEST_SPEECH_WORDS and not quote.text.endswith((".", "!", "?", "…")):
        return replace(quote, speech=False)
    alone = not raw[quote.sentence.start : quote.span.start].strip(_MARKS) and not raw[
        quote.span.end : quote.sentence.end
    ].strip(_MARKS + ".,;")
    if alone and before and not raw[before[-1].sentence.end : quote.sentence.start].strip(_MARKS):
        return replace(quote, speaker=before[-1].speaker)
    return quote


def _antecedent(source: Source, before: Sequence[Quote], scene: Scene) -> str | None:
    """Whom a pronoun means: the last speaker or the last person named before it, where gender allows."""
    kind = scene.rules.pronouns.get(source.pronoun or "", "")
    if kind == "plural":
        return None
    wanted = "m" if kind == "singular_m" else "f"
    earlier = [m for m in scene.people if m.name and m.span.end <= source.span.start and len(m.name.split()) > 1]
    names = [scene.cast.fullest(m.name) for m in earlier[-6:] if m.name]
    if before and before[-1].speaker:
        names.append(before[-1].speaker)
    for name in reversed(names):
        gender = gender_of(name, scene.rules.language)
        if gender in (None, wanted):
            return name
    return None
