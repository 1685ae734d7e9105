"""The names that an article gives: the fullest form of each, and the kind and gender of whoever has it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from tui_reader.analysis.coreference.aliases import initials_of, is_short_form
from tui_reader.analysis.coreference.sources import PRONOUN_KINDS, SourceKind
from tui_reader.analysis.syntax.grammar import Gender, Grammar, compatible, gender_of
from tui_reader.analysis.syntax.mention import Mention
from tui_reader.analysis.text.segmentation import fold, fold_word

_FAR_MORE = 2  # times that the full name which a last name alone stands for is given, for each time of another


class NameIndex:
    """The names in the mentions of one article; `acronyms` have the full forms that the article gives."""

    def __init__(self, mentions: Sequence[Mention], acronyms: Mapping[str, str], grammar: Grammar) -> None:
        self._grammar = grammar
        self._acronyms = acronyms
        self._full_names: dict[str, list[str]] = {}  # a last name, folded -> the full names of persons
        self._counts = Counter([mention.name for mention in mentions if mention.name])
        self._genders: dict[str, Gender] = {}  # a full name -> its gender
        self._fullest: dict[str | None, str] = {}  # what `fullest` has found
        names = {mention.name for mention in mentions if mention.name and mention.kind in ("person", "name")}
        for name in sorted(names, key=lambda name: (-len(name), name)):
            if len(name.split()) > 1:
                full_names = self._full_names.setdefault(fold_word(name.split()[-1]), [])
                if not any(is_short_form(name, full_name) for full_name in full_names):
                    full_names.append(name)
        for mention in mentions:
            if mention.name and mention.gender and not self.is_namesake(mention):
                self._genders.setdefault(self.fullest(mention.name), mention.gender)

    @cached_property
    def _starting_with(self) -> Mapping[str, set[str]]:
        """The full names by their first words, folded."""
        starting_with: dict[str, set[str]] = {}
        for full_names in self._full_names.values():
            for full_name in full_names:
                starting_with.setdefault(fold_word(full_name.split()[0]), set()).add(full_name)
        return starting_with

    def fullest(self, name: str | None) -> str:
        """The fullest form of a name; the name itself where no form is fuller, or two persons share it alike."""
        found = self._fullest.get(name)
        if found is None:
            found = self._fullest[name] = self._find_fullest(name or "")
        return found

    def _find_fullest(self, name: str) -> str:
        parts = name.split()
        if not parts:
            return ""
        short = " ".join(parts)
        full_names = [full for full in self._full_names.get(fold_word(parts[-1]), []) if is_short_form(short, full)]
        if len(full_names) > 1:
            full_names = self._chief_names(full_names)
        if len(full_names) == 1:
            return full_names[0]
        return self.spelled_out(name) or name

    def _chief_names(self, full_names: Sequence[str]) -> list[str]:
        """Of several full names, the one that the article gives far more often than each other, if there is one."""
        counts = sorted(((self._counts[name], name) for name in full_names), reverse=True)
        return [counts[0][1]] if counts[0][0] >= _FAR_MORE * counts[1][0] else []

    def is_namesake(self, mention: Mention) -> bool:
        """`Mrs Lee`, where the article names Tom Lee: whether a title tells that a last name is somebody else's."""
        name = mention.name or ""
        if mention.kind != "person" or mention.role or " " in name:
            return False
        return not compatible(gender_of(self.fullest(name), self._grammar.language), mention.gender)

    def with_last_name(self, name: str) -> Sequence[str]:
        """The full names of persons that end with a last name."""
        return self._full_names.get(fold_word(name), ())

    def beginning_with(self, name: str) -> str | None:
        """The only name that begins with a name of one word: `Agathe` of Agathe Roux, `Pixar` of Pixar Studios."""
        full_names = self._starting_with.get(fold_word(name), set())
        return next(iter(full_names)) if len(full_names) == 1 else None

    def spelled_out(self, acronym: str) -> str | None:
        """The full form that the article gives for an acronym."""
        return self._acronyms.get(acronym)

    def of_label(self, label: str) -> str:
        """The name of the speaker whom the label of a turn of dialogue stands for.

        Initials stand for the only person who has them; other labels for their fullest form, without a title.
        """
        parts = label.split()
        if "." in parts[-1]:
            letters = "".join(letter for letter in label if letter.isupper())
            full_names = {full for names in self._full_names.values() for full in names if initials_of(full) == letters}
            return full_names.pop() if len(full_names) == 1 else label
        titled = fold(parts[0]).rstrip(".") in self._grammar.titles
        return self.fullest(" ".join(parts[titled:])) or label

    def is_person(self, mention: Mention) -> bool:
        """True if a mention is of a person, by itself or because the article has a fuller form of the name."""
        if mention.kind == "body":
            return self.with_article(mention) is not None
        if mention.kind == "name":
            name = mention.name or ""
            return (
                self.is_full_name_of_person(self.beginning_with(name) or "")
                or " " in self.fullest(name)
                or fold_word(name) in self._full_names
            )
        return mention.kind == "person"

    def with_article(self, mention: Mention) -> str | None:
        """The full name of the person whose last name has an article: `Marine Le Pen`, of `Le Pen`."""
        name = mention.name
        if not name or " " in name or mention.role or not mention.definite:
            return None
        full_name = self.fullest(name)
        article = fold(full_name.split()[-2]) if " " in full_name else ""
        return full_name if article in self._grammar.definite else None

    def is_full_name_of_person(self, name: str) -> bool:
        """True if the article gives `name` as the full name of a person."""
        return name in self._full_names.get(fold_word(name.rpartition(" ")[2]), ())

    def gender(self, name: str) -> Gender | None:
        """The gender of a person by the roles and titles that the article gives, else by the first name."""
        return self._genders.get(name) or gender_of(name, self._grammar.language)

    def source_kind(self, mention: Mention) -> SourceKind | None:
        """The kind of source that a mention is; None for what cannot be one."""
        if mention.plural:
            return "plural" if mention.kind in ("person", "body") else None
        if self.is_person(mention):
            return "singular"
        if mention.kind != "body":
            return None
        return "singular" if mention.definite and fold(mention.words) in self._grammar.peoples else "neuter"

    def kind_at_quote(self, mention: Mention | None, pronoun_form: str) -> SourceKind:
        """The kind of what is a source at a quotation; of a pronoun of this form where there is no mention."""
        if mention is None:
            return PRONOUN_KINDS[pronoun_form]
        if mention.kind == "name" or self._has_unknown_role(mention):
            return "singular"
        return self.source_kind(mention) or "neuter"

    def _has_unknown_role(self, mention: Mention) -> bool:
        """`le deuxième ligne Toma Latu`: whether a noun that the lexicon does not know stands before a full name."""
        role = mention.role or ""
        named = mention.kind == "body" and " " in (mention.name or "")
        return named and role[:1].islower() and self._grammar.noun_kind(mention.head) is None
