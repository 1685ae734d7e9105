"""Find the lines that say who wrote an article and when: bylines, dates, datelines, and lines that give all at once."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain, pairwise, takewhile
from typing import Literal

from tui_reader.analysis.cleaning import block_rules
from tui_reader.analysis.cleaning.draft import PageDraft
from tui_reader.analysis.cleaning.line_features import Line, begins_with, common_words, is_length, limit, phrases
from tui_reader.analysis.lexicon import common_data, every_language
from tui_reader.analysis.lexicon.patterns import any_of
from tui_reader.analysis.text.dates import (
    is_relative_time,
    is_time,
    iso_date,
    month_names,
    relative_words,
    words_of_dates,
)
from tui_reader.analysis.text.segmentation import WORD, fold
from tui_reader.model import Block

_MOST_SITE_WORDS = 3
_NAME_AND_DATE = re.compile(r"(?P<name>[^,|•·()]{2,40}?)(?:,\s|\s?[|•·]\s|\s[–—-]\s|\s\()(?P<date>.{6,40})")
_LONGEST_NAME_AND_DATE = 70  # code points
_PLACE = re.compile(r"[A-ZÀ-Þ][^\W\d_]+(?:[\s'’-][^\W\d_]+){0,3}\s\([A-ZÀ-Þ][^()\d]{2,30}\)")
_SHORT_WORD = 4  # letters from which on a word of a name has a capital
_MOST_WORDS_OF_PAPER = 7
_MOST_BELOW_SUMMARY = 4  # lines that may give author and date there: others are the text's
_FEWEST_PARTS = 2
_MOST_COMBINED_WORDS = 32  # of a line in more parts than these
_AT_START = re.compile(r"0{1,2}:00")
_LENGTH = re.compile(r"-?\d{1,2}:[0-5]\d(?::[0-5]\d)?")
_SEPARATOR = re.compile(r"\s?[|•·]\s?|\s[/–—-]\s")  # between the parts of a line that gives author and date


def mark_bylines_of_page(draft: PageDraft) -> None:
    """Mark bylines and dates from some lines above the body of a whole page down to the end of its head."""
    body = draft.page_body
    _mark_bylines(draft, range(max(0, body.start - limit("title_window")), _head_end(draft)))


def _head_end(draft: PageDraft) -> int:
    """The line that a page's head ends above: its summary may count among the first paragraphs of the body."""
    body, lines = draft.page_body, draft.lines
    near = range(body.start, min(body.end, body.start + limit("title_window")))
    paragraphs = [index for index in near if lines[index].is_prose and not lines[index].is_question]
    return max(paragraphs[2] if len(paragraphs) > 2 else near.start, min(near.start + 4, near.stop))


def mark_bylines_of_text(draft: PageDraft) -> None:
    """Mark bylines and dates above the first paragraph of a plain text, and combined lines right below it.

    The first paragraph may be a summary, which stands above the byline.
    """
    below_summary, count = draft.text_start + 1, len(draft.blocks)
    _mark_bylines(draft, range(min(below_summary, count)))
    is_signed = any(block.kind == "byline" for block in draft.blocks[:below_summary])
    near = range(below_summary, min(below_summary + _MOST_BELOW_SUMMARY, count))
    below = range(below_summary, next((n for n in near if is_paragraph(draft.lines[n])), near.start))
    if not is_signed and any(_says_who_or_when(draft, index) for index in below):
        _mark_bylines(draft, below)
    else:
        _mark_combined_lines(draft, range(below_summary, min(below_summary + limit("signature_window"), count)))


def is_paragraph(line: Line) -> bool:
    """Whether a line reads like a paragraph, and is no long date."""
    return line.is_prose and not is_date(line)


def _says_who_or_when(draft: PageDraft, index: int) -> bool:
    """Whether a line names the author behind "By" or its like, or says when the article was published."""
    block, line = draft.blocks[index], draft.lines[index]
    if not block.kept:
        return False
    is_author = _after_by(block.text) is not None and _is_byline(block.text, line)
    return is_author or (is_date(line) and begins_with(line.folded, phrases("published").starts))


