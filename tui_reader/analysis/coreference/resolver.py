"""Whom an article speaks of: the fullest name of each source, and whom a role or a noun means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from tui_reader.analysis.coreference.mentions import Mentions, Said
from tui_reader.analysis.coreference.organisations import Bodies
from tui_reader.analysis.coreference.roles import Holders
from tui_reader.analysis.syntax.chunker import Sentence
from tui_reader.analysis.syntax.grammar import Gender, Grammar, compatible
from tui_reader.analysis.syntax.mention import Mention
from tui_reader.analysis.text.segmentation import fold


class EntityResolver(Mentions):
    """The persons and bodies of one article."""

    def __init__(self, sentences: Iterable[Sentence], grammar: Grammar) -> None:
        super().__init__(sentences, grammar)
        self._bodies = Bodies([one.mention for one in self.sightings], self.fullest, grammar)
        self._holders = Holders(grammar)
        for sighting in self.sightings:
            if sighting.mention.name:
                self._holders.note(sighting.mention, self.fullest(sighting.mention.name))

    def speaker(self, mention: Mention, before: Sequence[Said]) -> str:
        """What to call the source that a mention names: the fullest name that the article gives."""
        if mention.name:
            if mention.kind == "body":
                name = self._acronyms.get(mention.name, mention.name)  # not a person's of that last name
                return self._of_people(mention, name, before) or self._bodies.whole(name)
            name = self.fullest(mention.name)
            alone = " " not in name and mention.role and mention.kind == "person"
            styled = self.grammar.first_name(fold(name)) or mention.role in self.grammar.styled
            return f"{mention.role} {name}" if alone and styled else name
        label = mention.words
        if fold(label) in self.grammar.latter and mention.definite:  # `ce dernier`
            return self._latter(mention, before) or label
        full = self._acronyms.get(label)
        if full:
            return full
        return (
            self._holders.holder(mention, self.gender)
            or self._meant(mention, before)
            or self._bodies.named_before(mention)
            or self._bodies.whole(label)
        )

    def _of_people(self, mention: Mention, name: str, before: Sequence[Said]) -> str | None:
        """`la Bordelaise`: the last source or name that may be of that gender."""
        low, grammar = fold(name), self.grammar
        if (
            " " in name
            or low in grammar.regions
            or not (low in grammar.peoples or low.endswith(grammar.people_endings))
        ):
            return None
        gender: Gender | None = (
            "f" if low.endswith(grammar.people_endings_f) else None if low in grammar.peoples else "m"
        )
        hero = self.hero(gender) if not before else None  # while nobody has spoken, whom the title names
        return hero or self._last_named(mention.span.start, gender, before)

    def _latter(self, mention: Mention, before: Sequence[Said]) -> str | None:
        """Whom `ce dernier` means: whoever was named since the last source, else that source."""
        last = before[-1] if before and before[-1].kind == "singular" else None
        seen = self._last_seen(mention.span.start, mention.gender, last.at if last else 0)
        if seen or not last or not compatible(last.gender, mention.gender):
            return seen or self._last_seen(mention.span.start, mention.gender)
        return last.speaker

    def _meant(self, mention: Mention, before: Sequence[Said]) -> str | None:
        """`l'expert`, `l'attaquant de 31 ans`: a noun that sets nobody apart means the last source or name."""
        if not mention.definite or mention.plural or mention.kind not in ("person", "thing"):
            return None
        if self.grammar.has_possessor(mention.words) and not self.grammar.head_first:  # `the defendant's sister`
            return None
        words = self.grammar.parts_of(mention.words)
        noun = fold(words[0]) if self.grammar.head_first else mention.head
        known = noun in self.grammar.anaphoric and mention.head not in self._introduced
        if not known and not (mention.pointing and mention.kind == "person"):
            return None
        owned = any(fold(one) in self.grammar.owning and self._sets_apart(one, other) for one, other in pairwise(words))
        if owned and fold(words[0]) not in self.grammar.former:  # but `l'ancien ministre de la Mer`
            return None
        # A masculine noun may be a woman's, so it is read without its gender where no man fits.
        genders = (mention.gender, None) if mention.gender == "m" else (mention.gender,)
        names = (self._last_named(mention.span.start, gender, before) for gender in genders)
        name = next((one for one in names if one), None)
        return self._told_of_here(mention) or (None if name and self._is_one_of_several(name, mention) else name)

    def _told_of_here(self, mention: Mention) -> str | None:
        """`La maire de Brest a voté. … l'élue`: somebody without a name whom the paragraph told of last."""
        at = mention.span.start
        for sighting in reversed(self._seen(self._paragraph_start(at), at)):
            other = sighting.mention
            if not self.is_person(other) or sighting.governed or not compatible(other.gender, mention.gender):
                continue
            role = self.grammar.person_noun(fold(other.words.split()[0]))
            told = role and other.definite and not other.name and not other.plural and other.words != other.head
            return self._holders.holder(other, self.gender) or other.words if told else None
        return None

    def _is_one_of_several(self, name: str, mention: Mention) -> bool:
        """Whether the paragraph before has others whom a noun in a new one may mean as well."""
        here = self._paragraph_start(mention.span.start)
        if self._paragraph_of(here) < 1:
            return False
        if any(self.fullest(one.mention.name) == name for one in self._seen(here, mention.span.start)):
            return False
        others = {
            self.fullest(one.mention.name)
            for one in self._seen(self._paragraph_start(here - 1), here)
            if one.mention.name and not one.placed and self.is_person(one.mention)
        }
        return any(compatible(self.gender(other), mention.gender) for other in others - {name})

    @cached_property
    def _introduced(self) -> frozenset[str]:
        """The nouns by which the article tells of persons without a name: `un coiffeur`."""
        return frozenset(
            one.mention.head
            for one in self.sightings
            if one.mention.indefinite and not one.mention.name and not one.mention.plural
        )

    def _last_named(self, at: int, gender: Gender | None, before: Sequence[Said]) -> str | None:
        """The last source before `at` that may have a gender, else the person named last.

        A person named in the paragraph goes before a source of another one; a title's source names nobody.
        """
        start = self._paragraph_start(at)
        for said in reversed(before):
            if said.sentence == 0:
                continue
            if said.at < start:
                here = self._last_seen(at, gender, start)
                if here:
                    return here
            if said.at < at and said.kind == "singular" and compatible(said.gender, gender):
                hero = self.hero(gender)
                doubtful = hero is not None and self.outshines(hero, said.speaker, said.at, at)
                named = said.speaker[0].isupper() or said.at >= start  # or known by a role, here in the paragraph
                return said.speaker if named and not doubtful else None
        return self._last_seen(at, gender)

    def _sets_apart(self, preposition: str, after: str) -> bool:
        """Whether what follows says which one is meant: `du club`, `de Brest`, but not `de 31 ans`, `d'apnée`."""
        determiners = self.grammar.determiners
        return fold(preposition) in determiners or fold(after) in determiners or after[0].isupper()
