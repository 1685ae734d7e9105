"""`tui-reader refresh`: asks for the feeds that are followed, without a screen."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing

from tui_reader.cli.output import OK, SOME_UNREAD, complain, print_line, remark
from tui_reader.cli.parser import (
    add_library_option,
    add_offline_option,
    apply_offline_option,
    command_parser,
    library_path,
)
from tui_reader.config import Config
from tui_reader.errors import InputError, LibraryError
from tui_reader.messages import _, ngettext


def refresh(arguments: Sequence[str], config: Config) -> int:
    """Run the command; returns the exit status."""
    from tui_reader.cli.web import run_at_desk  # noqa: PLC0415 - the parser comes first
    from tui_reader.library.web_store import WebStore  # noqa: PLC0415
    from tui_reader.session.feed_refresh import refresh as ask  # noqa: PLC0415
    from tui_reader.session.feeds import follow_settings  # noqa: PLC0415
    from tui_reader.session.web_jobs import FeedAsked, Report  # noqa: PLC0415

    parser = command_parser("tui-reader refresh", _("Ask for the feeds that you follow, and keep what is new."))
    add_library_option(parser)
    add_offline_option(parser)
    parser.add_argument("feeds", nargs="*", metavar="ADDRESS", help=_("a feed that you follow; by default, all"))
    options = parser.parse_args(arguments)
    apply_offline_option(options, config)
    for problem in config.problems:
        complain(problem)
    if config.rules.is_offline:
        remark(_("the network is switched off"))
        return SOME_UNREAD
    asked: list[FeedAsked] = []

    def hear(report: Report) -> None:
        if isinstance(report, FeedAsked):
            asked.append(report)
            if report.problem:
                complain(InputError(report.subscription.address, report.problem))

    try:
        with closing(WebStore(library_path(options))) as store:
            store.apply(follow_settings(store.contents().feeds, config.feeds))
            followed = {feed.subscription.address for feed in store.contents().feeds}
            unknown = [address for address in options.feeds if address not in followed]
            for address in unknown:
                complain(InputError(address, _("is no feed that you follow")))
            if followed and len(unknown) < max(1, len(options.feeds)):
                run_at_desk(config, store, lambda desk: ask(desk, store, options.feeds, config.keep_days), hear)
    except LibraryError as error:
        complain(error)
        return SOME_UNREAD
    print_line(_summary(len(asked), sum(one.new for one in asked), sum(len(one.changed) for one in asked)))
    return SOME_UNREAD if unknown or any(one.problem for one in asked) else OK


def _summary(feeds: int, new: int, changed: int) -> str:
    counted = (
        ngettext("{count} feed", "{count} feeds", feeds).format(count=feeds),
        ngettext("{count} new article", "{count} new articles", new).format(count=new),
        ngettext("{count} changed", "{count} changed", changed).format(count=changed),
    )
    return ", ".join(counted)
