"""Drop what surrounds the article on a whole page: navigation, lists of links, footers, and buttons inside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise, takewhile

from tui_reader.analysis.cleaning import block_rules
from tui_reader.analysis.cleaning.block_rules import Rule
from tui_reader.analysis.cleaning.bylines import posts
from tui_reader.analysis.cleaning.draft import PageDraft
from tui_reader.analysis.cleaning.line_features import (
    SMALL_SHARE,
    Line,
    common_words,
    gives_time,
    is_strange,
    limit,
    phrases,
    topic_counts,
)
from tui_reader.analysis.cleaning.line_rules import is_bare_credit
from tui_reader.analysis.cleaning.line_scores import is_boilerplate
from tui_reader.analysis.cleaning.lists import summary_points, table_of_contents
from tui_reader.analysis.cleaning.metadata import authors
from tui_reader.analysis.cleaning.posts import is_attribution
from tui_reader.analysis.lexicon import every_language
from tui_reader.analysis.text.segmentation import WORD, fold

_FEWEST_ABOVE_CARD = 4  # lines of the article's text and of a teaser inside it, up to the teaser's day
_MOST_TAG_WORDS = 2
_MOST_KICKER_WORDS = 4
_FEWEST_CAPTION_WORDS = 12  # without a stop, above a credit
_ARROWS = (">>", "=>")
_FIRST_WORDS = re.compile(r"([^\W_]+)\s*([.:|!–—-])?\s*([^\W_]*)")  # behind arrows, and a sign between them
_COUNTER = re.compile(  # of pictures: "2 / 2", "+2"; of a player: "0:00 / 31:22"
    r"\d{1,3}\s?/\s?\d{1,3}|\+\s?\d{1,3}|\d{1,2}:\d\d\s?/\s?\d{1,2}(?::\d\d){1,2}"
)
_MOST_HEADING_WORDS = 5
_FEWEST_SHARED_WORDS = 2  # of a heading and the text below
_LINES_OF_DEAL = 2  # above its button
_ACCOUNT = re.compile(r"@\w")
_FULL_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]*\s){1,3}[A-ZÀ-Þ][\w'’-]+")
_VIDEO_LENGTH = re.compile(r"0?[0-5]:[0-5]\d")  # minutes and seconds


def mark_captions(draft: PageDraft) -> None:
    """Mark the lines at the top of the article and inside it that end in a credit between brackets, or stand above one.

    A line right above a credit is a caption where a button, a word or two, stands above it, or where it has no stop.
    """
    body = draft.page_body
    for index in range(max(0, body.start - limit("title_window")), body.end):
        line = draft.lines[index]
        if not draft.is_plain(index) or line.word_count > limit("most_caption_words"):
            continue
        if _is_credited(draft.blocks[index].text) or _is_above_credit(draft, index):
            draft.mark(index, "caption")


def _is_above_credit(draft: PageDraft, index: int) -> bool:
    """Whether a line stands right above a credit, below a button or without a stop at its end."""
    blocks = draft.blocks
    if index == 0 or index + 1 == len(blocks) or blocks[index + 1].kind != "caption":
        return False
    line = draft.lines[index]
    if line.word_count <= _MOST_TAG_WORDS or not is_bare_credit(blocks[index + 1].text):
        return False
    is_below_button = not blocks[index - 1].kept or draft.lines[index - 1].word_count <= _MOST_TAG_WORDS
    is_open = not line.ends_sentence and line.word_count >= _FEWEST_CAPTION_WORDS
    return is_below_button or (is_open and not _may_be_title_above(draft, index - 1))


def _may_be_title_above(draft: PageDraft, index: int) -> bool:
    """Whether a line above the text may be the title: below it stands the standfirst."""
    is_plain = draft.is_plain(index) and draft.lines[index].may_be_headline
    return index < draft.page_body.start and is_plain


def drop_above(draft: PageDraft) -> None:
    """Drop what stands above the article, but for the bylines and dates right above its first line."""
    start = draft.article_start
    has_title = draft.blocks[start].kind == "title"
    may_be_above = start and not has_title and draft.is_plain(start - 1) and not draft.markup.is_apart(start - 1)
    if may_be_above and _may_be_standfirst(draft.lines[start - 1]):
        start = draft.article_start = start - 1  # it tells too little to be known as the title
    for index in range(start):
        block = draft.blocks[index]
        is_signature = block.kind in ("byline", "date") and start - limit("signature_window") <= index
        if block.kept and not is_signature:
            _drop_outside(draft, index, block_rules.PAGE_ABOVE)


def drop_below(draft: PageDraft) -> None:
    """Drop what stands below the article: readers' comments from their label on, before it the page's own lines."""
    in_comments = False
    for index in range(draft.page_body.end, len(draft.blocks)):
        line = draft.lines[index]
        in_comments = in_comments or (line.word_count <= 3 and phrases("comments").match(line))
        if draft.blocks[index].kept:
            _drop_outside(draft, index, block_rules.COMMENTS if in_comments else block_rules.PAGE_BELOW)


def _drop_outside(draft: PageDraft, index: int, rule: Rule) -> None:
    """Drop a line outside the article; long text is not dropped where it may be the article itself."""
    if index in draft.page_body.doubtful:
        draft.doubt(index, block_rules.PRIVACY_UNSURE)
    elif index in draft.page_body.rival:
        draft.doubt(index, block_rules.ARTICLE_UNSURE)
    else:
        draft.drop(index, rule)


def drop_between(draft: PageDraft) -> None:
    """Drop the page's own lines inside the article: its table of contents, labels, buttons, teasers, other news.

    Lists of the article, its headings and the points that sum it up are spared.
    """
    body, first = draft.page_body, draft.article_start
    entries, headings = table_of_contents(draft, range(first, body.end))
    for index in entries:
        if draft.is_plain(index):
            draft.drop(index, block_rules.PAGE_BETWEEN)
    for index in body.ticker & set(range(first, body.end)):
        if draft.blocks[index].kept:
            draft.drop(index, block_rules.RELATED)
    spared = body.listed | headings | summary_points(draft, range(first, body.end))
    _drop_links(draft, range(first, body.end), spared)
    for index in _inside_signatures(draft, range(first, body.end)):
        draft.drop(index, block_rules.PAGE_BETWEEN)
    others = _rows_of_others(draft, range(first, body.start), body.end)
    for index in range(first, body.start):
        is_standfirst = _may_be_standfirst(draft.lines[index]) and not draft.markup.has(index, "field")
        if draft.is_plain(index) and index not in spared and (index in others or not is_standfirst):
            draft.drop(index, block_rules.PAGE_BETWEEN)
    for index in _dated_cards(draft, range(body.start, body.end)):
        draft.drop(index, block_rules.RELATED)
    _drop_short_lines(draft, range(body.start, body.end), spared)


def _drop_links(draft: PageDraft, article: range, spared: Container[int]) -> None:
    """Drop the lines that lead to other articles: links of a page in Markdown, and headlines behind arrows."""
    for index in article:
        if draft.is_plain(index) and index not in spared and draft.markup.is_link(index):
            is_headline = draft.lines[index].word_count >= limit("fewest_list_words")
            draft.drop(index, block_rules.RELATED if is_headline else block_rules.PAGE_BETWEEN)
        elif index >= draft.page_body.start and _is_embedded(draft, index):
            draft.drop(index, block_rules.PROMO)


def _is_embedded(draft: PageDraft, index: int) -> bool:
    """`>> REPORTAGE. « … »`: whether a line alone is a link to another article, behind arrows and a label."""
    is_link = draft.is_plain(index) and draft.blocks[index].text.startswith(_ARROWS)
    if not is_link or not _has_label(draft.lines[index]):
        return False
    beside = (draft.blocks[near].text for near in (index - 1, index + 1) if 0 <= near < len(draft.blocks))
    is_alone = not any(text.startswith(_ARROWS) for text in beside)
    return is_alone and draft.lines[index].may_be_headline


def _has_label(line: Line) -> bool:
    """Whether behind its arrows a line says what it leads to, or what the site has: `=> VIDÉO.`, `=> Notre carte`."""
    match = _FIRST_WORDS.search(line.folded)
    if match is None:
        return False
    first, sign, second = match.groups()
    return any(
        first in table.embed_verbs
        or (bool(sign) and first in table.embed_labels)
        or (first in table.site_words and second in table.embed_labels)
        for table in (language.cleaning for language in every_language())
    )


def _rows_of_others(draft: PageDraft, above: range, end: int) -> frozenset[int]:
    """The headlines of other articles in a row above the text: many, of which most have nothing to do with it."""
    lines = draft.lines
    topics = topic_counts(lines[index] for index in range(above.stop, end))
    rows: set[int] = set()
    for is_headline, group in groupby(above, key=lambda index: draft.is_plain(index) and lines[index].may_be_headline):
        run = [index for index in group if lines[index].word_count > limit("most_signature_words")]
        strange = sum(is_strange(lines[index], topics, SMALL_SHARE) for index in run)
        if is_headline and len(run) >= limit("fewest_teasers") and 2 * strange > len(run):
            rows.update(run)
    return frozenset(rows)


def _dated_cards(draft: PageDraft, inside: range) -> Iterator[int]:
    """The lines of teasers inside the article: a headline, a sentence about other things, and a day below them."""
    lines = draft.lines
    for index in inside[_FEWEST_ABOVE_CARD:-1]:
        headline, sentence, day = range(index - 2, index + 1)
        is_card = lines[headline].may_be_headline and lines[sentence].is_prose and gives_time(lines[day])
        if not is_card or lines[headline].word_count < limit("fewest_headline_words"):
            continue
        if not all(map(draft.is_plain, (headline, sentence))) or draft.blocks[day].kind == "byline":
            continue
        topics = topic_counts(lines[n] for n in inside if n not in (headline, sentence))
        if is_strange(lines[sentence], topics, SMALL_SHARE) and lines[index + 1].is_prose:
            yield from (headline, sentence, day)


def _inside_signatures(draft: PageDraft, article: range) -> list[int]:
    """The lines of few words between the author and the date, such as the name of a partner."""
    inside: list[int] = []
    for index in article[1:-1]:
        if draft.blocks[index].kind == "byline":
            run = list(takewhile(lambda near: _is_partner(draft, near), range(index + 1, article.stop - 1)))
            below = run[-1] + 1 if run else index
            inside += run if draft.blocks[below].kind == "date" else ()
    return inside


def _is_partner(draft: PageDraft, index: int) -> bool:
    """Whether a line may be the name of a partner or a newsroom."""
    line = draft.lines[index]
    return draft.is_plain(index) and line.is_short and line.word_count <= limit("most_row_words")


def drop_author_note(draft: PageDraft) -> None:
    """Drop a note about the author: a line at the head of the article, or its end, and who else worked on it.

    At the end, it goes from the name on, if all below speaks of the author.
    """
    blocks, lines, body = draft.blocks, draft.lines, draft.page_body
    last = range(max(body.start, body.end - limit("author_window")), body.end)
    names = [name for name in (*authors(blocks), *_names_in_head(draft, last)) if " " in name]
    for index in range(draft.article_start, min(body.end, body.start + limit("near"))):
        if draft.is_plain(index) and any(_presents_author(draft, index, name) for name in names):
            draft.drop(index, block_rules.PAGE_BETWEEN)
    _drop_credits(draft)
    _end_below_author(draft, names)
    others = [index for index in last if blocks[index].kind != "byline"]
    noted = ((index, name) for index in others for name in names if _is_note(lines, index, name))
    name_index, name_of_author = next(noted, (None, ""))
    if name_index is None:
        return
    name = set(name_of_author.split())
    below = [index for index in range(name_index + 1, body.end) if blocks[index].kept]
    topics = topic_counts(lines[index] for index in range(body.start, name_index))
    about_author = [not name.isdisjoint(WORD.findall(lines[n].folded)) for n in below]
    is_boxed = any(about_author) and lines[name_index].folded == name_of_author
    if all(
        not lines[n].is_prose or is_about or (is_boxed and is_strange(lines[n], topics, SMALL_SHARE))
        for n, is_about in zip(below, about_author, strict=True)
    ):
        for index in (name_index, *below) if blocks[name_index].kept else below:
            draft.drop(index, block_rules.PAGE_BELOW)


def _names_in_head(draft: PageDraft, last: range) -> list[str]:
    """The lines of a name near the end of the article that a line above its text ends with, beside the date."""
    body = draft.page_body
    above = range(draft.article_start, min(body.end, body.start + limit("near")))
    head = [draft.lines[index].folded for index in above]
    names = (draft.blocks[index].text.strip() for index in last if draft.is_plain(index))
    full = (fold(name) for name in names if _FULL_NAME.fullmatch(name))
    return [name for name in full if any(line.endswith(f" {name}") for line in head)]


def _drop_credits(draft: PageDraft) -> None:
    """Drop the lines that say who reported and edited an agency's dispatch, among the last ones of the article."""
    for index in _kept_in_body(draft)[-limit("author_window") :]:
        line = draft.lines[index]
        if line.word_count <= limit("most_caption_words") and phrases("credits").match(line):
            draft.drop(index, block_rules.PAGE_BELOW)


