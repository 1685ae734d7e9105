"""Read byline, date, site and address of an article from its blocks, each only where the text gives it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, pairwise, takewhile
from typing import NamedTuple

from tui_reader.analysis.cleaning import block_rules
from tui_reader.analysis.cleaning.address import address_of, host_of_line
from tui_reader.analysis.cleaning.bylines import (
    after_by,
    is_bare_by,
    is_paper,
    is_person,
    is_signed,
    joints,
    name_and_date,
    name_in_date,
    parts_of,
    person_at_end,
    posts,
)
from tui_reader.analysis.cleaning.line_features import articles, begins_with, common_words, limit, phrases
from tui_reader.analysis.cleaning.page_title import SITE_NAME, site_of_title
from tui_reader.analysis.cleaning.print_edges import title_of_print, url_of_print
from tui_reader.analysis.cleaning.site_labels import site_of_labels
from tui_reader.analysis.cleaning.site_name import name_in
from tui_reader.analysis.lexicon import common_data, every_language
from tui_reader.analysis.lexicon.conjugation import unaccented
from tui_reader.analysis.lexicon.patterns import any_of
from tui_reader.analysis.text.dates import is_time, iso_date, iso_moment, words_of_dates
from tui_reader.analysis.text.segmentation import WORD, fold
from tui_reader.model import Block

_DATELINE = re.compile(r"[^\n–—]{6,70}?(?:[.,)]|\d)\s?[–—-]\s")  # up to the dash behind it
_SURNAME_FIRST = re.compile(r"[^\W\d_][\w'’-]*[a-zß-ÿ], [^\W\d_][\w'’-]*[a-zß-ÿ]")  # "Duarte, Inez": catalogues
_BYLINE_PARTS = re.compile(r",\s+|\s*[()|·•]\s*|\s[–—-]\s")
_DATE_PARTS = re.compile(r"\s*[,|·•–—]\s+|\s-\s")
_FOOT_PARTS = re.compile(r"\. |, | [|/] ")
_ACCOUNT_BEHIND_NAME = re.compile(r"(?<=[a-zß-ÿ])@[\w-]+(?![\w.-])(?:\s.*\d.*)?")  # "Ann Roe@annroe Nov 2", no mail
_LONGEST_LABEL = 30  # code points


class Head(NamedTuple):
    """Byline, date, site and web address as the article gives them."""

    byline: str | None
    published: str | None
    site: str | None
    url: str | None


def read_head(blocks: Sequence[Block], language: str | None) -> Head:
    """What the bylines, the dates and the foot of the article say."""
    byline_texts = [block.text for block in blocks if block.kind == "byline" and _is_said(block)]
    byline_texts = [text for text in byline_texts if not is_bare_by(text)]
    dates = _dates(blocks)
    moments = chain(  # the first is looked for, and the others are not read
        (iso_moment(_published_part(text), language) for text in [*dates, *byline_texts]),
        (_opening_date(block.text, language) for block in _first_paragraphs(blocks)),
        (iso_date(fold(text)) for text in _below_labels(blocks)),
    )
    bylines = [*map(_signed_part, byline_texts), *(name for name in map(name_in_date, dates) if name)]
    fields = [block.text for block in blocks if block.rule == block_rules.ARCHIVE_SITE.name]
    hosts = [host_of_line(block.text) for block in blocks if block.rule == block_rules.SITE.name]
    titles = (site_of_title(block.text, blocks) for block in blocks if _names_site(block))
    named = (*map(_medium_of_byline, byline_texts), *map(_medium_of_date, dates))
    printed_titles = (title_of_print(block.text) for block in blocks if block.rule == block_rules.PRINT.name)
    edges = (site_of_title(title, blocks) for title in printed_titles if title)
    heads = (name_in(block.text) for block in blocks if block.rule == block_rules.SITE_NAME.name)
    writers = authors(blocks)
    feet = (site for site in map(site_of_foot, blocks) if site and fold(site) not in writers)
    labels = map(site_of_labels, ([block.text for block in blocks if not block.kept],))
    sites = chain(fields, titles, edges, heads, map(_site_of_byline, bylines), named, feet, labels, hosts)
    addresses = [address_of(block.text) for block in blocks if block.rule == block_rules.ADDRESS.name]
    printed = [block.text for block in blocks if block.rule == block_rules.PRINT.name]
    urls = chain((address.url for address in addresses if address), map(url_of_print, printed))
    return Head(
        byline=next((author for author in map(_author, bylines) if author), None),
        published=next((moment for moment in moments if moment), None),
        site=next((site for site in sites if site), None),
        url=next((url for url in urls if url), None),
    )


def _names_site(block: Block) -> bool:
    """Whether a block is a title with the name of the site."""
    is_cut = any(edit.rule == SITE_NAME for edit in block.edits)
    return is_cut or block.rule == block_rules.TITLE_OF_PAGE.name


def _is_said(block: Block) -> bool:
    """Whether a line is the article's own, in its text or shown above it."""
    return block.kept or block.rule == block_rules.MARKUP_HEAD.name