def mark_times(draft: PageDraft) -> None:
    """Mark as dates the lines that give the time of a part of the article, as live coverage has them."""
    body = draft.page_body
    for index in range(body.start, body.end):
        if draft.is_plain(index) and index not in body.ticker and gives_time_of_entry(draft.lines[index]):
            draft.mark(index, "date")
    _drop_players(draft)


def _drop_players(draft: PageDraft) -> None:
    """Drop the times of a player: how far it has played, which is nothing, and right below how long it will."""
    texts = [block.text.strip() for block in draft.blocks]
    for index, (played, length) in enumerate(pairwise(texts)):
        if _AT_START.fullmatch(played) and _LENGTH.fullmatch(length):
            draft.drop(index, block_rules.PROMO)
            draft.drop(index + 1, block_rules.PROMO)


def gives_time_of_entry(line: Line) -> bool:
    """Whether a line gives a time of day, or says how long ago something was, and no more."""
    return line.word_count < 6 and (_is_time(line.folded) or is_relative_time(line.folded))


def _mark_bylines(draft: PageDraft, among: range) -> None:
    """Mark the lines that give a date or an author; a lone name counts only beside a date, where no other is found."""
    _mark_combined_lines(draft, among)
    for index in among:
        block, line = draft.blocks[index], draft.lines[index]
        if not block.kept or block.kind not in ("paragraph", "caption"):
            continue
        is_dated = _is_dateline(block.text, line) or _begins_with_date(block.text, line)
        if is_date(line) or is_dated or name_and_date(block.text):
            draft.mark(index, "date")
        elif index and block.kind == "paragraph" and (_signs(draft, index) or _is_by(draft, index)):
            draft.mark(index, "byline")
    if not any(draft.blocks[index].kind == "byline" for index in among):
        _mark_lone_name(draft, among)
    _drop_lengths(draft, among)


def _drop_lengths(draft: PageDraft, among: range) -> None:
    """Drop the lines that say how long reading takes, right below the author or the date, the page's own left aside."""
    for index in among:
        above = (n for n in range(index - 1, max(-1, index - 1 - limit("near")), -1) if draft.blocks[n].kept)
        is_signed = draft.blocks[next(above, index)].kind in ("byline", "date")
        if is_signed and draft.is_plain(index) and is_length(draft.lines[index]):
            draft.drop(index, block_rules.READING_TIME)


def _mark_combined_lines(draft: PageDraft, among: range) -> None:
    """Mark the lines that give author, date and more, and may look like links: "Anne Roux / 2 mars 2022 / Culture"."""
    trails = (block_rules.NAVIGATION.name, block_rules.READING_TIME.name, block_rules.LEGAL.name)
    starts = common_data().cleaning.copyright_starts
    for index in among:
        block = draft.blocks[index]
        is_notice = block.text.startswith(starts)
        is_credited = block.kind == "caption" and parts_of(block.text)[-1].startswith(starts)
        may_sign = block.kind == "paragraph" or ((block.rule in trails or is_credited) and not is_notice)
        if may_sign and (kind := _kind_of_combined(block.text, draft.lines[index])):
            draft.blocks[index] = Block(kind, block.span, block.text, edits=block.edits)


def _kind_of_combined(text: str, line: Line) -> Literal["byline", "date"] | None:
    """What a line is that gives a date and an author, a section or how long reading takes, and nothing else."""
    if line.ends_sentence or line.word_count > _MOST_COMBINED_WORDS or not any(map(str.isdigit, text)):
        return None
    parts = parts_of(text)
    if len(parts) < _FEWEST_PARTS or (len(parts) == _FEWEST_PARTS and line.word_count > limit("most_signed_words")):
        return None
    part_lines = [Line.of(part) for part in parts]
    dated = [is_date(part) for part in part_lines]
    named = [not date and is_signed(part) for date, part in zip(dated, parts, strict=True)]
    known = ("reading_time", "comments", "legal")
    has_paper = sum(dated) > 1  # a paper with one day may be the head of a card, or have an event
    others = [
        part.word_count == 1
        or _may_be_other(text)
        or (has_paper and is_paper(text))
        or any(phrases(name).match(part) for name in known)
        for text, part in zip(parts, part_lines, strict=True)
    ]
    is_whole = all(map(any, zip(dated, named, others, strict=True)))
    is_timed = any(map(phrases("reading_time").match, part_lines)) and after_by(parts[0]) is not None
    return ("byline" if any(named) else "date") if is_whole and (any(dated) or is_timed) else None


