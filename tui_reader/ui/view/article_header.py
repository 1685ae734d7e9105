"""The lines above an article: what is known of it, and what reading it had to do. No widget here."""

from __future__ import annotations

from tui_reader.analysis.lexicon import language_name
from tui_reader.ingest.decode import PAGE, translated
from tui_reader.ingest.formats import registry
from tui_reader.messages import _, ngettext, spoken
from tui_reader.messages.days import written_day
from tui_reader.model import Article
from tui_reader.ui.view.signs import CORRECTED, WARNING


def article_lead(article: Article, minutes: int | None) -> list[str]:
    """`site · author · date · format · minutes to read · language`, what is known of it; then a line for each note.

    The format is that of the file, unless it is text.
    """
    media_type = article.document.source.media_type
    parts = [article.site, article.byline, article.day and written_day(article.day)]
    if media_type != registry.TEXT.media_type:
        parts += [_(one.name) for one in registry.FORMATS if one.media_type == media_type]
    if minutes:
        parts.append(ngettext("{count} min", "{count} min", minutes).format(count=minutes))
    if article.language:
        parts.append(language_name(article.language, spoken()))
    parts += [CORRECTED.sign] if article.corrected else []
    lines = [" · ".join(part for part in parts if part)]
    lines += [f"{WARNING.sign} {translated(note)}" for note in article.document.source.notes if note.rule != PAGE]
    if any(block.rule == "unanalysed" for block in article.blocks):
        unanalysed = _("this text could not be analysed")
        lines.append(f"{WARNING.sign} {unanalysed}")
    return [line for line in lines if line]
