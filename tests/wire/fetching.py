"""What the tests of the wire have in common: rules for this machine, names that lead to it, one request and its end."""

from __future__ import annotations

import socket
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from tui_reader.errors import WireError
from tui_reader.wire.answer import Answer
from tui_reader.wire.fetcher import Fetcher
from tui_reader.wire.rules import NetworkRules

RULES = NetworkRules(pause_seconds=0, most_bytes=1_000_000, allowed_hosts=frozenset({"localhost"}))
IMPATIENT = RULES._replace(total_seconds=0.3)


async def fetched(address: str, rules: NetworkRules = RULES, **more: Any) -> Answer:
    """The answer of an address."""
    async with Fetcher(rules) as fetcher:
        return await fetcher.get(address, **more)


async def refused(address: str, rules: NetworkRules = RULES, **more: Any) -> WireError:
    """The error of an address that gives no answer."""
    with pytest.raises(WireError) as caught:
        await fetched(address, rules, **more)
    assert caught.value.name == address
    return caught.value


def lead_to(monkeypatch: pytest.MonkeyPatch, names: Mapping[str, Sequence[str]]) -> list[str]:
    """Have names lead to these numbers, and others where they do; gives the names that are looked up."""
    looked_up: list[str] = []
    usual = socket.getaddrinfo

    def look_up(host: str, port: int, *more: Any, **named: Any) -> list[tuple[Any, ...]]:
        looked_up.append(host)
        numbers = names.get(host)
        if numbers is None:
            return list(usual(host, port, *more, **named))
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port)) for number in numbers]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return looked_up
