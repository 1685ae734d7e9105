"""Proxies by the usual variables: `http_proxy`, `https_proxy`, `all_proxy`, `no_proxy`, and the system's own."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import unquote_to_bytes, urlsplit
from urllib.request import getproxies, proxy_bypass


class Proxy(NamedTuple):
    """A proxy by its `address`, without the name and password, which are its `credentials`."""

    address: str
    credentials: tuple[bytes, bytes] | None = None


def proxy_for(scheme: str, host: str) -> Proxy | None:
    """The proxy that the user's environment names for a host, None where it is asked directly.

    Raises ValueError where the environment names one that cannot be used.
    """
    named = getproxies()
    text = named.get(scheme) or named.get("all")
    if not text or proxy_bypass(host):
        return None
    parts = urlsplit(text if "://" in text else f"http://{text}")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(parts.scheme)
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    port = parts.port or (443 if parts.scheme == "https" else 80)
    credentials = (unquote_to_bytes(parts.username), unquote_to_bytes(parts.password or "")) if parts.username else None
    return Proxy(f"{parts.scheme}://{host}:{port}", credentials)
