"""The grammar of a language: its closed words, and what each word of a text can be."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Literal

from tui_reader.analysis.lexicon import every_language, language_of
from tui_reader.analysis.lexicon.conjugation import Verb, unaccented, verb_forms, without_accents
from tui_reader.analysis.lexicon.patterns import any_of
from tui_reader.analysis.lexicon.schema import Nouns, PronounKind, Speech
from tui_reader.analysis.lexicon.tables import Words
from tui_reader.analysis.text.segmentation import fold, fold_word
from tui_reader.analysis.text.tokens import Lexical, MentionKind, Word, is_capital, is_number, key_of

Gender = Literal["m", "f"]
PRONOUN_GENDERS: dict[str, Gender] = {"singular_m": "m", "singular_f": "f"}
"""The gender of each form of pronoun that tells one; the forms are those of the lexicon."""

_OTHER_VERB = Verb("common", frozenset({"finite"}))
_GUESSED_PAST = Verb("common", frozenset({"finite", "past"}))
_MOST_KNOWN = 20_000  # words kept from text to text, some 10 MB
_INITIAL = 2  # code points of an initial with its stop
_LONGEST_PLAIN = 6  # letters of a word that its ending alone makes no noun of persons
_SHORTEST_ENDED = 4  # letters of a word that its ending alone makes no verb
_SHORTEST_ADVERB = 6  # letters of a word that its ending makes an adverb
_SHORTEST_FOLLOWED = 4  # letters of a last name of which a noun is made


class Grammar(Speech, Nouns):
    """The closed words and the nouns of one language, as its files give them, and what each word of a text can be.

    The keys of `speech.toml` and `nouns.toml` are attributes; all words are in lower case, as `fold` writes them.
    """

    def __init__(self, code: str) -> None:
        language = language_of(code)
        vars(self).update(vars(language.speech))
        vars(self).update(vars(language.nouns))
        self.language = code
        self.verbs = verb_forms(code)
        self.first_names = language.names.male | language.names.female
        self._add_plain_words()
        self.pronouns: dict[str, PronounKind] = {
            word: kind for kind, words in self.pronouns_by_kind.items() for word in words
        }
        self.linking = self.owning | self.posted
        self.plain_posted = frozenset(map(unaccented, self.posted)) - self.posted
        self.leading = self.determiners | self.prepositions
        self.joints = self.linking | self.determiners | self.particles
        self.having = self.auxiliaries - self.to_be
        self.deciding = self.winning | self.losing
        self.before_objects = self.clitics | self.reflexives | self.negations
        self.before_deeds = self.having | self.reflexives | self.negations
        self.leading_to_deeds = self.before_deeds | self.making
        self.before_infinitives = self.owning | self.reflexives if self.head_first else frozenset()
        self.acting = self.before_deeds if self.head_first else frozenset()
        pronouns_and_joints = self.nobody | self.relatives | self.negations | self.pronouns.keys()
        self.before_clitics = pronouns_and_joints
        self.before_plain_verbs = pronouns_and_joints | self.auxiliaries | self.joining | self.modals
        self.may_govern = self.prepositions | self.joining | self.plain_posted | self.owning
        self.never_names = self.stops.union(self.leading, self.auxiliaries, self.nobody, self.pronouns, self.between)
        self._possessive = _ending(self.possessive_endings)
        self.words = _KnownWords(lambda text: self._look_up(text, capital=False))
        self.proper_words = _KnownWords(lambda text: self._look_up(text, capital=True))

    def _add_plain_words(self) -> None:
        """Let nouns, first names and what may stand around a verb be known in a text without accents, too."""
        plain = self._with_plain
        self.first_names = plain(self.first_names)
        self.persons_m, self.persons_f = plain(self.persons_m), plain(self.persons_f)
        self.persons = self.persons_m | self.persons_f
        self.bodies, self.documents = plain(self.bodies), plain(self.documents)
        self.according, self.prepositions = plain(self.according), plain(self.prepositions)
        self.auxiliaries, self.to_be = plain(self.auxiliaries), plain(self.to_be)
        self.stops, self.between = plain(self.stops), plain(self.between)

    def _with_plain(self, words: Words) -> Words:
        """The words, and each as it is written in a text without accents."""
        return words | without_accents(dict.fromkeys(words), self.language).keys()

    def _look_up(self, text: str, *, capital: bool) -> Word:
        """A word of a text with all that the lexicon knows of it, by its letters as they are written.

        `capital` says that it has its capital for another reason than that a sentence begins there.
        """
        low = fold(text)
        key = key_of(low)
        if len(text) == _INITIAL and low[-1] == "." and key not in self.titles:  # `J. Roux` says nothing of `j'ai`
            key = low
        capital = capital and is_capital(text)
        is_word = text[0].isalnum()
        is_clitic = low[-1] == "'" and key in self.reflexives  # `il m'a dit`, no title
        forms = _forms(low, self.plural_endings)
        is_person = self.person_noun(low, forms)
        person = is_person and not (capital and self.persons.isdisjoint(forms))  # unlike `Patrice`, who ends so
        persons = is_person and len(forms) > 1 and low not in self.persons  # `officials`, but not `boss`
        noun = "person" if person else None if is_person else self._kind_of_thing(forms)
        verb = None if capital or not is_word else self.verb_form(low)
        first, number, hyphened = self.first_name(low), is_number(text), "-" in low
        pronoun, nobody = key in self.pronouns, key in self.nobody
        pronominal = pronoun or (nobody and key not in self.relatives)
        determiner, plural = key in self.determiners, key in self.plural_determiners
        title, stop = key in self.titles and not is_clitic, key in self.stops or is_clitic
        joint, governs, according = key in self.joints, key in self.may_govern, low in self.according
        role = person and not self.is_rather_verb(low) and low not in self.stops
        opens = determiner or plural or title or capital or role or low in self.collective
        possessive, acronym = low.endswith(self.possessive_endings), len(text) > 1 and text.isupper()
        return Word(  # by position, which takes a third of the time
            text, low, capital, is_word, key, verb, noun, person, persons, first, number, pronoun, nobody, pronominal,
            determiner, plural, title, stop, joint, hyphened, opens, governs, according, possessive,
            self.is_adverb(key), acronym, self.is_medium(low),
        )  # fmt: skip

    def is_name_before(self, text: str, after: Sequence[str]) -> bool:
        """Whether the word that opens a sentence is a name: no noun, and what follows tells of somebody.

        A reporting verb, `, who`, an age, an auxiliary, another name behind a first name, or the role of whom it owns.
        """
        low = fold_word(text)
        if self._owns_role(low, after):
            return True
        if low in self.never_names or low in self.verbs:
            return False
        second, third = (*after, "", "")[:2]
        verb = self.verbs.get(second)
        is_saying = verb is not None and verb.level == "saying" and "finite" in verb.forms
        is_judging = verb is not None and verb.level == "judging" and verb.forms >= {"finite", "past"}
        is_judging = is_judging and not low.endswith(self.plural_endings)  # `Canada called it “absurd”`
        is_source = (is_saying or is_judging) and second not in self.not_verbs
        is_described = second == "," and (
            third in self.relatives or self.person_noun(third) or third.isdigit() or self._is_emphatic(third)
        )
        acts = bool(second) and key_of(fold_word(second)) in self.acting  # `Washington s'est dit`, `Moscou a`
        acts = acts or self._has_said(second, third)
        is_apposed = low in self.first_names and second == "," and third[:1].islower()  # `Josiane, une coiffeuse,`
        is_listed = low in self.first_names and (second == "," or second in self.joining) and third[:1].isupper()
        if not (is_source or is_described or acts or is_listed or is_apposed):
            return False
        return not (self.noun_kind(low) or low.endswith(self.adverb_endings))

    def _has_said(self, auxiliary: str, participle: str) -> bool:
        """`Labour has accused`: whether a perfect tells that somebody has said something."""
        verb = self.verbs.get(participle) if auxiliary in self.having else None
        return not self.head_first and verb is not None and verb.cue and "past" in verb.forms

    def _owns_role(self, low: str, after: Sequence[str]) -> bool:
        """`Norway's prime minister`, `Norway's ministry`: whether an owner stands before a role or a body."""
        owner = self.without_possessive(low)
        closed = (self.stops, self.nobody, self.pronouns, self.determiners)
        if self.head_first or owner == low or any(owner in words for words in closed):
            return False
        described = [word for word in after if word.islower() and word not in self.stops]
        return any(self.noun_kind(word) in ("person", "body") for word in described) and described == list(after[:2])

    def _is_emphatic(self, pronoun: str) -> bool:
        """`Roux, lui, refuse`: whether a pronoun behind a comma stresses the name before it."""
        return self.head_first and pronoun in self.oblique and pronoun in self.pronouns

    def person_noun(self, word: str, forms: tuple[str, ...] = ()) -> bool:
        """Whether a lower-case word is a noun of persons, in the singular or the plural; its `forms` may be known."""
        forms = forms or _forms(word, self.plural_endings)
        if self.head_first and "-" in word:
            forms = (*forms, word.partition("-")[0])
        is_listed = not self.persons.isdisjoint(forms)
        return is_listed or (len(word) > _LONGEST_PLAIN and word.endswith(self.person_endings))

    def noun_kind(self, word: str) -> MentionKind | None:
        """What a lower-case noun stands for, None where the lexicon does not know it."""
        forms = _forms(word, self.plural_endings)
        return "person" if self.person_noun(word, forms) else self._kind_of_thing(forms)

    def _kind_of_thing(self, forms: tuple[str, ...]) -> MentionKind | None:
        """What a lower-case noun stands for that is none of persons, by its forms without an ending of plurals."""
        for form in forms:
            if form in self.bodies:
                return "body"
            if form in self.documents:
                return "document"
        return None

    def without_possessive(self, words: str) -> str:
        """`words`, as they are written, without the ending that tells whose something is: `Lee` of `Lee's`."""
        return self._possessive.sub("", words) if "'" in words or "’" in words else words

    def is_medium(self, low: str) -> bool:
        """Whether a lower-case word, or the one whose possessive it is, means a newspaper, an agency or the like."""
        return self.without_possessive(low) in self.media

    def is_follower(self, noun: str, name: str) -> bool:
        """Whether a noun is made of the last name of a person, whose followers it names: `un chiraquien`."""
        if " " not in name or not noun.endswith(self.follower_endings):
            return False
        folded = fold(name).split()
        last_names = (folded[-1], "".join(folded[-2:]))  # `lepéniste`
        return any(
            len(last) >= _SHORTEST_FOLLOWED and noun.startswith(last[: max(_SHORTEST_FOLLOWED, len(last) - 1)])
            for last in last_names
        )

    def has_possessor(self, words: str) -> bool:
        """`the defendant's sister`: whether a possessive stands inside a phrase."""
        return any(self._possessive.search(word) for word in words.split()[:-1])

    def parts_of(self, words: str) -> list[str]:
        """The words of a phrase, elided ones and prefixes that say "former" apart: `l'ex-ministre` is three."""
        straight = words.replace("’", "'").replace("'", " ")
        for prefix in self.former_prefixes:
            straight = straight.replace(prefix, prefix.replace("-", " "))
        return straight.split()

    def first_name(self, low: str) -> bool:
        """Whether a lower-case word is a first name, or begins with one: `Jean-Marc`."""
        return low in self.first_names or ("-" in low and low.split("-", maxsplit=1)[0] in self.first_names)

    def is_adverb(self, key: str) -> bool:
        """Whether the ending of a lower-case word makes it an adverb: `visibly`, not `only`, `family` or `logement`."""
        is_ended = key.endswith(self.adverb_endings) and len(key) >= _SHORTEST_ADVERB
        return is_ended and key not in self.not_adverbs

    def is_rather_verb(self, low: str) -> bool:
        """Whether a lower-case word is a verb form, unlike `président`, which only looks like one."""
        return low in self.verbs and low not in self.not_verbs

    def verb_form(self, low: str) -> Verb | None:
        """A lower-case word as a verb, by the lexicon or by an ending that only verbs have; None where it is none."""
        verb = self.verbs.get(low)
        if verb is None and low.endswith(self.verb_endings):
            return _OTHER_VERB if low not in self.not_verbs and len(low) > _SHORTEST_ENDED else None
        if verb is None and low.endswith(self.past_endings) and len(low) > _SHORTEST_ENDED:
            return None if "-" in low or self.noun_kind(low) else _GUESSED_PAST
        return verb

    def verb_at(self, tokens: Sequence[Lexical], index: int) -> Verb | None:
        """The verb that a token is; None for a capital, a noun after its article, and a noun that looks like a verb."""
        token = tokens[index]
        return None if token.capital or not token.word else self.if_verb(self.verb_form(token.low), tokens, index)

    def if_verb(self, verb: Verb | None, tokens: Sequence[Lexical], index: int) -> Verb | None:
        """The verb that a token may be by its letters, if its neighbours let it be one."""
        if verb is _GUESSED_PAST and not self._stands_as_past(tokens, index):
            return None
        is_verb = verb and (self._may_be_verb(verb, tokens, index) if index else tokens[0].low not in self.not_verbs)
        return verb if is_verb else None

    def _stands_as_past(self, tokens: Sequence[Lexical], index: int) -> bool:
        """`The mayor banged her gavel`, `Ann Lee sneered at`: whether a word has a verb's neighbours.

        Somebody stands before it, and behind it what no noun is.
        """
        if index == 0 or index + 1 >= len(tokens):
            return False
        before, after = tokens[index - 1], tokens[index + 1].key
        is_somebody = before.capital or before.key in self.pronouns or self.person_noun(before.low)
        closed = (self.determiners, self.possessives, self.pronouns, self.prepositions, self.relatives)
        is_followed = any(after in words for words in closed) or after.endswith(self.adverb_endings)
        return is_somebody and (is_followed or not tokens[index + 1].word)

    def _may_be_verb(self, verb: Verb, tokens: Sequence[Lexical], index: int) -> bool:
        """Whether what stands before a word lets it be a verb rather than a noun."""
        before = tokens[index - 1].key
        if before in self.standalone and verb.cue and "base" not in verb.forms:
            return True
        is_held = tokens[index].low in self.bearers and self.verb_form(before) is not None  # `held signs reading “…”`
        is_former = self.head_first and before in self.former  # `l'ancien juge`
        if is_held or is_former or (before in self.determiners and not self._is_clitic(tokens, index - 1)):
            return False
        if before.isdigit() and tokens[index].low.endswith(self.plural_endings):  # `14 states`
            return False
        needs_plural = {"base", "finite"} <= verb.forms and tokens[index].low not in self.only_verbs
        if needs_plural and not self._takes_plain(tokens[index - 1]):
            return False
        if before in self.prepositions and not verb.forms & {"base", "present"}:
            return False
        return tokens[index].low not in self.not_verbs or self._after_auxiliary(tokens, index)

    def _takes_plain(self, before: Lexical) -> bool:
        """Whether a bare verb form may follow: after a plural, a pronoun, a modal, `to`, `and`."""
        is_plural = before.key.endswith(self.plural_endings) and not before.low.endswith(self.possessive_endings)
        return not before.word or before.key in self.before_plain_verbs or is_plural

    def _after_auxiliary(self, tokens: Sequence[Lexical], index: int) -> bool:
        """Whether an auxiliary or an inverted pronoun stands close before a word; no name with a hyphen counts."""
        before = tokens[max(0, index - 3) : index]
        return any(token.low in self.auxiliaries or ("-" in token.low and not token.capital) for token in before)

    def is_object(self, tokens: Sequence[Word], index: int) -> bool:
        """`qui le reprend`, `Jean Roux l'accuse`: whether an article is the object of the verb right behind it.

        Behind a name, only an elided one, or before what can only be a verb: `le WWF la qualifiait`.
        """
        if index == 0 or index + 1 >= len(tokens) or tokens[index + 1].verb is None:
            return False
        is_clear = tokens[index].low[-1] == "'" or tokens[index + 1].low.endswith(self.verb_endings)
        if tokens[index - 1].capital and not is_clear:
            return False
        return self._is_clitic(tokens, index) and self.verb_at(tokens, index + 1) is not None

    def _is_cue_after(self, tokens: Sequence[Lexical], index: int) -> bool:
        """Whether a reporting verb that is no noun follows a word, and an article or a name follows that."""
        verb, subject = (*tokens[index + 1 : index + 3], None, None)[:2]
        if verb is None or subject is None or self.noun_kind(verb.low) or verb.low in self.not_verbs:
            return False
        form = self.verb_form(verb.low)
        reports = form is not None and form.level == "saying" and "finite" in form.forms
        return reports and (subject.key in self.determiners or subject.capital)

    def _is_clitic(self, tokens: Sequence[Lexical], index: int) -> bool:
        """Whether `l'`, `le` or `les` before a verb is its object rather than an article: its subject precedes it."""
        if index == 0 or tokens[index].key not in self.clitics:
            return False
        before = tokens[index - 1]
        follows_quote = before.text == "," and index > 1 and tokens[index - 2].text == '"'
        if follows_quote and self._is_cue_after(tokens, index):  # `« … », le coupe Anne Roux`
            return True
        verb, link = (*tokens[index + 1 : index + 3], None, None)[:2]
        if before.text == "," and verb is not None and link is not None and link.low in self.likening:
            return self.noun_kind(verb.low) is None  # `son avocat, Jean Roux, le décrit comme « … »`
        return before.key in self.before_clitics or before.capital


class _KnownWords(dict[str, Word]):
    """Words that have been looked up, by their letters; others are looked up when they are asked for."""

    def __init__(self, look_up: Callable[[str], Word]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, text: str) -> Word:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        word = self[text] = self._look_up(text)
        return word


def _forms(noun: str, plural_endings: tuple[str, ...]) -> tuple[str, ...]:
    """A noun as it is, and without each ending of plurals that it has."""
    if not noun.endswith(plural_endings):
        return (noun,)
    return (noun, *[noun.removesuffix(ending) for ending in plural_endings])


def _ending(endings: Sequence[str]) -> re.Pattern[str]:
    """Any of these endings, with either apostrophe, at the end of a text."""
    return re.compile(f"{any_of(endings)}$".replace("'", "[’']"))


@cache
def grammar_of(language: str) -> Grammar:
    """The grammar of a language that the lexicon knows."""
    return Grammar(language)


def gender_of(name: str, language: str) -> Gender | None:
    """The gender that a person's first name mostly has, None where it tells none."""
    genders, first = _genders(language), next(iter(fold_word(name).split(maxsplit=1)), "")
    if first in genders or "-" not in first:
        return genders.get(first)
    return genders.get(first.partition("-")[0])


@cache
def _genders(language: str) -> dict[str, Gender | None]:
    """The genders of first names; one that the language does not know may be a name of another language."""
    own = language_of(language).names
    genders: dict[str, Gender | None] = {}
    for names in (*(other.names for other in every_language() if other.names is not own), own):
        genders |= dict.fromkeys(names.male, "m")
        genders |= {name: None if name in names.male else "f" for name in names.female}
    return genders


def compatible(one: Gender | None, other: Gender | None) -> bool:
    """Whether two genders may be of the same person: one that is not known fits any."""
    return one is None or other is None or one == other
