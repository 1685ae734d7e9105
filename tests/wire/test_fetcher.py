"""Asking a server that answers well, badly, late or never."""

from __future__ import annotations

import asyncio
import contextlib
import gzip
import pickle
import socket
import threading
import zlib
from collections.abc import Iterator
from typing import Any

import pytest

from tests.wire.fetching import IMPATIENT, RULES, fetched, lead_to, refused
from tests.wire.server import (
    Behaviour,
    LocalServer,
    answer,
    bomb,
    drip,
    flood,
    head,
    in_turn,
    late,
    raw,
    redirect,
    stall,
    status,
)
from tui_reader import __version__
from tui_reader.errors import InputError, WireError
from tui_reader.messages import activate
from tui_reader.wire.answer import Answer, Validators
from tui_reader.wire.fetcher import Fetcher

IMPROPER = "has a server that does not answer as it should"
CUT = "broke off before its end"
TEXT = "Les phares se rallument. " * 400


async def test_a_page_comes_as_it_stands(server: LocalServer) -> None:
    address = server.at("/a", answer("<p>Été</p>", ETag='"7"', Last_Modified="Mon, 02 Nov 2026 08:00:00 GMT"))
    assert await fetched(address) == Answer(
        asked=address,
        address=address,
        status=200,
        body="<p>Été</p>".encode(),
        media_type="text/html",
        charset="utf-8",
        validators=Validators('"7"', "Mon, 02 Nov 2026 08:00:00 GMT"),
        moved_to=None,
    )


async def test_what_is_said_of_the_reader(server: LocalServer) -> None:
    """Who asks and what is read, and nothing else."""
    await fetched(server.at("/", answer("x")))
    [request] = server.requests
    assert request.method == "GET"
    assert request.headers["user-agent"] == f"tui-reader/{__version__}"
    assert request.headers["accept-encoding"] == "gzip, deflate"
    assert request.headers["connection"] == "close"
    assert set(request.headers) == {"host", "user-agent", "accept", "accept-encoding", "connection"}


async def test_cookies_are_not_kept_and_no_page_learns_where_one_came_from(server: LocalServer) -> None:
    server.at("/a", status(302, Location="/b", Set_Cookie="seen=1; Path=/"))
    address = server.at("/b", answer("x", Set_Cookie="seen=2; Path=/"))
    async with Fetcher(RULES) as fetcher:
        await fetcher.get(server.address("/a"))
        await fetcher.get(address)
    assert server.asked() == ["/a", "/b", "/b"]
    assert not any({"cookie", "referer"} & set(request.headers) for request in server.requests)


async def test_an_accept_is_sent(server: LocalServer) -> None:
    await fetched(server.at("/", answer("x")), accept="application/rss+xml")
    assert server.requests[0].headers["accept"] == "application/rss+xml"


@pytest.mark.parametrize(
    ("media_type", "told"),
    [
        ("text/html", ("text/html", None)),
        ("Text/HTML; Charset=ISO-8859-1", ("text/html", "ISO-8859-1")),
        ('text/html; charset="utf-8"', ("text/html", "utf-8")),
        ("text/html; version=1; charset=utf-8", ("text/html", "utf-8")),
        ("text/html; charset=", ("text/html", None)),
        ("text/html; charset=null", ("text/html", None)),
        ("text/html; charset=base64", ("text/html", None)),
        ("text/html; charset", ("text/html", None)),
        (";;;", ("", None)),
        ("", ("", None)),
        (None, ("", None)),
    ],
)
async def test_the_media_type_and_the_charset(
    server: LocalServer, media_type: str | None, told: tuple[str, str | None]
) -> None:
    came = await fetched(server.at("/", answer("x", media_type=media_type)))
    assert (came.media_type, came.charset) == told


# Conditional requests


