"""`tui-reader search`: the articles in the index that a query finds."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing

from tui_reader.cli.output import OK, SOME_UNREAD, USAGE, complain, print_line, print_text, remark
from tui_reader.cli.parser import (
    add_index_option,
    add_library_option,
    command_parser,
    index_path,
    library_path,
    positive,
)
from tui_reader.errors import LibraryError, QueryError
from tui_reader.export.safe import safe_json
from tui_reader.ingest.input_list import record_name
from tui_reader.library.index.opening import open_index
from tui_reader.library.index.query_fields import typed_fields
from tui_reader.library.index.store import MOST_RESULTS, Hit
from tui_reader.library.status import open_library
from tui_reader.messages import _


def search(arguments: Sequence[str]) -> int:
    """Run the command; returns the exit status: 0 where something was found, 1 where nothing was."""
    fields = "; ".join(map(" ".join, typed_fields().items()))
    epilog = _('Words, "phrases", word*, OR, -word, parentheses, and fields: {fields}.').format(fields=fields)
    epilog += " " + _("Before a query that begins with -, put --.")
    parser = command_parser("tui-reader search", _("Find articles in the index."), epilog)
    parser.add_argument("--format", choices=["text", "jsonl"], default="text", help=_("the form of the output"))
    parser.add_argument("--most", type=positive, default=MOST_RESULTS, metavar="N", help=_("so many articles at most"))
    add_index_option(parser)
    add_library_option(parser)
    parser.add_argument("query", nargs="+", metavar="QUERY", help=_("what is looked for"))
    options = parser.parse_args(arguments)
    kept, path = library_path(options), index_path(options)
    if not path.exists():
        complain(LibraryError(str(path), _("there is no index yet; `tui-reader index PATH...` makes it")))
        return SOME_UNREAD
    try:
        if kept.exists():
            open_library(kept).close()  # so that its tables are those of this version
        with closing(open_index(path, kept)) as index:
            hits = index.search(" ".join(options.query), most=options.most)
    except QueryError as error:
        complain(error)
        return USAGE
    except LibraryError as error:
        complain(error)
        return SOME_UNREAD
    if not hits:
        remark(_("nothing was found"))
    for hit in hits:
        if options.format == "jsonl":
            print_text(_line(hit))
        else:
            _show(hit)
    return OK if hits else SOME_UNREAD


def _show(hit: Hit) -> None:
    """A result as lines: its head, where it is, its words."""
    head = ", ".join(part for part in (hit.site, hit.day) if part)
    print_line(" — ".join(part for part in (hit.title or _("without a title"), head) if part))
    path = hit.path or _("kept in the library: from the web, pasted or piped")
    print_line(f"  {record_name(path, hit.record)}")
    print_line(f"  {' '.join(hit.words.split())}")


def _line(hit: Hit) -> str:
    value = {
        "path": hit.path,
        "record": hit.record,
        "document": hit.document,
        "title": hit.title or None,
        "site": hit.site or None,
        "day": hit.day or None,
        "words": hit.words,
        "hits": [list(span) for span in hit.hits],
    }
    return safe_json(value) + "\n"
