"""Find the line above the text that is the name of the site, as a paper's name stands at its head.

What else the text says of the name tells it from a section, a place or a short title: a copyright, the title of the
page, an invitation to subscribe, a credit, a date, an address.
"""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache
from itertools import chain, islice

from tui_reader.analysis.cleaning import block_rules
from tui_reader.analysis.cleaning.bylines import after_by, is_date, is_paper, is_paragraph, is_person, posts
from tui_reader.analysis.cleaning.draft import PageDraft
from tui_reader.analysis.cleaning.line_features import Line, articles, common_words, is_menu_word, limit, phrases
from tui_reader.analysis.lexicon import common_data, every_language
from tui_reader.analysis.lexicon.conjugation import unaccented
from tui_reader.analysis.text.segmentation import WORD, fold

_SIGN = re.compile(r"\s+[-–—|•·>›]\s+")
_HOST = re.compile(r"(?<![\w-])(?:[\w-]{2,}\.)+[a-z]{2,}(?![\w-])")
_MOST_NAME_WORDS = 6
_FEWEST_LETTERS = 4
_FEWEST_HOST_LETTERS = 7  # of a name that an address holds
_LONG_WORD = 4  # letters from which on a word of a name has a capital
_MOST_HEAD_LINES = 30
_FEWEST_TITLE_WORDS = 4
_REACH = 60  # code points beside a name in which a word stands
_STEM = 6  # letters that forms of one word share
_NOTICES = frozenset(
    rule.name for rule in (block_rules.NEWSLETTER, block_rules.PAYWALL, block_rules.LEGAL, block_rules.NOTICE)
)


def drop_site_name(draft: PageDraft) -> None:
    """Drop the lines above the text that are the name of the site and nothing else."""
    if draft.roles or draft.markup.article or draft.markup.is_letter:
        return
    head = _head(draft)
    names = {index: name for index in head if (name := _name_at(draft, index, head))}
    sure = (index for index, name in names.items() if _is_sure(draft, head, index, name))
    papers_first = sorted(names, key=lambda index: not is_paper(names[index]))
    likely = (index for index in papers_first if _is_likely(draft, index, names[index]))
    site_index = next(chain(sure, likely), None)
    if site_index is None:
        return
    for index, name in names.items():
        if fold(name) == fold(names[site_index]):
            draft.drop(index, block_rules.SITE_NAME)


def name_in(text: str) -> str | None:
    """The name in a line that is a few words with capitals, an entry of menus beside them left aside.

    None for other lines: "Le Clairon - Accueil" gives "Le Clairon".
    """
    parts = [part for part in _SIGN.split(text.strip()) if not _is_of_menu(Line.of(part))]
    if len(parts) != 1:
        return None
    name = parts[0].strip()
    written = WORD.findall(name)
    nouns = [word.replace("’", "'").rpartition("'")[2] for word in written]
    if not 0 < len(nouns) <= _MOST_NAME_WORDS or sum(map(len, nouns)) < _FEWEST_LETTERS:
        return None
    if phrases("byline").match(Line.of(name)):  # "Le Clairon avec AFP"
        return None
    if name[-1] in ".!?…:;," or any(map(str.isdigit, name)) or not name[0].isalpha() or _is_person_first(name):
        return None
    chief = nouns[:-1] if _is_named_as_paper(name) else nouns  # "La Tribune vosgienne"
    if not all(word[:1].isupper() or len(word) < _LONG_WORD or fold(word) in common_words() for word in chief):
        return None
    is_name = any(word[:1].isupper() for word in nouns) and not _is_of_menu(Line.of(name))
    return name if is_name else None


def _is_person_first(name: str) -> bool:
    """Whether a name is a person's, or begins with one: "Bea Lund for The Ledger"."""
    return is_person(name) or is_person(" ".join(name.split()[:2]))


def _is_of_menu(line: Line) -> bool:
    return is_menu_word(line) or phrases("navigation").match(line)


def _head(draft: PageDraft) -> range:
    """The lines above the second paragraph; none where there is no paragraph."""
    first = draft.lines[:_MOST_HEAD_LINES]
    paragraphs = list(islice((n for n, line in enumerate(first) if is_paragraph(line)), 2))
    return range(paragraphs[-1] if paragraphs else 0)  # the first may be a summary