def _end_below_author(draft: PageDraft, names: Sequence[str]) -> None:
    """Drop a sentence that presents the site's author behind most of the text, and what below is about other things."""
    lines = draft.lines
    kept = _kept_in_body(draft)
    forms = {form for name in names for form in (name, name.split()[0])}
    of_site = phrases("author_end").contains  # "a reporter for the Ledger"
    signed = (index for index in kept if any(map(lines[index].folded.__contains__, of_site)))
    presented = (index for index in signed if any(_presents_author(draft, index, form) for form in forms))
    note_index = next(presented, None)
    if note_index is None:
        return
    above = [index for index in kept if index < note_index]
    below = [index for index in kept if index > note_index]
    if sum(lines[n].word_count for n in below) > sum(lines[n].word_count for n in above):
        return
    draft.drop(note_index, block_rules.PAGE_BELOW)
    topics = topic_counts(lines[index] for index in above)
    if all(is_strange(lines[n], topics, SMALL_SHARE) for n in below if lines[n].is_prose):
        for index in below:
            draft.drop(index, block_rules.PAGE_BELOW)


def _kept_in_body(draft: PageDraft) -> list[int]:
    return [index for index in range(draft.page_body.start, draft.page_body.end) if draft.blocks[index].kept]


def _presents_author(draft: PageDraft, index: int, author: str) -> bool:
    """Whether a line says what the author's post is: "Ann Lee is a senior reporter …", or goes on so below the name."""
    line = draft.lines[index]
    words = WORD.findall(line.folded)
    is_below_name = index > 0 and draft.lines[index - 1].folded == author and draft.blocks[index].text[0].islower()
    begins = line.folded.startswith(f"{author} ") or is_below_name
    return line.ends_sentence and begins and not posts().isdisjoint(words)