def _may_be_other(part: str) -> bool:
    """Whether a part may be a name or a place, or says whose the text is: `Harare (Zimbabwe)`, `© 2024 The Ledger`."""
    return (
        _may_be_name(part)
        or _PLACE.fullmatch(part) is not None
        or part.startswith(common_data().cleaning.copyright_starts)
    )


def parts_of(text: str) -> list[str]:
    """The parts of a line that gives author and date: between signs, or around a comma before "published"."""
    parts = [part for whole in _SEPARATOR.split(text.strip()) for part in _split_at_comma(whole)]
    return [part for whole in parts for part in _split_before_date(whole)]


def _split_at_comma(part: str) -> list[str]:
    """An author and the date behind a comma, with "published" before it: "Anne Roux, publié le 2 mars 2022"."""
    author, _comma, date = part.rpartition(", ")
    return [author, date] if author and fold(date).startswith(phrases("published").starts) else [part]


def _split_before_date(part: str) -> list[str]:
    """A name and the dates behind it, each of which begins with a capital: "Anne Roux Published March 2, 2022"."""
    cuts = [match.start() for match in _date_start().finditer(fold(part)) if part[match.end() - 1].isupper()]
    return [part[start:end].strip() for start, end in pairwise([0, *cuts, len(part)])]


@cache
def _date_start() -> re.Pattern[str]:
    """The first letter of words that announce a date, behind a blank."""
    starts = [start[1:] for name in ("published", "updated") for start in phrases(name).starts]
    firsts = {start[0] for name in ("published", "updated") for start in phrases(name).starts}
    return re.compile(rf"\s[{''.join(sorted(firsts))}](?={any_of(starts)})")


def is_signed(part: str) -> bool:
    """Whether a part of such a line names an author."""
    return _is_byline(part, Line.of(part)) or person_at_end(part) is not None


def person_at_end(text: str) -> str | None:
    """The names of persons that a part of a line is, or one that it ends in, behind the name of a site; else None."""
    if _are_persons(text):
        return text
    parts = text.split()
    for index in range(min(len(parts) - 1, _MOST_SITE_WORDS + 1)):
        name = " ".join(parts[index:])
        if is_person(name):
            return name
        if not parts[index][0].isupper():
            return None
    return None


def _mark_lone_name(draft: PageDraft, among: range) -> None:
    """Mark the names of persons beside a date, where no line says who wrote the article."""
    dates = [n for n in among if draft.blocks[n].kept and draft.blocks[n].kind == "date"]
    beside = (index for date in dates for index in (date - 1, date + 1, date - 2) if index in among)
    posted = [n for n in among if n + 1 in among and draft.is_plain(n + 1) and _is_post(draft.lines[n + 1])]
    for index in chain(beside, posted):
        name = draft.blocks[index].text.strip().rstrip(".")
        if draft.is_plain(index) and _are_persons(name) and not _is_spoken_of(draft, name):
            draft.mark(index, "byline")
            if index in posted:
                draft.mark(index + 1, "byline")
            return


def _is_spoken_of(draft: PageDraft, name: str) -> bool:
    """Whether the text is about somebody of this last name, as an obituary or a portrait is."""
    last = fold(name).split()[-1]
    return any(last in line.words for line in draft.lines if line.is_prose)