def _name_at(draft: PageDraft, index: int, head: range) -> str | None:
    """The name that a line of the head may be, where another line there may be the title."""
    line = draft.lines[index]
    if line.word_count > _MOST_NAME_WORDS + 1 or line.ends_sentence or not draft.is_plain(index):
        return None
    others = (n for n in head if n != index and draft.is_plain(n))
    name = name_in(draft.blocks[index].text)
    return name if name and any(_may_be_title(draft.lines[n]) for n in others) else None


def _may_be_title(line: Line) -> bool:
    is_sentence = line.is_prose and line.ends_sentence
    return line.word_count >= _FEWEST_TITLE_WORDS and not is_sentence and not is_date(line)


def _is_sure(draft: PageDraft, head: range, index: int, name: str) -> bool:
    """Whether a name among the first lines has an entry of a menu behind it, or a copyright has it, or the title of
    the page; a paper's also where lines of a page stand around the text, which does not tell of a work of that name.
    """
    is_first = index < limit("near")
    if is_first and draft.blocks[index].text.strip().startswith(name) and name != draft.blocks[index].text.strip():
        return True  # "Le Clairon - Accueil", not "Monde - Rome"
    if any(_is_title_with(draft, other, name) for other in head):
        return True
    core = _without_article(name)
    is_page = any(block.rule in block_rules.OF_SITE for block in draft.blocks)
    if is_first and is_page and _is_named_as_paper(name) and not _is_told_of(draft, core, {index}):
        return True
    notices = (n for n in range(len(draft.lines)) if core in draft.lines[n].folded and _is_copyright(draft, n))
    return any(_stands_in(core, draft.blocks[n].text, may_go_on=True) for n in notices)


def _is_likely(draft: PageDraft, index: int, name: str) -> bool:
    """Whether a line invites to something of a site of that name, or credits it, and the article is not about it."""
    core = _without_article(name)
    others = [n for n in range(len(draft.lines)) if n != index and _stands_in(core, draft.blocks[n].text)]
    credited = {other for other in others if _credits(draft, other, core)}
    if credited and (is_paper(name) or not _is_told_of(draft, core, credited)):
        return True
    inviting = {other for other in others if _invites_to(draft, other, core)} | credited
    is_invited = bool(inviting) or _is_in_address(draft, _letters(core)) or _is_followed(draft, _letters(core))
    stem = core if " " in core else core[:_STEM]  # a thing of one word may stand in another form
    return is_invited and (is_paper(name) or not _is_told_of(draft, core, inviting, stem))


def _is_told_of(draft: PageDraft, core: str, naming: Container[int], stem: str | None = None) -> bool:
    """Whether a paragraph speaks of a place or a person of that name, or has the `stem` of a word in any form."""
    return any(
        block.kept and line.is_prose and (_stands_in(core, block.text) or (stem is not None and stem in line.folded))
        for index, (block, line) in enumerate(zip(draft.blocks, draft.lines, strict=True))
        if index not in naming
    )


def _is_named_as_paper(name: str) -> bool:
    """Whether a name has the form of a paper's, with its article: "Le Courrier du Ponant"."""
    return is_paper(name) and _without_article(name) != fold(name)


def _without_article(name: str) -> str:
    """A folded name without the article that it begins with."""
    first, space, rest = fold(name).partition(" ")
    elided, apostrophe, noun = fold(name).partition("'")
    if apostrophe and elided in articles():
        return noun
    return rest if space and first in articles() else fold(name)


def _stands_in(core: str, text: str, *, may_go_on: bool = False) -> bool:
    """Whether a line has a name by itself, and no longer one that holds it; that of a firm may go on behind it."""
    folded = fold(text)
    if len(folded) != len(text):
        return False
    start = folded.find(core)
    while start >= 0:
        near = text[max(0, start - _REACH) : start]
        before, after = WORD.findall(near), WORD.match(text[start + len(core) :][:_REACH].lstrip(" "))
        is_whole = (
            not text[start - 1 : start].isalnum() and not text[start + len(core) : start + len(core) + 1].isalnum()
        )
        is_first = not before or not before[-1][0].isupper() or fold(before[-1]) in _leads_to_name()
        is_cut_off = bool(before) and not near.rstrip().endswith(before[-1])  # by a sign
        is_longer = after is not None and after.group()[0].isupper()
        if text[start].isupper() and is_whole and (is_first or is_cut_off) and (may_go_on or not is_longer):
            return True
        start = folded.find(core, start + 1)
    return False