async def test_nothing_comes_where_nothing_has_changed(server: LocalServer) -> None:
    address = server.at("/", status(304))
    known = Validators('W/"7"', "Mon, 02 Nov 2026 08:00:00 GMT")
    came = await fetched(address, validators=known)
    assert (came.status, came.body, came.validators) == (304, b"", known)
    headers = server.requests[0].headers
    assert (headers["if-none-match"], headers["if-modified-since"]) == known


async def test_what_has_changed_comes_with_its_own_validators(server: LocalServer) -> None:
    address = server.at("/", answer("new", ETag='"8"'))
    came = await fetched(address, validators=Validators('"7"', "Mon, 02 Nov 2026 08:00:00 GMT"))
    assert (came.status, came.body, came.validators) == (200, b"new", Validators('"8"'))


async def test_what_was_not_asked_by_condition_does_not_stay_the_same(server: LocalServer) -> None:
    error = await refused(server.at("/", status(304)))
    assert (error.status, error.reason) == (304, "gives an answer that is no page (304)")


@pytest.mark.parametrize("etag", ['"é"', '"' + "a" * 5_000 + '"'])
async def test_a_validator_that_cannot_be_sent_back_is_not_kept(server: LocalServer, etag: str) -> None:
    assert (await fetched(server.at("/", answer("x", ETag=etag)))).validators == Validators()


@pytest.mark.parametrize("etag", ['"é"', '"7"\r\nCookie: a=b', "\x00", "a" * 5_000, ""])
async def test_a_validator_that_cannot_be_sent_is_left_out(server: LocalServer, etag: str) -> None:
    await fetched(server.at("/", answer("x")), validators=Validators(etag, etag))
    assert not {"if-none-match", "if-modified-since", "cookie"} & set(server.requests[0].headers)


# Redirects


@pytest.mark.parametrize(
    ("codes", "moved_to"),
    [((301,), "/1"), ((308, 301), "/2"), ((302,), None), ((303, 307), None), ((301, 302), "/1"), ((302, 301), None)],
)
async def test_redirects_are_followed(server: LocalServer, codes: tuple[int, ...], moved_to: str | None) -> None:
    for number, code in enumerate(codes):
        server.at(f"/{number}", redirect(f"/{number + 1}", code))
    address = server.at(f"/{len(codes)}", answer("here"))
    came = await fetched(server.address("/0"))
    assert (came.asked, came.address, came.body) == (server.address("/0"), address, b"here")
    assert came.moved_to == (moved_to and server.address(moved_to))


@pytest.mark.parametrize(
    "location", ["/é?a=b c#d".replace(" ", "%20"), "b/../%C3%A9?a=b%20c", "//localhost:{port}/é?a=b%20c"]
)
async def test_a_redirect_may_be_written_carelessly(server: LocalServer, location: str) -> None:
    server.at(
        "/a",
        raw(head(302, Location="").replace(b"Location: ", b"Location: " + location.format(port=server.port).encode())),
    )
    server.at("/%C3%A9", answer("here"))
    came = await fetched(server.address("/a"))
    assert came.address == server.address("/%C3%A9?a=b%20c")


@pytest.mark.parametrize("count", [5, 6])
async def test_five_redirects_are_followed_and_no_more(server: LocalServer, count: int) -> None:
    for number in range(count):
        server.at(f"/{number}", redirect(f"/{number + 1}"))
    server.at(f"/{count}", answer("here"))
    if count == 5:
        assert (await fetched(server.address("/0"))).body == b"here"
    else:
        assert "without end" in (await refused(server.address("/0"))).reason
    assert len(server.requests) == 6


async def test_a_loop_ends(server: LocalServer) -> None:
    assert "without end" in (await refused(server.at("/", redirect("/")))).reason


