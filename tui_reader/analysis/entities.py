"""Whom an article speaks of: the fullest name of each source, who holds which role, whom a pronoun means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from tui_reader.analysis.clauses import Sentence
from tui_reader.analysis.lexicon import table
from tui_reader.analysis.names import Gender, Grammar, Mention, gender_of
from tui_reader.analysis.text import fold

_PRONOUN_REACH = 6  # sentences back to whom a pronoun can mean
_FEWEST_ACRONYM = 2  # letters


@dataclass(frozen=True, slots=True)
class Sighting:
    """A mention where it stands: in which sentence, and whether a preposition governs it."""

    mention: Mention
    sentence: int
    governed: bool


@dataclass(frozen=True, slots=True)
class Said:
    """A source that was named at a quotation, where the quotation stands, and what it is called."""

    sentence: int
    at: int
    speaker: str
    gender: Gender | None
    plural: bool


class Cast:
    """The persons and bodies of one article, from its sentences in order."""

    def __init__(self, sentences: Sequence[Sentence], rules: Grammar) -> None:
        self.rules = rules
        self.sightings = [
            Sighting(chunk.mention, number, chunk.governed)
            for number, sentence in enumerate(sentences)
            for chunk in sentence.chunks
            if chunk.mention
        ]
        self._by_sentence: dict[int, list[Sighting]] = {}
        for sighting in self.sightings:
            self._by_sentence.setdefault(sighting.sentence, []).append(sighting)
        self._full: dict[str, list[str]] = {}
        self._gender: dict[str, Gender] = {}
        self._acronyms = dict(_spelled_out(sentences))
        self._collect_names()
        self._roles = [
            (frozenset(_content(s.mention.role or "", rules)), s.mention.head, self.fullest(s.mention.name), s)
            for s in self.sightings
            if s.mention.name and s.mention.role
        ]

    def _collect_names(self) -> None:
        names = {s.mention.name for s in self.sightings if s.mention.name and s.mention.kind in ("person", "name")}
        for name in sorted(names, key=lambda one: (-len(one), one)):
            if len(name.split()) > 1:
                homes = self._full.setdefault(fold(name.split()[-1]), [])
                if not any(_short_of(name, full) for full in homes):
                    homes.append(name)
        for sighting in self.sightings:
            mention = sighting.mention
            if mention.name and mention.gender:
                self._gender.setdefault(self.fullest(mention.name), mention.gender)

    def fullest(self, name: str | None) -> str:
        """The fullest form of `name`; the name itself where two share it or none is fuller."""
        words = (name or "").split()
        if not words:
            return ""
        homes = [full for full in self._full.get(fold(words[-1]), []) if _short_of(" ".join(words), full)]
        if len(homes) == 1:
            return homes[0]
        return self._acronyms.get(name or "", name or "")

    def is_person(self, mention: Mention) -> bool:
        """Whether a mention is of a person, by itself or because a fuller name says so."""
        if mention.kind == "name":
            return " " in self.fullest(mention.name)
        return mention.kind == "person"

    def gender(self, name: str) -> Gender | None:
        """The gender of a person by the names and titles that the article gives."""
        return self._gender.get(name) or gender_of(name, self.rules.language)

    def speaker(self, mention: Mention, before: Sequence[Said]) -> str:
        """What to call the source that a mention names: the fullest name that the article gives."""
        if mention.name:
            name = self.fullest(mention.name)
            alone = " " not in name and mention.role and mention.kind == "person" and self.rules.first_name(name)
            return f"{mention.role} {name}" if alone else name
        label = mention.words
        full = self._acronyms.get(label)
        if full:
            return full
        return self._holder(mention) or self._meant(mention, before) or label

    def _holder(self, mention: Mention) -> str | None:
        """The name of whoever the article says holds a role: the only one, else the nearest before."""
        if mention.plural or not mention.definite:
            return None
        content = frozenset(_content(mention.words, self.rules))
        same = _same_roles(mention.words, self.rules.language)
        found: list[tuple[int, str]] = []
        for role, head, name, sighting in self._roles:
            if _compatible(self.gender(name), mention.gender) and (
                (head == mention.head and (content <= role or role <= content))
                or (same and _same_roles(sighting.mention.role or "", self.rules.language) == same)
            ):
                found.append((sighting.mention.span.start, name))
        names = {name for _, name in found}
        if len(names) == 1:
            return names.pop()
        earlier = [name for start, name in found if start < mention.span.start]
        return earlier[-1] if earlier else None

    def _meant(self, mention: Mention, before: Sequence[Said]) -> str | None:
        """`l'expert`, `l'intéressé`: a bare noun that means the last source, or who was named most."""
        if not mention.definite or mention.plural or len(mention.words.split()) > 1:
            return None
        if mention.head not in self.rules.anaphoric:
            return None
        kind = self.rules.noun_kind(mention.head)
        at = mention.span.start
        if kind == "body":
            bodies = [
                s.mention.name or s.mention.words
                for s in self.sightings
                if s.mention.kind in ("body", "name") and not s.governed and s.mention.span.end <= at
                and not self.is_person(s.mention) and (s.mention.name or s.mention.words[0].isupper())
            ]  # fmt: skip
            return self.fullest(bodies[-1]) if bodies else None
        for said in reversed(before):
            if (
                said.at < at
                and not said.plural
                and _compatible(said.gender, mention.gender)
                and said.speaker[0].isupper()
            ):
                return said.speaker
        names = [
            self.fullest(s.mention.name)
            for s in self.sightings
            if s.mention.span.end <= at and self.is_person(s.mention)
        ]
        fitting = [name for name in names if name and _compatible(self.gender(name), mention.gender)]
        return max(set(fitting), key=lambda name: (fitting.count(name), name)) if fitting else None

    def antecedent(
        self, kind: str, at: int, quoted: int, sentence: int, before: Sequence[Said]
    ) -> tuple[str | None, list[str]]:
        """Whom a pronoun at `at` means, and where several are as likely, all of them.

        What stands in its sentence after the first quotation, at `quoted`, is rather spoken of than speaking.
        """
        plural = kind == "plural"
        wanted: Gender | None = None if plural else "m" if kind == "singular_m" else "f"
        for number in range(sentence, max(-1, sentence - _PRONOUN_REACH), -1):
            sightings = [s for s in self._by_sentence.get(number, ()) if s.mention.span.end <= min(at, quoted)]
            said = [one for one in before if one.sentence == number and one.at < at]
            for one in reversed(said):
                if one.plural == plural and (plural or _compatible(one.gender, wanted)):
                    return one.speaker, []
            fitting = self._fitting(sightings, plural, wanted)
            free = [name for name, governed in fitting if not governed]
            if free:
                return free[0], []
            bound = list(dict.fromkeys(name for name, _ in fitting))
            if len(bound) == 1 and (number < sentence or plural):
                return bound[0], []
            if len(bound) > 1 and number < sentence:
                return None, bound
        return None, []

    def _fitting(self, sightings: Iterable[Sighting], plural: bool, wanted: Gender | None) -> list[tuple[str, bool]]:
        """The persons among `sightings` that a pronoun may mean, in order, and whether each is governed."""
        found = []
        for sighting in sightings:
            mention = sighting.mention
            if plural:
                if mention.plural and mention.kind in ("person", "body") and not mention.name:
                    found.append((mention.words, sighting.governed))
                continue
            if mention.plural or not self.is_person(mention):
                continue
            name = self.fullest(mention.name) if mention.name else self._holder(mention) or mention.words
            gender = self.gender(name) if mention.name else mention.gender
            if _compatible(gender or mention.gender, wanted):
                found.append((name, sighting.governed))
        return found


def _compatible(one: Gender | None, other: Gender | None) -> bool:
    return one is None or other is None or one == other


def _content(words: str, rules: Grammar) -> list[str]:
    """The words of a role that tell it from others."""
    low = fold(words).replace("'", " ").split()
    return [word for word in low if word not in rules.determiners and word not in rules.prepositions]


@cache
def _role_groups(language: str) -> dict[str, int]:
    groups = table(language, "nouns")["equal_roles"]
    return {role: number for number, group in enumerate(groups) for role in group.split("=")}


def _same_roles(words: str, language: str) -> int | None:
    """The number of the group of roles that mean the same, by how the words begin; counted from 1."""
    low = fold(words)
    groups = _role_groups(language)
    best = max((role for role in groups if low == role or low.startswith(role + " ")), key=len, default=None)
    return None if best is None else groups[best] + 1


def _spelled_out(sentences: Sequence[Sentence]) -> Iterable[tuple[str, str]]:
    """`Organisation maritime internationale (OMI)` and the other way round: the acronym and what it stands for."""
    for sentence in sentences:
        chunks = sentence.chunks
        for first, opening, second in zip(chunks, chunks[1:], chunks[2:], strict=False):
            if opening.low != "(" or not first.mention or not second.mention:
                continue
            one = first.mention.words
            other = second.mention.words
            if _stands_for(other, one):
                yield other, one
            elif _stands_for(one.split()[-1], other):
                yield one.split()[-1], other


def _stands_for(acronym: str, words: str) -> bool:
    """Whether the letters of an acronym begin words of the other phrase, in order."""
    if not acronym.isupper() or len(acronym) < _FEWEST_ACRONYM or " " in acronym or " " not in words:
        return False
    initials = iter(word[0].upper() for word in words.replace("’", " ").replace("'", " ").split())
    folded = [letter.translate(_BARE) for letter in initials]
    at = iter(folded)
    return all(letter in at for letter in acronym.translate(_BARE))


_BARE = str.maketrans("ÀÂÉÈÊËÎÏÔÖÙÛÜÇ", "AAEEEEIIOOUUUC")


def _short_of(name: str, full: str) -> bool:
    """Whether `name` may be a short form of `full`: `Macron`, `V. Sapounov`, `J-M Ayrault`."""
    mine, theirs = fold(name).split(), fold(full).split()
    if not mine or mine[-1] != theirs[-1] or len(mine) > len(theirs):
        return False
    return len(mine) == 1 or mine[0] == theirs[0] or (len(mine[0].rstrip(".")) <= 3 and mine[0][0] == theirs[0][0])
