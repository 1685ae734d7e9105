"""Classify each line by its own words: boilerplate that the lexicon knows, notices of the site, captions.

The rules are tried in order. A line with more than a few words may be a sentence of the article: then it is kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from tui_reader.analysis.cleaning import block_rules
from tui_reader.analysis.cleaning.block_rules import Rule, doubt, drop
from tui_reader.analysis.cleaning.bylines import after_by, is_person, parts_of
from tui_reader.analysis.cleaning.draft import PageDraft
from tui_reader.analysis.cleaning.line_features import KnownPhrases, Line, is_length, is_reading_time, limit, phrases
from tui_reader.analysis.cleaning.table_rows import rows_with_bars
from tui_reader.analysis.lexicon import common_data, every_language
from tui_reader.analysis.text.segmentation import WORD, fold
from tui_reader.model import Block

LEXICON_RULES = (
    block_rules.RELATED_LABEL,
    block_rules.SHARE,
    block_rules.ADVERT,
    block_rules.PROMO,
    block_rules.READING_TIME,
    block_rules.NEWSLETTER,
    block_rules.COOKIES,
    block_rules.PAYWALL,
    block_rules.LEGAL,
    block_rules.NAVIGATION,
)
"""The rules whose lines are known by the phrases of the lexicon under the same name, in the order they are tried."""

_NAMES = r"[^\W\d_a-zß-ÿ][\w.'’-]*(?:\s(?:&\s)?[^\W\d_a-zß-ÿ][\w.'’-]*){0,3}"
_AGENCY_CREDIT = re.compile(rf"\(?{_NAMES}\s?/\s?{_NAMES}(?:\s?/\s?{_NAMES})?(?:\s[-–]\s{_NAMES})?\)?")
_NUMBERED_SITE = re.compile(r"/\s?\d{1,2} (?=[^\W\d_a-zß-ÿ])")  # "/ 20 Heures"
_RULED = re.compile(r"([-–—=_*~#])(?:\s?\1){7,}")
_RULED_SHORT = re.compile(r"([-_*=])(?:\s?\1){2,}")  # which Markdown divides pages with
_BAR = re.compile(r"\s[|•·–—-]\s")
_COUNT = re.compile(r"\d(?<!\w\d)\d{0,3} ")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NEAR_START = 30
_LONGEST_CREDIT = 400  # code points; names of at most ten words, and what stands between them
_FEWEST_ENTRIES = 4
_MOST_CREDITED_WORDS = 7
_SHORT_WORD = 4  # letters from which on a word of a name has a capital
_CAPTION_BREAK = re.compile(r"(?<=[.!?])\s+(?:[|–-]\s)?")  # above a credit


def classify_by_words(draft: PageDraft) -> None:
    """Drop or doubt the lines that the lexicon knows, and mark captions; fields of an archive are known already."""
    draft.table_rows = rows_with_bars(draft.units) | draft.markup.rows
    for index, line in enumerate(draft.lines):
        if draft.markup.is_markdown and (rule := _rule_of_sign(draft, index)):
            draft.drop(index, rule)
        elif index not in draft.roles and index not in draft.table_rows:
            draft.blocks[index] = _classified(draft.blocks[index], line)
    _drop_lengths(draft)


def _drop_lengths(draft: PageDraft) -> None:
    """Drop the lines that say how long a video or an article takes, right below it."""
    for index in range(1, len(draft.blocks)):
        above = draft.blocks[index - 1].rule
        if above == block_rules.PROMO.name and draft.is_plain(index) and is_length(draft.lines[index]):
            draft.drop(index, block_rules.PROMO)


def _rule_of_sign(draft: PageDraft, index: int) -> Rule | None:
    """The rule by which a line of a page in Markdown is dropped: it divides the page, or is said of a picture."""
    if draft.markup.has(index, "caption"):
        return block_rules.MARKUP_CAPTION
    return block_rules.RULED if _RULED_SHORT.fullmatch(draft.blocks[index].text.strip()) else None


def _classified(block: Block, line: Line) -> Block:
    """The block that a line is by its own words alone."""
    is_short = line.word_count <= limit("most_label_words")
    if is_short and (rule := _rule_of_label(block.text, line)):
        is_long = line.ends_sentence and line.word_count > limit("most_promo_words")
        is_unsure = rule is block_rules.PROMO and is_long
        return doubt(block, block_rules.LABEL_UNSURE) if is_unsure else drop(block, rule)
    if is_short and _is_trail(block.text, line):
        return drop(block, block_rules.NAVIGATION)
    if rule := _rule_of_notice(block.text, line):
        return drop(block, rule)
    if _is_caption(block.text, line):
        return replace(block, kind="caption")
    if is_short and _known_phrases().may_match(line):
        is_sure = phrases("newsletter").may_match(line) and _names_newsletter(line)
        return drop(block, block_rules.NEWSLETTER) if is_sure else doubt(block, block_rules.LABEL_UNSURE)
    return block


def _names_newsletter(line: Line) -> bool:
    """Whether a sentence names a newsletter behind its first word: "Sign up for the Tuba's weekly newsletter."."""
    return not phrases("newsletter").whole.isdisjoint(WORD.findall(line.folded)[1:])


def _rule_of_label(text: str, line: Line) -> Rule | None:
    """The rule by which a short line is boilerplate; None where the lexicon does not know it."""
    if _RULED.fullmatch(line.folded):
        return block_rules.RULED
    if is_reading_time(line, text):
        return block_rules.READING_TIME
    if _is_noted_label(line) or _says_what_others_read(line):
        return block_rules.RELATED_LABEL
    if _known_phrases().match(line):
        return next(rule for rule in LEXICON_RULES if phrases(rule.name).match(line))
    return _rule_of_labels(line)


def _is_noted_label(line: Line) -> bool:
    """`Lire aussi | Article réservé aux abonnés`: whether a label of other articles says for whom they are."""
    label, *notes = _BAR.split(line.folded)
    if not notes or label.strip(" :") not in phrases("related_label").whole:
        return False
    return all(_known_phrases().match(Line.of(note)) for note in notes)


def _says_what_others_read(line: Line) -> bool:
    """`Nos abonnés lisent aussi`: whether a line says that readers read what stands below it, and nothing else."""
    if line.word_count > limit("most_link_words") or line.ends_sentence:
        return False
    return any(
        bool(line.words & table.readers and line.words & table.reading_verbs and line.words & table.also_words)
        and line.words <= table.readers | table.reading_verbs | table.also_words | table.around_readers
        for table in (language.cleaning for language in every_language())
    )


@cache
def _known_phrases() -> KnownPhrases:
    """The phrases of all these rules together: which of them is whose is asked where one is found."""
    return phrases(*(rule.name for rule in LEXICON_RULES))


def _is_trail(text: str, line: Line) -> bool:
    """Whether a line is a trail of links, or tags."""
    is_trail = line.separators > 1 and not line.ends_sentence and not _is_table_row(line)
    return (is_trail and not _is_signed(text)) or _is_menu(text, line) or _is_tag(text, line)


def _is_signed(text: str) -> bool:
    """Whether a line begins with the name of its author: "By Ann Roe | aroe@ledger.example | The Ledger"."""
    name = after_by(text)
    return name is not None and is_person(parts_of(name)[0])


def _is_menu(text: str, line: Line) -> bool:
    """Whether a line is entries of a menu and nothing else: "Politique Monde Culture Idées"."""
    if line.word_count < _FEWEST_ENTRIES or line.folded.partition(" ")[0] not in _first_words_of_menus():
        return False
    entries = text.split()
    if len(entries) != line.word_count or not entries[0][0].isupper():
        return False
    known = phrases("menu", "navigation").whole
    counts = [0]  # the most entries that the words up to each place are; -1 where they are none
    for end in range(1, len(entries) + 1):
        starts = (n for n in range(max(0, end - _FEWEST_ENTRIES), end) if counts[n] >= 0 and entries[n][0].isupper())
        counts.append(max((counts[n] + 1 for n in starts if fold(" ".join(entries[n:end])) in known), default=-1))
    return counts[-1] >= _FEWEST_ENTRIES - 1


@cache
def _first_words_of_menus() -> frozenset[str]:
    """The words with which the entries of menus begin."""
    return frozenset(entry.partition(" ")[0] for entry in phrases("menu", "navigation").whole)


def _rule_of_labels(line: Line) -> Rule | None:
    """The rule of the first of several labels that stand in one line: "Accept all Reject all"."""
    parts = line.label.split()
    if not 1 < len(parts) <= limit("most_link_words") or line.ends_sentence:
        return None
    rules: list[Rule | None] = [block_rules.NAVIGATION]  # the rule of the last label that ends at each word
    for end in range(1, len(parts) + 1):
        starts = (start for start in range(end) if rules[start] is not None)
        rules.append(next((rule for n in starts if (rule := _known_labels().get(" ".join(parts[n:end])))), None))
    return rules[-1]


def _rule_of_notice(text: str, line: Line) -> Rule | None:
    """The rule by which a line of any length is a site's own: a notice to its readers, or a copyright."""
    if _is_notice(line):
        return block_rules.NOTICE
    return block_rules.LEGAL if _is_copyright(text) else None