def mark_name_below_title(draft: PageDraft) -> None:
    """Mark the name of a person right below the title of a page, where no line says who wrote the article."""
    title_index, below = draft.article_start, draft.article_start + 1
    is_below_title = draft.blocks[title_index].kind == "title" and below < len(draft.blocks)
    is_signed = any(block.kind == "byline" for block in draft.blocks[: _head_end(draft)])
    if is_below_title and not is_signed and draft.is_plain(below) and _are_persons(draft.blocks[below].text.strip()):
        draft.mark(below, "byline")


def _are_persons(text: str) -> bool:
    """Whether `text` is a name, or several: "Anne Roux", "Ann Roe and Bob Lee", "Anne ROUX ; Paul DIAZ"."""
    return all(map(is_person, _between_names().split(text)))


def _is_post(line: Line) -> bool:
    """Whether a line is the post of an author: "Transport correspondent, Brume News"."""
    is_row = line.word_count <= limit("most_link_words") and not line.ends_sentence
    return is_row and not posts().isdisjoint(line.words) and not any(map(str.isdigit, line.folded))


@cache
def _between_names() -> re.Pattern[str]:
    return re.compile(rf",?\s+{any_of(joints())}\s+|,\s+|\s*;\s*")


@cache
def joints() -> frozenset[str]:
    """The words and signs that join two names."""
    return frozenset("&").union(*(language.speech.joining for language in every_language()))


def is_person(text: str) -> bool:
    """Whether `text` is a name that begins with a known first name, or has its surname in capitals: "Inez MARLOWE".

    The surname may stand first: "ROUX Anne".
    """
    if not _may_be_name(text):
        return False
    first, *rest = text.split()
    is_surname_first = first.isupper() and not rest[-1].isupper() and fold(rest[-1]) in _first_names()
    is_surname_last = not first.isupper() and all(word.isupper() for word in rest)
    return fold(first) in _first_names() or is_surname_last or is_surname_first


def _may_be_name(text: str) -> bool:
    """Whether `text` may be a name: two or three words with capitals."""
    words = text.split()
    return (
        1 < len(words) < 4
        and all(word[0].isupper() and WORD.fullmatch(word.rstrip(".")) for word in words)
        and not any(fold(word) in common_words() for word in words if not word.isupper())
    )


def _may_sign(text: str) -> bool:
    """Whether a line is names of persons behind a word that stands before much else: "De Anne Roux"."""
    return _after_by(text) is None and _after_from(text) is not None


@cache
def _first_names() -> frozenset[str]:
    return frozenset().union(*(language.names.male | language.names.female for language in every_language()))


def _is_time(folded: str) -> bool:
    """Whether a line is a time of day, alone or behind words that announce a date: "Posted at 14:20"."""
    start = max((len(start) for start in phrases("date").starts if folded.startswith(start)), default=0)
    return is_time(folded[start:])


def is_date(line: Line) -> bool:
    """Whether a line gives a date and little else."""
    announcements = phrases("date")
    if line.folded.strip(" :•-|") in announcements.whole or is_relative_time(line.folded):
        return True
    if line.word_count > limit("most_signed_words") or (iso_date(line.folded) is None and not _says_published(line)):
        return False
    rest = [word for word in WORD.findall(line.folded) if not word[0].isdigit() and word not in _words_with_dates()]
    is_long = line.word_count > 16 and not begins_with(line.folded, phrases("published").starts)
    is_longest = line.word_count > 20
    if (line.ends_sentence or is_long or is_longest) and len(rest) > 4:  # a sentence that begins with a date
        return False
    return begins_with(line.folded, announcements.starts) or len(rest) <= 1


def _says_published(line: Line) -> bool:
    """Whether a line says when the article was published, in a form that is not read: "Publié le 6 juil. 22"."""
    if line.ends_sentence or not line.folded.startswith(phrases("published").starts + phrases("updated").starts):
        return False
    words = WORD.findall(line.folded)
    is_relative = all(word[0].isdigit() or word in _words_with_dates() for word in words) and len(words) > 1
    return is_relative or not month_names().isdisjoint(words)