@pytest.mark.parametrize(
    "location",
    [
        *("file:///etc/passwd", "ftp://localhost/", "javascript:alert(1)", "data:text/html,x", "gopher://localhost/"),
        *(
            "http://name:word@localhost/",
            "http://[::1",
            "http://[x]/",
            "http://a..b/",
            "http://\x7f/",
        ),
        *("http://localhost:99999/", "http://localhost:x/", "\\\\server\\share"),
    ],
)
async def test_a_redirect_to_what_is_not_the_web_is_refused(server: LocalServer, location: str) -> None:
    error = await refused(server.at("/", redirect(location)))
    assert error.reason in ("sends to what is no address of the web", IMPROPER)
    assert len(server.requests) == 1


async def test_a_redirect_that_says_not_where_to_is_no_page(server: LocalServer) -> None:
    assert (await refused(server.at("/", status(302)))).status == 302


# What is refused by its status


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (204, "gives an answer that is no page (204)"),
        (206, "gives an answer that is no page (206)"),
        (400, "gives an answer that is no page (400)"),
        (401, "can only be read with a password (401)"),
        (402, "can only be read by those who pay (402)"),
        (403, "may not be read by this program (403)"),
        (404, "is not there (404)"),
        (410, "is gone for good (410)"),
        (429, "has been asked for too often (429)"),
        (451, "may not be read for legal reasons (451)"),
        (500, "has a server that fails (500)"),
        (503, "has a server that fails (503)"),
        (599, "has a server that fails (599)"),
    ],
)
async def test_a_status_is_told_in_words(server: LocalServer, code: int, words: str) -> None:
    error = await refused(server.at("/", status(code)))
    assert (error.reason, error.status, error.is_gone) == (words, code, code == 410)
    assert error.retry_after is None
    assert isinstance(error, InputError)


@pytest.mark.parametrize(
    ("code", "value", "seconds"),
    [
        (429, "120", 120.0),
        (503, " 7 ", 7.0),
        (429, "0", 0.0),
        (429, "999999999999999", 86_400.0),
        (429, "-5", None),
        (429, "soon", None),
        (429, "", None),
        (429, "Mon, 02 Nov 1998 08:00:00 GMT", 0.0),
        (429, "Mon, 02 Nov 2998 08:00:00 GMT", 86_400.0),
        (429, "Mon, 02 Nov 99999 08:00:00 GMT", None),
        (404, "120", None),
    ],
)
async def test_how_long_a_server_asks_to_wait(
    server: LocalServer, code: int, value: str, seconds: float | None
) -> None:
    assert (await refused(server.at("/", status(code, Retry_After=value)))).retry_after == seconds


# Packed bodies


def bare(data: bytes) -> bytes:
    """Deflate without the wrapping that the standard asks for."""
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        ("gzip", gzip.compress(TEXT.encode(), mtime=0)),
        ("GZIP", gzip.compress(TEXT.encode(), mtime=0)),
        ("x-gzip", gzip.compress(TEXT.encode(), mtime=0)),
        ("gzip", gzip.compress(TEXT[:5000].encode(), mtime=0) + gzip.compress(TEXT[5000:].encode(), mtime=0)),
        ("gzip", gzip.compress(TEXT.encode(), mtime=0) + b"\0\0\0"),
        ("deflate", zlib.compress(TEXT.encode())),
        ("deflate", bare(TEXT.encode())),
        ("identity", TEXT.encode()),
        ("", TEXT.encode()),
    ],
)
async def test_a_packed_body_is_unpacked(server: LocalServer, coding: str, packed: bytes) -> None:
    came = await fetched(server.at("/", answer(packed, Content_Encoding=coding)))
    assert came.body.decode() == TEXT


async def test_an_empty_body_is_whole(server: LocalServer) -> None:
    assert (await fetched(server.at("/", answer(b"", Content_Encoding="gzip")))).body == b""


@pytest.mark.parametrize("coding", ["br", "zstd", "compress", "gzip, gzip", "gzip, identity", "nonsense"])
async def test_what_nobody_asked_for_is_refused(server: LocalServer, coding: str) -> None:
    error = await refused(server.at("/", answer(gzip.compress(gzip.compress(b"x", mtime=0)), Content_Encoding=coding)))
    assert error.reason == "came packed in a way that nobody asked for"


