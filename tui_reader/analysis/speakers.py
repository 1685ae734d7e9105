"""Who says each quotation. A wrong speaker is worse than none: where nothing near the words says it, there is none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from tui_reader.analysis.antecedents import Pronoun, antecedent
from tui_reader.analysis.chunks import Chunk, Sentence, read_sentence
from tui_reader.analysis.clauses import Clauses
from tui_reader.analysis.constructions import CONSTRUCTIONS
from tui_reader.analysis.entities import Cast, Said
from tui_reader.analysis.grammar import Grammar, grammar
from tui_reader.analysis.incises import find_incise
from tui_reader.analysis.quotes import quoted_sentences
from tui_reader.analysis.scenes import DASHES, Proposal, Scene
from tui_reader.analysis.speech import is_speech
from tui_reader.analysis.text import fold
from tui_reader.analysis.tokens import Tokens
from tui_reader.analysis.turns import with_turns
from tui_reader.model import Block, Quote, SourceForm, Span

LEAST = 0.35  # what weighs less is no source
CLOSE = 0.04  # two sources that weigh so nearly the same are both only candidates
TOLD = 0.45  # the weight of whoever the sentence before is about
PASSED_ON = 0.5  # what is left of the weight of a source that only passes words on
FEWEST_REPEATED = 3  # words that are enough to know a quotation again
REACH_BEFORE, REACH_AFTER = 80, 40  # chunks of a sentence around a quotation
OPENING = 50_000  # code points from an article's beginning that tell what it writes without marks
_TITLES = ("title", "heading", "quotation")  # blocks that take words from the text
_MEMORY = 20  # sources before a quotation that a pronoun or a role can mean
_MARKS = "«»“”\"'‘’„‹›—– \u00a0\u202f\n\r\t"


@dataclass(slots=True)
class _Reading:
    """An article being read: its sentences, whom they speak of, and the sources found so far."""

    raw: str
    rules: Grammar
    tokens: Tokens
    sentences: Sequence[Sentence]
    cast: Cast
    low: str
    found: list[Quote] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)


def name_speakers(
    raw: str, blocks: Sequence[Block], quotes: Sequence[Quote], language: str | None
) -> tuple[Quote, ...]:
    """The quotes with their speakers, and those that report nobody's words marked as such."""
    if language is None:
        return tuple(quotes)
    rules = grammar(language)
    tokens = Tokens(raw, (block.span for block in blocks), rules)
    quotes = with_turns(raw, blocks, quotes, tokens, rules)
    sentences: list[Sentence] = []
    cast = Cast(_remembered(_sentences(raw, blocks, quotes, tokens, rules), sentences), rules)
    reading = _Reading(raw, rules, tokens, sentences, cast, _unquoted(raw, blocks, quotes))
    places = {
        chunk.quote: (number, at)
        for number, sentence in enumerate(sentences)
        for at, chunk in enumerate(sentence.chunks)
        if chunk.quote >= 0
    }
    for number, quote in enumerate(quotes):
        if quote.kind == "post":
            reading.found.append(replace(quote, speaker=reading.cast.fullest(quote.speaker)))
        elif quote.speaker_span:
            reading.found.append(_labelled(reading, quote, quote.speaker_span))
        elif number in places:
            reading.found.append(_read(reading, quote, *places[number]))
        else:
            reading.found.append(quote)
    titles = [block.span for block in blocks if block.kind in _TITLES]
    return tuple(_repeated(reading, titles))


def _repeated(reading: _Reading, titles: Sequence[Span]) -> Iterator[Quote]:
    """The quotations, those in titles having the source of the longer one which repeats their words."""
    known = [quote for quote in reading.found if quote.speaker and quote.speech]
    texts = "\n".join(fold(quote.text) for quote in known)
    starts = list(accumulate((len(quote.text) + 1 for quote in known), initial=0))
    at = 0
    for quote in reading.found:
        while at < len(titles) and titles[at].end <= quote.span.start:
            at += 1
        words = fold(quote.text)
        place = -1
        if not quote.speaker and at < len(titles) and titles[at].holds(quote.span):
            reported = quote.speech or _is_alone(reading.raw, quote)
            place = texts.find(words) if reported and len(words.split()) >= FEWEST_REPEATED else -1
        if place < 0:
            yield quote
            continue
        same = known[bisect_right(starts, place) - 1]
        yield replace(quote, speech=True, speaker=same.speaker, role=same.role, candidates=())


