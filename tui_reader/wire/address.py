"""Addresses of the web: what a person types or pastes as one, its normal form, and which two lead to one article."""

from __future__ import annotations

import re
from ipaddress import IPv6Address, ip_address
from urllib.parse import quote, urlsplit

from tui_reader.ingest.formats.registry import SUFFIXES

_MOST_CHARACTERS = 8_000
"""How long an address may be: what servers should take at least (RFC 9110, section 4.1)."""
_MOST_HOST_CHARACTERS = 253
"""How long a name of a host may be (RFC 1035, without the dot at its end)."""
_DEFAULT_PORTS = {"http": 80, "https": 443}
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)
"""What a scheme looks like; digits behind the colon are a port."""
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
"""A last label that makes a host an address in numbers (WHATWG URL, "ends in a number")."""
_TOP_LEVEL = re.compile(r"[a-z]{2,}|xn--[a-z0-9-]+")
_BARE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_NOT_IN_ADDRESSES = re.compile(r"[\s\x00-\x1f\x7f-\x9f\\]")
_UNRESERVED = "/:@!$&'()*+,;=~-._%"
"""What stands in a path as it is (RFC 3986), and the percent sign of what is encoded already."""
_TRACKING = re.compile(
    r"(?:utm|at|lmd|ns|pk|mtm|stm|ga|hsa|oly|vero)_\w+"
    r"|(?:fb|g|d|y|tw)clid|msclkid|gbraid|wbraid|srsltid|igsh(?:id)?|mc_[ce]id|mkt_tok|wt[._]mc(?:_id)?|_(?:ga|gl|hsenc|hsmi)"
    r"|xt(?:or|ref|cr|s|np|loc)|cmp(?:id)?|s_cid|ocid|smid|smtyp|m_bt|ftag|ref_src|ref_url|guccounter|guce_\w+",
    re.IGNORECASE,
)
"""Parameters that say where a reader came from: those of audience tools and of the press (ClearURLs, "globalRules")."""


def web_address(typed: str) -> str | None:
    """The normal form of an address of the web, as a person typed or pasted it; None for what is none.

    Without a scheme, it is a host that looks like one, "example.org/x", and is read as https. Addresses with a name
    and a password are none.
    """
    text = typed.strip()
    if text.startswith("<") and text.endswith(">"):
        text = text[1:-1]
    if not text or len(text) > _MOST_CHARACTERS or _NOT_IN_ADDRESSES.search(text):
        return None
    if _SCHEME.match(text):
        return _normal_form(text)
    address = _normal_form(f"https://{text}")
    return address if address and _looks_typed(text, address) else None


def host_of(address: str) -> str:
    """The name of the host of an address in its normal form, without its port; "" where there is none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:  # brackets around no number
        return ""


def site_of(address: str) -> str:
    """The address of the site that an address belongs to; "" for what is no address of the web."""
    parts = urlsplit(web_address(address) or "")
    return f"{parts.scheme}://{parts.netloc}/" if parts.netloc else ""


def same_page_key(address: str) -> str:
    """What two addresses of one article have in common.

    It has neither scheme nor default port nor fragment, nor the parameters by which a site counts where its readers
    come from. What is no address of the web is its own key.
    """
    normal = web_address(address)
    if normal is None:
        return address.strip()
    parts = urlsplit(normal)
    parameters = [one for one in parts.query.split("&") if one and not _TRACKING.fullmatch(one.partition("=")[0])]
    return f"{parts.netloc}{parts.path}" + (f"?{'&'.join(parameters)}" if parameters else "")


def article_address(link: str) -> str:
    """The address by which the article is known that is asked for at `link`: one for all that lead to it."""
    scheme = "http" if link.lower().startswith("http:") else "https"
    return f"{scheme}://{same_page_key(link)}"


def _normal_form(text: str) -> str | None:
    """An address with a scheme in its normal form; None where it is none of the web."""
    try:
        parts = urlsplit(text)
        port = parts.port
        host = _normal_host(parts.hostname or "")
    except ValueError:  # a port that is none, brackets around no number
        return None
    if parts.scheme not in _DEFAULT_PORTS or not host or "@" in parts.netloc or port == 0:
        return None
    place = host if port in (None, _DEFAULT_PORTS[parts.scheme]) else f"{host}:{port}"
    try:
        path, query = _encoded(parts.path) or "/", _encoded(parts.query, "?")
    except UnicodeEncodeError:  # half a surrogate pair
        return None
    return f"{parts.scheme}://{place}{path}" + (f"?{query}" if query else "")


def _normal_host(host: str) -> str | None:
    """The name or number of a host in its normal form, None where it is neither.

    A number is written as numbers usually are: "127.1" and "0x7f.1" are no hosts.
    """
    if ":" in host:
        number = ip_address(host)
        return f"[{number}]" if isinstance(number, IPv6Address) and number.scope_id is None else None
    name = host if host.isascii() else _ascii_host(host)
    name = name.removesuffix(".")
    labels = name.split(".")
    if len(name) > _MOST_HOST_CHARACTERS or not all(_LABEL.fullmatch(label) for label in labels):
        return None
    return str(ip_address(name)) if _NUMBER.fullmatch(labels[-1]) else name


def _ascii_host(host: str) -> str:
    """The name of a host in the letters of the domain name system; raises ValueError where it has none."""
    import idna  # noqa: PLC0415 - its tables are large, and few names need them

    return idna.encode(host, uts46=True).decode("ascii")


def _encoded(part: str, more: str = "") -> str:
    """A part of an address with what cannot stand there encoded, and what is encoded left as it is."""
    return quote(_BARE_PERCENT.sub("%25", part), safe=_UNRESERVED + more)


def _looks_typed(text: str, address: str) -> bool:
    """Whether a text without a scheme is meant as an address: a name with a dot, and no name of a file."""
    host = host_of(address)
    *rest, top_level = host.split(".")
    is_file = "/" not in text and text.lower().endswith(SUFFIXES) and not text.lower().startswith("www.")
    return bool(rest) and _TOP_LEVEL.fullmatch(top_level) is not None and not is_file
