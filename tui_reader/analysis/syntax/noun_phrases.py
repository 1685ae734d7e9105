"""Where a noun phrase begins, and how far it goes."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.analysis.lexicon.conjugation import Verb
from tui_reader.analysis.lexicon.word_list import is_only_infinitive
from tui_reader.analysis.syntax.grammar import Grammar
from tui_reader.analysis.syntax.mention import Mention, mention_of
from tui_reader.analysis.text.tokens import Stretch, Word

MOST_WORDS = 16  # of a noun phrase
_ROLE_REACH = 2  # words between a name and the role that goes on with its phrase: `State Department chief spokesman`
_LONGEST_ROLE = 5  # words of a second role, up to the name
_APOSTROPHES = ("'", "’")


def read_phrase(stretch: Stretch, start: int, grammar: Grammar) -> tuple[Mention, int] | None:
    """The noun phrase that begins with word number `start`, and the word after it; None where none begins there."""
    tokens = stretch.words
    if tokens[start].key in grammar.standalone:
        if is_standalone(tokens, start, grammar):
            return mention_of(stretch, start, start, start + 1, grammar), start + 1
        end = partitive_end(tokens, start, grammar)
        if end:
            return mention_of(stretch, start, start, end, grammar), end
    is_determined = tokens[start].determiner
    is_led = is_determined or tokens[start].plural or (tokens[start].number and counts_persons(tokens, start))
    content_start = start + is_led
    if content_start >= len(tokens) or not tokens[content_start].word:
        return None
    word = tokens[content_start]
    if not is_led and not _begins_bare(tokens, start, grammar):
        return None
    if is_determined:  # `l'on`, `l'avait`
        is_closed = word.nobody or (tokens[start].key in grammar.clitics and word.low in grammar.having)
    else:
        is_closed = word.stop and not word.capital
    if word.pronoun or is_closed:
        return None
    is_one = is_determined and word.low in grammar.ones
    member_end = _one_of_them_end(tokens, content_start, grammar) if is_one else None
    end = member_end or _OpenPhrase(tokens, start, content_start, grammar).end()
    return None if end == content_start else (mention_of(stretch, start, content_start, end, grammar), end)


def _one_of_them_end(tokens: Sequence[Word], index: int, grammar: Grammar) -> int | None:
    """`l'une d'elles`, `l'un d'entre eux`: the word after what begins with `un` at `index`; None where it is none.

    Nor is it where a name or a role behind a comma tells who that one is.
    """
    if index + 2 >= len(tokens) or tokens[index + 1].key not in grammar.owning:
        return None
    pronoun = index + 3 if tokens[index + 2].key in grammar.prepositions else index + 2
    if pronoun >= len(tokens) or grammar.pronouns.get(tokens[pronoun].key) != "plural":
        return None
    after = tokens[pronoun + 1 : pronoun + 3]
    is_told = len(after) > 1 and after[0].text == "," and after[1].opens
    return None if is_told else pronoun + 1


def counts_persons(tokens: Sequence[Word], index: int) -> bool:
    """`400 personnes`, `14 states warned`: whether a number stands before a noun of persons, or of bodies that act.

    `index` is that of the number.
    """
    noun, verb = (*tokens[index + 1 : index + 3], None, None)[:2]
    acts = noun is not None and noun.noun == "body" and verb is not None and verb.verb is not None
    return noun is not None and (noun.person or acts) and not noun.capital


def is_standalone(tokens: Sequence[Word], index: int, grammar: Grammar) -> bool:
    """`Another said so.`: whether a verb, not a noun, follows a word that may also be an article."""
    after = index + 1
    while after < len(tokens) and (tokens[after].key in grammar.before_objects or tokens[after].low in grammar.having):
        after += 1  # `certaines l'ont accueilli`
    if after + 1 < len(tokens) and tokens[after].text == "," and tokens[after + 1].key in grammar.enclosed:
        return True  # `Another, who asked not to be named, said`
    if after < len(tokens) and tokens[after].low in grammar.to_be and not grammar.head_first:
        return True  # `Another was blunter: “…”`
    if tokens[index].low in grammar.ones and _ends_after_cue(tokens, index, after):
        return True
    return after < len(tokens) and tokens[after].verb is not None and grammar.verb_at(tokens, after) is not None


def partitive_end(tokens: Sequence[Word], index: int, grammar: Grammar) -> int:
    """The number of the word after `one of them`, `one of the miners`, of which one says something; 0 elsewhere."""
    if index + 2 >= len(tokens) or tokens[index + 1].key not in grammar.owning:
        return 0
    end = index + 3
    if tokens[index + 2].key not in grammar.oblique:
        while end < len(tokens) and tokens[end].word and not tokens[end].person and not tokens[end].stop:
            end += 1
        if not tokens[index + 2].determiner or end == len(tokens) or not tokens[end].person:
            return 0
        end += 1
    follows = end < len(tokens) and tokens[end].verb is not None and grammar.verb_at(tokens, end) is not None
    return end if follows or _ends_after_cue(tokens, index, end) else 0


def _ends_after_cue(tokens: Sequence[Word], start: int, end: int) -> bool:
    """`“…,” said one of them.`: whether a verb of saying right behind a quotation and the end of the sentence enclose.

    What stands between is given by the numbers of its first word and of the word after it.
    """
    cue = tokens[start - 1] if start > 1 else None
    ends = end >= len(tokens) or tokens[end].text == "."
    is_cue = cue is not None and cue.verb is not None and cue.verb.level == "saying" and "finite" in cue.verb.forms
    return ends and is_cue and tokens[start - 2].text in ('"', ",")


def leads_to_name(tokens: Sequence[Word], index: int, grammar: Grammar) -> bool:
    """`…, florist Ann Lee`, `…, state Sen. Lee`: whether a word, after a mark or a verb, is the role of a name."""
    if grammar.head_first or index + 1 >= len(tokens):
        return False
    if index == 0:
        return _heads_with_role(tokens, grammar)
    before, word, after = tokens[index - 1], tokens[index], tokens[index + 1]
    if not after.capital:
        return (before.verb is not None or not before.word) and _leads_to_role(tokens, index, grammar)
    follows_cue = before.verb is not None and before.verb.level == "saying"  # `said rescuer Tom Lee`
    is_full = after.first or after.title or (index + 2 < len(tokens) and tokens[index + 2].capital)
    follows_quote = before.text == '"' and not word.person
    if not is_full or word.capital or not word.word or follows_quote or (before.word and not follows_cue):
        return False
    is_closed = word.stop or word.pronoun or word.nobody or word.low in grammar.prepositions
    return not is_closed and (word.verb is None or grammar.if_verb(word.verb, tokens, index) is None)


def _heads_with_role(tokens: Sequence[Word], grammar: Grammar) -> bool:
    """`Press secretary Ann Lee`: whether a role of several words and its name open the sentence."""
    for index, word in enumerate(tokens[: _LONGEST_ROLE + 1]):
        if index and word.capital:
            is_name = word.first or word.title or _is_capital(tokens, index + 1)
            return is_name and index > 1 and tokens[index - 1].person
        is_closed = word.stop or word.pronoun or word.nobody or word.determiner or not word.word or word.number
        is_closed = is_closed or word.low in grammar.prepositions or word.low in grammar.between
        if is_closed or grammar.is_rather_verb(word.low) or word.adverb:
            return False
    return False


def _is_capital(tokens: Sequence[Word], index: int) -> bool:
    return index < len(tokens) and tokens[index].capital


def _leads_to_role(tokens: Sequence[Word], index: int, grammar: Grammar) -> bool:
    """`said former county commissioner Ann Lee`: whether a word after a cue opens a role of several words.

    So does one right behind a quotation: `“…,” county commissioner Ann Lee said`.
    """
    before = tokens[index - 1]
    follows_cue = before.verb is not None and before.verb.level == "saying" and index > 1 and not tokens[index - 2].word
    if not follows_cue and before.text != '"':
        return False
    is_role = has_field = False
    for word_index in range(index, min(index + _LONGEST_ROLE, len(tokens) - 1)):
        word = tokens[word_index]
        if word.capital:
            leads = tokens[word_index - 1].person or (has_field and tokens[word_index - 1].key not in grammar.owning)
            is_whole = word.first and tokens[word_index + 1].capital  # `said harbour master Ann Lee`
            return (leads and (word.first or tokens[word_index + 1].capital)) or (is_whole and word_index > index)
        if is_role and word.key in grammar.owning:  # `warns philosopher of mind Ann Lee`
            has_field = True
        elif not word.word or word.stop or word.pronoun or word.nobody or word.low in grammar.prepositions:
            return False
        is_role = word.person
    return False


def _begins_bare(tokens: Sequence[Word], index: int, grammar: Grammar) -> bool:
    """Whether a phrase may begin here without a determiner: a name, a title, a role that follows a mark."""
    word = tokens[index]
    if word.title and (word.text.endswith(".") or word.text[0].isupper()):
        return True
    if word.capital:
        is_will = word.first and index + 1 < len(tokens) and tokens[index + 1].capital  # `Will Orme`
        return is_will or (word.low not in grammar.stops and word.low not in grammar.prepositions)
    if grammar.head_first and index > 0 and tokens[index - 1].word:
        return False
    if leads_to_name(tokens, index, grammar) or word.low in grammar.collective:
        return True
    return word.person and word.opens and word.low not in grammar.stops and not grammar.is_rather_verb(word.low)


class _OpenPhrase:
    """A noun phrase whose end is sought: it begins with word number `start`, after its determiner with `content`."""

    def __init__(self, tokens: Sequence[Word], start: int, content: int, grammar: Grammar) -> None:
        self.tokens = tokens
        self.start = start
        self.content = content
        self.grammar = grammar
        self.is_named = False  # whether it began with a capital, without a determiner

    def end(self) -> int:
        """The number of the word after the phrase; `content` where there is no phrase."""
        tokens, grammar = self.tokens, self.grammar
        is_determined = tokens[self.start].determiner
        self.is_named = tokens[self.content].capital and not is_determined
        end = self.content + 1
        while end < len(tokens) and end - self.start < MOST_WORDS and self._goes_on(end):
            word = tokens[end]
            is_source = word.capital and self._is_source(end)
            if is_source or (word.verb is not None and _is_participle(word.verb) and self._splits_verb()):
                break
            self.is_named = self.is_named or (word.capital and not is_determined)
            end += 1
        while end > self.content and (tokens[end - 1].key in grammar.leading or not tokens[end - 1].word):
            end -= 1
        return end

    def _splits_verb(self) -> bool:
        """`avait à l'époque parlé`: whether an auxiliary stands before the preposition of the phrase."""
        tokens, grammar = self.tokens, self.grammar
        index = self.start if tokens[self.start].key in grammar.posted else self.start - 1  # `a au passage parlé`
        return index > 0 and tokens[index].key in grammar.prepositions and tokens[index - 1].low in grammar.having

    def _is_led_by_place(self) -> bool:
        """`à la BBC`, `en Norie`: whether a word that leads to an addressee or a place opens the phrase."""
        grammar, first = self.grammar, self.tokens[self.start]
        leading = first if first.key in grammar.posted else self.tokens[max(0, self.start - 1)]
        return leading.key in grammar.posted or leading.key in grammar.locating

    def _is_source(self, index: int) -> bool:
        """`a dit à l'AFP Anne Roux`: whether a name begins here, behind the addressee or the place of what is said."""
        word, before = self.tokens[index], self.tokens[index - 1]
        if index + 1 == len(self.tokens) or not self.tokens[index + 1].capital:
            if self._follows_opener(index):
                return True
            ends = index + 1 == len(self.tokens) or self.tokens[index + 1].text in (",", ".")
            return (word.first or ends) and before.low in self.grammar.channels and self._is_led_by_place()
        is_posted = self._is_led_by_place()
        is_described = before.person or before.title or before.joint or before.low in self.grammar.peoples
        is_apart = is_posted and word.first and not is_described  # unlike `devant l'Italien Fabio Serra`
        is_medium = is_posted and before.capital and self.grammar.head_first and self._is_of_medium(index)
        is_told = is_medium or before.low in self.grammar.channels
        return is_told or is_apart or self._follows_opener(index) or (word.first and self._is_audience())

    def _follows_opener(self, index: int) -> bool:
        """`On the trail Ann Lee likes to say`: whether a name and its verb follow what opens the sentence."""
        tokens, before = self.tokens, self.tokens[index - 1]
        opens = self.start == 1 and tokens[0].governs and tokens[self.start].determiner and not self.grammar.head_first
        if not opens or before.noun or before.capital or before.title or before.key in self.grammar.leading:
            return False
        end = next((after for after in range(index, len(tokens)) if not tokens[after].capital), len(tokens))
        return end < len(tokens) and tokens[end].verb is not None and self.grammar.verb_at(tokens, end) is not None

    def _is_of_medium(self, index: int) -> bool:
        """`à RTL`, `à la chaîne NTV`: whether a name before a word is that of a medium, by itself or by its noun."""
        before, word = self.tokens[index - 1 : index + 1]
        ends = word.first or before.text.isupper()  # not `au quotidien Norvela Soir`
        return before.medium or (ends and self.tokens[self.content].medium)

    def _is_audience(self) -> bool:
        """`a dit devant les salariés Anne Roux`: whether several persons are told what a cue right before them says."""
        tokens = self.tokens[max(0, self.start - 2) : self.start]
        if len(tokens) < 2 or not self.tokens[self.start].plural or tokens[1].key not in self.grammar.prepositions:
            return False
        return tokens[0].verb is not None and tokens[0].verb.cue

    def _goes_on(self, index: int) -> bool:
        """Whether a word behind the first belongs to the phrase, given that all before it do."""
        grammar = self.grammar
        word, before = self.tokens[index], self.tokens[index - 1]
        if not word.word:
            is_possessive = word.text in _APOSTROPHES and self._is_possessive(index)
            return word.text == "&" or (word.text == "." and before.title) or is_possessive
        if word.capital or (word.title and word.text.endswith(".")):
            return index > self.content + 1 or before.key not in grammar.prepositions  # `de son côté M. Roux`
        if word.key in grammar.joining:
            return self._joins_names(index) or self._joins_roles(index)
        if word.governs and self._is_inside_body_name(index):
            return True
        is_field = word.key in grammar.locating and self._is_field(index)
        if is_field or word.joint:
            return is_field or self._joins(index)
        begins = word.plural or (word.number and counts_persons(self.tokens, index))  # `After the vote 400 people left`
        is_closed = word.stop or word.pronoun or (begins and before.key not in grammar.linking)
        return not is_closed and self._tells_more(index)

    def _is_behind_name(self, index: int) -> bool:
        """Whether a name stands before the word, as the whole phrase or beside its role."""
        return (self.is_named and not self._is_role_of_owner(index)) or self._is_named_role(index)

    def _is_role_of_owner(self, index: int) -> bool:
        """`Norway's deputy director of public works`: whether an owner and a role stand before the word."""
        words = self.tokens[self.content : index]
        return (
            words[0].possessive and words[-1].key not in self.grammar.linking and any(word.person for word in words[1:])
        )

    def _is_inside_body_name(self, index: int) -> bool:
        """Whether a preposition goes on with a name: that of a body behind it, or of persons who are one.

        `l'association Droit au toit conseille`, `Médecins sans frontières dit`, `prévient Médecins sans frontières`.
        """
        tokens, grammar = self.tokens, self.grammar
        link = tokens[index]
        if not grammar.head_first or link.key not in grammar.prepositions or link.key in grammar.owning:
            return False
        if index - self.content not in (1, 2):
            return False
        first, name = tokens[self.content], tokens[index - 1]
        is_of_body = first is not name and first.noun == "body" and not first.capital and name.capital
        is_of_persons = first is name and self.content == self.start and name.person and name.text[0].isupper()
        if not (is_of_body or is_of_persons):
            return False
        is_led_to = is_of_persons and _is_led_to(tokens, self.start, grammar)
        return _ends_body_name(tokens, index + 1, grammar, is_led_to=is_led_to)

    def _is_possessive(self, index: int) -> bool:
        """`the residents' leader`, `Oakes' widow`: whether an apostrophe is that of a plural or of a name in s."""
        grammar, before = self.grammar, self.tokens[index - 1]
        owns = not grammar.head_first and before.low.endswith(grammar.plural_endings)
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        return owns and after is not None and after.word and not after.stop and after.verb is None

    def _name_start(self, index: int) -> int:
        """Where the capitals right before a word begin."""
        start = index
        while start > self.content and self.tokens[start - 1].capital:
            start -= 1
        return start

    def _is_named_role(self, index: int) -> bool:
        """`son petit-fils Kévin arrose`: whether a role and a name stand before the word."""
        name_start = self._name_start(index)
        return self.content < name_start < index and self.tokens[name_start - 1].person

    def _joins_names(self, index: int) -> bool:
        """`le parti Terre et Travail`, `the Food and Drug Board`: whether a word is part of a body's name."""
        name_start = self._name_start(index)
        is_named = self.content < name_start < index and self.tokens[name_start - 1].noun == "body"
        if is_named:
            return index + 1 < len(self.tokens) and self.tokens[index + 1].capital
        after = self.tokens[index + 1 : index + 1 + _LONGEST_ROLE]
        rest = after[: next((number for number, word in enumerate(after) if not word.capital), len(after))]
        is_plain = self.content == name_start < index and not any(
            word.first for word in (*rest, self.tokens[index - 1])
        )
        return (
            is_plain and not self.grammar.head_first and bool(rest) and self.grammar.noun_kind(rest[-1].low) == "body"
        )

    def _joins_roles(self, index: int) -> bool:
        """`l'avocat et ancien député Jean Roy`: whether the word joins two roles of the name that follows."""
        first = self.tokens[self.content]
        is_plural = self.tokens[self.content - 1].plural
        if not first.person or is_plural or any(word.capital for word in self.tokens[self.content : index]):
            return False
        after = self.tokens[index + 1 : index + 1 + _LONGEST_ROLE]
        role = after[: next((number for number, word in enumerate(after) if word.capital and not word.person), 0)]
        return any(word.person for word in role) and not any(word.determiner or not word.word for word in role)

    def _is_field(self, index: int) -> bool:
        """`le chercheur en sécurité Jean Roy`, `le metteur en scène`: whether `en` goes on with the field of a role."""
        grammar = self.grammar
        if not grammar.head_first:
            return False
        field, name = (*self.tokens[index + 1 : index + 3], None, None)[:2]
        if field is None or field.capital or field.determiner or not field.word:
            return False
        is_named = self.tokens[index - 1].person and name is not None and name.capital
        return is_named or self.tokens[index - 1].low in grammar.fielded

    def _joins(self, index: int) -> bool:
        """Whether a preposition, an article or a particle goes on with the phrase."""
        tokens, grammar = self.tokens, self.grammar
        key, before = tokens[index].key, tokens[index - 1]
        if index + 1 >= len(tokens) or not tokens[index + 1].word:
            return False
        if key in grammar.serving and (before.person or _serves_in_name(tokens, index)):
            return True
        is_full_name = self.is_named and (
            any(word.first or word.title for word in tokens[self.content : index - 1]) or self._is_rather_person(index)
        )
        if (
            is_full_name and before.key not in grammar.particles and not grammar.head_first
        ):  # `Ann Lee of the Rights Clinic`
            return False
        if key in grammar.owning:
            after = tokens[index + 1]
            is_manner = is_full_name and after.key in grammar.determiners - grammar.definite
            leads_on = self._leads_to_infinitive(index) or self._is_turn(index) or _is_charge(tokens, index, grammar)
            leads_on = leads_on or after.low in grammar.perfect  # `reproche au préfet d'avoir parlé`
            is_present = after.verb is not None and after.verb.forms == {"present"}  # `of calling`
            return not (is_manner or leads_on or (self.is_named and is_present))  # `montre Jean Roy d'un geste`
        is_posted = key in grammar.posted and not self.is_named and self._is_posted(index)
        if is_posted or (tokens[index].determiner and before.key in grammar.linking):
            return True
        name = next((word for word in tokens[index + 1 :] if word.key not in grammar.particles), None)
        before_name = before.capital or before.key in grammar.particles  # `Greta van der Holm`
        return key in grammar.particles and before_name and name is not None and name.capital

    def _is_rather_person(self, index: int) -> bool:
        """`Corvin Redmoor of Stockwell & Co`: whether several capitals that no list has precede a word."""
        words = self.tokens[self.content : index]
        return len(words) > 1 and all(word.capital and word.word and word.noun is None for word in words)

    def _is_turn(self, index: int) -> bool:
        """`au tour de Jean Roy de prendre la parole`: whether a full name and an infinitive stand around a word."""
        after = self.tokens[index + 1]
        is_infinitive = after.low.endswith(self.grammar.infinitive_endings) and after.noun is None and not after.capital
        return is_infinitive and index - self._name_start(index) > 1

    def _leads_to_infinitive(self, index: int) -> bool:
        """`Et le maire d'ajouter`: whether the phrase is the subject of an infinitive that tells what came next."""
        is_narrated = self.start == 1 and self.tokens[0].key in self.grammar.joining
        leads = is_narrated and self.tokens[index].key in self.grammar.narrating
        return leads and self.tokens[index + 1].low.endswith(self.grammar.infinitive_endings)

    def _is_posted(self, index: int) -> bool:
        """`ambassadeur aux Nations unies`, `ministre déléguée aux transports`: a role, and its place or its matter."""
        grammar, before = self.grammar, self.tokens[index - 1]
        after = self.tokens[index + 1 : index + 3]
        if any(word.low in grammar.assigned for word in self.tokens[self.content : index]):
            matter = next((word for word in after if not word.determiner), None)
            if matter and matter.word and not (matter.noun or matter.stop or matter.low in grammar.media):
                return True
        if before.noun == "body" and before.capital and after and not after[0].stop:  # `la Délégation aux prisons`
            return self.tokens[index].key in grammar.determiners
        is_role = self.tokens[self.content].person or before.person
        follows_cue = self.start > 0 and self.tokens[self.start - 1].verb is not None
        is_addressed = any(  # `a confié l'élu à l'AFP`, `a dit la ministre à la RTBF`
            word.low in grammar.media or (follows_cue and word.capital and word.text.isupper() and len(word.text) > 2)
            for word in after
        )
        return is_role and not is_addressed and any(word.capital and not word.stop for word in after)

    def _tells_more(self, index: int) -> bool:
        """Whether a lower-case word is a noun or an adjective of the phrase: no verb, no adverb."""
        tokens, grammar = self.tokens, self.grammar
        word, before = tokens[index], tokens[index - 1]
        if word.low in grammar.making and index + 1 < len(tokens) and tokens[index + 1].key in grammar.made:
            return False  # `le parquet fait état de`
        is_described = not grammar.head_first and tokens[index - 2].determiner and before.adverb
        if before.determiner or before.key in grammar.linking or is_described:  # `a visibly shaken Ann Lee`
            return True
        if self._is_behind_name(index):
            is_inside = before.governs and self._is_inside_body_name(index - 1)
            return is_inside or self._role_follows(index) or self._is_possession(index)
        follows_name = grammar.head_first and before.capital and tokens[index - 2].first
        is_adjective = not grammar.head_first and before.hyphened and not before.person  # as a rule
        verb = None if is_adjective or word.verb is None else grammar.if_verb(word.verb, tokens, index)
        if follows_name or (verb is not None and (verb.forms - {"past"} or not grammar.head_first)):
            return False
        if verb is not None and verb.cue and any(after.text == '"' for after in tokens[index + 1 : index + 3]):
            return False  # `une décision qualifiée de « … »`
        return not (word.adverb or self._is_plural_verb(index))

    def _is_plural_verb(self, index: int) -> bool:
        """`les voyageurs jonglent`: whether a word behind a plural is its verb, even if no list has it."""
        is_plural = self.tokens[self.start].plural and self.tokens[index - 1].low.endswith(self.grammar.plural_endings)
        return is_plural and self.tokens[index].low.endswith(self.grammar.plural_verb_endings)

    def _is_possession(self, index: int) -> bool:
        """`Mr Lee's office`: whether a noun is what belongs to the name right before it."""
        return not self.grammar.head_first and self.tokens[index - 1].possessive and self.tokens[index].noun is not None

    def _role_follows(self, index: int) -> bool:
        """`Judicial Watch president`, `Leeds's water regulator`: a bare name goes on when a role is near."""
        owns = any(word.possessive for word in self.tokens[self.content : index])
        if self._leads_to_full_name(index):
            return not self.grammar.head_first
        for word in self.tokens[index : index + 1 + _ROLE_REACH]:
            if not word.word or word.capital or word.stop or self.grammar.is_rather_verb(word.low):
                return False
            if word.person or (owns and word.noun == "body"):
                return not self.grammar.head_first
        return False

    def _leads_to_full_name(self, index: int) -> bool:
        """`Red Cross volunteer Ann Lee`: whether a noun of one person, even if also a verb, is a full name's role."""
        role, *name = self.tokens[index : index + 3]
        cue = self.tokens[index + 3].verb if index + 3 < len(self.tokens) else None
        is_known = len(name) > 1 and (name[0].first or (cue is not None and cue.level == "saying"))
        is_full = is_known and all(word.capital and word.word for word in name)
        is_plural = self.tokens[index - 1].low.endswith(self.grammar.plural_endings)
        return role.person and not role.capital and is_full and not is_plural