@cache
def _known_labels() -> dict[str, Rule]:
    """The rule of each label that is a line by itself."""
    return {label: rule for rule in LEXICON_RULES for label in phrases(rule.name).whole}


def _is_copyright(text: str) -> bool:
    """Whether a line of any length begins as a copyright with its year: "© 1998-2022 The Ledger. All of ..."."""
    return text.startswith(common_data().cleaning.copyright_starts) and _YEAR.search(text[:_NEAR_START]) is not None


def _is_table_row(line: Line) -> bool:
    """Whether a line is the row of a table: words, and numbers in most cells between bars: "Brume | 12 | 3"."""
    cells = line.folded.split(" | ")
    numbers = [any(map(str.isdigit, cell)) for cell in cells]
    return 2 * sum(numbers) > len(cells) > 2 and any(map(str.isalpha, line.folded))


def _is_tag(text: str, line: Line) -> bool:
    """Whether a line is tags or an account and nothing else: "#Brume #tuba", "#Faits divers", "@le_clairon"."""
    if text[0] not in "#@" or not text[1:2].isalpha():
        return False
    parts = text.split()
    is_single_tag = text[0] == "#" and len(parts) < 4 and not line.common_count and not line.ends_sentence
    return is_single_tag or all(part[0] in "#@" and part[1:2].isalpha() for part in parts)


