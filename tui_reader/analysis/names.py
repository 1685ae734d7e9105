"""Who and what a text names: words, noun phrases, and the names and roles in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from tui_reader.analysis.lexicon import table, word_set
from tui_reader.analysis.text import abbreviations, fold
from tui_reader.analysis.verbs import Verb, verb_forms
from tui_reader.model import Span

Gender = Literal["m", "f"]
MentionKind = Literal[
    "person", "name", "body", "document", "thing"
]  # name: one bare capital word, a person's or a place's
MOST_WORDS = 16  # of a noun phrase
_ROLE_REACH = 2  # words between a name and the role that goes on with its phrase: `State Department chief spokesman`

TOKEN = re.compile(
    r"[ldnsjmtcLDNSJMTC][’'](?=\w)(?!après\b)|[Qq]u[’'](?=\w)|(?:[A-ZÀ-Þ]\.-?){1,3}(?![a-z])|[^\W_]+(?:[’'\-\u2011][^\W_]+)*|[^\w\s]"
)
"""Words with elided ones apart, initials, and each other mark by itself."""


class Token(NamedTuple):
    """A word or a mark with its place; `low` as the lexicon writes it."""

    span: Span
    text: str
    low: str
    capital: bool  # upper case at its start, and not only because a sentence begins there
    word: bool  # rather than a mark
    key: str  # `low` without the mark of an elision or of a short form


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that may be a source: its place, the name in it, and the role beside or without a name.

    `words` is the whole phrase without its article, `head` the noun that tells what it is.
    """

    span: Span
    kind: MentionKind
    name: str | None
    role: str | None
    words: str
    head: str
    plural: bool = False
    definite: bool = False
    bare: bool = False  # nothing stands before its noun
    gender: Gender | None = None

    @property
    def label(self) -> str:
        """What to call it."""
        return self.name or self.role or self.words