def _is_led_to(tokens: Sequence[Word], start: int, grammar: Grammar) -> bool:
    """`prévient X`, `selon X`: whether a verb or a preposition stands before word number `start`."""
    before = tokens[start - 1] if start else None
    return before is not None and (before.verb is not None or before.key in grammar.governing)


def _serves_in_name(tokens: Sequence[Word], index: int) -> bool:
    """`the Department for Education`: whether a word stands between the noun of a body and more of its name."""
    before, after = tokens[index - 1], tokens[index + 1]
    return before.capital and before.noun == "body" and after.capital


def _is_charge(tokens: Sequence[Word], index: int, grammar: Grammar) -> bool:
    """`accuse la présidente de gouverner`: whether a person and an infinitive stand around a word."""
    before, after = tokens[index - 1], tokens[index + 1].low
    may_be = before.person and not before.capital and after.endswith(grammar.infinitive_endings)
    return may_be and is_only_infinitive(after, grammar.language)


def _ends_body_name(tokens: Sequence[Word], index: int, grammar: Grammar, *, is_led_to: bool) -> bool:
    """Whether a noun right before a verb ends a name; where something leads to the name, no other word need follow."""
    noun, after = (*tokens[index : index + 2], None, None)[:2]
    if noun is None or not noun.word or noun.capital or noun.stop or noun.determiner or noun.verb:
        return False
    if after is not None and (after.verb is not None or after.low in grammar.auxiliaries):
        return True
    return is_led_to and (after is None or not after.word or after.governs)


def _is_participle(verb: Verb) -> bool:
    """Whether a verb form may be the past participle of a reporting or a judging verb."""
    return verb.cue and "past" in verb.forms