def _is_notice(line: Line) -> bool:
    """Whether a line holds several phrases that only a site addresses to its readers."""
    if line.word_count <= limit("most_signature_words"):
        return False
    folded = _COUNT.sub("", line.folded)  # "our 97 partners"
    uncounted = line if folded == line.folded else replace(line, folded=folded)
    signs = phrases("notice").count_in(uncounted)
    if signs == 0 or line.quotes_words:
        return False
    consent = phrases("consent").count_in(uncounted)
    return signs >= limit("fewest_notice_signs") or consent > limit("fewest_consent_signs")


def _is_caption(text: str, line: Line) -> bool:
    """Whether a line ends in a photographer's credit, or is one."""
    if line.word_count > limit("most_caption_words"):
        return False
    known = phrases("caption")
    if line.folded.endswith(known.ends) or known.held_by(line) or _ends_in_names(text, line, known):
        return True
    if line.ends_sentence and not line.folded.startswith(known.starts):
        return False
    if _ends_in_agency(text):
        return True
    stripped = text.strip()
    breaks = [match.end() for match in _CAPTION_BREAK.finditer(stripped)]
    if breaks and line.ends_sentence:
        return False
    starts = (0, *(start for start in breaks if len(stripped) - start <= _LONGEST_CREDIT))
    return any(_gives_credit(stripped[start:], is_below_text=start > 0) for start in starts)


def _ends_in_names(text: str, line: Line, known: KnownPhrases) -> bool:
    """Whether a line ends in few words as names have them behind a known phrase: " – Photo Anne Roux"."""
    for phrase in known.perhaps_held_by(line):
        credit = text.strip()[line.folded.rfind(phrase) + len(phrase) :]
        names = WORD.findall(credit)
        are_names = all(name[0].isupper() or len(name) < _SHORT_WORD for name in names)
        is_first = names[0][0].isupper() if names else not phrase.endswith(" ")
        if is_first and are_names and len(names) <= _MOST_CREDITED_WORDS and not any(map(str.isdigit, credit)):
            return True
    return False


def is_bare_credit(text: str) -> bool:
    """Whether a line is a photographer's credit and nothing else: "Credit: Anne Roux", "Anne Roux/The Ledger"."""
    return _gives_credit(text.strip(), is_below_text=False)


def _gives_credit(credit: str, *, is_below_text: bool) -> bool:
    """Whether a line or its end is a credit: behind "Photo" or its like, or names as credits have them."""
    names = WORD.findall(credit)
    is_named = len(names) > 1 and (_is_agency_credit(credit) or (is_below_text and _is_credit(credit, names)))
    return (is_named or fold(credit).startswith(phrases("caption").starts)) and len(names) <= 10


def _ends_in_agency(text: str) -> bool:
    """Whether a line ends in a photographer and an agency between brackets: "A goose (ANNE ROUX / AFP)"."""
    before, _bracket, credit = text.strip().rpartition(" (")
    return bool(before) and credit.endswith(")") and " / " in credit and _is_agency_credit(credit[:-1])


def _is_agency_credit(text: str) -> bool:
    """Whether words are names on both sides of a slash: "REUTERS/Ann Roe", "(Anne Roux/Le Clairon)"."""
    plain = _NUMBERED_SITE.sub("/ ", text)
    return _AGENCY_CREDIT.fullmatch(plain) is not None and not any(map(str.isdigit, plain))


def _is_credit(text: str, names: Sequence[str]) -> bool:
    """Whether words below a caption are all in capitals, or names that a bar divides, as papers print known."""
    return (text.isupper() and text[0] not in "—–-") or (" | " in text and all(name[0].isupper() for name in names))