def _sentences(
    raw: str, blocks: Sequence[Block], quotes: Sequence[Quote], tokens: Tokens, rules: Grammar
) -> Iterator[Sentence]:
    """The sentences of the kept blocks, in order, each quotation in them with its number."""
    at = 0
    for block in blocks:
        inside: list[tuple[int, Span]] = []
        while at < len(quotes) and quotes[at].span.start < block.span.end:
            inside.append((at, quotes[at].span))
            at += 1
        if block.kind in ("post", "byline", "date"):
            continue
        first = 0
        for span in quoted_sentences(raw, block.span, [place for _, place in inside]):
            last = first
            while last < len(inside) and inside[last][1].start < span.end:
                last += 1
            opens = span.start == block.span.start
            yield read_sentence(tokens, span, inside[first:last], rules, opens=opens)
            first = last


def _remembered(sentences: Iterator[Sentence], kept: list[Sentence]) -> Iterator[Sentence]:
    """The sentences one by one; in `kept`, those far from any quotation lose their chunks, which fill the memory."""
    for sentence in sentences:
        yield sentence
        quoting = any(chunk.quote >= 0 for chunk in sentence.chunks)
        if (
            len(kept) > 1
            and not quoting
            and not any(chunk.quote >= 0 for chunk in kept[-2].chunks)
            and not any(chunk.quote >= 0 for chunk in kept[-1].chunks)
        ):
            kept[-1] = Sentence(kept[-1].span, ())
        kept.append(sentence)


def _unquoted(raw: str, blocks: Sequence[Block], quotes: Sequence[Quote]) -> str:
    """The text without its title, which takes words from it, and without its quotations, folded."""
    kept, at = [], next((block.span.end for block in blocks if block.kind == "title"), 0)
    for quote in quotes:
        kept.append(raw[at : quote.span.start])
        at = max(at, quote.span.end)
    return fold("".join([*kept, raw[at:]])[:OPENING])


def _stands_unmarked(low: str, words: str) -> bool:
    """Whether the rest of the text has quoted words first with no mark, not even a single one, before them."""
    words = words.rstrip(".,;!?")
    at = low.find(words)
    return at == 0 or (at > 0 and low[at - 1] not in "'‘")


def _labelled(reading: _Reading, quote: Quote, label: Span) -> Quote:
    """A turn of an interview with whom its label names."""
    words = label.of(reading.raw)
    if fold(words).rstrip(".") in reading.rules.asking:
        return quote
    return replace(quote, speaker=reading.cast.of_label(words))


def _read(reading: _Reading, quote: Quote, number: int, at: int) -> Quote:
    """The quotation that stands as chunk `at` of sentence `number`, with its source."""
    incise = find_incise(reading.tokens, quote, reading.rules)
    if incise:
        quote = replace(quote, incises=(incise.span,))
        return _with_source(reading, quote, number, Proposal(incise.source, incise.cue, 1.0))
    start = max(0, at - REACH_BEFORE)  # only so much of an endless sentence is looked at
    scene = _scene(reading, reading.sentences[number].chunks[start : at + REACH_AFTER], at - start, quote.text)
    weighed = _weighed(reading, _proposed(reading, quote, scene, number))
    alone = not weighed and _is_alone(reading.raw, quote)
    if _is_narrated(scene, reading.found) or (alone and _continues(reading, quote)):
        return _go_on(reading, quote, number)
    told = _told_before(reading, quote, number) if alone else None
    best = weighed[0] if weighed else told
    elsewhere = len(quote.text.split()) <= FEWEST_REPEATED and _stands_unmarked(reading.low, fold(quote.text))
    if not is_speech(scene, best, elsewhere):
        return replace(quote, speech=False)
    if best is None:
        return quote
    rivals = _rivals(reading, weighed, number)
    return replace(quote, candidates=rivals) if rivals else _with_source(reading, quote, number, best)