def _dates(blocks: Sequence[Block]) -> list[str]:
    """The lines that give a date, the likeliest to be that of publication first."""
    title_index = next((index for index, block in enumerate(blocks) if block.kind == "title"), 0)
    dated = [(index, block.text) for index, block in enumerate(blocks) if block.kind == "date" and _is_said(block)]
    updates = {index for index, text in dated if _says_updated(text)}
    ranked = sorted(dated, key=lambda line: _rank(line[1], above=line[0] < title_index and line[0] + 1 not in updates))
    return [text for _index, text in ranked]


def _first_paragraphs(blocks: Sequence[Block]) -> list[Block]:
    return [block for block in blocks[: limit("title_window")] if block.kept and block.kind == "paragraph"][:2]


def _below_labels(blocks: Sequence[Block]) -> Iterator[str]:
    """The lines right below one that says no more than "Published"."""
    labels = _labels_of_dates()
    for label, below in pairwise(blocks):
        if len(label.text) < _LONGEST_LABEL and fold(label.text).rstrip(" :") in labels:
            yield below.text


@cache
def _labels_of_dates() -> frozenset[str]:
    """The words that say no more than that a date follows."""
    return frozenset(start.rstrip(" :") for start in phrases("published").starts)


def _opening_date(text: str, language: str | None) -> str | None:
    """The day in the dateline that opens a paragraph: "LIMA, 3 mars 2022 (AFP) – Le …"; None where there is none."""
    dateline = _DATELINE.match(text)
    if dateline is None:
        return None
    words = [word for word in WORD.findall(dateline.group()) if not word[0].isdigit()]
    places = [word for word in words[:1] if fold(word) not in words_of_dates()]
    places += [word for word in words[1:] if fold(word) not in _words_in_dates()]  # "Dijon, le 14 mai 2021 — "
    if any(fold(word) in common_words() or not word[0].isupper() for word in places):
        return None
    date = iso_date(dateline.group(), language)
    return date if date and len(date) == len("2000-01-01") else None


@cache
def _words_in_dates() -> frozenset[str]:
    """The words of dates, and those before or inside one."""
    return words_of_dates().union(*(language.dates.jump for language in every_language()))


def authors(blocks: Iterable[Block]) -> frozenset[str]:
    """The names in the bylines, folded, each by itself."""
    bylines = (_author(_signed_part(block.text)) for block in blocks if block.kind == "byline" and _is_said(block))
    return frozenset(fold(name) for byline in bylines for name in re.split(rf",?\s+{any_of(joints())}\s+|,\s*", byline))


def _rank(date: str, *, above: bool) -> int:
    """The order in which to trust a date: first one said to be that of publication, last one `above` the title.

    Above the title papers print the day of today.
    """
    if begins_with(fold(date), phrases("published").starts):
        return 0
    if _says_updated(date):
        return 2
    return 3 if above else 1


