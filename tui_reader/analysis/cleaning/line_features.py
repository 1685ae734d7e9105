"""Features of a single line, such as its length, its end and its common words; the phrases and limits of rules."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, cached_property, lru_cache
from itertools import islice, pairwise

import msgspec

from tui_reader.analysis.cleaning.phrase_index import Beginnings, Phrasing
from tui_reader.analysis.lexicon import common_data, every_language
from tui_reader.analysis.text.dates import is_relative_time, iso_date, relative_words
from tui_reader.analysis.text.segmentation import WORD, fold

_DIGIT = re.compile(r"\d")
_COUNT = re.compile(r"\(?\d[\d.,]*(?:\s?k\b)?\)?")
_BULLET = re.compile(r"[^\w\s(\[\"“«#@]+\s+")  # "» ", "🔴 "
_REFERENCE = re.compile(r"(?:\[[^\[\]]{1,24}\]){1,8}\Z|(?<=[a-z][.!?])\d{1,3}\Z")  # "[4][citation needed]", "end.12"
_SEPARATORS = "|›▪•·»/>"
_SEPARATOR = re.compile(rf"\s[{_SEPARATORS}](?=\s)")
_NO_SEPARATORS = re.compile(r"[«${}=\\]")  # there "»" closes a quotation, and "|" joins commands
_AFTER_STOP = " »”\"'’)]\u00a0\u202f"
_AROUND_LABELS = " :.…|•-→>›[]()"
SMALL_SHARE = 1 / 3
"""Of the topics of a paragraph: one that shares fewer with the article may be about something else."""
_ITEM = "* "
_MOST_MENU_WORDS = 4
_MOST_LENGTH_WORDS = 7
_CLOCKED = re.compile(r"\b\d{1,2}:\d\d\b")
_CAPITAL_UNIT = re.compile(r"\d\s[A-ZÀ-Þ][a-zß-ÿ]{3,}")
_LONGEST_ABBREVIATION = 3  # letters of a unit, which a stop may follow
_NUMBER_OR_WORD = re.compile(r"\d+|[^\W\d_]+'?")
_MOST_BUTTON_WORDS = 4
_STEM_LENGTH = 6
_QUOTED = re.compile('[«“"]([^«»“”"]*)')
_MOST_COUNTED_WORDS = 5  # with their number
_STOPS = (".", "!", "?", "…", ";", *"■□◼◾◆♦●")  # and what magazines print at the end of an article


class Line(msgspec.Struct, frozen=True):
    """A unit's text as rules look at it.

    `folded` is the text in lower case with straight apostrophes; `label` the same without the marks around labels;
    `words` are its words, and the parts of those with an apostrophe; `word_count` is the number of its words;
    `ends_sentence` whether it ends as a sentence does.
    """

    folded: str
    label: str
    words: frozenset[str]
    word_count: int
    ends_sentence: bool

    @classmethod
    def of(cls, text: str) -> Line:
        """The features of `text`."""
        folded = fold(text).strip()
        written = WORD.findall(folded)
        elided = [word.split("'") for word in written if "'" in word] if "'" in folded else []
        return cls(
            folded,
            folded.removeprefix(_ITEM).strip(_AROUND_LABELS),
            frozenset(written).union(*elided),
            len(written),
            ends_sentence(folded),
        )

    @property
    def common_count(self) -> int:
        """The number of its words that are among the commonest of their language."""
        return _count_common(self.folded)

    @property
    def separators(self) -> int:
        """The number of signs in it that stand between the links of a list: "|", "›", "•"."""
        return _count_separators(self.folded)

    @property
    def is_prose(self) -> bool:
        """Whether the line reads like a paragraph: a sentence that ends, or more words than a headline has."""
        return self.word_count > limit("most_title_words") or (self.word_count > 6 and self.ends_sentence)

    @property
    def may_be_headline(self) -> bool:
        """Whether the line may be a headline: not too long, and no sentence but a question or one left open."""
        is_open = not self.ends_sentence or self.is_question or self.folded.endswith("…")
        return self.word_count <= limit("most_title_words") and is_open

    @property
    def is_question(self) -> bool:
        """Whether the line is a single short question or exclamation: a headline or a sentence."""
        first, _stop, rest = self.folded.partition(". ")  # "LIVE. Who wins?"
        body = (self.folded if " " in first else rest).rstrip(_AFTER_STOP + "?! ")
        is_single = not any(stop in body for stop in ".?!…")
        return self.folded.endswith(("?", "!")) and is_single and self.word_count <= limit("most_heading_words")

    @property
    def is_cut(self) -> bool:
        """Whether the line ends in an ellipsis, as what teasers quote does."""
        return self.folded.endswith(("…", ".."))

    @property
    def topics(self) -> frozenset[str]:
        """The words that say what the line is about: longer than three letters and not common."""
        return _topics_of(self.folded)

    @property
    def stems(self) -> frozenset[str]:
        """The beginnings of its topics, which other forms of the same words share: "discha" of "discharged"."""
        return frozenset(topic[:_STEM_LENGTH] for topic in self.topics)

    @property
    def is_telling(self) -> bool:
        """Whether the line says more of what it is about than a word or two."""
        return len(self.topics) > 2

    @property
    def has_quotation_marks(self) -> bool:
        """Whether the line has words between quotation marks."""
        return any(mark in self.folded for mark in '"“«')

    @property
    def quotes_words(self) -> bool:
        """Whether the line quotes more than the name of a button: no site says such a line to its readers."""
        return any(len(WORD.findall(quoted)) > _MOST_BUTTON_WORDS for quoted in _QUOTED.findall(self.folded))

    @property
    def is_short(self) -> bool:
        """Whether the line is no longer than the labels and links of a page, and ends no sentence."""
        return self.word_count <= limit("most_link_words") and not self.ends_sentence


@lru_cache(maxsize=10_000)  # several steps ask for the lines of lists, and none for those of an article
def _count_common(folded: str) -> int:
    """How many words are among the commonest, or have one before or behind an apostrophe."""
    known = common_words()
    return sum(
        word in known or ("'" in word and not known.isdisjoint(word.split("'"))) for word in WORD.findall(folded)
    )


def _count_separators(folded: str) -> int:
    """The number of signs between the links of a list; none where they mean something else."""
    may_separate = any(map(folded.__contains__, _SEPARATORS))
    return len(_SEPARATOR.findall(folded)) if may_separate and not _NO_SEPARATORS.search(folded) else 0


@lru_cache(maxsize=10_000)  # the lines of one page, which several steps compare with one another
def _topics_of(folded: str) -> frozenset[str]:
    return frozenset(word for word in WORD.findall(folded) if len(word) > 3 and word not in common_words())


def topic_counts(lines: Iterable[Line]) -> Counter[str]:
    """What lines are about: each topic, and the number of lines that hold it."""
    return Counter(topic for line in lines for topic in line.topics)


def ends_sentence(text: str) -> bool:
    """Whether `text` ends with a stop, closing marks and references after it left aside."""
    return _without_reference(text).rstrip(_AFTER_STOP).endswith(_STOPS)


def _without_reference(text: str) -> str:
    """`text` without the marks of notes at its end; most texts have none, and are not searched."""
    last = text[-1:]
    may_refer = last == "]" or last.isdigit()
    return text[: reference.start()] if may_refer and (reference := _REFERENCE.search(text)) else text


@cache
def common_words() -> frozenset[str]:
    """The commonest words of every language of the lexicon."""
    return frozenset().union(*(one.about.common_words | one.cleaning.sentence_words for one in every_language()))


class KnownPhrases(msgspec.Struct, frozen=True, dict=True):
    """The lexicon's phrases for a rule, of all languages together: see the head of `cleaning.toml` for each field."""

    whole: frozenset[str]
    counted: frozenset[str]
    counted_starts: tuple[str, ...]
    starts: tuple[str, ...]
    may_start: tuple[str, ...]
    ends: tuple[str, ...]
    contains: tuple[str, ...]
    may_contain: tuple[str, ...]

    def match(self, line: Line) -> bool:
        """Whether the line is one that these phrases describe beyond doubt."""
        folded = line.folded
        return (
            line.label in self.whole
            or (bool(self.counted) and self._is_counted(line))
            or self._starts.begin(folded)
            or (not folded[:1].isalnum() and self._starts.begin(_without_bullet(folded)))
            or (bool(self.ends) and folded.endswith(self.ends))
            or bool(self.held_by(line))
            or (not line.ends_sentence and self._may_be(line))
        )

    def may_match(self, line: Line) -> bool:
        """Whether the line is a sentence that says what such lines often say: it may still be the article's."""
        return line.ends_sentence and self._may_be(line)

    def held_by(self, line: Line) -> list[str]:
        """The phrases in `contains` that a line holds."""
        return self._contains.held_by(line.folded, line.words)

    def count_in(self, line: Line) -> int:
        """The number of the phrases in `contains` that a line holds."""
        return len(self.held_by(line))

    def perhaps_held_by(self, line: Line) -> list[str]:
        """The same of those in `may_contain`."""
        return self._may_contain.held_by(line.folded, line.words)

    def _is_counted(self, line: Line) -> bool:
        begins = line.folded[:1].isdigit()
        if not begins and line.word_count > _MOST_COUNTED_WORDS:
            return False
        label = _without_count(line.folded)
        return label in self.counted or (begins and label.startswith(self.counted_starts))

    def _may_be(self, line: Line) -> bool:
        if self.may_start and self._may_start.begin(line.folded):
            return True
        return bool(self.perhaps_held_by(line))

    @cached_property
    def _starts(self) -> Beginnings:
        return Beginnings(self.starts)

    @cached_property
    def _may_start(self) -> Beginnings:
        return Beginnings(self.may_start)

    @cached_property
    def _contains(self) -> Phrasing:
        return Phrasing(self.contains)

    @cached_property
    def _may_contain(self) -> Phrasing:
        return Phrasing(self.may_contain)


