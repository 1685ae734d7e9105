"""Addresses of the web, as feeds and pages write them."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

_SCHEMES = frozenset(("http", "https"))


def absolute(address: str | None, base: str | None = None) -> str | None:
    """An address of the web, resolved against the one where it stands; None where it is none."""
    try:
        resolved = urljoin(base or "", address or "")
        parts = urlsplit(resolved)
    except ValueError:
        return None
    return resolved if address and parts.scheme in _SCHEMES and parts.hostname else None


def is_same_page(one: str, other: str) -> bool:
    """Whether two absolute addresses lead to one page: what stands behind "?" tells pages apart at the root alone."""
    first, second = (urlsplit(address) for address in (one, other))
    is_same_path = (first.netloc, first.path) == (second.netloc, second.path)
    return is_same_path and (first.path.strip("/") != "" or first.query == second.query)
