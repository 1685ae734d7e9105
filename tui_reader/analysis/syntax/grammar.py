"""The closed words of a language, and what its lexicon knows of every other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal

from tui_reader.analysis.lexicon import table, word_set
from tui_reader.analysis.lexicon.conjugation import Verb, verb_forms
from tui_reader.analysis.text.segmentation import fold
from tui_reader.analysis.text.tokens import Lexical, MentionKind, Word, is_capital, key_of

Gender = Literal["m", "f"]

_OTHER_VERB = Verb("common", frozenset({"finite"}))
_MOST_KNOWN = 20_000  # words kept from text to text, some 10 MB
_INITIAL = 2  # code points of an initial with its stop
_SHORTEST_ENDED = 4  # letters of a word that its ending alone makes no verb


class Grammar:
    """The closed words of one language, and what any word can be."""

    def __init__(self, language: str) -> None:  # noqa: PLR0915 - a set of words a line
        self.language = language

        def words(key: str, name: str = "speech") -> frozenset[str]:
            return word_set(language, name, key)

        self.verbs = verb_forms(language)
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
        self.modals, self.agents, self.asides = words("modals"), words("agents"), words("asides")
        self.meaning, self.places, self.naming = words("meaning"), words("places"), words("naming")
        self.owning, self.posted = words("owning"), words("posted")
        self.serving, self.governing = words("serving"), words("governing")
        self.guessed_endings = tuple(words("guessed_endings"))
        self.linking = self.owning | self.posted
        self.leading = self.determiners | self.prepositions
        self.collective = words("collective", "nouns")
        self.locating, self.assigned, self.latter = words("locating"), words("assigned"), words("latter")
        self.talks, self.talking, self.amounts = words("talks"), words("talking"), words("amounts")
        self.title_roles: dict[str, str] = table(language, "speech")["title_roles"]
        self.enclosed, self.narrating, self.standalone = words("enclosed"), words("narrating"), words("standalone")
        self.recalling, self.possessives = tuple(table(language, "speech")["recalling"]), words("possessives")
        self.made, self.making, self.pointing = words("made"), words("making"), words("pointing")
        self.people_endings = tuple(words("people_endings"))
        self.people_endings_f, self.peoples = tuple(words("people_endings_f")), words("peoples")
        self.feminine_endings, self.nearest = tuple(words("feminine_endings")), words("nearest")
        self.impersonal, self.bearers, self.cries = words("impersonal"), words("bearers"), words("cries")
        self.contrasting, self.participles, self.reporting = (
            words("contrasting"),
            words("participles"),
            words("reporting"),
        )
        self.dubbing, self.free_relatives = words("dubbing"), words("free_relatives")
        self.denials, self.titled, self.deeds = words("denials"), words("titled"), tuple(words("deeds"))
        self.ones, self.calling, self.perceiving = words("ones"), words("calling"), words("perceiving")
        self.regions, self.former, self.addressing = words("regions"), words("former"), words("addressing")
        self.absolute, self.asking = words("absolute"), words("asking")
        self.conjunctions, self.openers, self.joining = words("conjunctions"), words("openers"), words("joining")
        self.negations, self.to_be, self.reflexives = words("negations"), words("to_be"), words("reflexives")
        self.having = self.auxiliaries - self.to_be
        self.relatives, self.nobody, self.oblique = words("relatives"), words("nobody"), words("oblique")
        self.not_verbs, self.only_verbs, self.not_adverbs = (
            words("not_verbs"),
            words("only_verbs"),
            words("not_adverbs"),
        )
        self.verb_endings = tuple(words("verb_endings"))
        self.adverb_endings = tuple(words("adverb_endings"))
        self.persons_m, self.persons_f = words("persons_m", "nouns"), words("persons_f", "nouns")
        self.person_endings = tuple(words("person_endings", "nouns"))
        self.bodies, self.documents = words("bodies", "nouns"), words("documents", "nouns")
        self.anaphoric, self.media = words("anaphoric", "nouns"), words("media", "nouns")
        self.companies, self.channels, self.styled = (
            words(key, "nouns") for key in ("companies", "channels", "styled")
        )
        self.first_names = words("male", "names") | words("female", "names")
        self.pronouns: dict[str, str] = {
            word: kind
            for kind, entries in table(language, "speech")["pronouns"].items()
            for entry in entries
            for word in entry.split()
        }

    def word(self, text: str, *, capital: bool) -> Word:
        """What the lexicon knows of a word as it is written; common words are looked up once for many texts."""
        return _known_word(self, text, capital)

    def look_up(self, text: str, *, capital: bool) -> Word:
        """What `word` gives, when the word is met for the first time."""
        low = fold(text)
        key = key_of(low)
        if len(text) == _INITIAL and low[-1] == "." and key not in self.titles:  # `J. Roux` says nothing of `j'ai`
            key = low
        capital = capital and is_capital(text)
        is_word = text[0].isalnum()
        person = self.person_noun(low) and not (capital and self._by_ending(low))
        determiner, plural, title = key in self.determiners, key in self.plural_determiners, key in self.titles
        role = person and low not in self.verbs and low not in self.stops
        return Word(
            text, low, capital, is_word, key,
            verb=None if capital or not is_word else self.verb_form(low),
            noun="person" if person else None if self.person_noun(low) else self.noun_kind(low),
            person=person,
            first=self.first_name(low),
            pronoun=key in self.pronouns,
            nobody=key in self.nobody,
            determiner=determiner,
            plural=plural,
            title=title,
            stop=key in self.stops,
            joint=key in self.joints,
            hyphened="-" in low,
            opens=determiner or plural or title or capital or role or low in self.collective,
        )  # fmt: skip

    def is_name_before(self, text: str, after: Sequence[str]) -> bool:
        """Whether the word that opens a sentence is a name: no noun, with a verb of saying or `, who` after it."""
        low = fold(text)
        second, third = (*after, "", "")[:2]
        verb = self.verbs.get(second)
        says = verb is not None and verb.level == "saying" and "finite" in verb.forms and second not in self.not_verbs
        told = second == "," and (third in self.relatives or self.person_noun(third))
        if not says and not told:
            return False
        closed = (self.stops, self.leading, self.auxiliaries, self.nobody, self.pronouns, self.verbs, self.between)
        return not (any(low in words for words in closed) or self.noun_kind(low) or low.endswith(self.adverb_endings))

    def person_noun(self, word: str) -> bool:
        """Whether a lower-case word is a noun of persons, in the singular or the plural."""
        for form in (word, word.removesuffix("s"), word.partition("-")[0] if self.head_first else word):
            if form in self.persons_m or form in self.persons_f:
                return True
        return bool(self.person_endings) and len(word) > 6 and word.endswith(self.person_endings)

    def _by_ending(self, low: str) -> bool:
        """Whether only the ending of a word makes it a noun of persons; so a name may end: `Patrice`."""
        nouns = self.persons_m | self.persons_f
        return low not in nouns and low.removesuffix("s") not in nouns

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

    def first_name(self, low: str) -> bool:
        """Whether a lower-case word is a first name, or begins with one: `Jean-Marc`."""
        return low in self.first_names or low.split("-", maxsplit=1)[0] in self.first_names

    def verb_form(self, low: str) -> Verb | None:
        """What a lower-case word can be as a verb, by the lexicon or by an ending that only verbs have."""
        verb = self.verbs.get(low)
        if verb is None and low.endswith(self.verb_endings):
            return _OTHER_VERB if low not in self.not_verbs and len(low) > _SHORTEST_ENDED else None
        return verb

    def verb_at(self, tokens: Sequence[Lexical], at: int) -> Verb | None:
        """The verb that stands at a token: no capital, no noun after its article, no noun that looks like one."""
        token = tokens[at]
        if token.capital or not token.word:
            return None
        verb = self.verb_form(token.low)
        return verb if verb is None or at == 0 or self._may_be_verb(verb, tokens, at) else None

    def _may_be_verb(self, verb: Verb, tokens: Sequence[Lexical], at: int) -> bool:
        """Whether what stands before a word lets it be a verb rather than a noun."""
        before = tokens[at - 1].key
        if before in self.standalone and verb.cue and "base" not in verb.forms:
            return True
        if before in self.determiners and not self._is_clitic(tokens, at - 1):
            return False
        needs_plural = {"base", "finite"} <= verb.forms and tokens[at].low not in self.only_verbs
        if needs_plural and not self._takes_plain(tokens[at - 1]):
            return False
        if before in self.prepositions and not verb.forms & {"base", "present"}:
            return False
        return tokens[at].low not in self.not_verbs or self._after_auxiliary(tokens, at)

    def _takes_plain(self, before: Lexical) -> bool:
        """Whether a bare verb form may follow: after a plural, a pronoun, a modal, `to`, `and`."""
        small = (self.nobody, self.auxiliaries, self.joining, self.relatives, self.negations, self.modals)
        return (
            not before.word
            or before.key.endswith("s")
            or before.key in self.pronouns
            or any(before.key in words for words in small)
        )

    def _after_auxiliary(self, tokens: Sequence[Lexical], at: int) -> bool:
        return any(token.low in self.auxiliaries or "-" in token.low for token in tokens[max(0, at - 3) : at])

    def _is_clitic(self, tokens: Sequence[Lexical], at: int) -> bool:
        """Whether `l'`, `le` or `les` before a verb is its object rather than an article: its subject precedes it."""
        if at == 0 or tokens[at].key not in self.clitics:
            return False
        before = tokens[at - 1]
        return (
            before.key in self.pronouns or before.key in self.nobody | self.relatives | self.negations or before.capital
        )


@lru_cache(maxsize=_MOST_KNOWN)
def _known_word(grammar: Grammar, text: str, capital: bool) -> Word:
    return grammar.look_up(text, capital=capital)


@cache
def grammar_of(language: str) -> Grammar:
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


def compatible(one: Gender | None, other: Gender | None) -> bool:
    """Whether two genders may be of the same person: one that is not known fits any."""
    return one is None or other is None or one == other