@cache
def _leads_to_name() -> frozenset[str]:
    """The words with capitals that may stand before a name and are no part of it."""
    starts = (fold(word) for start in common_data().cleaning.copyright_starts for word in WORD.findall(start))
    return articles() | _invitations() | _words_before() | frozenset(starts)


def _is_title_with(draft: PageDraft, index: int, name: str) -> bool:
    """Whether a line is another one with the name behind a sign."""
    title, _sign, end = draft.lines[index].folded.rpartition(fold(name))
    signed = _SIGN.match(title[len(title.rstrip(" -–—|•·>›")) :]) if not end else None
    return signed is not None and any(line.folded == title[: -len(signed.group())] for line in draft.lines)


def _is_copyright(draft: PageDraft, index: int) -> bool:
    """Whether a line is a copyright, rather than a caption: "© Le Clairon 2022", "Le Clairon © 2022"."""
    text = draft.blocks[index].text
    signs = common_data().cleaning.copyright_starts
    is_notice = text.lstrip().startswith(signs) or any(f" {sign} " in text for sign in signs)
    return is_notice and draft.blocks[index].kind != "caption" and any(map(str.isdigit, text))


def _credits(draft: PageDraft, index: int, core: str) -> bool:
    """Whether a line gives the name behind that of a photographer, a date or an author, or as where an author works."""
    text, line = draft.blocks[index].text, draft.lines[index]
    if line.word_count > limit("most_label_words") or not line.folded.rstrip(" ).!").endswith(core):
        return False
    before = line.folded[: line.folded.rfind(core)].rstrip()
    before = before.removesuffix(next(iter(WORD.findall(before)[-1:]), "")) if _ends_in_article(before) else before
    before = before.rstrip()
    words_before = WORD.findall(before)
    if words_before and before[-1:] in "/|-–—•·(":
        return before.endswith(("/", "|")) or is_date(line) or after_by(text) is not None
    return line.is_prose and not posts().isdisjoint(words_before)  # "Ann Roe is a staff writer at The Ledger."


def _ends_in_article(text: str) -> bool:
    return not articles().isdisjoint(WORD.findall(text)[-1:])


def _invites_to(draft: PageDraft, index: int, core: str) -> bool:
    """Whether a line invites to something of the site, or is a notice of it."""
    line = draft.lines[index]
    if draft.blocks[index].rule in _NOTICES:
        return True
    is_invitation = line.is_short or not _invitations().isdisjoint(line.words)
    if line.word_count > limit("most_label_words") or line.quotes_words or not is_invitation:
        return False
    words_before = WORD.findall(line.folded[: line.folded.rfind(core)])
    while words_before and len(words_before[-1]) < _LONG_WORD:  # "Abonnez-vous au Réveil", "Subscribe to the Ledger"
        words_before.pop()
    return not _invitations().union(_words_before()).isdisjoint(words_before[-1:])


@cache
def _invitations() -> frozenset[str]:
    """The words with which a site invites its reader."""
    return frozenset().union(*(language.cleaning.invitation_words for language in every_language()))


@cache
def _words_before() -> frozenset[str]:
    """The words that stand before the name of a site in what it says to its readers."""
    return frozenset().union(*(language.cleaning.words_before_site for language in every_language()))


def _is_followed(draft: PageDraft, letters: str) -> bool:
    """Whether a short line ends in the name in one word, behind such a word: "Follow BrassLedger"."""
    if len(letters) < _FEWEST_HOST_LETTERS:
        return False
    ends = (line.folded.split()[-2:] for line in draft.lines if line.is_short)
    return any(len(end) > 1 and end[0] in _words_before() and _letters(end[1]) == letters for end in ends)


def _is_in_address(draft: PageDraft, letters: str) -> bool:
    """Whether a web or mail address of the page is at a host of that name."""
    return len(letters) >= _FEWEST_HOST_LETTERS and letters in _hosts(draft)


def _hosts(draft: PageDraft) -> set[str]:
    """The names of the hosts in the page's short lines, letters and digits alone: "clairon" of "www.clairon.fr"."""
    short = (line.folded for line in draft.lines if line.word_count <= limit("most_label_words"))
    hosts = (match.group().split(".") for text in short if "." in text for match in _HOST.finditer(text))
    return {_letters(parts[-2]) for parts in hosts}


def _letters(text: str) -> str:
    """The letters and digits of a text, as in the name of a host."""
    return "".join(filter(str.isalnum, unaccented(fold(text))))
