"""Safe connections: a certificate that is not right is told, and nothing is read without one."""

from __future__ import annotations

import pytest

from tests.wire.certificates import AUTHORITY, server_side
from tests.wire.fetching import IMPATIENT, RULES, fetched, lead_to, refused
from tests.wire.server import LocalServer, answer, redirect


@pytest.fixture(autouse=True)
def trusted_authority(monkeypatch: pytest.MonkeyPatch) -> None:
    """OpenSSL's own variable, which a user may set as well."""
    monkeypatch.setenv("SSL_CERT_FILE", str(AUTHORITY))


async def test_a_good_certificate_is_trusted() -> None:
    with LocalServer(tls=server_side("good")) as server:
        address = server.at("/", answer("safe"))
        assert address.startswith("https:")
        assert (await fetched(address)).body == b"safe"


@pytest.mark.parametrize(
    ("certificate", "reason"),
    [
        ("expired", "has a certificate that has expired"),
        ("early", "has a certificate that is not valid yet"),
        ("other-name", "has a certificate for another name"),
        ("self-signed", "has a certificate that it made itself"),
    ],
)
async def test_a_bad_certificate_is_told(certificate: str, reason: str) -> None:
    with LocalServer(tls=server_side(certificate)) as server:
        assert (await refused(server.at("/", answer("unsafe")))).reason == reason
        assert server.requests == []


async def test_an_authority_that_is_not_trusted_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    with LocalServer(tls=server_side("good")) as server:
        error = await refused(server.at("/", answer("unsafe")))
        assert error.reason == "has a certificate from somebody who is not trusted here"
        assert server.requests == []


async def test_the_name_is_checked_and_not_the_number(monkeypatch: pytest.MonkeyPatch) -> None:
    lead_to(monkeypatch, {"example.org": ["127.0.0.1"]})
    rules = RULES._replace(allowed_hosts=frozenset({"example.org"}))
    with LocalServer("example.org", tls=server_side("other-name")) as server:
        assert (await fetched(server.at("/", answer("safe")), rules)).body == b"safe"


@pytest.mark.parametrize("location", ["http://localhost:{port}/", "HTTP://localhost/"])
async def test_a_safe_connection_leads_to_no_other(server: LocalServer, location: str) -> None:
    with LocalServer(tls=server_side("good")) as safe:
        error = await refused(safe.at("/", redirect(location.format(port=server.port))))
    assert error.reason == "sends from a safe connection to one that is not"
    assert server.requests == []


async def test_an_unsafe_connection_may_lead_to_a_safe_one(server: LocalServer) -> None:
    with LocalServer(tls=server_side("good")) as safe:
        address = server.at("/", redirect(safe.at("/", answer("safe"))))
        assert (await fetched(address)).body == b"safe"


@pytest.mark.parametrize("greeting", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"\x15\x03\x01\0\x02\x02\x28"])
async def test_a_server_that_speaks_no_tls_is_not_read(greeting: bytes) -> None:
    with LocalServer(greeting=greeting) as server:
        error = await refused(server.address("/").replace("http:", "https:"))
    assert error.reason == "cannot be asked over a safe connection"


async def test_a_handshake_that_is_never_answered_ends_in_time(server: LocalServer) -> None:
    """The server waits for a line that TLS does not send."""
    error = await refused(server.at("/", answer("x")).replace("http:", "https:"), IMPATIENT)
    assert "was not here within" in error.reason
