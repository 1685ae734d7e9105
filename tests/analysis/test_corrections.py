"""What the reader says of blocks, quotes, figures and articles, and where it belongs after a text has changed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tui_reader.analysis.corrections.apply import apply_corrections
from tui_reader.analysis.corrections.corrected import CorrectedArticle, concerns_analysis, text_of
from tui_reader.analysis.corrections.facts import fact
from tui_reader.analysis.corrections.figures import figure_at, read_number, read_unit
from tui_reader.analysis.corrections.people import NamedSource, named_sources, role_of
from tui_reader.analysis.corrections.quotes import inside_marks
from tui_reader.analysis.pipeline import analyse
from tui_reader.analysis.text.text_quote import find_place, nearest, opening_of, place_of, written_place
from tui_reader.ingest.sources import document_from_text
from tui_reader.model import (
    Article,
    CorrectedField,
    Correction,
    Document,
    Figure,
    Place,
    Quote,
    Span,
    Subject,
    TextQuote,
)

TEXT = """Le pont de Varenne rouvre après deux ans

Le pont a rouvert lundi devant 300 habitants venus en famille, a annoncé la mairie.

Partager sur Facebook

« C’est un soulagement », a déclaré la maire, Anne Roux, devant les 40 élus du conseil.

Partager sur Facebook

Il a coûté 3 millions d’euros. Paul Verdier, architecte, appelle à la prudence. Le chantier de la « digue bleue » suit.

