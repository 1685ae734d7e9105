"""The lines at the head or the foot of a text that give the article's address or its site's."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from tui_reader.analysis.cleaning.address import AddressLine, host_of_line, is_label, read_line
from tui_reader.analysis.cleaning.line_features import Line, limit
from tui_reader.analysis.cleaning.line_rules import drop
from tui_reader.analysis.lexicon import word_set
from tui_reader.model import Block


def mark_addresses(blocks: list[Block], lines: Sequence[Line], *, cut: bool) -> None:
    """Drop the lines that give the article's address or, above the title, its site's.

    The head of the text is all above its first paragraph, the foot all below its last one; there is none where the
    text was `cut`. The head's address goes before the foot's; where the foot has several, none is the article's.
    """
    head, foot = _edges(blocks, lines)
    above = {at: found for at in head if (found := _found_at(blocks, at))}
    below = {} if cut else {at: found for at in foot if (found := _found_at(blocks, at))}
    _mark_site(blocks, head, above)
    pages = [found.address.url for at, found in above.items() if _is_of_article(blocks, at, found)]
    if not pages:
        likely = {at: found for at, found in below.items() if _is_of_article(blocks, at, found)}
        urls = {found.address.url for found in likely.values()}
        is_sure = any(found.labelled or _ends_text(blocks, lines, at) for at, found in likely.items())
        pages = list(urls) if len(urls) == 1 and is_sure else []
    for at, found in (above | below).items():
        if pages and found.address.url == pages[0]:
            blocks[at] = drop(blocks[at], "label", "address")
            if at and is_label(blocks[at - 1].text):
                blocks[at - 1] = drop(blocks[at - 1], "label", "address")


def _edges(blocks: Sequence[Block], lines: Sequence[Line]) -> tuple[range, range]:
    """The lines above the first sentence and below the last paragraph; without one, the first and the last line."""
    own = [at for at, block in enumerate(blocks) if block.kept and not read_line(block.text)]
    paragraphs = [at for at in own if lines[at].is_text]
    count = len(blocks)
    if not paragraphs:
        return range(min(1, count)), range(max(1, count - 1), count)
    first = next(at for at in own if lines[at].is_text or (at != own[0] and _is_sentence(lines[at])))
    return range(first), range(paragraphs[-1] + 1, count)


def _is_sentence(line: Line) -> bool:
    """Whether a line is a short sentence of a text; the title, which may look like one, stands first."""
    return line.ends and not line.asks and line.words > limit("most_cry_words")


def _found_at(blocks: Sequence[Block], at: int) -> AddressLine | None:
    """The address that a line gives; the label may stand alone on the line above it."""
    found = read_line(blocks[at].text)
    return found and found._replace(labelled=found.labelled or (at > 0 and is_label(blocks[at - 1].text)))


def _is_of_article(blocks: Sequence[Block], at: int, found: AddressLine) -> bool:
    """Whether an address may be the article's: a page's, of no network or service, announced as nothing else above."""
    address = found.address
    if not address.is_page or _is_of_others(address.host):
        return False
    return found.labelled or at == 0 or not blocks[at - 1].text.rstrip().endswith(":")  # "Sign up:"


def _ends_text(blocks: Sequence[Block], lines: Sequence[Line], at: int) -> bool:
    """Whether nothing but the page's own lines stands between a line and a text's last sentence, or below it."""
    above = next((one for one in range(at - 1, -1, -1) if blocks[one].kept), -1)
    return (above < 0 or lines[above].ends) and not any(block.kept for block in blocks[at + 1 :])


def _mark_site(blocks: list[Block], head: range, found: Container[int]) -> None:
    """Drop the front page's address or the bare host name that stands above the title."""
    others = [at for at in head if blocks[at].kept and at not in found and host_of_line(blocks[at].text) is None]
    above = [at for at in range(others[-1] if others else 0) if blocks[at].kept]
    hosts = {at: host for at in above if (host := host_of_line(blocks[at].text)) and not _is_of_others(host)}
    if len({host.lower() for host in hosts.values()}) == 1:  # several are a menu of other sites
        for at in hosts:
            blocks[at] = drop(blocks[at], "navigation", "site")


def _is_of_others(host: str) -> bool:
    """Whether a host is a network's or a service's, where texts are shared rather than published."""
    parts = host.lower().split(".")
    names: Iterator[str] = (".".join(parts[at:]) for at in range(len(parts) - 1))
    return not word_set("mul", "cleaning", "hosts_of_others").isdisjoint(names)