@cache
def phrases(*rules: str) -> KnownPhrases:
    """The phrases for `rules`: a French page may well say "Share", so all languages are looked at."""
    sections = [getattr(language.cleaning, rule) for language in every_language() for rule in rules]

    def all_of(key: str) -> list[str]:
        return [phrase for section in sections for phrase in getattr(section, key)]

    whole, counted = (frozenset(all_of(key)) for key in ("whole", "counted"))
    keys = KnownPhrases.__struct_fields__
    return KnownPhrases(whole, counted, *(tuple(all_of(key)) for key in keys[2:]))


def is_length(line: Line) -> bool:
    """Whether a line says how long something takes to read, hear or see, and no more: `7 min`, `Durée : 1 min 12`."""
    return _length_words(line) is not None


def is_reading_time(line: Line, text: str) -> bool:
    """The same of a line, written as `text`, that says what takes so long: `Lecture 3 min`.

    Hours may be those of the clock, and a number behind an article names a programme, as a capital names a paper:
    `Regarder le 20 heures`, `Lire 20 Minutes`.
    """
    others = _length_words(line)
    known = _words_of_lengths()
    if others is None or others.isdisjoint(known.labels):
        return False
    parts = _NUMBER_OR_WORD.findall(line.folded)
    first = next(index for index, part in enumerate(parts) if part.isdecimal())
    is_named = (first > 0 and parts[first - 1] in known.articles) or _is_name_of_paper(text)
    has_unit = any(part.isdecimal() and after in known.short_units for part, after in pairwise(parts))
    is_sentence = line.ends_sentence and len(parts[-1]) > _LONGEST_ABBREVIATION
    return has_unit and not is_named and not is_sentence


