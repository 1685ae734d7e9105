"""Read web addresses that stand in a line of their own, alone or behind a label."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from tui_reader.analysis.cleaning.line_features import phrases
from tui_reader.analysis.lexicon import common_data
from tui_reader.analysis.text.segmentation import fold

_ADDRESS = re.compile(
    r"(?P<scheme>https?://)?(?P<host>(?:\w[\w-]*\.)+(?P<top>[a-z]{2,}))(?::\d{1,5})?/?(?P<rest>[/?#]?[^\s<>\"«»“”]*)",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"https?://|(?<![\w.])www\.", re.IGNORECASE)
_ENCLOSING = ("<>", "()", "[]", '""', "“”")
_OPENING = "".join(pair[0] for pair in _ENCLOSING)
_AROUND_LABELS = " :-–—•|>→"
_MOST = 2_000  # code points: browsers take no longer address


class Address(NamedTuple):
    """A web address as it can be opened, and its host without `www.`; `is_page` unless it is a site's front page."""

    url: str
    host: str
    is_page: bool


class AddressLine(NamedTuple):
    """A line that gives an address, behind a label or alone."""

    address: Address
    labelled: bool


def address_of(text: str) -> Address | None:
    """The address that a line gives, alone or behind words that say it is the article's; None where it gives none."""
    line = read_line(text)
    return line.address if line else None


def host_of(url: str) -> str | None:
    """The host of an address, without `www.`; None where it has none."""
    try:
        host = urlsplit(url).hostname
    except ValueError:  # brackets that hold no IPv6 address
        return None
    return host.removeprefix("www.") if host else None


def host_of_line(text: str) -> str | None:
    """The host, without `www.`, of a line that is a host name or a front page's address and nothing else.

    A bare name is given as it is written: "LeMonde.fr".
    """
    address = _read(text)
    if address is None or address.is_page:
        return None
    words = text.strip()
    return words if words.lower() == address.host else address.host


def read_line(text: str) -> AddressLine | None:
    """The address that a line is, alone or behind a label; None for a line that says anything else."""
    if len(text) > _MOST or not ("://" in text or "www." in text or "WWW." in text):
        return None
    content = _unwrapped(text.strip())
    begins = _BEGINS.search(content)
    if begins is None:
        return None
    before = content[: begins.start()].rstrip(_OPENING)
    label = fold(before).strip(_AROUND_LABELS)
    if label and label not in phrases("address").whole:
        return None
    address = _read(content[len(before) :])
    return address and AddressLine(address, bool(label))


def is_label(text: str) -> bool:
    """Whether a line is only the words that stand before the article's address."""
    return text.rstrip().endswith(":") and fold(text).strip(_AROUND_LABELS) in phrases("address").whole


def _read(text: str) -> Address | None:
    """The address that the address are and nothing else."""
    address = _unwrapped(text.strip())
    match = _ADDRESS.fullmatch(address) if address.isprintable() and len(address) <= _MOST else None
    known = common_data().cleaning.top_levels
    if match is None or not (match["scheme"] or match["top"].lower() in known):
        return None
    url = address if match["scheme"] else f"https://{address}"
    return Address(url, match["host"].lower().removeprefix("www."), bool(match["rest"].strip("/")))


def _unwrapped(text: str) -> str:
    """The words without the brackets or marks around them, nor a stop at their end."""
    is_enclosed = len(text) > 2 and text[0] + text[-1] in _ENCLOSING
    return text[1:-1].strip() if is_enclosed else text.rstrip(".,;")