class Grammar:
    """The closed words of one language, and phrases read with them."""

    def __init__(self, language: str) -> None:
        self.language = language

        def words(key: str, name: str = "speech") -> frozenset[str]:
            return word_set(language, name, key)

        self.verbs = verb_forms(language)
        self.cues = frozenset(word for word, verb in self.verbs.items() if verb.cue)
        self.determiners, self.stops, self.prepositions = words("determiners"), words("stops"), words("prepositions")
        self.plural_determiners = words("plural_determiners")
        self.definite, self.clitics = words("definite"), words("clitics")
        self.determiners_m, self.determiners_f = words("determiners_m"), words("determiners_f")
        self.inverts: bool = table(language, "speech")["inverts"]
        self.head_first: bool = table(language, "speech")["head_first"]
        self.titles, self.particles = words("titles"), words("particles")
        self.joints = words("owning") | words("posted") | self.determiners | self.particles
        self.titles_m, self.titles_f = words("titles_m"), words("titles_f")
        self.auxiliaries, self.between, self.according = words("auxiliaries"), words("between"), words("according")
        self.viewpoint, self.views, self.reading = words("viewpoint"), words("views"), words("reading")
        self.modals = words("modals")
        self.agents, self.asides = words("agents"), words("asides")
        self.meaning, self.places = words("meaning"), words("places")
        self.naming, self.governing = words("naming"), words("governing")
        self.owning, self.posted = words("owning"), words("posted")
        self.serving, self.guessed_endings = words("serving"), tuple(words("guessed_endings"))
        self.linking = self.owning | self.posted
        self.leading = self.determiners | self.prepositions
        self.conjunctions, self.openers, self.joining = words("conjunctions"), words("openers"), words("joining")
        self.negations, self.to_be, self.reflexives = words("negations"), words("to_be"), words("reflexives")
        self.relatives, self.nobody, self.oblique = words("relatives"), words("nobody"), words("oblique")
        self.not_verbs, self.not_adverbs = words("not_verbs"), words("not_adverbs")
        self.verb_endings = tuple(words("verb_endings"))
        self.adverb_endings = tuple(words("adverb_endings"))
        self.persons_m, self.persons_f = words("persons_m", "nouns"), words("persons_f", "nouns")
        self.person_endings = tuple(words("person_endings", "nouns"))
        self.bodies, self.documents = words("bodies", "nouns"), words("documents", "nouns")
        self.anaphoric, self.media = words("anaphoric", "nouns"), words("media", "nouns")
        self.first_names = words("male", "names") | words("female", "names")
        self.pronouns: dict[str, str] = {
            word: kind
            for kind, entries in table(language, "speech")["pronouns"].items()
            for entry in entries
            for word in entry.split()
        }

    def person_noun(self, word: str) -> bool:
        """Whether a lower-case word is a noun of persons, in the singular or the plural."""
        for form in (word, word[:-1]):
            if form in self.persons_m or form in self.persons_f:
                return True
        return bool(self.person_endings) and len(word) > 6 and word.endswith(self.person_endings)

    def noun_kind(self, word: str) -> MentionKind | None:
        """What a lower-case noun stands for, None where the lexicon does not know it."""
        if self.person_noun(word):
            return "person"
        for form in (word, word.removesuffix("s")):
            if form in self.bodies:
                return "body"
            if form in self.documents:
                return "document"
        return None

    def first_name(self, word: str) -> bool:
        """Whether a word is a first name, or begins with one: `Jean-Marc`."""
        low = fold(word)
        return low in self.first_names or low.split("-")[0] in self.first_names

    def verb_at(self, tokens: Sequence[Token], at: int) -> Verb | None:
        """The verb that stands at a token: no capital, no noun after its article, no noun that looks like one."""
        token = tokens[at]
        if token.capital or not token.word:
            return None
        verb = self.verbs.get(token.low)
        if verb is None:
            if token.low.endswith(self.verb_endings) and token.low not in self.not_verbs and len(token.low) > 4:
                verb = _OTHER_VERB
            else:
                return None
        return verb if at == 0 or self._may_be_verb(verb, tokens, at) else None

    def _may_be_verb(self, verb: Verb, tokens: Sequence[Token], at: int) -> bool:
        """Whether what stands before a word lets it be a verb rather than a noun."""
        before = tokens[at - 1].key
        if before in self.determiners and not self._is_clitic(tokens, at - 1):
            return False
        if {"base", "finite"} <= verb.forms and not self._takes_plain(tokens[at - 1]):
            return False
        if before in self.prepositions and not verb.forms & {"base", "present"}:
            return False
        return tokens[at].low not in self.not_verbs or self._after_auxiliary(tokens, at)

    def _takes_plain(self, before: Token) -> bool:
        """Whether a bare verb form may follow: after a plural, a pronoun, a modal, `to`, `and`."""
        small = (self.nobody, self.auxiliaries, self.joining, self.relatives, self.negations, self.modals)
        return (
            not before.word
            or before.key.endswith("s")
            or before.key in self.pronouns
            or any(before.key in words for words in small)
        )

    def _after_auxiliary(self, tokens: Sequence[Token], at: int) -> bool:
        return any(token.low in self.auxiliaries or "-" in token.low for token in tokens[max(0, at - 3) : at])

    def _is_clitic(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether `l'`, `le` or `les` before a verb is its object rather than an article: its subject precedes it."""
        if at == 0 or tokens[at].key not in self.clitics:
            return False
        before = tokens[at - 1]
        return (
            before.key in self.pronouns or before.key in self.nobody | self.relatives | self.negations or before.capital
        )

    def phrase(self, tokens: Sequence[Token], at: int) -> tuple[Mention, int] | None:
        """The noun phrase that begins at token `at`, and the token after it; None where none begins there."""
        start = at
        determined = tokens[at].key in self.determiners
        plural = tokens[at].key in self.plural_determiners
        counted = plural and not determined
        if determined or counted:
            at += 1
        if at >= len(tokens) or not tokens[at].word:
            return None
        token = tokens[at]
        if not (determined or counted) and not self._begins_bare(tokens, at):
            return None
        if token.key in self.pronouns or (token.key in self.stops and not token.capital and not determined):
            return None
        body = at
        named = False
        told = start > 0 and tokens[start - 1].key in self.posted
        while at < len(tokens) and at - start < MOST_WORDS and self._continues(tokens, at, body, named):
            if told and at > body and self._is_told(tokens, at):
                break
            named = named or (tokens[at].capital and not determined)
            at += 1
        while at > body and (tokens[at - 1].key in self.leading or not tokens[at - 1].word):
            at -= 1
        if at == body:
            return None
        return self._mention(tokens[start:at], tokens[body:at], plural), at

    def _is_told(self, tokens: Sequence[Token], at: int) -> bool:
        """`a dit à l'AFP Anne Roux`: whether a person's name begins right after the name of whom it was told."""
        name = tokens[at].capital and at + 1 < len(tokens) and tokens[at + 1].capital
        return name and tokens[at - 1].capital and self.first_name(tokens[at].text)

    def _begins_bare(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a phrase may begin here without a determiner: a name, a title, a role that follows a mark."""
        token = tokens[at]
        if token.key in self.titles and (token.text.endswith(".") or token.text[0].isupper()):
            return True
        if token.capital:
            return token.low not in self.stops and token.low not in self.prepositions
        if self.head_first and at > 0 and tokens[at - 1].word:
            return False
        return self.person_noun(token.low) and token.low not in self.verbs and token.low not in self.stops

    def _continues(self, tokens: Sequence[Token], at: int, body: int, named: bool) -> bool:
        """Whether the token at `at` belongs to the phrase whose first content word is at `body`."""
        token, before = tokens[at], tokens[at - 1]
        if not token.word:
            return at > body and (token.text == "&" or (token.text == "." and before.key in self.titles))
        if at == body or token.capital or (token.key in self.titles and token.text.endswith(".")):
            return True
        if token.key in self.joints:
            return self._joins(tokens, at, body, named)
        if token.key in self.stops or token.key in self.pronouns:
            return False
        return self._tells_more(tokens, at, named)

    def _joins(self, tokens: Sequence[Token], at: int, body: int, named: bool) -> bool:
        """Whether a preposition, an article or a particle goes on with a phrase."""
        low, before = tokens[at].key, tokens[at - 1]
        if at + 1 >= len(tokens) or not tokens[at + 1].word:
            return False
        if low in self.serving and self.person_noun(before.low):
            return True
        if low in self.owning or (low in self.posted and not named and self._posts(tokens, at, body)):
            return True
        if low in self.determiners and before.key in self.linking:
            return True
        return low in self.particles and before.capital and tokens[at + 1].capital

    def _tells_more(self, tokens: Sequence[Token], at: int, named: bool) -> bool:
        """Whether a lower-case word is a noun or an adjective of the phrase: no verb, no adverb."""
        before = tokens[at - 1].key
        governed = before in self.linking or before in self.determiners
        if named and not governed:
            return self._role_follows(tokens, at)
        compound = not self.head_first and "-" in before and not self.person_noun(before)  # an adjective, as a rule
        verb = None if governed or compound else self.verb_at(tokens, at)
        if verb is not None and (verb.forms - {"past"} or not self.head_first):
            return False
        return governed or not self._adverb(tokens[at].key)

    def _posts(self, tokens: Sequence[Token], at: int, body: int) -> bool:
        """`ambassadeur aux Nations unies`: a role, and then a capital."""
        role = self.person_noun(tokens[body].low) or self.person_noun(tokens[at - 1].low)
        after = tokens[at + 1 : at + 3]
        return role and any(token.capital for token in after)

    def _role_follows(self, tokens: Sequence[Token], at: int) -> bool:
        """`Judicial Watch president`: a bare name goes on when a role follows close to it."""
        for token in tokens[at : at + 1 + _ROLE_REACH]:
            if not token.word or token.capital or token.key in self.stops or token.low in self.verbs:
                return False
            if self.person_noun(token.low):
                return not self.head_first
        return False

    def _adverb(self, word: str) -> bool:
        return word.endswith(self.adverb_endings) and len(word) > 5 and word not in self.not_adverbs

    def _mention(self, whole: Sequence[Token], body: Sequence[Token], plural: bool) -> Mention:
        """Tell the name at the phrase's end from the role before it, and what kind of thing it is."""
        at = self._name_start(body)
        name_tokens, role_tokens = body[at:], body[:at]
        title = next((token.key for token in body if token.key in self.titles), None)
        name = _join([t for t in name_tokens if t.key not in self.titles and t.word]) or None
        name = re.sub(r"[’']s$", "", name) if name else None
        role = _join([t for t in role_tokens if t.key not in self.titles and t.word]) or None
        nouns = [self.noun_kind(t.low) for t in role_tokens]
        head_at = self._head(role_tokens)
        head = role_tokens[head_at].low if role_tokens else body[0].low
        if name:
            kind = self._named_kind(whole, name_tokens, nouns[head_at] if role_tokens else None, title)
        else:
            kind = nouns[head_at] or ("body" if body[0].capital else "thing") if role_tokens else "thing"
        determiner = whole[0].key if whole[0] is not body[0] else ""
        return Mention(
            Span(whole[0].span.start, whole[-1].span.end), kind, name, role, _join(body), head,
            plural or (not determiner and head.endswith("s") and self.person_noun(head) and name is None),
            determiner in self.definite, not determiner,
            self._gender(name, determiner, head, title),
        )  # fmt: skip

    def _head(self, tokens: Sequence[Token]) -> int:
        """Which word of a role says what it is: the first noun known before a preposition, else the first word."""
        known = 0
        for at, token in enumerate(tokens):
            if at and token.key in self.owning | self.posted:
                break
            if self.noun_kind(token.low):
                known = at
                if self.head_first:
                    break
        return known

    def _name_start(self, body: Sequence[Token]) -> int:
        """Where the name at the end of a phrase begins; its length where there is none."""
        at = len(body)
        while at > 0 and (
            body[at - 1].capital or not body[at - 1].word or (at < len(body) and body[at - 1].key in self.particles)
        ):
            at -= 1
        while at < len(body) and not body[at].capital:
            at += 1
        if at == len(body):
            return at
        start = at
        for place in range(at, len(body)):  # a title, a role or a possessor ends before the name begins
            token = body[place]
            if place + 1 < len(body) and (
                self.person_noun(token.low) or token.key in self.titles or token.low.endswith("'s") or not token.word
            ):
                start = place + 1
        role = self.noun_kind(body[self._head(body[:at])].low) if at else None
        if role == "person" and len(body) - at == 1 and any(token.key in self.owning for token in body[:at]):
            return len(body)
        first = next((place for place in range(start, len(body)) if self.first_name(body[place].text)), None)
        governed = at > 0 and body[at - 1].key in self.leading
        if first is not None and first + 1 < len(body):
            return len(body) if governed and first == at else first
        if governed and start == at:
            return len(body) - 2 if len(body) - at >= 3 and not self._acronym(body[at:]) else len(body)
        if start < len(body) and self.noun_kind(body[start].low) == "body" and start == at:
            return at if at == 0 else len(body)
        return start

    @staticmethod
    def _acronym(tokens: Sequence[Token]) -> bool:
        return any(len(token.text) > 1 and token.text.isupper() for token in tokens)

    def _named_kind(
        self, whole: Sequence[Token], name: Sequence[Token], role: MentionKind | None, title: str | None
    ) -> MentionKind:
        if role in ("body", "document"):
            return role
        if title or role == "person" or self.first_name(name[0].text):
            return "person"
        if any(self.noun_kind(token.low) == "body" for token in name) or self._acronym(name[-1:]):
            return "body"
        if whole[0].key in self.determiners:
            return "body"
        return "name" if len(name) == 1 else "person"

    def _gender(self, name: str | None, determiner: str, head: str, title: str | None) -> Gender | None:
        """By title, first name, the noun itself and the article, in this order."""
        if title in self.titles_m:
            return "m"
        if title in self.titles_f:
            return "f"
        by_name = gender_of(name, self.language) if name and len(name.split()) > 1 else None
        if by_name:
            return by_name
        if (head in self.persons_m) != (head in self.persons_f):
            return "f" if head in self.persons_f else "m" if self.head_first else None
        return "m" if determiner in self.determiners_m else "f" if determiner in self.determiners_f else None


_OTHER_VERB = Verb("common", frozenset({"finite"}))


def _join(tokens: Sequence[Token]) -> str:
    """The tokens' words with blanks only where they stand apart in the text."""
    words = ""
    end: int | None = None
    for token in tokens:
        words += (" " if end is not None and token.span.start > end else "") + token.text
        end = token.span.end
    return words


def proper_words(text: str, spans: Iterable[Span]) -> frozenset[str]:
    """The words of the text that are written with a capital where no sentence begins, or before another capital."""
    found: set[str] = set()
    for span in spans:
        begins = True
        before = ""
        last: str | None = None  # a capital word at a sentence's beginning
        for match in TOKEN.finditer(text, span.start, span.end):
            word = match.group()
            capital = word[0].isupper()
            if capital and not begins:
                found.add(word)
                if last:
                    found.add(last)
            last = word if capital and begins else None
            short = word == "." and fold(before) in abbreviations()
            begins = (word in '.!?…«“"—' and not short) or (begins and not word[0].isalnum())
            before = word
    return frozenset(found)


def tokenize(text: str, span: Span, opaque: Sequence[Span] = (), proper: frozenset[str] | None = None) -> list[Token]:
    """The tokens of a stretch, those inside `opaque` stretches left out; capitals count for `proper` words only."""
    found = []
    low = fold(text[span.start : span.end])
    for match in TOKEN.finditer(text, span.start, span.end):
        start, end = match.span()
        if opaque and any(mask.start < end and start < mask.end for mask in opaque):
            continue
        word = match.group()
        capital = word[0].isupper() and (proper is None or word in proper)
        form = low[start - span.start : end - span.start]
        key = form.rstrip("'.") if form[-1] in "'." else form
        found.append(Token(Span(start, end), word, form, capital, word[0].isalnum(), key))
    return found


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language that the lexicon knows."""
    return Grammar(language)


def gender_of(name: str, language: str) -> Gender | None:
    """The gender that a person's first name mostly has, None where it tells none."""
    words = fold(name).split()
    first = words[0] if words else ""
    male, female = word_set(language, "names", "male"), word_set(language, "names", "female")
    for form in (first, first.split("-")[0]):
        if (form in male) != (form in female):
            return "m" if form in male else "f"
    return None
