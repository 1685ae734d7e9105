"""No private address passes, however it is written and wherever it comes from."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address

import httpcore
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.wire.fetching import RULES, fetched, lead_to, refused
from tests.wire.server import LocalServer, answer, redirect
from tui_reader.wire.address import host_of, web_address
from tui_reader.wire.failures import Refusal
from tui_reader.wire.guard import IPAddress, is_public
from tui_reader.wire.transport import CheckedBackend

PRIVATE_NETWORKS = (
    *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"),
    *("224.0.0.0/4", "240.0.0.0/4"),
)
PRIVATE_NUMBERS = st.sampled_from(PRIVATE_NETWORKS).flatmap(lambda network: st.ip_addresses(v=4, network=network))
START = RULES._replace(allowed_hosts=frozenset({"start.test"}))


@pytest.mark.parametrize(
    "number",
    [
        *("0.0.0.1", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.255.255", "169.254.169.254", "172.31.255.255"),
        *("192.168.1.1", "192.0.0.1", "192.0.2.1", "192.88.99.1", "198.19.0.1", "198.51.100.1", "203.0.113.1"),
        *("224.0.0.1", "240.0.0.1", "255.255.255.255"),
        *(
            "::",
            "::1",
            "::127.0.0.1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "fc00::1",
            "fd12::1",
            "fe80::1",
            "fec0::1",
        ),
        *(
            "fe80::1%eth0",
            "ff02::1",
            "2001::1",
            "2001:2::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "2002:808:808::",
            "3fff::1",
        ),
        *("64:ff9b::127.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b:1::8.8.8.8", "100::1", "5f00::1"),
    ],
)
def test_a_number_that_is_not_public(number: str) -> None:
    assert not is_public(ip_address(number))


@pytest.mark.parametrize(
    "number",
    [
        *("1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.0.0.1", "128.0.0.1"),
        *("172.15.0.1", "172.32.0.1", "192.167.0.1", "192.169.0.1", "198.17.0.1", "198.20.0.1", "223.255.255.255"),
        *("2606:4700::1111", "2a00:1450:4007::1", "2001:4860::8888", "2001:200::1", "64:ff9b::8.8.8.8"),
    ],
)
def test_a_public_number(number: str) -> None:
    assert is_public(ip_address(number))


@given(st.ip_addresses())
def test_what_python_holds_for_special_is_not_public(number: IPAddress) -> None:
    is_special = (
        *(number.is_private, number.is_loopback, number.is_link_local, number.is_multicast, number.is_reserved),
        number.is_unspecified,
    )
    if any(is_special) and not str(number).startswith("64:ff9b::"):
        assert not is_public(number)


def spellings(number: IPv4Address) -> list[str]:
    """How an address of IPv4 may be written, as people and attackers do."""
    value, (first, second, third, last) = int(number), number.packed
    wide = [
        f"::ffff:{number}",
        f"::{number}" if value > 0xFFFF else "::",
        f"64:ff9b::{number}",
        str(IPv6Address((0x2002 << 112) | (value << 80))),
        str(IPv6Address((0x20010000 << 96) | (0x08080808 << 64) | (value ^ 0xFFFFFFFF))),
    ]
    return [
        *(str(number), f"{number}.", str(value), f"{value:#x}", f"0{value:o}", f"{first}.{value & 0xFFFFFF}"),
        *(f"{first:#x}.{second:#x}.{third:#x}.{last:#x}", f"0{first:o}.0{second:o}.0{third:o}.0{last:o}"),
        *(
            f"{first}.{second}.{value & 0xFFFF}",
            f"{first:#x}.{value & 0xFFFFFF}",
        ),
        *map("[{}]".format, wide),
    ]


@given(PRIVATE_NUMBERS)
def test_no_spelling_of_a_private_number_passes(number: IPv4Address) -> None:
    for spelling in spellings(number):
        address = web_address(f"http://{spelling}/")
        if address is not None:
            assert not is_public(ip_address(host_of(address))), spelling
        if not spelling.startswith("["):
            assert socket.inet_aton(spelling.removesuffix(".")) == number.packed  # as a resolver reads it


HOSTS = (
    *("127.0.0.1", "127.1", "0x7f.1", "2130706433", "017700000001", "0", "0.0.0.1", "127.0.0.1.", "localhost."),
    *("LOCALHOST", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]"),
)
REASONS = ("leads into a private network", "no address of the web")


@pytest.mark.parametrize("host", HOSTS)
async def test_this_machine_is_not_asked(server: LocalServer, host: str) -> None:
    error = await refused(server.address("/secret", host), RULES._replace(allowed_hosts=frozenset()))
    assert server.requests == []
    assert any(words in error.reason for words in REASONS)


@pytest.mark.parametrize("host", HOSTS)
async def test_this_machine_is_not_asked_after_a_redirect(
    server: LocalServer, host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lead_to(monkeypatch, {"start.test": ["127.0.0.1"]})
    server.at("/", redirect(server.address("/secret", host)))
    error = await refused(server.address("/", "start.test"), START)
    assert server.asked() == ["/"]
    assert any(words in error.reason for words in REASONS)


@pytest.mark.parametrize(
    ("allowed", "is_read"),
    [("localhost", True), ("localhost:{port}", True), ("localhost:1", False), ("127.0.0.1", False), ("host", False)],
)
async def test_a_host_is_allowed_by_its_name(server: LocalServer, allowed: str, is_read: bool) -> None:
    address = server.at("/", answer("Bonjour"))
    rules = RULES._replace(allowed_hosts=frozenset({allowed.format(port=server.port)}))
    if is_read:
        assert (await fetched(address, rules)).body == b"Bonjour"
    else:
        assert "private network" in (await refused(address, rules)).reason
        assert server.requests == []


class RecordingBackend(httpcore.AsyncNetworkBackend):
    """Tells which hosts it would connect to, and connects to those that do not end in `unreachable`."""

    def __init__(self, unreachable: str = "nothing") -> None:
        self.hosts: list[str] = []
        self._unreachable = unreachable

    async def connect_tcp(self, host: str, *_: object, **__: object) -> httpcore.AsyncNetworkStream:
        self.hosts.append(host)
        if host.endswith(self._unreachable):
            raise httpcore.ConnectError
        return httpcore.AsyncMockStream([])


def checked_backend(monkeypatch: pytest.MonkeyPatch, inner: RecordingBackend) -> CheckedBackend:
    monkeypatch.setattr(httpcore, "AnyIOBackend", lambda: inner)
    return CheckedBackend(lambda _host, _port: False)


async def test_the_number_that_was_checked_is_the_one_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up = lead_to(monkeypatch, {"news.test": ["8.8.8.8", "8.8.4.4"]})
    inner = RecordingBackend()
    await checked_backend(monkeypatch, inner).connect_tcp("news.test", 80)
    assert looked_up == ["news.test"]
    assert inner.hosts == ["8.8.8.8"]


async def test_a_name_that_leads_elsewhere_the_second_time_is_refused_then(monkeypatch: pytest.MonkeyPatch) -> None:
    inner = RecordingBackend()
    backend = checked_backend(monkeypatch, inner)
    lead_to(monkeypatch, {"news.test": ["8.8.8.8"]})
    await backend.connect_tcp("news.test", 80)
    lead_to(monkeypatch, {"news.test": ["127.0.0.1"]})
    with pytest.raises(Refusal, match="private network"):
        await backend.connect_tcp("news.test", 80)
    assert inner.hosts == ["8.8.8.8"]


async def test_one_private_number_among_others_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    inner = RecordingBackend()
    lead_to(monkeypatch, {"news.test": ["8.8.8.8", "10.0.0.1"]})
    with pytest.raises(Refusal, match="private network"):
        await checked_backend(monkeypatch, inner).connect_tcp("news.test", 80)
    assert inner.hosts == []


async def test_where_one_number_takes_no_connection_the_next_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    lead_to(monkeypatch, {"news.test": ["8.8.8.8", "8.8.4.4"]})
    inner = RecordingBackend(unreachable="8.8.8.8")
    await checked_backend(monkeypatch, inner).connect_tcp("news.test", 80)
    assert inner.hosts == ["8.8.8.8", "8.8.4.4"]


async def test_where_no_number_takes_a_connection_it_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    lead_to(monkeypatch, {"news.test": ["8.8.8.8", "8.8.4.8"]})
    with pytest.raises(httpcore.ConnectError):
        await checked_backend(monkeypatch, RecordingBackend(unreachable="8")).connect_tcp("news.test", 80)
