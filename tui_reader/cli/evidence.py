"""`tui-reader evidence`: what several articles say of the same thing."""

from __future__ import annotations

from collections.abc import Sequence

from tui_reader.cli.output import inputs_of, print_each, print_text
from tui_reader.cli.parser import command_parser
from tui_reader.config import Config
from tui_reader.messages import _
from tui_reader.model import Article


def evidence(arguments: Sequence[str], config: Config) -> int:
    """Run the command; returns the exit status."""
    from tui_reader.export.evidence import evidence_lines  # noqa: PLC0415
    from tui_reader.session.corrected_articles import Said  # noqa: PLC0415
    from tui_reader.session.corrections import Corrections  # noqa: PLC0415
    from tui_reader.session.stated import Stated  # noqa: PLC0415

    description = _("Print the figures and quotes that several articles give, held against each other.")
    parser = command_parser("tui-reader evidence", description)
    parser.add_argument("--format", choices=["jsonl"], default="jsonl", help=_("the form of the output"))
    parser.add_argument("paths", nargs="+", metavar="PATH", help=_("a file, a folder, or - for standard input"))
    options = parser.parse_args(arguments)
    inputs, problems = inputs_of(options.paths)
    articles: list[Article] = []

    def gather(article: Article) -> str:
        articles.append(article)
        return ""

    article_of = Said(Corrections(), Stated(config.sources, {})).article
    status = print_each([one.path for one in inputs], problems, gather, config.field_names, article_of=article_of)
    for line in evidence_lines(articles):
        print_text(line)
    return status
