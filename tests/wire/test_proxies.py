"""By the proxies that the usual variables name, and no way round the rules."""

from __future__ import annotations

import base64

import pytest

from tests.wire.certificates import AUTHORITY, server_side
from tests.wire.fetching import IMPATIENT, RULES, fetched, lead_to, refused
from tests.wire.server import LocalServer, answer, redirect, stall, status, tunnel
from tui_reader.wire.proxies import Proxy, proxy_for

STRICT = RULES._replace(allowed_hosts=frozenset())


@pytest.mark.parametrize(
    ("variables", "scheme", "proxy"),
    [
        ({}, "http", None),
        ({"http_proxy": "http://proxy.test:3128"}, "http", Proxy("http://proxy.test:3128")),
        ({"http_proxy": "http://proxy.test:3128/"}, "https", None),
        ({"https_proxy": "proxy.test:3128"}, "https", Proxy("http://proxy.test:3128")),
        ({"HTTPS_PROXY": "https://proxy.test"}, "https", Proxy("https://proxy.test:443")),
        ({"all_proxy": "http://proxy.test"}, "https", Proxy("http://proxy.test:80")),
        ({"http_proxy": "http://[::1]:3128"}, "http", Proxy("http://[::1]:3128")),
        (
            {"http_proxy": "http://na%40me:wo%3Ard@proxy.test"},
            "http",
            Proxy("http://proxy.test:80", (b"na@me", b"wo:rd")),
        ),
        ({"http_proxy": "http://name@proxy.test"}, "http", Proxy("http://proxy.test:80", (b"name", b""))),
        ({"http_proxy": "http://proxy.test", "no_proxy": "other.org, example.org"}, "http", None),
        ({"http_proxy": "http://proxy.test", "no_proxy": "*"}, "http", None),
        ({"http_proxy": ""}, "http", None),
    ],
)
def test_which_proxy_is_asked(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], scheme: str, proxy: Proxy | None
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert proxy_for(scheme, "www.example.org") == proxy


@pytest.mark.parametrize("value", ["socks5://proxy.test:1080", "ftp://proxy.test", "http://", "http://proxy.test:x"])
async def test_a_proxy_that_cannot_be_used_is_told(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("http_proxy", value)
    assert "can be asked by a proxy alone that cannot be used" in (await refused("http://news.test/")).reason


@pytest.fixture
def proxy(server: LocalServer, monkeypatch: pytest.MonkeyPatch) -> LocalServer:
    """A proxy on this machine, which nobody has to allow."""
    monkeypatch.setenv("http_proxy", f"http://na%40me:word@127.0.0.1:{server.port}")
    monkeypatch.setenv("https_proxy", f"127.0.0.1:{server.port}")
    return server


async def test_a_proxy_is_asked_for_a_name_that_only_it_knows(
    proxy: LocalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy.at("/a", answer("by proxy"))
    assert (await fetched("http://news.invalid/a", STRICT)).body == b"by proxy"
    [request] = proxy.requests
    assert request.target == "http://news.invalid/a"
    assert request.headers["host"] == "news.invalid"
    assert request.headers["proxy-authorization"] == "Basic " + base64.b64encode(b"na@me:word").decode()


@pytest.mark.parametrize("target", ["http://127.0.0.1/", "http://10.0.0.1/", "http://[::1]/", "http://inside.test/"])
@pytest.mark.parametrize("scheme", ["http:", "https:"])
async def test_no_proxy_is_asked_for_a_private_address(
    proxy: LocalServer, monkeypatch: pytest.MonkeyPatch, target: str, scheme: str
) -> None:
    lead_to(monkeypatch, {"inside.test": ["192.168.1.1"]})
    error = await refused(target.replace("http:", scheme), STRICT)
    assert "private network" in error.reason
    assert proxy.requests == []


async def test_no_proxy_is_asked_for_a_private_address_after_a_redirect(proxy: LocalServer) -> None:
    proxy.at("/", redirect("http://192.168.1.1/secret"))
    assert "private network" in (await refused("http://news.invalid/", STRICT)).reason
    assert proxy.asked() == ["/"]


async def test_a_proxy_passes_on_a_safe_connection(proxy: LocalServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(AUTHORITY))
    lead_to(monkeypatch, {"example.org": ["8.8.8.8"]})
    with LocalServer("example.org", tls=server_side("other-name")) as far:
        proxy.at("CONNECT", tunnel(far.port))
        assert (await fetched(far.at("/", answer("safe")), STRICT)).body == b"safe"
        assert proxy.requests[0].method == "CONNECT"
        assert "proxy-authorization" not in proxy.requests[0].headers


async def test_a_proxy_that_shows_a_certificate_of_its_own_is_found_out(
    proxy: LocalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(AUTHORITY))
    with LocalServer(tls=server_side("good")) as far:
        proxy.at("CONNECT", tunnel(far.port))
        assert (await refused("https://news.invalid/", STRICT)).reason == "has a certificate for another name"
        assert far.requests == []


async def test_a_proxy_that_refuses_is_told(proxy: LocalServer) -> None:
    proxy.at("CONNECT", status(407))
    assert (await refused("https://news.invalid/", STRICT)).reason == "is refused by the proxy (407 Whatever)"


async def test_a_proxy_that_stalls_ends_in_time(proxy: LocalServer) -> None:
    proxy.at("CONNECT", stall())
    rules = IMPATIENT._replace(allowed_hosts=frozenset())
    assert "was not here within" in (await refused("https://news.invalid/", rules)).reason
