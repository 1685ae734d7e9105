"""`tui-reader extract`: each article as a line of JSON."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.cli.output import inputs_of, print_each
from tui_reader.cli.parser import command_parser
from tui_reader.config import Config
from tui_reader.export.contract import as_line
from tui_reader.messages import _
from tui_reader.model import Article


def extract(arguments: Sequence[str], config: Config) -> int:
    """Run the command; returns the exit status."""
    parser = command_parser("tui-reader extract", _("Print each article as a line of JSON."))
    parser.add_argument("--format", choices=["jsonl"], default="jsonl", help=_("the form of the output"))
    explain = _("add to each quote and figure what was proposed, with rules and weights")
    parser.add_argument("--explain", action="store_true", help=explain)
    parser.add_argument("paths", nargs="+", metavar="PATH", help=_("a file, a folder, or - for standard input"))
    options = parser.parse_args(arguments)
    inputs, problems = inputs_of(options.paths)

    def form(article: Article) -> str:
        return as_line(article, explain=options.explain) + "\n"

    return print_each([one.path for one in inputs], problems, form, config.field_names, network_rules=config.rules)