def _proposed(reading: _Reading, quote: Quote, scene: Scene, number: int) -> list[Proposal]:
    """What the constructions propose, those of a sentence that leads on to the quotation's included."""
    proposals = [one for construction in CONSTRUCTIONS for one in construction(scene)]
    proposals += _signed_below(reading, quote, number)
    if scene.at == 0 and number and _leads_on(reading.sentences[number - 1]):
        chunks = reading.sentences[number - 1].chunks[-REACH_BEFORE:]
        earlier = _scene(reading, chunks, len(chunks), quote.text)
        proposals += [one for construction in CONSTRUCTIONS for one in construction(earlier)]
    return proposals


def _rivals(reading: _Reading, weighed: Sequence[Proposal], number: int) -> tuple[str, ...]:
    """The two heaviest sources where they are close and not the same."""
    if len(weighed) < 2 or weighed[0].weight - weighed[1].weight >= CLOSE:
        return ()
    one, other = (_named(reading, proposal, number)[0] for proposal in weighed[:2])
    return (one, other) if one and other and not _same(one, other) else ()


def _scene(reading: _Reading, chunks: Sequence[Chunk], at: int, words: str) -> Scene:
    low = fold(words[:40]).lstrip("[( ")
    first = low.split()[0].split("'")[0].strip("[]().,;") if low.split() else ""
    return Scene(chunks, at, words, Clauses(chunks, reading.rules), reading.rules, first)


def _signed_below(reading: _Reading, quote: Quote, number: int) -> Iterator[Proposal]:
    """Words that a line with a dash and a name follows, as a signature."""
    after = reading.sentences[number + 1] if number + 1 < len(reading.sentences) else None
    if after is None or not _is_alone(reading.raw, quote) or len(after.chunks) < 2:
        return
    dash, name = after.chunks[:2]
    named = name.mention is not None and name.mention.name is not None
    below = "\n" in reading.raw[quote.span.end : dash.start]
    if below and named and dash.low in DASHES and dash.start == after.span.start:
        yield Proposal(name, dash.span, 0.9)


def _is_narrated(scene: Scene, found: Sequence[Quote]) -> bool:
    """`Et de conclure : « … »`: an infinitive that tells what the last source said then."""
    if scene.at < 3 or not found:  # `et`, `de` and the verb
        return False
    joint, particle, verb = scene.chunks[:3]
    narrating = joint.low in scene.rules.joining and particle.low.rstrip("'") in scene.rules.narrating
    return narrating and verb.verb is not None and verb.verb.cue and "base" in verb.verb.forms


def _leads_on(sentence: Sentence) -> bool:
    """Whether a sentence ends with a colon: what it announces stands in the next one."""
    return bool(sentence.chunks) and sentence.chunks[-1].low == ":"


def _weighed(reading: _Reading, proposals: Sequence[Proposal]) -> list[Proposal]:
    """The proposals that weigh enough, the heaviest first."""
    found = []
    for proposal in proposals:
        mention = proposal.source.mention
        if mention is None and proposal.source.low not in reading.rules.pronouns:
            continue
        weight = proposal.weight
        if mention and any(word.removesuffix("'s") in reading.rules.media for word in fold(mention.label).split()):
            weight *= PASSED_ON
        if weight >= LEAST:
            found.append(proposal if weight == proposal.weight else replace(proposal, weight=weight))
    return sorted(found, key=lambda one: -one.weight)


def _named(reading: _Reading, proposal: Proposal, number: int) -> tuple[str | None, list[str]]:
    """What to call a proposed source, and the candidates where a pronoun may mean several."""
    source = proposal.source
    before = reading.said[-_MEMORY:]
    if source.mention:
        return reading.cast.speaker(source.mention, before), []
    kind = reading.rules.pronouns[source.low]
    quoted = (chunk.span.start for chunk in reading.sentences[number].chunks if chunk.kind == "quote")
    start = source.span.start
    return antecedent(reading.cast, Pronoun(kind, start, next(quoted, start), number), before)