def _says_updated(date: str) -> bool:
    """Whether a line says when the article was changed."""
    return begins_with(fold(date), phrases("updated").starts)


def _signed_part(byline: str) -> str:
    """The part of a byline that names the author, where it gives more."""
    parts = parts_of(byline)
    signed = next((part for part in parts if is_signed(part)), byline) if len(parts) > 1 else byline
    return (person_at_end(signed) if len(parts) > 1 and after_by(signed) is None else None) or signed


def _published_part(date: str) -> str:
    """The part of a line with several dates that is said to be that of publication, with its time; else all of it."""
    starts, parts = phrases("published").starts, parts_of(date)
    index = next((index for index, part in enumerate(parts) if fold(part).startswith(starts)), None)
    if index is None:
        return date
    time = next((part for part in parts[index + 1 : index + 2] if is_time(part)), "")
    return f"{parts[index]} {time}".rstrip()


def _author(byline: str) -> str:
    """The names in a byline, without the authors' places, posts, addresses or companions."""
    name = after_by(byline) or byline
    if _SURNAME_FIRST.fullmatch(name):
        return name
    for note in phrases("author_note").contains:
        offset = fold(name).find(note)
        name = name[:offset] + name[offset + len(note) :] if offset >= 0 else name
    name = _bracket_in_list().sub("", name)
    for end in (" (", " |", " •", " ·", " – ", " - "):
        name = name.split(end, maxsplit=1)[0]
    name = _ACCOUNT_BEHIND_NAME.sub("", name)
    name = " ".join(takewhile(lambda word: "@" not in word, name.split(" ")))
    name = _names_alone(name)
    for end in phrases("author_end").contains:
        offsets = (match.start() for match in re.finditer(re.escape(end), fold(f"{name} ")))
        name = name[: next((offset for offset in offsets if _ends_name(name, offset, end)), len(name))]
    name = name.strip()
    return name[:-1] if name.endswith(".") and name[-4:-1].isalpha() else name


def _ends_name(name: str, offset: int, end: str) -> bool:
    """Whether words such as "for" or "on" end a name, and are no part of it: "Anne LE ROUX", "Nolwenn Le Gac"."""
    written, after = name[offset : offset + len(end)].strip(), name[offset + len(end) :]
    is_name = written.isupper() or (written.istitle() and end.strip() in articles())
    is_end = not after.strip() or after[0].isupper() or after[0].isdigit() or _begins_date(after)
    return offset > 0 and not is_name and is_end


def _begins_date(text: str) -> bool:
    """Whether the first word of a text is one of those of dates."""
    return fold(text.split(maxsplit=1)[0]) in words_of_dates()


def _names_alone(names: str) -> str:
    """One name, or a list of names without the posts and places between them: "Anne Roux, in Paris, and Bob Lee"."""
    first, *others = re.split(rf"(,?\s+{any_of(joints())}\s+|,\s*)", names)
    if not others:
        return names
    kept, joint = [_without_place(first)], ""
    for before, part in zip(others[::2], others[1::2], strict=True):
        is_joint, name = bool(before.strip(", ")), _without_place(part)
        if _is_author(name, joined=is_joint or _has_joint(others)):
            kept.append(name)
            joint = before.strip(", ") or joint
        elif is_joint and not name.rpartition(" ")[2][:1].isupper():  # "and gardeners", but no "and photos Anne Roux"
            kept[-1] += before + name
    if len(kept) > 1 and fold(first.partition(" ")[0]) in common_words():  # "From our correspondent, Anne Roux"
        kept = kept[1:]
    last = f" {joint} " if joint else ", "
    return last.join([", ".join(kept[:-1]), kept[-1]]) if len(kept) > 1 else kept[0]


def _without_place(part: str) -> str:
    """A name in a list of names without what follows it in small letters: "Anne Roux in Brume"."""
    particles = frozenset().union(*(language.speech.particles for language in every_language()))
    name = " ".join(takewhile(lambda word: word[0].isupper() or word in particles, part.split()))
    return name if is_person(name) else part