Partager sur Facebook
"""
DOCUMENT = document_from_text(TEXT)


def read(*corrections: Correction, text: str = TEXT) -> Article:
    return analyse(document_from_text(text), corrections)


FOUND = read()


def span_of(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def place(words: str, document: Document = DOCUMENT) -> Place:
    return place_of(document, span_of(words, document.raw))


def say(subject: Subject, words: str, **fields: str | None) -> list[Correction]:
    names: dict[str, CorrectedField] = {name: name for name in fields}  # type: ignore[misc]
    return [
        Correction(subject, names[name], value, place(words), found(subject, words, name))
        for name, value in fields.items()
    ]


def found(subject: Subject, words: str, name: str) -> str | None:
    """What the analysis gives for a field of a quote or a figure."""
    items: tuple[Quote | Figure, ...] = FOUND.quotes if subject == "quote" else FOUND.figures
    return next((text_of(getattr(item, name, None)) for item in items if words in item.text), None)


def corrected(*corrections: Correction, article: Article = FOUND) -> CorrectedArticle:
    return apply_corrections(article, corrections)


def quote_of(article: Article, words: str) -> Quote:
    return next(quote for quote in article.quotes if words in quote.text)


def figure_of(article: Article, words: str) -> Figure:
    return next(figure for figure in article.figures if figure.text.startswith(words))


# Places


@pytest.mark.parametrize(
    ("words", "changed", "wanted"),
    [
        ("300 habitants", TEXT, "300 habitants"),
        ("300 habitants", f"Mis à jour.\n\n{TEXT}", "300 habitants"),  # moved
        ("300", TEXT.replace("famille", "masse"), "300"),  # other words near it
        ("300", TEXT.replace("300", "350"), None),  # a number is found as it is, or not at all
        ("40", "Il y a 40 chats et 40 chiens dans ce village.", None),  # the same number, and nothing else the same
        ("C’est un soulagement", TEXT.replace("soulagement »", "vrai soulagement »"), "C’est un vrai soulagement"),
        ("C’est un soulagement", TEXT.replace("C’est", "C'est"), "C'est un soulagement"),
        ("C’est un soulagement", "Un tout autre texte, qui parle d’autre chose.", None),
        ("Partager sur Facebook", TEXT, "Partager sur Facebook"),
    ],
)
def test_a_place_is_found_in_another_version(words: str, changed: str, wanted: str | None) -> None:
    document = document_from_text(changed)
    span = find_place(place(words), document)
    assert (span and span.of(changed)) == wanted


def test_of_places_with_the_same_words_what_stands_around_tells() -> None:
    text = "Il dit : « Oui. » Elle dit : « Oui. » Puis ils s’en vont : « Oui. » Fin."
    for start in (one for one in range(len(text)) if text.startswith("Oui.", one)):
        kept = place_of(document_from_text(text), Span(start, start + 4))
        longer = document_from_text(f"Un début. {text}")
        assert find_place(kept, longer) == Span(start + 10, start + 14)


@settings(max_examples=60)
@given(st.data())
def test_a_place_is_found_whatever_is_done_elsewhere(data: st.DataObject) -> None:
    span = span_of("C’est un soulagement")
    cut, more = data.draw(st.integers(0, span.start - 40)), data.draw(st.text("abc é\n.,«»", max_size=40))
    changed = TEXT[:cut] + more + TEXT[cut:]
    found = find_place(place_of(DOCUMENT, span), document_from_text(changed))
    assert found
    assert found.of(changed) == "C’est un soulagement"


@pytest.mark.parametrize(
    ("span", "wanted"), [((0, 10), "a"), ((1, 10), "a"), ((8, 19), "b"), ((6, 14), None), ((30, 40), None)]
)
def test_the_nearest_item_shares_more_than_half(span: tuple[int, int], wanted: str | None) -> None:
    assert nearest([(Span(0, 10), "a"), (Span(10, 20), "b")], Span(*span)) == wanted


# Blocks


def turned(article: Article, index: int) -> Correction:
    block = article.blocks[index]
    return Correction("block", "kept", "false" if block.kept else "true", place_of(article.document, block.span))


def test_a_dropped_block_is_put_back_and_only_that_one() -> None:
    dropped = [index for index, block in enumerate(FOUND.blocks) if not block.kept]
    assert len(dropped) == 3
    for index in dropped:
        after = read(turned(FOUND, index))
        assert [at for at, one in enumerate(after.blocks) if one.kept != FOUND.blocks[at].kept] == [index]
        assert after.text.count("Partager") == 1
        assert after.blocks[index].corrected == ("kept",)
        moved = read(turned(FOUND, index), text=f"Mis à jour lundi.\n\n{TEXT}")
        assert moved.text.count("Partager") == 1


def test_figures_and_quotes_follow() -> None:
    quoted = next(index for index, block in enumerate(FOUND.blocks) if block.text.startswith("«"))
    after = read(turned(FOUND, quoted))
    assert [quote.speaker for quote in FOUND.quotes if quote.speech] == ["Anne Roux"]
    assert not any(quote.speech for quote in after.quotes)
    assert {figure.text for figure in FOUND.figures} - {figure.text for figure in after.figures} == {"40"}
    assert {block.reason for block in after.blocks if block.rule == "reader"} == {"taken out by the reader"}
    assert "soulagement" not in after.text


def by_words(words: str, ordinal: int, value: str) -> Correction:
    """A correction as older libraries have it: no span, nothing that stands around."""
    return Correction("block", "kept", value, Place(None, None, TextQuote(words, "", ""), ordinal))


@pytest.mark.parametrize("ordinal", range(3))
def test_a_block_is_also_found_by_its_words_and_its_number(ordinal: int) -> None:
    after = read(by_words("Partager sur Facebook", ordinal, "true"))
    share = [block for block in after.blocks if block.text.startswith("Partager")]
    assert [block.kept for block in share] == [number == ordinal for number in range(3)]


@pytest.mark.parametrize(
    "made",
    [
        by_words("Words that are gone", 0, "true"),
        by_words("Partager sur Facebook", 7, "true"),
        by_words("Partager sur Facebook", 0, "false"),
    ],
)
def test_a_correction_of_nothing_changes_nothing(made: Correction) -> None:
    assert read(made) == FOUND


def test_the_analysis_heeds_the_language_that_the_reader_gives() -> None:
    text = "« Bel » Carrefour.\n"
    assert read(text=text).language is None
    assert read(Correction("article", "language", "fr"), text=text).language == "fr"
    assert read(Correction("article", "language", "xx"), text=text).language is None


# Quotes


def test_a_speaker_and_a_role_are_the_readers() -> None:
    made = say("quote", "C’est un soulagement", speaker="Paul Verdier", role="architecte")
    article = corrected(*made).article
    quote = quote_of(article, "soulagement")
    assert (quote.speaker, quote.role, quote.how, quote.rule) == ("Paul Verdier", "architecte", "name", "reader")
    assert (quote.speaker_span, quote.confidence, quote.candidates) == (None, None, ())
    assert quote.corrected == ("speaker", "role")
    assert quote_of(article, "digue").corrected == ()


@pytest.mark.parametrize(("value", "speech"), [("true", True), ("false", False)])
def test_a_quote_is_speech_or_not(value: str, speech: bool) -> None:
    for words in ("C’est un soulagement", "digue bleue"):
        assert quote_of(corrected(*say("quote", words, speech=value)).article, words).speech is speech


def test_nobody_is_named() -> None:
    quote = quote_of(corrected(*say("quote", "C’est un soulagement", speaker=None)).article, "soulagement")
    assert (quote.speaker, quote.how) == (None, "none")


def test_what_is_no_quote_goes() -> None:
    applied = corrected(*say("quote", "digue bleue", present="false"))
    assert [quote.text for quote in applied.article.quotes] == ["C’est un soulagement"]
    assert applied.unfit == ()


def test_a_quote_begins_and_ends_elsewhere() -> None:
    span = span_of("un soulagement")
    [made] = say("quote", "C’est un soulagement", span=written_place(place_of(DOCUMENT, span)))
    applied = corrected(made, *say("quote", "C’est un soulagement", speaker="Paul Verdier"))
    quote = quote_of(applied.article, "soulagement")
    assert (quote.span, quote.text, quote.clean) == (span, "un soulagement", "un soulagement")
    assert (quote.speaker, quote.corrected) == ("Paul Verdier", ("span", "speaker"))
    assert applied.origin(quote) == span_of("C’est un soulagement")


@pytest.mark.parametrize("value", [None, "", "[]", "{}", '{"document": null, "span": [5, 1]}', "no JSON"])
def test_a_span_that_cannot_be_read_fits_nothing(value: str | None) -> None:
    made = say("quote", "C’est un soulagement", span=value)
    applied = corrected(*made)
    assert applied.unfit == tuple(made)
    assert quote_of(applied.article, "soulagement") == quote_of(FOUND, "soulagement")


def test_a_quote_that_the_analysis_missed_is_added_in_its_place() -> None:
    made = say("quote", "à la prudence", present="true", speaker="Paul Verdier")
    applied = corrected(*made)
    assert [quote.text for quote in applied.article.quotes] == [
        "C’est un soulagement",
        "à la prudence",
        "digue bleue",
    ]
    quote = applied.article.quotes[1]
    assert quote.sentence.of(TEXT).startswith("Paul Verdier, architecte")
    assert (quote.speaker, quote.rule, quote.speech) == ("Paul Verdier", "reader", True)


def test_a_quote_may_be_added_in_what_was_left_out() -> None:
    [made] = say("quote", "sur Facebook", present="true")
    quote = quote_of(corrected(made).article, "Facebook")
    assert (quote.text, quote.clean) == ("sur Facebook", "sur Facebook")


@pytest.mark.parametrize(
    ("words", "inside"),
    [
        ("« C’est un soulagement »", "C’est un soulagement"),
        ("C’est un soulagement », a", "C’est un soulagement », a"),
        ("« digue bleue » ", "digue bleue"),
        ("« ", ""),
    ],
)
def test_selected_marks_are_no_words(words: str, inside: str) -> None:
    assert inside_marks(FOUND, span_of(words)).of(TEXT) == inside


# Figures


def test_a_value_and_all_about_it_is_the_readers() -> None:
    fields = {
        "value": "3.5",
        "high": "4.0",
        "unit": "USD",
        "what": "chantier",
        "qualifier": "about",
        "attribution": "la mairie",
    }
    figure = figure_of(corrected(*say("figure", "300", **fields)).article, "300")
    assert (figure.value, figure.high, figure.unit, figure.kind) == (3.5, 4.0, "USD", "money")
    assert (figure.what, figure.qualifier, figure.attribution) == ("chantier", "about", "la mairie")
    assert (figure.text, figure.rule, figure.corrected) == ("300", "reader", tuple(fields))


@pytest.mark.parametrize(
    ("unit", "kind"), [("EUR", "money"), ("%", "percent"), ("km", "measure"), ("jours", "duration"), (None, "count")]
)
def test_a_unit_tells_the_kind(unit: str | None, kind: str) -> None:
    assert figure_of(corrected(*say("figure", "300", unit=unit)).article, "300").kind == kind


def test_a_new_value_has_no_second_end_of_the_old_one() -> None:
    text = "Un titre\n\nIl y avait entre 300 et 400 personnes, a dit la police, sur la place du village.\n"
    article = read(text=text)
    figure = next(one for one in article.figures if one.high)
    made = Correction("figure", "value", "350.0", place_of(article.document, figure.span))
    assert [one.high for one in corrected(made, article=article).article.figures] == [None]


@pytest.mark.parametrize("value", [None, "", "many", "nan", "inf"])
def test_what_is_no_number_fits_nothing(value: str | None) -> None:
    made = say("figure", "300", value=value)
    assert corrected(*made).unfit == tuple(made)


def test_what_is_no_figure_goes_and_ranks_close_up() -> None:
    figures = corrected(*say("figure", "300", present="false")).article.figures
    assert [figure.rank for figure in figures] == list(range(1, len(FOUND.figures)))
    assert not any(figure.text == "300" for figure in figures)


def test_a_figure_is_added_as_it_is_read_or_as_it_is_given() -> None:
    made = [*say("figure", "deux ans", present="true"), *say("figure", "prudence", present="true", value="1.0")]
    years, prudence = corrected(*made, article=replace(FOUND, figures=())).article.figures
    assert (years.value, years.unit, years.rank) == (2, "ans", 1)
    assert (prudence.value, prudence.text, prudence.mentions) == (1, "prudence", (span_of("prudence"),))


def test_a_figure_without_a_value_cannot_be_added() -> None:
    made = say("figure", "prudence", present="true")
    assert corrected(*made).unfit == tuple(made)
    assert figure_at(FOUND, span_of("prudence")) is None


@pytest.mark.parametrize(
    ("typed", "language", "value"),
    [
        ("300", "fr", (300, None)),
        ("1 200", "fr", (1200, None)),
        ("1\u202f200,5", "fr", (1200.5, None)),
        ("6.5", "fr", (6.5, None)),
        ("−3", "en", (-3, None)),
        ("6,5 millions", "fr", (6_500_000, None)),
        ("1,200", "en", (1200, None)),
        ("two thousand", "en", (2000, None)),
        ("5 à 6", "fr", (5, 6)),
        ("5 to 6", "en", (5, 6)),
        ("6,5", None, (6.5, None)),
        ("beaucoup", "fr", None),
        ("3 chats et 4 chiens", "fr", None),
        ("1e400", "fr", None),
        ("4" * 400, "fr", None),
        ("9" * 20, "fr", None),  # no float holds it
        ("2 milliards", "en", None),  # not all of it is read
        ("3 to 5", "fr", None),
        ("1.2.3", "fr", None),
        ("5 zz", "fr", None),
        ("", "fr", None),
    ],
)
def test_a_number_that_is_typed(typed: str, language: str | None, value: tuple[float, float | None] | None) -> None:
    assert read_number(typed, [language]) == value


def test_a_number_is_typed_in_the_language_of_the_article_or_of_the_reader() -> None:
    assert read_number("2 milliards", ["en", "fr"]) == (2_000_000_000, None)
    assert read_number("3 to 5", ["fr", "en"]) == (3, 5)


@pytest.mark.parametrize(
    ("words", "unit"),
    [("€", "EUR"), ("euros", "EUR"), ("EUR", "EUR"), ("%", "%"), ("km", "km"), ("moutons", "moutons")],
)
def test_a_unit_that_is_typed(words: str, unit: str) -> None:
    assert read_unit(words, "fr") == unit


# Articles, and all of them


@pytest.mark.parametrize(
    ("field", "typed", "language", "value"),
    [
        ("title", " Un  pont ", None, "Un pont"),
        ("title", " ", None, None),
        ("published", "2 mars 2022", "fr", "2022-03-02"),
        ("published", "2022-03-02", None, "2022-03-02"),
        ("published", "2/3/2022", "fr", "2022-03-02"),
        ("published", "2/3/2022", None, None),  # one day or another
        ("published", "31/12/2024", None, "2024-12-31"),
        ("published", "2024-02-30", "fr", None),
        ("published", "2024", None, "2024"),
        ("published", "2024-02", None, "2024-02"),
        ("published", "mars 2022", "fr", None),
        ("published", "2/3/2022", "en", "2022-02-03"),
        ("published", "hier", "fr", None),
        ("url", "https://a.example/1", None, "https://a.example/1"),
        ("url", "javascript:alert(1)", None, None),
        ("url", "https://[", None, None),
        ("url", "http://a.example/un pont", None, None),
        ("url", "un pont", None, None),
    ],
)
def test_what_is_typed_of_an_article(
    field: CorrectedField, typed: str, language: str | None, value: str | None
) -> None:
    assert fact(field, typed, language) == value


def test_the_head_of_an_article_is_the_readers() -> None:
    fields = {
        "title": "Un pont",
        "byline": "Maud",
        "site": "Le Clairon",
        "published": "2022-03-02",
        "url": "https://a.example/1",
    }
    article = corrected(*say("article", "Le pont a rouvert", **fields)).article
    assert (article.title, article.byline, article.site, article.published) == (
        "Un pont",
        "Maud",
        "Le Clairon",
        "2022-03-02",
    )
    assert (article.document.source.url, article.corrected) == ("https://a.example/1", tuple(fields))
    assert (article.document.id, article.quotes) == (FOUND.document.id, FOUND.quotes)


def test_what_is_said_beforehand_holds_for_any_text() -> None:
    assert corrected(Correction("article", "site", "Le Clairon")).article.site == "Le Clairon"


DAILY = """Les titres du jour