def _is_note(lines: Sequence[Line], index: int, author: str) -> bool:
    """Whether a line is the author's name, or a sentence that begins with it or says how to write to the author.

    A sentence right below one of the article is the article's.
    """
    line = lines[index]
    is_contact = author in line.folded and _ACCOUNT.search(line.folded) is not None
    is_apart = line.is_prose and not lines[index - 1].ends_sentence
    return line.folded == author or is_contact or (is_apart and line.folded.startswith(f"{author} "))


def _is_credited(text: str) -> bool:
    """Whether a line ends in a name between brackets, behind a sentence: "A goose. (Anne Roux/The Ledger)"."""
    before, _bracket, credit = text.rpartition(". (")
    names = [word for word in credit.rstrip(")").split() if word.casefold() not in common_words()]
    return bool(before) and credit.endswith(")") and 1 < len(names) < 7 and all(name[0].isupper() for name in names)


def _may_be_standfirst(line: Line) -> bool:
    """Whether a line between title and text may be a standfirst: a summary of the article."""
    return (line.ends_sentence and line.word_count > 1) or (line.word_count > 5 and line.common_count > 0)


def _drop_short_lines(draft: PageDraft, inside: range, spared: Container[int]) -> None:
    """Drop short lines inside the article that stand elsewhere on the page, too, or among the page's buttons."""
    blocks, lines = draft.blocks, draft.lines
    outside = Counter(line.folded for index, line in enumerate(lines) if index not in inside)
    counts = Counter(lines[index].folded for index in inside if not _is_doubled(lines, index))
    teasers: list[list[int]] = []
    for run in _runs_of_short_lines(draft, inside):
        boilerplate_count = sum(is_boilerplate(blocks[index], lines[index]) for index in run)
        for index in run:
            line = lines[index]
            is_among_buttons = 2 * boilerplate_count >= len(run) > 3 and index != run[-1]
            is_label = draft.is_plain(index) and not line.ends_sentence
            stands_elsewhere = line.folded in outside or (counts[line.folded] > 1 and line.word_count > 1)
            is_button = phrases("end").match(line) or _COUNTER.fullmatch(line.folded) or _is_tag(draft, index)
            is_no_text = stands_elsewhere or is_among_buttons or is_button or _is_doubled(lines, index)
            if is_label and index not in spared and is_no_text:
                draft.drop(index, block_rules.PAGE_BETWEEN)
        for index in (*_videos(draft, run), *_deals(draft, run)):
            draft.drop(index, block_rules.PROMO)
        teasers += _teasers(draft, [index for index in run if index not in spared])
    _drop_teasers(draft, teasers)
    shouted = [n for n in inside if blocks[n].text.isupper() and lines[n].word_count > 4 and not lines[n].ends_sentence]
    promoted = [[index] for index in shouted if blocks[index].rule == block_rules.PROMO.name]  # `CLICK HERE FOR MORE`
    _drop_teasers(draft, [*([index] for index in shouted if draft.is_plain(index)), *promoted])


