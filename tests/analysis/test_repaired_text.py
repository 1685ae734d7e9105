"""A text with damage inside its words gives the same quotes and figures as the undamaged one, at true offsets."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.corpus import ROOT
from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import document_from_text
from tui_reader.model import Article, Span

TEXTS = sorted((ROOT / "tests" / "corpus" / "texts").glob("*.txt"))


def misread(text: str) -> str:
    """UTF-8 read as Windows-1252, as browsers read it."""
    return "".join(bytes([one]).decode("cp1252", "replace").replace("\ufffd", chr(one)) for one in text.encode())


def hyphenated(text: str) -> str:
    """Soft hyphens in long words, as pages with narrow columns have them."""
    return re.sub(r"([^\W\d_]{3})([^\W\d_]{3,})", "\\1\u00ad\\2", text)


def referenced(text: str) -> str:
    """What is no ASCII as character references."""
    return text.encode("ascii", "xmlcharrefreplace").decode()


def decomposed(text: str) -> str:
    """Accents apart from their letters."""
    return unicodedata.normalize("NFD", text)


def directed(text: str) -> str:
    """A mark of direction behind each word."""
    return re.sub(r"(?<=\w)(?= )", "\u200e", text)


DAMAGES = [misread, hyphenated, referenced, decomposed, directed]


def quotes_and_figures(article: Article) -> tuple[object, ...]:
    """What is compared: everything but the spans, which damage moves."""
    quotes = [(quote.clean, quote.speech, quote.speaker, quote.candidates, quote.role) for quote in article.quotes]
    figures = [
        (figure.value, figure.high, figure.unit, figure.what, figure.qualifier, figure.rank)
        for figure in article.figures
    ]
    return quotes, figures


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_damaged_texts_give_the_same_quotes_and_figures(path: Path, damage: Callable[[str], str]) -> None:
    text = html.unescape(path.read_text(encoding="utf-8").replace("\ufeff", ""))
    damaged = analyse(document_from_text(damage(text)))
    assert quotes_and_figures(damaged) == quotes_and_figures(analyse(document_from_text(text)))


@pytest.mark.parametrize("damage", DAMAGES)
def test_every_span_is_true_in_the_raw_text(damage: Callable[[str], str]) -> None:
    text = "Le pont rouvre\n\n« Près de 3 400 élèves n'ont plus d'école », a déploré Hélène Féraud, préfète."
    article = analyse(document_from_text(damage(text)))
    raw = article.document.raw
    (quote,), (figure,) = article.quotes, article.figures
    assert quote.span.of(raw) == quote.text
    assert quote.text.rstrip("\u200e") == damage("Près de 3 400 élèves n'ont plus d'école")
    assert (quote.speaker, quote.role) == ("Hélène Féraud", "préfète")
    assert quote.speaker_span is not None
    assert quote.speaker_span.of(raw).startswith(damage("Hélène Féraud"))
    assert figure.span.of(raw) == figure.text == damage("3 400")
    assert (figure.value, figure.what) == (3400, "élèves")
    assert all(Span(*one).of(raw) == figure.text for one in figure.mentions)


def test_the_marks_and_the_words_of_a_quote_may_all_be_damaged() -> None:
    raw = (
        "Le pont\n\n&laquo;&nbsp;L&#39;eau\u200e monte vite\u200e&nbsp;&raquo;, a dit Anne Roux. "
        "« \u200eTenez\u200e bon ! », dit-elle."
    )
    first, second = analyse(document_from_text(raw)).quotes
    assert (first.text, first.clean) == ("L&#39;eau\u200e monte vite\u200e", "L'eau monte vite")
    assert (second.text, second.clean) == ("\u200eTenez\u200e bon !", "Tenez bon !")


@pytest.mark.parametrize(
    ("lines", "figure", "value"),
    [
        (
            "une prime d'hiver de 300\neuros à chacun de ses cornistes et un bonnet de laine rouge à tous les",
            "300\neuros",
            300,
        ),
        (
            "un bonnet de laine pour 12\n000 cornistes, une écharpe pour chaque tubiste et un gant pour tous les",
            "12\n000",
            12_000,
        ),
        (
            "de rembourser au moins 40\n% des gants perdus à chacun de ses cornistes et de réchauffer tous les",
            "40\n%",
            40,
        ),
    ],
)
def test_a_figure_goes_on_after_a_line_end(lines: str, figure: str, value: int) -> None:
    raw = (
        f"Le tuba revient\n\nLa fanfare des Lacs a promis hier au soir {lines}\n"
        "autres musiciens qui ont joué dehors pendant les grands froids du mois\n"
        "dernier devant la mairie."
    )
    (found,) = analyse(document_from_text(raw)).figures
    assert (found.text, found.value) == (figure, value)


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("author", ["Hélène Féraud", "Élodie", "Anne Roux-Mercier"])
def test_the_author_of_a_post_is_repaired_and_has_a_true_span(author: str, damage: Callable[[str], str]) -> None:
    text = f"Le pont rouvre\n\nBonjour à tous les élèves du pont.\n— {author} (@helene) March 2, 2022\n\nLa suite."
    article = analyse(document_from_text(damage(text)))
    [post] = article.quotes
    assert (post.kind, post.speaker, post.handle, post.date) == ("post", author, "@helene", "2022-03-02")
    assert post.speaker_span is not None
    assert post.speaker_span.of(article.document.raw) == damage(author).rstrip("\u00ad\u200e")