@pytest.mark.parametrize(
    ("coding", "packed", "words"),
    [
        ("gzip", b"<p>no gzip at all</p>", "came damaged"),
        ("deflate", b"\xff<p>no deflate at all</p>", "came damaged"),
        ("gzip", gzip.compress(TEXT.encode(), mtime=0)[:-20], CUT),
        ("gzip", gzip.compress(TEXT.encode(), mtime=0)[:-8] + b"\0" * 8, "came damaged"),
        ("deflate", zlib.compress(TEXT.encode())[:40], CUT),
    ],
)
async def test_a_damaged_body_is_no_article(server: LocalServer, coding: str, packed: bytes, words: str) -> None:
    assert (await refused(server.at("/", answer(packed, Content_Encoding=coding)))).reason == words


# Too much


@pytest.mark.parametrize(
    "behaviour",
    [
        pytest.param(answer(b"x" * 1_000_001), id="declared"),
        pytest.param(stall(head(Content_Length="1000001")), id="declared and never sent"),
        pytest.param(flood(head(), b"x" * 65_536), id="endless"),
        pytest.param(
            flood(head(Transfer_Encoding="chunked"), b"8000\r\n" + b"x" * 32_768 + b"\r\n"), id="endless chunks"
        ),
        pytest.param(answer(bomb(1 << 26, "gzip"), Content_Encoding="gzip"), id="gzip bomb"),
        pytest.param(answer(bomb(1 << 26, "deflate"), Content_Encoding="deflate"), id="deflate bomb"),
        pytest.param(flood(head(Content_Encoding="gzip"), gzip.compress(b"x" * 50_000, mtime=0)), id="endless members"),
        pytest.param(
            flood(head(Content_Encoding="gzip"), gzip.compress(b"", mtime=0) * 3_000), id="endless empty members"
        ),
    ],
)
async def test_what_is_too_long_ends_at_once(server: LocalServer, behaviour: Behaviour) -> None:
    assert (await refused(server.at("/", behaviour))).reason == "is longer than 1 MB"


async def test_a_body_of_the_greatest_length_is_read(server: LocalServer) -> None:
    assert len((await fetched(server.at("/", answer(b"x" * 1_000_000)))).body) == 1_000_000


async def test_a_bomb_in_a_bomb_is_unpacked_once(server: LocalServer) -> None:
    came = await fetched(server.at("/", answer(gzip.compress(bomb(1 << 26, "gzip"), mtime=0), Content_Encoding="gzip")))
    assert len(came.body) < 1_000_000


@pytest.mark.parametrize(
    "behaviour",
    [
        pytest.param(flood(b"HTTP/1.1 200 OK\r\n", b"X: " + b"x" * 1_000 + b"\r\n"), id="endless headers"),
        pytest.param(flood(b"HTTP/1.1 200 OK\r\nX: ", b"x" * 65_536), id="endless header"),
        pytest.param(raw(head(X="x" * 300_000)), id="huge header"),
        pytest.param(flood(b"", b"x" * 65_536), id="no answer at all"),
    ],
)
async def test_headers_have_a_limit(server: LocalServer, behaviour: Behaviour) -> None:
    assert (await refused(server.at("/", behaviour))).reason == IMPROPER


# Too late