def _is_name_of_paper(text: str) -> bool:
    """Whether a line that is not all in capitals has a long unit with one behind a number: `20 Minutes`."""
    return _CAPITAL_UNIT.search(text) is not None and not text.isupper()


def _length_words(line: Line) -> frozenset[str] | None:
    """The words of a line that gives a length, beside the numbers and their units; None for other lines."""
    if not 0 < line.word_count <= _MOST_LENGTH_WORDS or line.is_question or not _DIGIT.search(line.folded):
        return None
    parts = _NUMBER_OR_WORD.findall(line.folded)
    named = frozenset(part for part in parts if not part.isdecimal())
    known = _words_of_lengths()
    others = named - known.units
    is_counted = others < named or (bool(others) and _CLOCKED.search(line.folded) is not None)
    return others if is_counted and others <= known.labels | known.playing else None


class _WordsOfLengths(msgspec.Struct, frozen=True):
    """The words of lines that say how long something takes, of all languages."""

    short_units: frozenset[str]
    units: frozenset[str]
    labels: frozenset[str]
    playing: frozenset[str]
    articles: frozenset[str]


@cache
def _words_of_lengths() -> _WordsOfLengths:
    tables = [language.cleaning for language in every_language()]
    short_units = frozenset[str]().union(*(table.length_units for table in tables))
    return _WordsOfLengths(
        short_units,
        short_units.union(*(table.hour_units for table in tables)),
        frozenset().union(*(table.length_labels for table in tables)),
        frozenset().union(*(table.playing_labels for table in tables)),
        articles(),
    )


