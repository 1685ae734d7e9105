"""`tui-reader feeds`: which feeds are followed, and carrying them to other programs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from tui_reader.cli.output import OK, SOME_UNREAD, complain, print_line, print_text, write_file
from tui_reader.cli.parser import (
    add_library_option,
    add_offline_option,
    apply_offline_option,
    command_parser,
    library_path,
)
from tui_reader.config import Config
from tui_reader.errors import InputError, LibraryError
from tui_reader.library.web_store import WebStore
from tui_reader.library.web_values import ChangeSubscription, Subscribe, Subscription, Unsubscribe
from tui_reader.messages import _, ngettext
from tui_reader.session.feeds import FOLDER_SIGN, follow_settings
from tui_reader.session.web_articles import moment_of


def feeds(arguments: Sequence[str], config: Config) -> int:
    """Run the command; returns the exit status."""
    options = _parser().parse_args(arguments)
    for problem in config.problems:
        complain(problem)
    apply_offline_option(options, config)
    try:
        with closing(WebStore(library_path(options))) as store:
            store.apply(follow_settings(store.contents().feeds, config.feeds))
            match options.command:
                case "add":
                    _add(store, config, options)
                case "remove":
                    _remove(store, options.addresses)
                case "import":
                    _import(store, Path(options.file))
                case "export":
                    _export(store, options.file)
                case _:
                    _list(store)
    except (LibraryError, InputError) as error:
        complain(error)
        return SOME_UNREAD
    return OK


def _parser() -> argparse.ArgumentParser:
    parser = command_parser("tui-reader feeds", _("The feeds that you follow; without a command, they are listed."))
    add_library_option(parser)
    add_offline_option(parser)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    add = commands.add_parser("add", help=_("follow a feed, or the one that a page names"))
    add.add_argument("address", metavar="ADDRESS")
    add.add_argument("--name", help=_("how you call it"))
    add.add_argument("--folder", default="", help=_("the folder it stands in; “a/b” is b in a"))
    add.add_argument("--pages", action="store_true", help=_("fetch the pages of its teasers at once"))
    remove = commands.add_parser("remove", help=_("follow feeds no longer"))
    remove.add_argument("addresses", nargs="+", metavar="ADDRESS")
    commands.add_parser("import", help=_("follow the feeds of an OPML file")).add_argument("file", metavar="FILE")
    export = commands.add_parser("export", help=_("write the feeds that you follow as OPML"))
    export.add_argument("file", nargs="?", metavar="FILE")
    return parser


def _list(store: WebStore) -> None:
    """One line a feed: its folder and name, its address, and what was wrong the last time."""
    for subscription, state, addresses in store.contents().feeds:
        name = FOLDER_SIGN.join(filter(None, (subscription.folder, subscription.shown_name)))
        count = ngettext("{count} article", "{count} articles", len(addresses)).format(count=len(addresses))
        print_line("\t".join([name, subscription.address, count, *filter(None, [state.problem])]))


def _add(store: WebStore, config: Config, options: argparse.Namespace) -> None:
    """Follow the feed at an address, or the only one that the page there names. Raises InputError, LibraryError."""
    from tui_reader.cli.web import run_at_desk  # noqa: PLC0415 - the others ask nobody
    from tui_reader.session.feed_refresh import refresh  # noqa: PLC0415
    from tui_reader.session.page_fetch import find_feeds  # noqa: PLC0415
    from tui_reader.wire.address import web_address  # noqa: PLC0415

    link = web_address(options.address)
    if link is None:
        raise InputError(options.address, _("is no address of the web"))
    named = [link]
    if not config.rules.is_offline:
        named = [one.address for one in run_at_desk(config, store, lambda desk: find_feeds(desk, link), _ignore)]
    if not named:
        raise InputError(link, _("is no feed, and names none"))
    if len(named) > 1:
        raise InputError(link, _("names several feeds: {addresses}").format(addresses=", ".join(named)))
    [address] = named
    known = {feed.subscription.address for feed in store.contents().feeds}
    subscription = Subscription(address, options.name, options.folder, options.pages)
    store.apply([ChangeSubscription(subscription) if address in known else Subscribe(subscription)])
    if not config.rules.is_offline:
        run_at_desk(config, store, lambda desk: refresh(desk, store, [address], config.keep_days), _ignore)
    print_line(_("{address}: followed").format(address=address))


def _ignore(_report: object) -> None:
    """What hears how far asking for one feed is."""


def _remove(store: WebStore, addresses: Sequence[str]) -> None:
    known = {feed.subscription.address: feed.subscription for feed in store.contents().feeds}
    for address in addresses:
        if address not in known:
            raise InputError(address, _("is no feed that you follow"))
        if known[address].in_settings:
            raise InputError(address, _("is named in your settings: take it out there"))
        store.apply([Unsubscribe(address, moment_of(datetime.now(UTC)))])
        print_line(_("{address}: no longer followed").format(address=address))


def _import(store: WebStore, file: Path) -> None:
    """Follow the feeds of an OPML file, unless they are followed. Raises InputError, LibraryError."""
    from tui_reader.ingest.files import read_file  # noqa: PLC0415
    from tui_reader.ingest.opml import read_opml  # noqa: PLC0415
    from tui_reader.wire.address import web_address  # noqa: PLC0415

    known = {feed.subscription.address for feed in store.contents().feeds}
    new: dict[str, Subscription] = {}
    for listed in read_opml(read_file(str(file)), str(file)):
        address = web_address(listed.address)
        if address and address not in known:
            new[address] = Subscription(address, listed.title or None, listed.folder)
    store.apply(map(Subscribe, new.values()))
    print_line(ngettext("{count} feed added", "{count} feeds added", len(new)).format(count=len(new)))


def _export(store: WebStore, file: str | None) -> None:
    from tui_reader.export.opml import as_opml  # noqa: PLC0415
    from tui_reader.ingest.opml import OpmlFeed  # noqa: PLC0415

    followed = [feed.subscription for feed in store.contents().feeds]
    words = as_opml([OpmlFeed(one.address, one.shown_name, one.folder) for one in followed])
    if file:
        write_file(Path(file), words)
    else:
        print_text(words)
        sys.stdout.flush()
