"""Citations in every style, and the words that they are made of."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.export.goldens import speaking
from tui_reader.analysis.pipeline import analyse
from tui_reader.export.citation import (
    FIELDS,
    STYLES,
    TEMPLATE,
    bibtex,
    csl_json,
    markdown,
    plain,
    style_of,
    unknown_fields,
)
from tui_reader.export.excerpt import (
    excerpt_of_figure,
    excerpt_of_passage,
    excerpt_of_quote,
    has_words_of,
    is_inferred,
    said_words,
)
from tui_reader.ingest.sources import document_from_text
from tui_reader.model import Excerpt, Reference

REFERENCE = Reference("Maud Terrasse", "Les oies & nous", "Le Clairon", "2022-03-02", "https://a.example/1_2(b)", "fr")
QUOTE = Excerpt("quote", "Ce n’est « pas » fini", REFERENCE, speaker="Anne Roux", role="maire", is_inferred=True)
FIGURE = Excerpt("figure", "6,5 millions d’euros", REFERENCE, what="dégâts", given_by="la police", qualifier="about")
PASSAGE = Excerpt("passage", "Les oies sont là.\n\nElles restent.", REFERENCE)
BARE = Excerpt("quote", "Non", Reference())


@pytest.mark.parametrize(
    ("excerpt", "french"),
    [
        (
            QUOTE,
            "«\u00a0Ce n’est “pas” fini\u00a0»\n\n— Anne Roux, maire, Maud Terrasse, Les oies & nous, Le Clairon, "
            "2022-03-02, https://a.example/1_2(b)",
        ),
        (
            FIGURE,
            "environ 6,5 millions d’euros — dégâts (la police), citée par Maud Terrasse, Les oies & nous, "
            "Le Clairon, 2022-03-02, https://a.example/1_2(b)",
        ),
        (replace(FIGURE, reference=Reference(), what=None, qualifier=None), "6,5 millions d’euros (la police)"),
        (PASSAGE, "«\u00a0Les oies sont là.\n\nElles restent.\u00a0»\n\n— Maud Terrasse, Les oies & nous, Le Clairon, "
         "2022-03-02, https://a.example/1_2(b)"),
        (BARE, "«\u00a0Non\u00a0»"),
        (replace(BARE, reference=Reference(language="en")), "“Non”"),
    ],
)  # fmt: skip
def test_plain_citations(excerpt: Excerpt, french: str) -> None:
    with speaking("fr"):
        assert plain(excerpt) == french


def test_markdown() -> None:
    with speaking("en"):
        assert markdown(QUOTE) == (
            "> Ce n’est « pas » fini\n>\n> — Anne Roux, maire, Maud Terrasse, "
            "[Les oies & nous](https://a.example/1_2%28b%29), *Le Clairon*, 2022-03-02"
        )
        assert markdown(FIGURE).startswith("about **6,5 millions d’euros** — dégâts (la police), cited by Maud")
        assert markdown(PASSAGE).splitlines()[:3] == ["> Les oies sont là.", ">", "> Elles restent."]
        assert markdown(replace(BARE, words="# 1 *a* <b> [c](d)\n- e\n1. f")) == (
            "> \\# 1 \\*a\\* \\<b\\> \\[c\\](d)\n> \\- e\n> 1\\. f"
        )
        assert markdown(replace(BARE, words="    a\n\t- b\n~~~\n&lt; & 1&2;")) == (
            "> a\n> \\- b\n> \\~\\~\\~\n> \\&lt; & 1\\&2;"
        )


@pytest.mark.parametrize(
    ("reference", "cited"),
    [
        (Reference(title="A", url="javascript:alert(1)"), "A"),
        (Reference(title="A", site="S", url="HTTP://a.example/(b"), "[A](HTTP://a.example/%28b), *S*"),
        (Reference(site="S", url="https://a.example/b_c"), "[https://a.example/b\\_c](https://a.example/b_c), *S*"),
        (Reference(url="mailto:a@b.example"), "mailto:a@b.example"),
        (Reference(date="<b>"), "\\<b\\>"),
    ],
)
def test_markdown_links_to_the_web_alone(reference: Reference, cited: str) -> None:
    assert markdown(replace(BARE, reference=reference)) == f"> Non\n>\n> — {cited}"


def test_bibtex() -> None:
    with speaking("fr"):
        assert bibtex(QUOTE) == (
            "@online{terrasse-2022-oies,\n  author = {{Maud Terrasse}},\n  title = {{Les oies \\& nous}},\n"
            "  organization = {Le Clairon},\n  date = {2022-03-02},\n  url = {https://a.example/1_2%28b%29},\n"
            "  langid = {french},\n  note = {«\u00a0Ce n’est “pas” fini\u00a0» — Anne Roux, maire},\n}"
        )
    assert bibtex(replace(BARE, words="50 % {de} $ \\")).count("\\%") == 1


def test_csl_json() -> None:
    (item,) = json.loads(csl_json(FIGURE))
    assert (item["id"], item["type"], item["issued"]) == (
        "terrasse-2022-oies",
        "article-newspaper",
        {"date-parts": [[2022, 3, 2]]},
    )
    assert "6,5 millions" in item["note"]
    (bare,) = json.loads(csl_json(BARE))
    assert set(bare) == {"id", "type", "note"}


def test_a_template_of_ones_own() -> None:
    style = style_of(TEMPLATE, "$words | $speaker ($inferred) | $what | $$5 | $date $nothing")
    with speaking("fr"):
        assert style(QUOTE) == "Ce n’est « pas » fini | Anne Roux (déduit) |  | $5 | 2022-03-02 $nothing"
    assert unknown_fields("$words ${title} $nothing $5 $") == ["nothing"]
    everything = style_of(TEMPLATE, "/".join(f"${name}" for name in FIELDS))
    assert everything(FIGURE).split("/")[0] == "6,5 millions d’euros"
    assert style_of(TEMPLATE)(BARE) == style_of("unknown")(BARE) == plain(BARE)


@given(st.text(max_size=60), st.text(max_size=30), st.sampled_from(["quote", "figure", "passage"]))
def test_every_style_takes_whatever_a_text_holds(words: str, title: str, kind: str) -> None:
    excerpt = Excerpt(kind, words, Reference(title=title, url="https://a.example/(\u202e)"), speaker=title)  # type: ignore[arg-type]
    for style in STYLES.values():
        assert style(excerpt)
    assert json.loads(csl_json(excerpt))[0].get("title", "") == title
    entry = bibtex(excerpt).replace("\\{", "").replace("\\}", "")
    assert entry.count("{") == entry.count("}")


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("« C’est fini, dit Anne Roux. On part. »", "C’est fini […]. On part."),
        ("« C’est fini, a dit Anne Roux, et on part. »", "C’est fini […] et on part."),
        ("« C’est fini. On part », a dit Anne Roux.", "C’est fini. On part"),
    ],
)
def test_what_the_reporter_says_between_is_left_out_with_a_sign(text: str, cited: str) -> None:
    article = analyse(document_from_text(f"{text}\n"))
    (quote,) = article.quotes
    assert excerpt_of_quote(quote, article).words == cited


TEXT = (
    "Les oies sont là\n\nPar Maud Terrasse\n\n« Nous irons, a prévenu Anne Roux, jusqu’au bout. » "
    "Elle a ajouté : « Rien ne nous arrêtera. » Quelque 300 oies ont traversé, selon la police.\n"
)


def test_an_excerpt_says_what_the_article_says() -> None:
    article = analyse(document_from_text(TEXT))
    first, second = (excerpt_of_quote(quote, article) for quote in article.quotes)
    assert first.words == "Nous irons […] jusqu’au bout."
    assert (first.speaker, first.is_inferred, first.reference.author) == ("Anne Roux", False, "Maud Terrasse")
    assert (second.speaker, second.is_inferred) == ("Anne Roux", True)
    (figure,) = (excerpt_of_figure(figure, article) for figure in article.figures)
    assert (figure.words, figure.what, figure.qualifier, figure.given_by) == ("300", "oies", "about", "police")
    assert excerpt_of_passage("  Les oies.\n", article).words == "Les oies."


@pytest.mark.parametrize(
    ("changes", "inferred"),
    [
        ({}, False),
        ({"confidence": 0.4}, True),
        ({"confidence": None}, False),
        ({"how": "pronoun", "confidence": 1.0}, True),
        ({"rule": "title.repeated"}, True),
        ({"confidence": 0.4, "corrected": ("speaker",)}, False),
        ({"confidence": 0.4, "corrected": ("speech",)}, True),
    ],
)
def test_a_speaker_is_inferred_where_little_tells_who_it_is(changes: dict[str, object], inferred: bool) -> None:
    quote = analyse(document_from_text(TEXT)).quotes[0]
    assert is_inferred(replace(quote, **changes)) == inferred


def test_the_comma_of_english_style_is_not_copied() -> None:
    article = analyse(document_from_text("“We stay here,” said Ann Lee. They did, she said.\n"))
    (quote,) = article.quotes
    assert said_words(quote) == excerpt_of_quote(quote, article).words == "We stay here"


@pytest.mark.parametrize(
    ("source", "words", "expected"),
    [
        ("Nous irons, dit-il, loin.", "Nous irons […] loin", True),
        ("Nous irons loin.", "Nous  irons\nloin !", True),
        ("Nous irons loin.", "Nous allons loin", False),
        ("loin, nous irons", "Nous irons […] loin", False),
    ],
)
def test_words_are_compared_with_their_source(source: str, words: str, expected: bool) -> None:
    assert has_words_of(source, words) == expected