def _has_joint(parts: Sequence[str]) -> bool:
    """Whether "and" or its like stands before the last of a list of names, all of which may be names."""
    return bool(parts[-2].strip(", ")) and all(_is_author(name, joined=True) for name in parts[1::2])


def _is_author(name: str, *, joined: bool) -> bool:
    """Whether a part of a byline after the first is a name: `joined` by "and", or one with a known first name."""
    words = name.split()
    is_name = 1 < len(words) < 6 and words[0][0].isupper() and words[-1][0].isupper()
    is_post = fold(words[-1]) in posts() if words else False
    return is_name and not is_post and (joined or is_person(name))


@cache
def _bracket_in_list() -> re.Pattern[str]:
    """What stands between brackets behind a name that is not the last of a list."""
    return re.compile(rf"\s*\([^()]*\)(?=,|\s+{any_of(joints())}\s)")


def _site_of_byline(byline: str) -> str | None:
    """The site in "Site with agencies"; initials are an author's."""
    ends = phrases("byline").ends
    if after_by(byline) is not None or not fold(byline).endswith(ends):
        return None
    end = next(end for end in ends if fold(byline).endswith(end))
    site = byline[: -len(end)].split(" (", maxsplit=1)[0].strip(" ,")
    start = next((start for start in phrases("newsroom").starts if fold(site).startswith(start)), "")
    is_newsroom = fold(site) in phrases("byline").whole  # "La rédaction, avec AFP"
    is_site = any(len(word) > 3 for word in WORD.findall(site)) and not is_person(site) and not is_newsroom
    return site[len(start) :] if is_site else None


def _medium_of_byline(byline: str) -> str | None:
    """The newspaper behind the author: "Par Anne Roux, Le Monde", "By Ann Lee (The Guardian)"."""
    _, *parts = _BYLINE_PARTS.split(byline) if after_by(byline) is not None else [""]
    return next((part for part in parts if _is_medium(part)), None)


def _medium_of_date(date: str) -> str | None:
    """The newspaper beside the date: "Sud-Ouest, 13 mars 2024", "Publié le 13 mars 2024 - Ouest Républicain"."""
    first, *others = name_and_date(date) or _DATE_PARTS.split(date)
    if not others or _is_medium(first):
        return first if others else None
    return others[-1] if is_paper(others[-1]) else None  # "2 mars 2022 | Radio" names a section


def _is_medium(name: str) -> bool:
    """Whether a few words are the name of a newspaper or a station, by the lexicon; an agency is none."""
    *before, last = fold(name).split() or [""]
    languages = every_language()
    is_known = any(
        last in language.nouns.media and last not in language.nouns.channels | language.nouns.kinds_of_media
        for language in languages
    )
    return (is_known and name[:1].isupper() and len(before) <= 1) or is_paper(name)


def _is_bare_copyright(part: str) -> bool:
    """Whether a part of the foot only says that a copyright follows: "Copyright © 2022"."""
    starts = tuple(map(fold, common_data().cleaning.copyright_starts))
    return all(fold(word).startswith(starts) or not any(map(str.isalpha, word)) for word in part.split())


def site_of_foot(block: Block) -> str | None:
    """The site in "© 2024 Site. All rights reserved."; below a picture stands who took it."""
    if block.kept or block.kind == "caption" or not block.text.startswith(common_data().cleaning.copyright_starts):
        return None
    parts = [part for part in _FOOT_PARTS.split(block.text) if any(map(str.isalpha, part))]
    first = next((part for part in parts if not _is_bare_copyright(part)), "")
    said = frozenset().union(*(language.cleaning.site_noise for language in every_language()))
    noise = said | set(map(unaccented, said))
    name_parts = [
        word
        for word in first.replace("©", " ").split()
        if not word[0].isdigit() and fold(word).strip(".,") not in noise
    ]
    says_more = any(word in common_words() for word in map(fold, name_parts[1:]))
    return " ".join(name_parts).rstrip(".-–—| ") if 0 < len(name_parts) <= 4 and not says_more else None