Voici les titres du jour, comme chaque matin sur cette page.

« {} », a dit {}, {}. {}
"""


def daily(speaker: str, role: str, rest: str) -> Article:
    return read(text=DAILY.format("Je ne dirai rien de cela", speaker, role, rest))


def test_another_article_in_its_place_is_not_taken_for_it() -> None:
    first = daily(
        "Anne Roux", "maire", "Le conseil de Varenne a voté la rénovation du pont, qui coûtera trois millions."
    )
    opening = opening_of(first)
    made = [
        Correction("article", "title", "Un pont", place_of(first.document, Span(0, 18), opening)),
        Correction(
            "quote", "speaker", "Odile Granger", place_of(first.document, first.quotes[0].span, opening), "Anne Roux"
        ),
    ]
    assert corrected(*made, article=first).unfit == ()
    longer = daily(
        "Anne Roux", "maire", "Hier, le conseil de Varenne a voté la rénovation du pont, qui coûtera trois millions."
    )
    assert corrected(*made, article=longer).unfit == ()
    other = daily(
        "Anne Roux", "maire", "Les oies volent vers le sud depuis mardi, et les chasseurs les attendent au marais."
    )
    applied = corrected(*made, article=other)
    assert (applied.article.title, applied.unfit) == ("Les titres du jour", tuple(made))


def test_a_speaker_is_not_corrected_where_somebody_else_is_named_now() -> None:
    before = "« Nous ne fermerons jamais l’école du village »"
    text = f"L’école\n\n{before}, a dit Anne Roux, la maire, lundi devant les parents réunis au gymnase de Varenne.\n"
    article = read(text=text)
    place = place_of(article.document, article.quotes[0].span, opening_of(article))
    made = Correction("quote", "speaker", "Odile Granger", place, "Anne Roux")
    for after, speaker in (
        (text.replace("lundi", "mardi"), "Odile Granger"),
        (text.replace("Anne Roux, la maire", "Karl Meyer, le nouveau maire"), "Karl Meyer"),
        (text.replace("ne fermerons jamais", "fermerons bientôt"), "Anne Roux"),  # the words are not the same
    ):
        applied = corrected(made, article=read(text=after))
        assert applied.article.quotes[0].speaker == speaker
        assert (applied.unfit == ()) is (speaker == "Odile Granger")


def test_the_later_correction_of_a_field_holds() -> None:
    first, second = (say("quote", "C’est un soulagement", speaker=name)[0] for name in ("A", "B"))
    assert quote_of(corrected(first, second).article, "soulagement").speaker == "B"
    assert quote_of(corrected(second, first).article, "soulagement").speaker == "A"


def test_corrections_move_with_the_text_and_those_that_fit_no_more_are_told() -> None:
    speaker = say("quote", "C’est un soulagement", speaker="Paul Verdier")
    value = say("figure", "300", value="350.0")
    [taken] = [turned(FOUND, 2)]
    changed = TEXT.replace("300 habitants", "des habitants").replace("Le pont a", "Mardi, le pont a")
    applied = corrected(*speaker, *value, taken, article=read(text=changed))
    assert quote_of(applied.article, "soulagement").speaker == "Paul Verdier"
    assert applied.unfit == tuple(value)


@pytest.mark.parametrize(
    ("correction", "heeded"),
    [
        (Correction("block", "kept", "true"), True),
        (Correction("article", "language", "fr"), True),
        (Correction("article", "title", "A"), False),
        (Correction("quote", "speaker", "A"), False),
    ],
)
def test_blocks_and_language_are_for_the_analysis(correction: Correction, heeded: bool) -> None:
    assert concerns_analysis(correction) is heeded


FIELDS = st.sampled_from(
    ["present", "span", "speaker", "role", "speech", "value", "high", "unit", "what", "qualifier", "attribution"]
)
VALUES = st.sampled_from(
    [None, "", "true", "false", "3.5", "Anne Roux", "about", written_place(place("un soulagement"))]
)


@settings(max_examples=80)
@given(
    st.lists(st.tuples(st.sampled_from(["quote", "figure"]), FIELDS, VALUES, st.integers(0, len(TEXT) - 9)), max_size=6)
)
def test_whatever_is_said_the_spans_stay_true(said: list[tuple[Subject, CorrectedField, str | None, int]]) -> None:
    made = [Correction(what, field, value, place_of(DOCUMENT, Span(at, at + 8))) for what, field, value, at in said]
    applied = corrected(*made)
    items: list[Quote | Figure] = [*applied.article.quotes, *applied.article.figures]
    for item in items:
        assert item.span.of(TEXT) == item.text
        assert item.sentence.meets(item.span)
    assert [figure.rank for figure in applied.article.figures] == list(range(1, len(applied.article.figures) + 1))


def test_the_names_that_may_be_chosen_have_their_roles() -> None:
    named = {one.name: one.role for one in named_sources(FOUND)}
    assert next(iter(named)) == "Anne Roux"
    assert named["Anne Roux"] == "maire"
    assert named["Paul Verdier"] == "architecte"


@pytest.mark.parametrize(
    ("typed", "role"),
    [
        ("Anne Roux", "maire"),
        ("anne roux", "maire"),
        ("Anna Roux", "adjointe"),  # a spelling is mended
        ("Odile Granger", None),
        ("Odile Roux", None),
        ("", None),
    ],
)
def test_who_is_typed_has_the_role_that_is_known(typed: str, role: str | None) -> None:
    assert role_of(typed, named_sources(FOUND), NamedSource("Ana Roux", "adjointe")) == role
    assert role_of("Odile Granger", (), None) is None


def test_of_the_names_that_may_be_chosen_persons_come_first_and_headlines_and_days_are_none() -> None:
    raw = (
        "Ledger Readers Give Bold Harbour Predictions\n\nThe Harbour Trust met on Tuesday in Wexley. The Harbour Trust "
        "had asked Tom Vail, a diver, for his view in February. Tuesday was cold. The mayor, Ann Lee, said it was "
        "\u201cthe best of days\u201d.\n"
    )
    article = analyse(document_from_text(raw))
    assert article.title == "Ledger Readers Give Bold Harbour Predictions"
    assert [one.name for one in named_sources(article)] == ["Ann Lee", "Tom Vail", "Harbour Trust"]