def _is_tag(draft: PageDraft, index: int) -> bool:
    """Whether a word or two stand below a button, and above others, a caption or the author, but no text.

    So does the number of a picture above its caption.
    """
    if index + 1 == len(draft.lines):
        return False
    below, line_below = draft.blocks[index + 1], draft.lines[index + 1]
    if below.kind == "caption" and draft.lines[index].folded.isdigit():
        return True
    is_above_head = below.kind in ("caption", "byline") or (below.kept and line_below.word_count <= _MOST_TAG_WORDS)
    near = range(index, max(0, index - limit("near")), -1)
    tags = takewhile(lambda tag: _is_short_label(draft.lines[tag]), near)
    return is_above_head and any(draft.blocks[tag - 1].rule == block_rules.SHARE.name for tag in tags)


def _is_short_label(line: Line) -> bool:
    """Whether a line has no more words than a tag, and ends no sentence."""
    return line.word_count <= _MOST_TAG_WORDS and not line.ends_sentence


def _videos(draft: PageDraft, run: Sequence[int]) -> list[int]:
    """The lengths of videos and the headline below each: "01:24", "A goose sings"; several, or below a label."""
    lines = draft.lines
    pairs = [
        (length, headline)
        for length, headline in pairwise(run)
        if _VIDEO_LENGTH.fullmatch(lines[length].folded)
        and draft.is_plain(headline)
        and not lines[headline].ends_sentence
    ]
    are_sure = len(pairs) > 1 or any(length and not draft.blocks[length - 1].kept for length, _ in pairs)
    return [index for pair in pairs for index in pair] if are_sure else []


