"""The server of these tests leaves nothing open: the warning of it would fail whatever test happens to run then."""

from __future__ import annotations

import gc
import socket

import pytest

from tests.wire.server import Behaviour, LocalServer, answer, drip, flood, head, stall


@pytest.mark.parametrize(
    "behaviour",
    [
        pytest.param(flood(head(), b"x" * 65_536), id="endless answer"),
        pytest.param(answer(b"x" * 10_000_000), id="more than the client takes"),
        pytest.param(drip(head(), b"x"), id="dripping answer"),
        pytest.param(stall(head()), id="half an answer"),
    ],
)
@pytest.mark.parametrize("asked", [True, False], ids=["asked", "not asked"])
def test_no_connection_outlives_the_server(behaviour: Behaviour, asked: bool) -> None:
    with LocalServer() as server:
        server.at("/", behaviour)
        client = socket.create_connection(("127.0.0.1", server.port))
        if asked:
            client.sendall(b"GET / HTTP/1.1\r\n\r\n")
            client.recv(1)
    client.close()
    del server
    gc.collect()  # pytest makes an error of this test from the warning of what is collected open