@cache
def _words_with_dates() -> frozenset[str]:
    """The words of dates, and those that say of what they are and how long reading takes."""
    about = [phrases(name) for name in ("date", "updated", "published", "reading_time")]
    said = [phrase for rule in about for phrase in (*rule.whole, *rule.starts, *rule.may_start, *rule.ends)]
    return words_of_dates().union(relative_words(), (word for phrase in said for word in WORD.findall(phrase)))


def _is_dateline(text: str, line: Line) -> bool:
    """Whether a line gives place and date of agency copy: "BRUME, 2 mars 2022 (Agence Vent)"."""
    return (
        line.word_count <= 8
        and not line.ends_sentence
        and text.partition(",")[0].isupper()
        and iso_date(line.folded) is not None
    )


def _begins_with_date(text: str, line: Line) -> bool:
    """Whether a line begins with a date and names an author: "3 mars 2022 par Anne Roux, 14 commentaires"."""
    first = WORD.search(line.folded)
    begins = first is not None and (first.group()[0].isdigit() or first.group() in words_of_dates())
    return (
        begins
        and line.word_count <= 14
        and not line.ends_sentence
        and name_in_date(text) is not None
        and bool(iso_date(text))
    )


def name_and_date(text: str) -> tuple[str, str] | None:
    """The two parts of a line that gives the name of a paper, or of a place, and a day: "Le Courrier, 2 mars 2022".

    None for other lines; what may be the name of a person is none of these.
    """
    match = _NAME_AND_DATE.fullmatch(text.strip())
    if match is None or len(text) > _LONGEST_NAME_AND_DATE:
        return None
    name, date = match["name"], match["date"].rstrip(").")
    is_day = len(iso_date(fold(date)) or "") == len("2000-01-01")
    of_date = all(word[0].isdigit() or word in _words_with_dates() for word in WORD.findall(fold(date)))
    words = [word.replace("’", "'").rpartition("'")[2] for word in WORD.findall(name)]
    chief = words[:-1] if len(words) > 1 else words  # `L'Est républicain`
    is_name = bool(words) and all(word[:1].isupper() or len(word) < _SHORT_WORD for word in chief)
    return (name, date) if is_day and of_date and is_name and (is_paper(name) or len(words) == 1) else None


def is_paper(name: str) -> bool:
    """Whether a few words with capitals are the name of a paper: one of them is a word in such names."""
    words = name.split()
    has_word = any(fold(word).rpartition("'")[2] in _words_of_papers() for word in words)
    return has_word and 1 < len(words) < _MOST_WORDS_OF_PAPER and name[:1].isupper() and not is_person(name)


@cache
def _words_of_papers() -> frozenset[str]:
    """The words in the names of papers."""
    return frozenset().union(*(language.nouns.papers for language in every_language()))


def _is_byline(text: str, line: Line) -> bool:
    """Whether a line names the author, behind "By" or its like or in front of "with agencies"."""
    if line.word_count > 14 or line.ends_sentence:
        return False
    name = after_by(text)
    if name is None:
        return phrases("byline").match(line) or _is_name_with_post(text)
    may_sign = name[:1].isupper() or fold(name).startswith(phrases("newsroom").starts)  # "par la rédaction de Brume"
    return may_sign or line.folded.endswith(phrases("byline").ends)  # "Par franceactu avec AFP"


def _signs(draft: PageDraft, index: int) -> bool:
    """Whether a line names the author; behind a word that stands before much else, only beside the date."""
    text = draft.blocks[index].text
    if not _is_byline(text, draft.lines[index]):
        return False
    return not _may_sign(text) or draft.markup.is_link(index) or _is_beside_date(draft, index)


def _is_beside_date(draft: PageDraft, index: int) -> bool:
    """Whether right above or below a line stands the date, or how long reading takes, a button between left aside."""
    for step in (-1, 1):
        near = index + step
        if 0 <= near + step < len(draft.blocks) and _is_button(draft.blocks[near]):
            near += step
        if 0 <= near < len(draft.blocks) and _gives_time(draft, near):
            return True
    return False


def _is_button(block: Block) -> bool:
    return not block.kept and block.rule != block_rules.READING_TIME.name