def _deals(draft: PageDraft, run: Sequence[int]) -> list[int]:
    """The buttons that sell something, each with the lines of its card: "Best kettles", "from £18.99", "See deal"."""
    lines, card = draft.lines, list[int]()
    for place, button in enumerate(run):
        if phrases("deal").match(lines[button]):
            above = [index for index in run[max(0, place - _LINES_OF_DEAL) : place] if not lines[index].ends_sentence]
            card += [index for index in (*above, button) if draft.is_plain(index)]
    return card


def _is_doubled(lines: Sequence[Line], index: int) -> bool:
    """Whether a line of more than a word stands right below its twin."""
    return index > 0 and lines[index].word_count > 1 and lines[index].folded == lines[index - 1].folded


def _teasers(draft: PageDraft, run: Sequence[int]) -> list[list[int]]:
    """The headlines with no sentence between them; those with a number at the start are the headings of a list."""
    groups: list[list[int]] = [[]]
    for index in run:
        line = draft.lines[index]
        if is_attribution(draft.blocks[index]):
            groups[-1] = []  # what stands above are the words of a post
        if not draft.is_plain(index):
            continue
        if not line.may_be_headline:
            groups.append([])
        elif _is_headline_of_other(draft, index):
            groups[-1].append(index)
    return [group for group in groups if len(group) > 1]


