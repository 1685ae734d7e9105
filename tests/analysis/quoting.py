"""Short texts with quotations, analysed."""

from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import document_from_text
from tui_reader.model import Quote

INTRODUCTIONS = {
    "fr": "Le conseil de la ville est dans la salle avec les élus et on ne sait pas qui a parlé.\n\n",
    "en": "The council is in the hall and it was not clear to them who had been there with the others.\n\n",
}
"""A paragraph without names or quotations, from which the language is known."""


def quotes_in(language: str, text: str) -> tuple[Quote, ...]:
    """The quotations of a text, analysed after the introduction of its language."""
    return analyse(document_from_text(INTRODUCTIONS[language] + text)).quotes
