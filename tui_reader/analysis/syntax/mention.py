"""Who or what a noun phrase names: the name in it, the role beside it, and what kind of thing it is."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from tui_reader.analysis.syntax.grammar import Gender, Grammar, gender_of
from tui_reader.analysis.text.tokens import MentionKind, Stretch, Word
from tui_reader.model import Span

_MOST_NAME = 5  # blanks in a name
_LONGEST_ELIDED = 2  # code points of `L’`
_FEWEST_SMALL = 2  # words of grammar in a headline whose words all have capitals


class Mention(msgspec.Struct, frozen=True, gc=False):
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
    pointing: bool = False  # a demonstrative does
    indefinite: bool = False  # neither a definite article nor whose it is
    gender: Gender | None = None
    article: str = ""  # one in capitals inside the sentence, which belongs to the name: `Le` of `écrit Le Monde`

    @property
    def label(self) -> str:
        """How the reader is told of it: by name, else by role, else by its words."""
        return self.name or self.role or self.words


def mention_of(stretch: Stretch, start: int, content_start: int, end: int, grammar: Grammar) -> Mention:
    """The phrase of the words from `start` up to `end`; before `content_start`, there is only its determiner.

    The name at its end is told from the role before it.
    """
    first, content = stretch.words[start], stretch.words[content_start:end]
    key, length = content[0].key, len(content)
    is_some = length == 1 and first.plural and key in grammar.standalone  # `certains protestent`
    is_partitive = start != content_start and key in grammar.owning and key not in grammar.posted
    content_text = _joined(stretch, start if is_partitive else content_start, end, titles=True)  # `un de ses proches`
    special = [word for word in content if word.capital or word.title or not word.word]  # a name, titles, marks
    role_length = length
    if special and not is_some:
        role_length = _role_length(first, content, len(special), grammar, is_determined=start != content_start)
    role_words = content[:role_length]
    unnamed = special and [word for word in special if word.title or not word.word]  # which no name holds
    title = _title(content) if unnamed else None
    if not unnamed and role_length in (0, length):  # all name or all role, which needs no joining again
        name, role = (None, content_text) if role_length else (content_text, None)
    else:
        name = _joined(stretch, content_start + role_length, end, titles=False) or None
        role = _joined(stretch, content_start, content_start + role_length, titles=False) or None
        role = None if _is_manner(role_words, grammar) else role
        if (
            role and any(word.title for word in role_words) and not any(word.person for word in role_words)
        ):  # `Democratic Rep. Ann Lee`
            role = _joined(stretch, content_start, content_start + role_length, titles=True)
    is_headline = bool(name) and length >= _FEWEST_SMALL and _is_headline(content)
    name = _bare_name(name, grammar) if name and not is_headline else None
    head_index = _head(role_words, grammar) if role_length > 1 else 0
    is_member = content[0].low in grammar.ones and grammar.pronouns.get(content[-1].key) == "plural"  # `l'une d'elles`
    noun = content[-1] if is_member else role_words[head_index] if role_words else content[0]
    head = noun.low
    kind: MentionKind
    if name:
        is_role = bool(role_words) and not _is_owner(role_words[-1])  # unlike `the Veterans' League`
        role_kind = _role_kind(role_words, head_index, grammar) if is_role else None
        kind = _named_kind(first, content[role_length:], role_kind, title)
        if length == 1 and start > 0 and stretch.words[start - 1].key in grammar.locating:
            kind = "name"  # `en France`, though women are called so
    elif role_words and not is_headline:
        kind = role_words[head_index].noun or ("body" if content[0].capital else "thing")
        is_alone = length == 1 and first.determiner  # `un troisième`, but not `son troisième roman`
        is_another = is_alone and head in grammar.others and first.key not in grammar.definite
        if content[0].key in grammar.amounts and first.determiner:  # `le plus proche`
            kind = "thing"
        elif is_another or is_member or is_some or (head in grammar.latter and first.key in grammar.pointing):
            kind = "person"
    else:
        kind = "thing"
    determiner = first.key if start != content_start else ""
    is_definite = determiner in grammar.definite
    is_several = first.plural or (first.number and first.low not in grammar.ones)
    may_be_plural = not name and (not determiner or not grammar.head_first)  # `Les` tells it, `the` does not
    return Mention(
        span=Span(stretch.starts[start], stretch.starts[end - 1] + len(content[-1].text)),
        kind=kind,
        name=name,
        role=role,
        words=content_text,
        head=head,
        plural=is_several or (may_be_plural and noun.persons),
        definite=is_definite,
        bare=not determiner,
        pointing=determiner in grammar.pointing,
        indefinite=bool(determiner) and not is_definite and determiner not in grammar.possessives,
        gender=_gender(name, content[0].key if is_member else determiner, head, title, grammar),
        article=_proper_article(stretch, start) if determiner and first.capital else "",
    )


def _role_length(
    first: Word, content: Sequence[Word], special_count: int, grammar: Grammar, *, is_determined: bool
) -> int:
    """How many words of a phrase are a role, before the name at its end; so many are capitals, titles and marks."""
    is_group = special_count > 1 and _is_group_in_capitals(first, content, grammar)
    length = 0 if is_group else name_start(content, grammar)
    is_role = is_determined and length == 0 and _is_role_in_capitals(content, grammar)
    return len(content) if is_role else length


def _title(content: Sequence[Word]) -> str | None:
    """The title of whom a phrase names, not of the owner before: `Mr Lee's daughter Ann` has none."""
    owner = next((index for index in range(len(content) - 1, -1, -1) if content[index].possessive), -1)
    return next((word.key for word in content[owner + 1 :] if word.title), None)


def _proper_article(stretch: Stretch, start: int) -> str:
    """The determiner with a capital that opens a phrase, if a word stands right before it; else nothing."""
    first = stretch.words[start]
    is_shouted = first.text.isupper() and len(first.text) > _LONGEST_ELIDED
    if start == 0 or is_shouted or not stretch.words[start - 1].word:
        return ""
    return first.text if first.text.endswith(("'", "’")) else f"{first.text} "


def _bare_name(name: str, grammar: Grammar) -> str | None:
    """A name without what is not its own behind it; None for one letter, as in `l'échantillon A`, and many words."""
    if len(name) == 1 or name.count(" ") > _MOST_NAME:
        return None
    bare = grammar.without_possessive(name)
    first, _blank, last = bare.rpartition(" ")
    return first if first and last.lower() in grammar.postnominals else bare


def _is_group_in_capitals(first: Word, content: Sequence[Word], grammar: Grammar) -> bool:
    """`les Jeunes Agriculteurs`, `the Girl Scouts`: whether capitals behind an article are the name of a group."""
    if not first.plural:
        if grammar.head_first or first.key not in grammar.definite:
            return False
        is_plural = content[-1].low.endswith(grammar.plural_endings) and not content[-1].low.endswith("ss")
        if not is_plural or any(word.title or word.first for word in content):
            return False
    return all(word.capital for word in content)


def _is_manner(role: Sequence[Word], grammar: Grammar) -> bool:
    """`a visibly shaken Ann Lee`: whether the words before a name only tell how somebody is."""
    is_adverb = len(role) > 1 and role[0].low.endswith(grammar.adverb_endings) and not grammar.head_first
    return is_adverb and not any(word.noun for word in role)


def _is_headline(content: Sequence[Word]) -> bool:
    """`To Be Executed For Treason`: whether small words among the capitals tell that they are a headline, no name."""
    return sum(word.capital and word.stop for word in content) >= _FEWEST_SMALL


def _is_role_in_capitals(content: Sequence[Word], grammar: Grammar) -> bool:
    """`the Democrat`, `the Ohio Democrat`: whether the capitals behind a determiner are a role and no name."""
    is_single = len(content) == 1 or not grammar.head_first
    return is_single and content[-1].person and not any(word.first for word in content)


def _is_owner(word: Word) -> bool:
    """Whether a word, or the mark behind it, tells whose something is."""
    return not word.word or word.possessive


def _role_kind(words: Sequence[Word], head: int, grammar: Grammar) -> MentionKind | None:
    """What a role stands for: by its noun, or by the ending of the people of a land."""
    return words[head].noun or ("person" if _is_people(words[0], grammar) else None)


def _is_people(word: Word, grammar: Grammar) -> bool:
    """Whether a word names the people of a land, by the lexicon or by its ending."""
    if word.capital:
        return word.low in grammar.peoples or word.low.endswith(grammar.people_endings)
    return word.low in grammar.peoples or (
        word.low.endswith(grammar.people_endings_f) and word.low not in grammar.former
    )


def _head(role: Sequence[Word], grammar: Grammar) -> int:
    """Which word of a role says what it is: a noun that is known before any preposition, else the first word.

    It is the first such noun or the last, as the language has it.
    """
    if len(role) < 2:
        return 0
    head = start = 2 if len(role) > 2 and _is_one_of_several(role, grammar) else 0
    for index, word in enumerate(role[start:], start):
        if index > start and word.key in grammar.linking:
            break
        if word.noun and not _is_adjective(role, index, start, grammar):
            head = index
            if grammar.head_first:
                break
    return head


def _is_adjective(role: Sequence[Word], index: int, start: int, grammar: Grammar) -> bool:
    """`le rejet volontaire`, but not `un jeune volontaire`: whether a noun of persons describes the one before it."""
    if index == start or not grammar.head_first or role[index].low not in grammar.adjectival:
        return False
    before = role[index - 1]
    return before.word and not before.capital and before.low not in grammar.prenominal


def _is_one_of_several(role: Sequence[Word], grammar: Grammar) -> bool:
    """`l'un des élus`, but not `l'une des voix`, behind which the name may stand."""
    return (
        role[0].low in grammar.ones
        and role[1].key in grammar.owning
        and not any(word.low in grammar.voices for word in role)
    )


def name_start(content: Sequence[Word], grammar: Grammar) -> int:
    """Which word of a phrase without its determiner begins the name at its end; its length where it has no name."""
    none, capital = len(content), _capitals_start(content, grammar)
    if none in (1, capital):
        return capital
    start = _after_role(content, capital, grammar)
    if capital > 0 and _is_owned(content[:capital], content[capital:], grammar):
        return none
    if start == 0 and none > 2 and grammar.head_first and not content[0].first and _is_people(content[0], grammar):
        start = capital = 1  # `le Norien Halvard Stene`
    first_name = next((index for index in range(start, none) if content[index].first), None)
    is_governed = capital > 0 and content[capital - 1].key in grammar.leading
    if first_name is not None and first_name + 1 < none:
        return none if is_governed and first_name == capital else first_name
    if is_governed and start == capital:  # `le patron d'Air Nordal Halvard Stene`
        is_joined = sum(word.capital for word in content[capital:]) >= 3 and content[none - 2].capital
        is_joined = is_joined and (grammar.head_first or not content[capital - 1].determiner)  # `of the Log Cabin Club`
        return none - 2 if is_joined and not _is_acronym(content[capital:]) else none
    if start < none and content[start].noun == "body" and (start == capital or is_governed):
        return capital if capital == 0 else none
    return start


def _is_owned(role: Sequence[Word], capitals: Sequence[Word], grammar: Grammar) -> bool:
    """Whether the capitals behind a role are not its bearer's name: `le maire de Brest`, `la déléguée CGT`."""
    noun = role[_head(role, grammar)].noun
    is_single = noun == "person" and sum(not word.title for word in capitals if word.word) == 1
    is_at_body = grammar.head_first and role[-1].noun == "body"  # `analyste au cabinet Halden`
    owning = grammar.linking if is_at_body else grammar.owning
    is_owned = is_single and any(word.key in owning for word in role)
    if capitals[0].title and role[-1].key in grammar.leading:  # `a spokesman for Ms Lee`
        is_owned = noun in ("person", "body")
    is_affiliated = is_single and not role[0].text.isupper() and _is_acronym(capitals)
    return is_owned or is_affiliated or (grammar.head_first and _is_of_person(role, grammar))