def _is_headline_of_other(draft: PageDraft, index: int) -> bool:
    """Whether a line may be the headline of another article: it has many words, and heads no part of this one.

    A heading is part of a sentence, a number of a list, a question or an answer, or has words of the text below.
    """
    line, below = draft.lines[index], draft.lines[index + 1] if index + 1 < len(draft.lines) else None
    if line.word_count <= _MOST_HEADING_WORDS or line.folded[0].isdigit() or draft.is_in_sentence(index):
        return False
    is_turn = line.folded.partition(":")[0] in _labels_of_turns()
    is_heading = below is not None and below.is_prose and len(line.topics & below.topics) >= _FEWEST_SHARED_WORDS
    return not (is_turn or is_heading)


@cache
def _labels_of_turns() -> frozenset[str]:
    return frozenset().union(*(language.speech.asking for language in every_language()))


def _drop_teasers(draft: PageDraft, groups: Sequence[Sequence[int]]) -> None:
    """Drop headlines of other articles between paragraphs, each with its kicker.

    They are only doubted where the page has them so once, or where they are so much of the article that it is a list.
    """
    teasers = [index for group in groups for index in group if draft.blocks[index].kept]
    words = sum(draft.lines[index].word_count for index in teasers)
    prose = sum(line.word_count for line in (draft.lines[index] for index in _kept_in_body(draft)) if line.is_prose)
    for index in teasers:
        if len(groups) > 1 and 2 * words < prose:
            draft.drop(index, block_rules.RELATED)
            if index and _is_kicker(draft, index - 1):
                draft.drop(index - 1, block_rules.RELATED)
        else:
            draft.doubt(index, block_rules.HEADING_UNSURE)


def _is_kicker(draft: PageDraft, index: int) -> bool:
    """Whether a line right above a headline is a word or two in capitals, or its number: "COLD SNAP", "3"."""
    line, text = draft.lines[index], draft.blocks[index].text
    is_kicker = text.isupper() or line.folded.isdigit()
    return draft.is_plain(index) and is_kicker and line.word_count <= _MOST_KICKER_WORDS and not line.ends_sentence


def _runs_of_short_lines(draft: PageDraft, inside: range) -> Iterator[list[int]]:
    """The lines above each paragraph of the article; below a colon stands a list, which is left alone."""
    run: list[int] = []
    in_list = False
    for index in inside:
        line = draft.lines[index]
        if draft.is_plain(index) and line.is_prose and not line.is_question:
            yield run
            run, in_list = [], False
        elif line.folded.endswith(":"):
            in_list = True
        elif not in_list:
            run.append(index)
