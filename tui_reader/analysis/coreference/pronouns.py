"""Resolve a pronoun that is a source to its antecedent: a source or a mention before it, the nearest sentence first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

import msgspec

from tui_reader.analysis.coreference.mentions import Occurrence
from tui_reader.analysis.coreference.resolver import EntityResolver
from tui_reader.analysis.coreference.sources import PRONOUN_KINDS, NamedSource, SourceKind
from tui_reader.analysis.syntax.grammar import PRONOUN_GENDERS, Gender, Grammar, compatible
from tui_reader.analysis.syntax.mention import Mention
from tui_reader.analysis.text.segmentation import fold

PRONOUN_REACH = 6
"""The number of sentences, its own included, in which the antecedent of a pronoun is searched for."""

_COMMA_AND_BLANK = 2  # code points between two names in a row


class SearchCriteria(msgspec.Struct, frozen=True):
    """A pronoun, as what its antecedent must fit.

    `form` is its number and gender as the lexicon writes them (`singular_m`), `offset` where it stands. The antecedent
    stands before `first_quote_offset` (the first quotation of the pronoun's sentence) and before the pronoun itself:
    what comes later is rather spoken of than speaking. `nearest` is True for a pronoun that means the person named
    last.
    """

    form: str
    offset: int
    first_quote_offset: int
    sentence_index: int
    nearest: bool = False

    @property
    def kind(self) -> SourceKind:
        """The kind of the antecedent."""
        return PRONOUN_KINDS[self.form]

    @property
    def gender(self) -> Gender | None:
        """The gender of the antecedent."""
        return PRONOUN_GENDERS.get(self.form)

    @property
    def end(self) -> int:
        """The offset before which the antecedent ends."""
        return min(self.offset, self.first_quote_offset)


class Antecedent(NamedTuple):
    """What a source is called; without a name, `candidates` are the names between which nothing decides."""

    name: str | None
    candidates: Sequence[str] = ()


_NONE = Antecedent(None)


class _Candidate(NamedTuple):
    """A mention that fits.

    What it is called, where it starts and ends, whether a preposition governs it, and whether it is known by a name.
    """

    name: str
    start: int
    end: int
    governed: bool
    named: bool


def find_antecedent(
    resolver: EntityResolver, criteria: SearchCriteria, earlier_sources: Sequence[NamedSource]
) -> Antecedent:
    """The antecedent of a pronoun.

    Where the pronoun's paragraph names nobody, the person whom the title names is rather meant than one of an earlier
    paragraph whom the article names less often. Nobody is meant of an earlier paragraph where something else that the
    pronoun fits acts in its own.
    """
    search = _Search(resolver, criteria, earlier_sources)
    titled = resolver.salience.person_in_title(criteria.gender) if criteria.kind == "singular" else None
    last_index = criteria.sentence_index
    for sentence_index in range(last_index, max(-1, last_index - PRONOUN_REACH), -1):
        antecedent = search.in_sentence(sentence_index)
        if antecedent.name and search.is_doubtful_in(sentence_index):
            return _NONE
        if antecedent.name and titled:
            start = resolver.mentions.sentence_starts[sentence_index]
            if resolver.salience.is_outshone(antecedent.name, start, criteria.offset, by=titled):
                return Antecedent(titled)
        if antecedent.name or antecedent.candidates:
            return antecedent
    return Antecedent(search.person_introduced_after())


class _Search:
    """The search for the antecedent of one pronoun in one sentence after another."""

    def __init__(
        self, resolver: EntityResolver, criteria: SearchCriteria, earlier_sources: Sequence[NamedSource]
    ) -> None:
        self._resolver = resolver
        self._names = resolver.names
        self._grammar = resolver.grammar
        self._criteria = criteria
        self._earlier_sources = earlier_sources

    def in_sentence(self, sentence_index: int) -> Antecedent:
        """The antecedent in a sentence: a source, a free mention, the body it is about, or a governed mention."""
        source = None if self._criteria.nearest else self._source_in(sentence_index)
        if source:
            return Antecedent(source)
        candidates = _without_described(list(self._candidates_in(sentence_index)))
        if self._criteria.nearest:
            body = self._last_body_in(sentence_index) if self._criteria.kind == "singular" else None
            if body and (not candidates or body.span.start > candidates[-1].start):
                return Antecedent(self._resolver.name_of(body, self._earlier_sources))
            if candidates:
                return Antecedent(candidates[-1].name)
        free = [candidate.name for candidate in candidates if not candidate.governed]
        if free:
            return Antecedent(self._surest(free))
        body = self._body_in(sentence_index) if self._criteria.kind == "singular" else None
        if body:
            name = self._resolver.name_of(body, self._earlier_sources)
            rivals = [candidate.name for candidate in candidates if candidate.named]
            return Antecedent(None, [name, *rivals]) if rivals else Antecedent(name)
        in_sentence_before = sentence_index < self._criteria.sentence_index
        governed = self._governed_antecedent(candidates, in_sentence_before=in_sentence_before)
        return governed if candidates else self._person_at_place(sentence_index)

    def _person_at_place(self, sentence_index: int) -> Antecedent:
        """The person in a clause about a place: `Queues formed at Norwick Central, where Ann Lee had waited.`"""
        at_place = any(one.is_place for one in self._occurrences_in(sentence_index, self._criteria.end))
        person = next(self._candidates_in(sentence_index, enclosed=True), None) if at_place else None
        return Antecedent(person.name) if person and person.named and not person.governed else _NONE

    def is_doubtful_in(self, sentence_index: int) -> bool:
        """Whether an antecedent found in a sentence of an earlier paragraph is only a guess.

        It is where a plural pronoun would mean a source there, or another subject of its own paragraph may be meant.
        """
        mentions, own_index = self._resolver.mentions, self._criteria.sentence_index
        if mentions.are_in_same_paragraph(sentence_index, own_index):
            return False
        if self._criteria.kind == "plural":
            return self._source_in(sentence_index) is not None
        start = mentions.sentence_at(mentions.paragraph_start(self._criteria.offset))
        subjects = (self._subject_of(index) for index in range(max(start, sentence_index), own_index + 1))
        return any(subject is not None and self._may_be_called_so(subject) for subject in subjects)

    def _subject_of(self, sentence_index: int) -> Mention | None:
        """What a sentence begins with before the pronoun, if it acts: `La douane a ouvert une enquête.`"""
        first = next(iter(self._occurrences_in(sentence_index, self._criteria.end)), None)
        return first.mention if first is not None and first.acts else None

    def _may_be_called_so(self, mention: Mention) -> bool:
        """Whether a noun that stands for one thing is of the pronoun's gender."""
        is_one = mention.kind == "thing" and mention.definite and not mention.plural
        return is_one and self._gender_of_noun(mention) == self._criteria.gender is not None

    def _surest(self, names: Sequence[str]) -> str:
        """The first name, unless its gender is not known and another one is of the pronoun's."""
        gender = self._criteria.gender
        if gender is None or self._names.gender(names[0]):
            return names[0]
        return next((name for name in names if self._names.gender(name) == gender), names[0])

    def person_introduced_after(self) -> str | None:
        """Whom the next sentence of the paragraph begins with, named for the first time.

        `« … », soupire-t-il. Jean Roux, 63 ans, vend sa ferme.`
        """
        mentions, index = self._resolver.mentions, self._criteria.sentence_index + 1
        is_last = index >= len(mentions.sentence_starts) or self._criteria.kind != "singular"
        if is_last or not mentions.are_in_same_paragraph(index - 1, index):
            return None
        first = next(iter(mentions.in_sentence(index)), None)
        if first is None or first.governed or first.mention.kind != "person" or not mentions.is_first(first.mention):
            return None
        name = self._names.fullest(first.mention.name)
        starts = first.mention.span.start == mentions.sentence_starts[index]
        return name if starts and " " in name and self._fits_gender(first.mention, name) else None

    def _governed_antecedent(self, candidates: Sequence[_Candidate], *, in_sentence_before: bool) -> Antecedent:
        """The only governed candidate; in a sentence before the pronoun's, several are all candidates."""
        known = [candidate.name for candidate in candidates if self._criteria.kind != "singular" or candidate.named]
        governed = list(dict.fromkeys(known))
        if len(governed) == 1 and (in_sentence_before or self._criteria.kind == "plural"):
            return Antecedent(governed[0])
        return Antecedent(None, governed) if len(governed) > 1 and in_sentence_before else _NONE

    def _source_in(self, sentence_index: int) -> str | None:
        """The last source of the sentence before the pronoun that fits.

        A body of the pronoun's own sentence also fits a pronoun of its grammatical gender.
        """
        kind, gender = self._criteria.kind, self._criteria.gender
        for source in reversed(self._earlier_sources):
            if source.sentence_index != sentence_index or source.quote_offset >= self._criteria.offset:
                continue
            own_sentence = sentence_index == self._criteria.sentence_index
            as_body = source.kind == "neuter" and own_sentence and source.gender == gender is not None
            if as_body or (source.kind == kind and compatible(source.gender, gender)):
                return source.speaker
        return None

    def _occurrences_in(self, sentence_index: int, end: int) -> Iterator[Occurrence]:
        """The mentions of a sentence that end before an offset."""
        for occurrence in self._resolver.mentions.in_sentence(sentence_index):
            if occurrence.mention.span.end <= end:
                yield occurrence

    def _candidates_in(self, sentence_index: int, *, enclosed: bool = False) -> Iterator[_Candidate]:
        """The mentions of a sentence that fit, in order; with `enclosed`, those in relative clauses between commas.

        A mention after a pronoun of the same form is somebody else: `elle accompagne une amie`.
        """
        first_pronoun = self._resolver.mentions.first_pronoun(sentence_index, self._criteria.form)
        end = self._criteria.end if first_pronoun is None else min(self._criteria.end, first_pronoun)
        for occurrence in self._occurrences_in(sentence_index, end):
            mention = occurrence.mention
            owners = _plural_owners(mention.words, self._grammar) if self._criteria.kind == "plural" else None
            if owners:
                yield _Candidate(owners, *mention.span, governed=True, named=False)
            is_place = occurrence.is_place and mention.bare and not mention.role and self._criteria.kind != "plural"
            is_elsewhere = occurrence.enclosed != enclosed and not (self._criteria.nearest and occurrence.enclosed)
            if is_elsewhere or is_place or not self._fits_kind(mention):
                continue
            name = self._resolver.name_of(mention, self._earlier_sources)
            if not self._is_description(mention, name) and self._fits_gender(mention, name):
                named = bool(mention.name) or name != mention.words
                yield _Candidate(name, *mention.span, occurrence.governed, named)

    def _fits_kind(self, mention: Mention) -> bool:
        """True if the pronoun can mean this kind; `it` also a document, or a name that is not a person's."""
        kind = self._criteria.kind
        if kind == "plural" and mention.name:  # unlike `les époux Marchand`
            return mention.plural and mention.kind == "person" and mention.role is not None
        if kind == "plural" and mention.head in self._grammar.pairs and not mention.plural:
            return True
        if kind == "neuter" and mention.name and not mention.role and not mention.gender:
            is_person = self._grammar.first_name(fold(mention.name.split()[0]))
            return not (is_person or self._resolver.has_role(self._names.fullest(mention.name)))
        return self._names.source_kind(mention) == kind or (kind == "neuter" and mention.kind == "document")

    def _fits_gender(self, mention: Mention, name: str) -> bool:
        if self._criteria.kind != "singular":
            return True
        return compatible(self._names.gender(name) or mention.gender, self._criteria.gender)

    def _is_description(self, mention: Mention, name: str) -> bool:
        """True for a noun that describes a person already mentioned, or nobody known.

        `Paul Verdier, 29 ans, élu du parti`; `la doyenne de la peinture`, whoever that is.
        """
        bare = mention.bare and not mention.name and self._grammar.head_first
        anaphoric = mention.definite and mention.head in self._grammar.anaphoric
        unresolved = anaphoric and mention.words != mention.head and not name[0].isupper()
        unresolved = unresolved and not self._is_just_before(mention)
        return (bare and self._criteria.kind == "singular") or unresolved

    def _is_just_before(self, mention: Mention) -> bool:
        """`Ce que nie le jeune homme. « … », dit-il.`: whether the sentence before, in the same paragraph, has it."""
        mentions, own_index = self._resolver.mentions, self._criteria.sentence_index
        index = mentions.sentence_at(mention.span.start)
        return index == own_index - 1 and mentions.are_in_same_paragraph(index, own_index)

    def _body_in(self, sentence_index: int) -> Mention | None:
        """The body that the sentence before is about, if of the pronoun's gender.

        `Le syndicat a prévenu la direction. Il …`. In the pronoun's own sentence it may be any free mention of a body:
        `revendiquée par l'organisation`.
        """
        own_index = self._criteria.sentence_index
        same_paragraph = self._resolver.mentions.are_in_same_paragraph(sentence_index, own_index)
        if not same_paragraph or sentence_index < own_index - 1:
            return None
        occurrences = self._occurrences_in(sentence_index, self._criteria.end)
        free = [one for one in occurrences if not (one.governed or one.enclosed)]
        free = [one for one in free if one.mention.head not in self._grammar.views]  # `l'avis du syndicat`
        if sentence_index == own_index:
            free = [one for one in free if not self._is_possession(one.mention)]  # `Sa Médée, elle l'a voulue …`
        bodies = (one.mention for one in (free if sentence_index == own_index else free[:1]) if self._fits_body(one))
        return next(bodies, None)

    def _is_possession(self, mention: Mention) -> bool:
        """True if a possessive stands before the noun."""
        return not (mention.definite or mention.indefinite or mention.bare or mention.plural)

    def _last_body_in(self, sentence_index: int) -> Mention | None:
        """The last body of a sentence that is of the pronoun's gender, governed or not: `elle écrit à la chambre`."""
        occurrences = list(self._occurrences_in(sentence_index, self._criteria.end))
        return next((one.mention for one in reversed(occurrences) if self._fits_body(one)), None)

    def _fits_body(self, occurrence: Occurrence) -> bool:
        """True for a body, or a thing that says something as bodies do, whose noun is of the pronoun's gender."""
        mention = occurrence.mention
        if self._grammar.is_medium(fold(mention.words)):  # `interrogée par la BBC, elle …`
            return False
        speaks = occurrence.says and mention.kind == "thing" and mention.definite and not mention.plural
        is_body = speaks or self._names.source_kind(mention) == "neuter"
        return is_body and self._gender_of_noun(mention) == self._criteria.gender

    def _gender_of_noun(self, mention: Mention) -> Gender | None:
        """The gender of a noun, by what stands before it or by its ending."""
        return mention.gender or ("f" if mention.head.endswith(self._grammar.feminine_endings) else None)


def _without_described(candidates: Sequence[_Candidate]) -> Sequence[_Candidate]:
    """The candidates without those that only describe the name behind a comma: `the daughter of a baker, Ann Lee`."""
    return [
        candidate
        for candidate, following in zip_longest(candidates, candidates[1:])
        if candidate.named
        or following is None
        or not following.named
        or following.start - candidate.end != _COMMA_AND_BLANK
    ]


def _plural_owners(phrase: str, grammar: Grammar) -> str | None:
    """The noun of the persons who own a thing: `pêcheurs` in `la colère des pêcheurs`."""
    for preposition, noun in pairwise(phrase.split()):
        if preposition in grammar.owning & grammar.plural_determiners and grammar.person_noun(noun):
            return noun
    return None