def _with_source(reading: _Reading, quote: Quote, number: int, proposal: Proposal) -> Quote:
    """The quotation with the speaker that its source names."""
    speaker, candidates = _named(reading, proposal, number)
    if not speaker:
        return replace(
            quote, candidates=tuple(candidates[:2]) if len(candidates) > 1 else (),
            speaker_span=proposal.source.span, how="pronoun", cue=proposal.cue.of(reading.raw), cue_span=proposal.cue,
        )  # fmt: skip
    mention = proposal.source.mention
    kind = reading.cast.kind_of(mention, reading.rules.pronouns.get(proposal.source.low, ""))
    gender = reading.cast.gender(speaker) or (mention.gender if mention else None)
    reading.said.append(Said(number, quote.span.start, speaker, kind, gender))
    role = (mention.role or (mention.words if not mention.name else None)) if mention else None
    cue = proposal.cue
    return replace(
        quote, speaker=speaker, speaker_span=proposal.source.span, how=_form(reading, proposal.source), role=role,
        cue=cue.of(reading.raw), cue_span=cue,
    )  # fmt: skip


def _form(reading: _Reading, source: Chunk) -> SourceForm:
    mention = source.mention
    if mention is None:
        return "pronoun"
    if mention.name and (reading.cast.is_person(mention)):
        return "name"
    return "role" if mention.kind == "person" else "org"


def _is_alone(raw: str, quote: Quote) -> bool:
    """Whether nothing but marks stands beside the quotation in its sentence."""
    before = raw[quote.sentence.start : quote.span.start].strip(_MARKS)
    return not before and not raw[quote.span.end : quote.sentence.end].strip(_MARKS + ".,;")


def _told_before(reading: _Reading, quote: Quote, number: int) -> Proposal | None:
    """`X a fondu en larmes. « … »`: the sentence before in the paragraph is about the person who speaks."""
    if number == 0 or "\n" in reading.raw[reading.sentences[number - 1].span.end : quote.span.start]:
        return None
    chunks = reading.sentences[number - 1].chunks[:REACH_BEFORE]
    end = next((at for at in range(len(chunks), 0, -1) if chunks[at - 1].kind != "mark"), 0)
    place = Clauses(chunks, reading.rules).main_subject(end)
    source = chunks[place] if place is not None else None
    if source is None or any(chunk.quote >= 0 for chunk in chunks):
        return None
    named = source.mention and source.mention.name and reading.cast.is_person(source.mention)
    known = named or source.low in reading.rules.pronouns
    return Proposal(source, source.span, TOLD) if known else None


def _continues(reading: _Reading, quote: Quote) -> bool:
    """Whether the quotation comes right after another whose source is known."""
    last = _last_said(reading.found)
    if last is None or not last.speaker_span or last.kind == "post":
        return False
    if reading.raw[quote.sentence.start : quote.span.start].strip() in DASHES:  # each line of a dialogue is another's
        return False
    return not reading.raw[last.sentence.end : quote.sentence.start].strip(_MARKS)


def _last_said(found: Sequence[Quote]) -> Quote | None:
    """The last quotation, or the last of its sentence that reports words: a title stands beside those of who is on."""
    if not found:
        return None
    same = [one for one in found[-_MEMORY:] if one.sentence == found[-1].sentence and one.speech]
    return same[-1] if same else found[-1]


def _go_on(reading: _Reading, quote: Quote, number: int) -> Quote:
    """The quotation with the source of the one before it."""
    last = _last_said(reading.found) or reading.found[-1]
    if reading.said and last.speaker:
        reading.said.append(replace(reading.said[-1], sentence=number, at=quote.span.start, speaker=last.speaker))
    return replace(quote, speaker=last.speaker, speaker_span=last.speaker_span, role=last.role)


def _same(one: str, other: str) -> bool:
    mine, theirs = set(fold(one).split()), set(fold(other).split())
    return mine <= theirs or theirs <= mine