def _gives_time(draft: PageDraft, index: int) -> bool:
    """Whether a line gives the date, or how long reading takes."""
    block = draft.blocks[index]
    return block.kind == "date" or block.rule == block_rules.READING_TIME.name or is_date(draft.lines[index])


def _is_name_with_post(text: str) -> bool:
    """Whether a line is a name with its bearer's post: "Ann Roe, Brass Correspondent", "Anne Roux, journaliste"."""
    name, _comma, post = text.strip().partition(", ")
    words = post.split()
    is_post = 0 < len(words) <= limit("most_signature_words") and not posts().isdisjoint(map(fold, words))
    return is_post and (post.istitle() or fold(words[0]) in posts()) and is_person(name)


def name_alone(name: str) -> str:
    """The name of a person without the post and the buttons that stand behind it: "Anne Roux Journaliste Suivre"."""
    parts = name.split()
    ends = posts() | phrases("share").whole
    end = next((n for n, word in enumerate(parts) if n > 1 and fold(word).strip(",") in ends), len(parts))
    person = " ".join(parts[:end]).split(",", maxsplit=1)[0]
    known = person.split(" (", maxsplit=1)[0]
    return person if end < len(parts) and is_person(known) else name


@cache
def posts() -> frozenset[str]:
    """The words with which the posts of authors end: "Brass Editor"."""
    return frozenset().union(*(language.cleaning.author_posts for language in every_language()))


def is_bare_by(text: str) -> bool:
    """Whether a line is the "By" of the name below it."""
    return f"{fold(text).strip()} " in phrases("byline").starts


def _is_by(draft: PageDraft, index: int) -> bool:
    """Whether a line is the name below a bare "By", or a longer one itself: "Article by"."""
    text = draft.blocks[index].text.strip()
    return _is_under_by(draft, index) or (" " in text and is_bare_by(text))


def _is_under_by(draft: PageDraft, index: int) -> bool:
    """Whether a line of two to four capitalised words stands below a bare "By"."""
    parts = draft.blocks[index].text.split()
    is_name = 1 < len(parts) < 5 and all(part[0].isupper() for part in parts)
    return is_bare_by(draft.blocks[index - 1].text) and is_name


def after_by(text: str) -> str | None:
    """What follows "By" or its like; None where the text does not begin so."""
    return _after_by(text) or _after_from(text)


def _after_by(text: str) -> str | None:
    """The same behind words that stand before authors alone."""
    folded = fold(text)
    start = max((len(start) for start in phrases("byline").starts if folded.startswith(start)), default=0)
    return text[start:].strip() if start else None


def _after_from(text: str) -> str | None:
    """The same behind words that stand before much else, where nothing but persons follows, with known first names."""
    folded = fold(text)
    others = (text[len(start) :].strip() for start in phrases("may_sign").starts if folded.startswith(start))
    return next((names for names in others if _begins_with_first_name(names) and _are_persons(names)), None)


def _begins_with_first_name(text: str) -> bool:
    return fold(text.partition(" ")[0]) in _first_names()


def name_in_date(date: str) -> str | None:
    """The author in a line such as "Posted on April 17, 2013 by Jane Doe in Tubas", or "April 17, 2013 Jane Doe"."""
    return _name_behind_by(date) or _name_behind_date(date)


def _name_behind_date(date: str) -> str | None:
    """The name of a person that stands behind the words of a date and ends the line."""
    parts = date.split()
    of_date = takewhile(lambda part: part[0].isdigit() or fold(part).strip(".,") in words_of_dates(), parts)
    name = " ".join(parts[len(list(of_date)) :])
    return name if len(name) < len(date.strip()) and is_person(name) else None


def _name_behind_by(date: str) -> str | None:
    """The author behind "by" or its like."""
    folded = fold(date)
    for start in phrases("byline").starts:
        offset = folded.rfind(f" {start}")
        after = date[offset + 1 + len(start) :].split() if offset > 0 else []
        name = list(takewhile(lambda word: word[0].isupper(), after))
        if 1 < len(name) < 5:
            return " ".join(name).rstrip(",")
    return None