def _capitals_start(content: Sequence[Word], grammar: Grammar) -> int:
    """Where the capitals at the end of a phrase begin, particles and joints between them included."""
    start = capital = len(content)
    for word in reversed(content):
        is_role = word.person and word.acronym  # `le PDG d'Air Nordal`
        is_between = (
            word.capital or not word.word or (start < len(content) and _joins_capitals(word, content[start], grammar))
        )
        if is_role or not is_between:
            break
        start -= 1
        capital = start if word.capital else capital
    return capital


def _joins_capitals(word: Word, after: Word, grammar: Grammar) -> bool:
    """`van der Holm`, `Terre et Travail`: whether a word is part of a name with what follows it."""
    return word.key in grammar.particles or (after.capital and word.key in grammar.joining)


def _after_role(content: Sequence[Word], capital: int, grammar: Grammar) -> int:
    """Past the last title, role or possessor among the capitals, before whose end no name begins."""
    start = capital
    for index in range(capital, len(content) - 1):
        word = content[index]
        is_body = word.noun == "body" and word.text.isupper()  # `l'ONG Terre vivante`
        is_titled = grammar.head_first and content[index + 1].first  # `Pape François`, unlike `Pape Sarré`
        is_role = word.person and (not word.first or is_titled)  # unlike `Dean Otis`
        if is_role or word.title or is_body or word.possessive or not (word.word or word.text == "&"):
            start = index + 1
    return start


