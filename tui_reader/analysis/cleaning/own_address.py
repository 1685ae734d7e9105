"""Find the lines at the head or the foot of a text that give the article's web address, or its site's."""

from __future__ import annotations

from collections.abc import Container, Iterator

from tui_reader.analysis.cleaning import block_rules
from tui_reader.analysis.cleaning.address import AddressLine, host_of_line, is_label, read_line
from tui_reader.analysis.cleaning.draft import PageDraft
from tui_reader.analysis.cleaning.line_features import Line, limit
from tui_reader.analysis.lexicon import common_data


def mark_addresses(draft: PageDraft) -> None:
    """Drop the lines that give the article's address or, above the title, its site's.

    The head of the text is all above its first paragraph, the foot all below its last one; there is no foot where the
    text is cut. The head's address goes before the foot's; where the foot has several, none is the article's. An
    archive's field that gives the address is the only one looked at.
    """
    if any(block.rule == block_rules.ADDRESS.name for block in draft.blocks):
        return
    head, foot = _edges(draft)
    above = {index: address_line for index in head if (address_line := _address_at(draft, index))}
    foot = range(0) if draft.is_cut else foot
    below = {index: address_line for index in foot if (address_line := _address_at(draft, index))}
    _mark_site(draft, head, above)
    urls = [line.address.url for index, line in above.items() if _is_of_article(draft, index, line)]
    if not urls:
        likely = {index: line for index, line in below.items() if _is_of_article(draft, index, line)}
        distinct = {line.address.url for line in likely.values()}
        is_sure = any(line.labelled or _ends_text(draft, index) for index, line in likely.items())
        urls = list(distinct) if len(distinct) == 1 and is_sure else []
    for index, line in (above | below).items():
        if urls and line.address.url == urls[0]:
            draft.drop(index, block_rules.ADDRESS)
            if index and is_label(draft.blocks[index - 1].text):
                draft.drop(index - 1, block_rules.ADDRESS)


def _edges(draft: PageDraft) -> tuple[range, range]:
    """The lines above the first sentence and below the last paragraph; without one, the first and the last line."""
    kept = [index for index, block in enumerate(draft.blocks) if block.kept and not read_line(block.text)]
    paragraphs = [index for index in kept if draft.lines[index].is_prose]
    count = len(draft.blocks)
    if not paragraphs:
        return range(min(1, count)), range(max(1, count - 1), count)
    first = next(n for n in kept if draft.lines[n].is_prose or (n != kept[0] and _is_sentence(draft.lines[n])))
    return range(first), range(paragraphs[-1] + 1, count)


def _is_sentence(line: Line) -> bool:
    """Whether a line is a short sentence of a text; the title, which may look like one, stands first."""
    return line.ends_sentence and not line.is_question and line.word_count > limit("most_cry_words")


def _address_at(draft: PageDraft, index: int) -> AddressLine | None:
    """The address that a line gives; the label may stand alone on the line above it."""
    line = read_line(draft.blocks[index].text)
    return line and line._replace(labelled=line.labelled or (index > 0 and is_label(draft.blocks[index - 1].text)))


def _is_of_article(draft: PageDraft, index: int, line: AddressLine) -> bool:
    """Whether an address may be the article's: a page's, of no network or service, announced as nothing else above."""
    address = line.address
    if not address.is_page or _is_of_service(address.host):
        return False
    return line.labelled or index == 0 or not draft.blocks[index - 1].text.rstrip().endswith(":")  # "Sign up:"


def _ends_text(draft: PageDraft, index: int) -> bool:
    """Whether nothing but dropped lines stands between a line and a text's last sentence, or below it."""
    above = next((n for n in range(index - 1, -1, -1) if draft.blocks[n].kept), -1)
    is_below_sentence = above < 0 or draft.lines[above].ends_sentence
    return is_below_sentence and not any(block.kept for block in draft.blocks[index + 1 :])


def _mark_site(draft: PageDraft, head: range, address_lines: Container[int]) -> None:
    """Drop the front page's address or the bare host name that stands above the title."""
    blocks = draft.blocks
    kept = [index for index in head if blocks[index].kept]
    others = [n for n in kept if n not in address_lines and host_of_line(blocks[n].text) is None]
    above = [index for index in range(others[-1] if others else 0) if blocks[index].kept]
    hosts = {n: host for n in above if (host := host_of_line(blocks[n].text)) and not _is_of_service(host)}
    if len({host.lower() for host in hosts.values()}) == 1:  # several are a menu of other sites
        for index in hosts:
            draft.drop(index, block_rules.SITE)


def _is_of_service(host: str) -> bool:
    """Whether a host is a network's or a service's, where texts are shared rather than published."""
    parts = host.lower().split(".")
    names: Iterator[str] = (".".join(parts[start:]) for start in range(len(parts) - 1))
    return not common_data().cleaning.hosts_of_others.isdisjoint(names)