@cache
def articles() -> frozenset[str]:
    """The definite articles of every language, with which names may begin."""
    return frozenset().union(*(language.speech.definite for language in every_language()))


def begins_with(folded: str, starts: tuple[str, ...]) -> bool:
    """Whether a folded line begins with one of some phrases, behind the sign of a list or of a row."""
    return folded.lstrip("•·-|( ").startswith(starts)


def gives_time(line: Line) -> bool:
    """Whether a short line gives a day or says how long ago something was; a time of day is live coverage's."""
    if not line.is_short or (line.words.isdisjoint(relative_words()) and not _DIGIT.search(line.folded)):
        return False
    return is_relative_time(line.folded) or iso_date(line.folded) is not None


def is_menu_word(line: Line) -> bool:
    """Whether the line is an entry of menus, which may be a heading, too."""
    return line.word_count <= _MOST_MENU_WORDS and line.label in phrases("menu").whole


def have_one_topic(texts: Sequence[frozenset[str]]) -> bool:
    """Whether one in three of several texts shares topics with others, as the parts of one article do."""
    counts = Counter(topic for topics in texts for topic in topics)
    shared = {topic for topic, count in counts.items() if count > 1 and 6 * count >= len(texts)}
    return 3 * sum(len(topics & shared) > 1 for topics in texts) >= len(texts)


def is_strange(line: Line, topics: Counter[str], share: float = 0.0) -> bool:
    """Whether a paragraph has too few words in common with the article: one, or less than a `share` of its own."""
    own_topics = line.topics
    shared = sum(topic in topics for topic in own_topics)
    return shared < max(limit("fewest_shared_topics"), share * len(own_topics))


def article_goes_on(lines: Sequence[Line], above: range, below: Iterable[int]) -> bool:
    """Whether paragraphs about what stands `above` come first `below`: comments have names and dates between."""
    first = [lines[index] for index in islice(below, 3)]
    paragraphs = [line for line in first if line.is_prose and not line.is_question]
    if len(paragraphs) < 2:
        return False
    topics = topic_counts(lines[index] for index in above)
    return any(topic in topics for line in paragraphs for topic in line.topics)


def _without_count(folded: str) -> str:
    """A label without its number; the empty string where it has none."""
    label, count = _COUNT.subn("", folded, count=1)
    return " ".join(label.split()).strip(_AROUND_LABELS) if count else ""


def _without_bullet(folded: str) -> str:
    """A line without the signs that stand before its first word."""
    bullet = _BULLET.match(folded)
    return folded[bullet.end() :] if bullet else folded


@cache
def limit(name: str) -> int:
    """A number of words or lines at which a rule decides otherwise, from `mul/cleaning.toml`."""
    return common_data().cleaning.limits[name]


def weight(name: str) -> float:
    """What a kind of line counts for (above 0) or against the article, from `mul/cleaning.toml`."""
    return common_data().cleaning.weights[name]