def _is_of_person(role: Sequence[Word], grammar: Grammar) -> bool:
    """`le film du cinéaste turc`, before a name: whether the name belongs to the owner rather than to the phrase."""
    owning = next((index for index in range(len(role) - 1, 0, -1) if role[index].key in grammar.owning), None)
    if owning is None:
        return False
    return next((word.person for word in role[owning + 1 :] if not word.determiner), False)


def _is_acronym(words: Sequence[Word]) -> bool:
    """Whether one of the words is all capitals."""
    return any(word.acronym for word in words)


def _named_kind(first: Word, name: Sequence[Word], role: MentionKind | None, title: str | None) -> MentionKind:
    """What a name stands for, by the role and the title beside it, by its words and by the phrase's first word."""
    if role in ("body", "document"):
        return role
    if title or role == "person" or name[0].first:
        return "person"
    last = name[-1]
    if first.determiner or last.acronym or last.medium or "body" in [word.noun for word in name]:
        return "body"
    return "name" if len(name) == 1 else "person"


def _gender(name: str | None, determiner: str, head: str, title: str | None, grammar: Grammar) -> Gender | None:
    """The gender that the title, the first name, the determiner or the noun tells, in this order."""
    if title and (title in grammar.titles_m or title in grammar.titles_f):
        return "m" if title in grammar.titles_m else "f"
    by_name = gender_of(name, grammar.language) if name and " " in name else None
    if by_name:
        return by_name
    if determiner in grammar.determiners_m or determiner in grammar.determiners_f:  # `la garde des Sceaux`
        return "m" if determiner in grammar.determiners_m else "f"
    if head in grammar.men:
        return "m"
    if (head in grammar.persons_m) != (head in grammar.persons_f):
        return "f" if head in grammar.persons_f else "m" if grammar.head_first else None
    is_people = grammar.head_first and head.endswith(grammar.people_endings)  # `l'Américain Tod Hale`
    return ("f" if head.endswith(grammar.people_endings_f) else "m") if is_people else None


def _joined(stretch: Stretch, first: int, last: int, *, titles: bool) -> str:
    """The words from `first` up to `last`, with blanks where they stand apart; without `titles`, no title, no mark."""
    if last - first == 1 and titles:
        return stretch.words[first].text
    text, end = "", -1
    for word, start in zip(stretch.words[first:last], stretch.starts[first:last], strict=True):
        if titles or (word.word and not word.title):
            text += f" {word.text}" if 0 <= end < start else word.text
            end = start + len(word.text)
    return text
