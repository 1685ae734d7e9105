"""Addresses and feeds on the command line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.session.test_page_fetch import CONSENT, PAYWALL
from tests.session.wires import SENTENCES, feed, item, page
from tests.test_cli import home, run
from tests.wire.server import LocalServer, answer, status

__all__ = ["home"]

RSS = "application/rss+xml"
OPML = """<?xml version="1.0"?><opml version="2.0"><body><outline text="presse">
<outline type="rss" text="Le Clairon" xmlUrl="https://clairon.example/rss"/></outline>
<outline text="Une" xmlUrl="file:///etc/passwd"/></body></opml>"""


@pytest.fixture
def server() -> Iterator[LocalServer]:
    with LocalServer() as running:
        yield running


@pytest.fixture(autouse=True)
def settings(home: Path) -> Path:
    """Settings that allow this machine."""
    folder = home / "tui-reader"
    folder.mkdir()
    (folder / "config.toml").write_text('[network]\nhosts = ["localhost"]\n')
    return folder / "config.toml"


def test_feeds_are_followed_refreshed_and_dropped(server: LocalServer, capsys: pytest.CaptureFixture[str]) -> None:
    link = server.at("/feed", answer(feed([item(1), item(2)]), media_type=RSS))
    assert run(capsys, "feeds") == (0, "", "")
    assert run(capsys, "feeds", "add", link, "--folder", "presse") == (0, f"{link}: followed\n", "")
    status_code, out, _err = run(capsys, "feeds")
    assert (status_code, out) == (0, f"presse/Le Clairon {link} 2 articles\n")
    server.at("/feed", answer(feed([item(1), item(2), item(3)]), media_type=RSS))
    assert run(capsys, "refresh") == (0, "1 feed, 1 new article, 0 changed\n", "")
    assert run(capsys, "feeds", "remove", link) == (0, f"{link}: no longer followed\n", "")
    assert run(capsys, "refresh") == (0, "0 feeds, 0 new articles, 0 changed\n", "")


def test_a_page_leads_to_its_feed(server: LocalServer, capsys: pytest.CaptureFixture[str]) -> None:
    link = server.at("/feed", answer(feed([item(1)]), media_type=RSS))
    head = b"<link rel=alternate type='application/rss+xml' href=/feed></head>"
    site = server.at("/", answer(page().replace(b"</head>", head)))
    assert run(capsys, "feeds", "add", site)[1] == f"{link}: followed\n"
    two = server.at(
        "/two", answer(page().replace(b"</head>", head.replace(b"</head>", b"") * 2 + head.replace(b"/feed", b"/b")))
    )
    status_code, _out, err = run(capsys, "feeds", "add", two)
    assert (status_code, err) == (1, f"tui-reader: {two}: names several feeds: {link}, {server.address('/b')}\n")
    none = server.at("/none", answer(page()))
    assert run(capsys, "feeds", "add", none)[2] == f"tui-reader: {none}: is no feed, and names none\n"


def test_each_failure_is_a_line_and_the_exit_status_says_so(
    server: LocalServer, capsys: pytest.CaptureFixture[str]
) -> None:
    good = server.at("/feed", answer(feed([item(1)]), media_type=RSS))
    bad = server.at("/bad", status(500))
    run(capsys, "feeds", "--offline", "add", bad)
    run(capsys, "feeds", "--offline", "add", good)
    status_code, out, err = run(capsys, "refresh")
    assert (status_code, out) == (1, "2 feeds, 1 new article, 0 changed\n")
    assert err.startswith(f"tui-reader: {bad}: ")
    assert err.count("\n") == 1
    assert run(capsys, "refresh", "https://nowhere.example/")[::2] == (
        1,
        "tui-reader: https://nowhere.example/: is no feed that you follow\n",
    )


def test_feeds_of_the_settings_are_followed_and_not_dropped_here(
    server: LocalServer, settings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link = server.at("/feed", answer(feed([item(1)]), media_type=RSS))
    settings.write_text(f'{settings.read_text()}[feeds]\n"{link}" = "Mon Clairon"\n')
    assert run(capsys, "refresh")[1] == "1 feed, 1 new article, 0 changed\n"
    assert run(capsys, "feeds")[1] == f"Mon Clairon {link} 1 article\n"
    assert (
        run(capsys, "feeds", "remove", link)[2] == f"tui-reader: {link}: is named in your settings: take it out there\n"
    )
    settings.write_text('[network]\nhosts = ["localhost"]\n')
    assert run(capsys, "feeds", "remove", link)[0] == 0


def test_feeds_are_carried_as_opml(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = home / "feeds.opml"
    file.write_text(OPML)
    assert run(capsys, "feeds", "import", str(file)) == (0, "1 feed added\n", "")
    assert run(capsys, "feeds", "import", str(file))[1] == "0 feeds added\n"
    _status, out, _err = run(capsys, "feeds", "export")
    assert 'xmlUrl="https://clairon.example/rss"' in out
    assert run(capsys, "feeds", "export", str(home / "out.opml"))[0] == 0
    assert (home / "out.opml").read_text() == out
    assert run(capsys, "feeds", "import", str(home / "none"))[0] == 1


def test_what_stands_at_an_address_is_printed_like_a_file(
    server: LocalServer, capsys: pytest.CaptureFixture[str]
) -> None:
    link = server.at("/pont", answer(page()))
    missing = server.at("/none", status(404))
    status_code, out, err = run(capsys, "extract", link, missing)
    article = json.loads(out)
    assert (status_code, err) == (1, f"tui-reader: {missing}: is not there (404)\n")
    assert (article["source"]["path"], article["source"]["url"]) == (None, link)
    assert SENTENCES[0] in article["text"]
    assert "Le pont de Lorvex rouvre" in run(capsys, "--plain", link)[1]
    status_code, _out, err = run(capsys, "--plain", "--offline", link)
    assert (status_code, err) == (1, f"tui-reader: {link}: is not asked for: the network is switched off\n")


def test_what_stands_before_an_article_is_said_on_the_command_line(
    server: LocalServer, capsys: pytest.CaptureFixture[str]
) -> None:
    consent = server.at("/consent", answer(CONSENT))
    status_code, out, err = run(capsys, "extract", consent)
    reason = "asks for consent to cookies first: the article is not shown"
    assert (status_code, out, err) == (1, "", f"tui-reader: {consent}: {reason}\n")
    paywall = server.at("/abo", answer(page(SENTENCES[0], more=PAYWALL)))
    status_code, out, err = run(capsys, "extract", paywall)
    assert (status_code, err) == (0, f"tui-reader: {paywall}: only the beginning: the rest is for subscribers\n")
    assert "source.paywall" in [note["rule"] for note in json.loads(out)["source"]["notes"]]