@pytest.mark.parametrize(
    "behaviour",
    [
        pytest.param(stall(), id="no answer"),
        pytest.param(stall(b"HTTP/1.1 200 OK\r\n"), id="half the headers"),
        pytest.param(stall(head(Content_Length="10") + b"half"), id="half the body"),
        pytest.param(drip(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"), id="dripping headers"),
        pytest.param(drip(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n"), id="dripping hints"),
        pytest.param(drip(head(), b"x"), id="dripping body"),
        pytest.param(drip(head(Transfer_Encoding="chunked"), b"1\r\nx\r\n"), id="dripping chunks"),
    ],
)
async def test_the_deadline_holds_for_the_whole(server: LocalServer, behaviour: Behaviour) -> None:
    assert "was not here within" in (await refused(server.at("/", behaviour), IMPATIENT)).reason


async def test_the_deadline_holds_for_all_redirects_together(server: LocalServer) -> None:
    """Each takes a fifth of the time, and there are more than five hops."""
    address = server.at("/", late(IMPATIENT.total_seconds / 5, redirect("/")))
    rules = IMPATIENT._replace(most_redirects=20)
    assert "was not here within" in (await refused(address, rules)).reason


async def test_a_redirect_within_a_host_waits_for_no_pause(server: LocalServer) -> None:
    server.at("/a", redirect("/b"))
    server.at("/b", answer("here"))
    async with asyncio.timeout(60):
        assert (await fetched(server.address("/a"), RULES._replace(pause_seconds=1_000_000))).body == b"here"


@pytest.fixture
def hanging_resolver(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    end = threading.Event()

    def hang(*_: Any, **__: Any) -> list[Any]:
        end.wait()
        return []

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    yield
    end.set()


@pytest.mark.usefixtures("hanging_resolver")
def test_a_resolver_that_hangs_holds_up_neither_the_answer_nor_the_end() -> None:
    """The loop ends, with all the threads that it waits for, while the resolver still hangs."""

    async def ask() -> str:
        return (await refused("https://news.test/", IMPATIENT)).reason

    assert "was not here within" in asyncio.run(ask())


async def test_a_request_that_is_cancelled_ends_its_connection(server: LocalServer) -> None:
    address = server.at("/", stall(head() + b"half"))
    async with Fetcher(RULES) as fetcher:
        task = asyncio.create_task(fetcher.get(address))
        while not server.running:
            await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        while server.running:
            await asyncio.sleep(0)
        server.at("/", answer("now"))
        assert (await fetcher.get(address)).body == b"now"


# Broken


@pytest.mark.parametrize(
    ("behaviour", "words"),
    [
        pytest.param(raw(), IMPROPER, id="nothing"),
        pytest.param(raw(b"HTTP/1.1 200"), IMPROPER, id="half a line"),
        pytest.param(raw(b"SSH-2.0-OpenSSH_9\r\n"), IMPROPER, id="no web"),
        pytest.param(raw(b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n"), IMPROPER, id="no number"),
        pytest.param(raw(head(Content_Length="100") + b"half"), CUT, id="lies about length"),
        pytest.param(raw(head(Transfer_Encoding="chunked") + b"5\r\nhalf"), CUT, id="half a chunk"),
        pytest.param(raw(head(Transfer_Encoding="chunked") + b"zz\r\n"), CUT, id="no chunk"),
        pytest.param(flood(head(Transfer_Encoding="chunked") + b"0\r\n", b"X: y\r\n"), CUT, id="endless trailers"),
    ],
)
async def test_a_broken_answer_is_told(server: LocalServer, behaviour: Behaviour, words: str) -> None:
    assert (await refused(server.at("/", behaviour))).reason == words


async def test_a_body_longer_than_it_said_is_cut_there(server: LocalServer) -> None:
    """What follows it is no answer to the next request."""
    more = b"half" + head(Content_Length="6") + b"forged"
    address = server.at("/", in_turn(raw(head(Content_Length="4") + more), answer("next")))
    async with Fetcher(RULES) as fetcher:
        assert (await fetcher.get(address)).body == b"half"
        assert (await fetcher.get(address)).body == b"next"


async def test_a_port_where_nobody_listens() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        error = await refused(f"http://localhost:{taken.getsockname()[1]}/")
    assert error.reason == "has a server that cannot be reached"


async def test_a_name_that_nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    assert (await refused("https://news.test/")).reason == "has a server that nobody knows: news.test"


async def test_a_name_that_cannot_be_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    assert (await refused("https://news.test/")).reason == "has a server whose name cannot be looked up now"


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://example.org/", "example", "", "http://127.1/"])
async def test_what_is_no_address_is_not_asked(address: str) -> None:
    assert (await refused(address)).reason == "is no address of the web"


async def test_reasons_are_told_in_french(server: LocalServer) -> None:
    activate("fr")
    assert str(await refused(server.address("/"))).endswith("/: n’existe pas (404)")


# Many at once


async def test_nothing_is_asked_offline(server: LocalServer, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up = lead_to(monkeypatch, {})
    error = await refused(server.at("/", answer("x")), RULES._replace(is_offline=True))
    assert error.reason == "is not asked for: the network is switched off"
    assert (server.requests, looked_up) == ([], [])


async def test_ten_are_asked_at_once_and_no_more(server: LocalServer, monkeypatch: pytest.MonkeyPatch) -> None:
    hosts = [f"news{number}.test" for number in range(12)]
    lead_to(monkeypatch, {host: ["127.0.0.1"] for host in hosts})
    server.at("/", stall())
    async with Fetcher(RULES._replace(allowed_hosts=frozenset(hosts))) as fetcher:
        tasks = [asyncio.create_task(fetcher.get(server.address("/", host))) for host in hosts]
        while server.running < 10:
            await asyncio.sleep(0)
        tasks[0].cancel()  # an eleventh takes its place
        while len(server.requests) < 11:
            await asyncio.sleep(0)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    assert server.most_running <= 11  # the server may see the one that went a little later than the one that came
    assert len(server.requests) <= 12


async def test_a_host_is_asked_once_at_a_time(server: LocalServer) -> None:
    addresses = [server.at(f"/{number}", answer(str(number))) for number in range(20)]
    async with Fetcher(RULES) as fetcher:
        came = await asyncio.gather(*(fetcher.get(address) for address in addresses))
    assert [one.body for one in came] == [str(number).encode() for number in range(20)]
    assert server.most_running == 1


async def test_many_who_wait_for_one_host_hold_up_no_other(
    server: LocalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    lead_to(monkeypatch, {"slow.test": ["127.0.0.1"]})
    slow = server.at("/slow", stall()).replace("localhost", "slow.test")
    rules = RULES._replace(allowed_hosts=frozenset({"slow.test", "localhost"}))
    async with Fetcher(rules) as fetcher:
        waiting = [asyncio.create_task(fetcher.get(slow)) for _ in range(15)]
        while not server.running:
            await asyncio.sleep(0)
        assert (await fetcher.get(server.at("/", answer("here")))).body == b"here"
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)


async def test_one_that_fails_lets_the_next_of_its_host_go_on(server: LocalServer) -> None:
    good = server.at("/", answer("here"))
    async with Fetcher(RULES) as fetcher:
        for path in ("/missing", "/missing"):
            with contextlib.suppress(WireError):
                await fetcher.get(server.address(path))
        assert (await fetcher.get(good)).body == b"here"


async def test_progress_is_told(server: LocalServer) -> None:
    data = b"x" * 300_000
    known = await progress_of(server.at("/", answer(data)))
    assert len(known) > 1
    assert known == sorted(known)
    assert known[-1] == (300_000, 300_000)
    unknown = await progress_of(server.at("/", raw(head(), data)))
    assert unknown[-1] == (300_000, None)


async def progress_of(address: str) -> list[tuple[int, int | None]]:
    told: list[tuple[int, int | None]] = []
    await fetched(address, progress=lambda received, length: told.append((received, length)))
    return told


def test_an_error_keeps_its_fields_between_processes() -> None:
    error = WireError("https://example.org/", "is gone", status=410, is_gone=True, retry_after=3.0)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - made above
    assert (str(again), again.status, again.is_gone, again.retry_after) == (str(error), 410, True, 3.0)
