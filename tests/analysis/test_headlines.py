"""Variants of related headlines: folded, rebuilt, doubted; and what stays as it is."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import corpus
from tests.bench import headlines as bench
from tui_reader.analysis.headlines.adjacency import AdjacentWord, adjacency_rules
from tui_reader.analysis.headlines.alignment import alignments
from tui_reader.analysis.headlines.folding import FEWEST_WORDS, fold_headlines
from tui_reader.analysis.headlines.scoring import substitutions
from tui_reader.analysis.headlines.similarity import are_near_duplicates
from tui_reader.analysis.lexicon import FOLDER
from tui_reader.analysis.lexicon.word_list import word_list
from tui_reader.analysis.pipeline import analyse
from tui_reader.analysis.text.segmentation import WORD
from tui_reader.ingest.sources import document_from_text
from tui_reader.model import Block, Span

FOLDED = [
    # one word, another word
    ("Le port de Brec ferme une semaine", "ce port de Brec ferme une semaine"),
    # another word in each, one of them inside a word, too
    ("querelle en Bresse : le lait manque souvent", "Dispute chez Bresse : le lait manque souvchezt"),
    # several words for one
    ("La mairie de Brec vend son théâtre", "La hôtel de ville de Brec vend son théâtre"),
    # inside a word with a capital
    ("Transport : la ligne B reste fermée lundi", "Transhavre : la ligne B reste fermée lundi"),
    # one that holds the word it stands for
    ("Court blocks new law on voting rights", "Court blocks new natural law on voting rights"),
]
KEPT_APART = [
    # a number in digits
    ("Grève des trams : jour 12, la ville à pied", "Grève des trams : jour 13, la ville à pied"),
    # a number in words
    ("Un train sur deux circulera jeudi à Brec", "Un train sur trois circulera jeudi à Brec"),
    # an ordinal
    ("Feuilleton : le premier épisode est en ligne", "Feuilleton : le troisième épisode est en ligne"),
    # a name
    ("Handball : Brec bat Morlune au bout du temps", "Handball : Brec bat Sarvigne au bout du temps"),
    # a numbered act
    ("Le cortège des lanternes, acte XII, défile à Brec", "Le cortège des lanternes, acte XIII, défile à Brec"),
    # a day
    ("Le bac de Brec ne partira pas lundi", "Le bac de Brec ne partira pas mardi"),
    # a negation
    ("Le maire de Brec ira au congrès", "Le maire de Brec n’ira pas au congrès"),
    ("The mayor will sign the bridge contract", "The mayor won’t sign the bridge contract"),
    # too little in common
    ("Le maire de Brec ira au congrès", "Le préfet de Brec vend ses meubles"),
    # too short to tell
    ("Le lait manque", "Le pain manque"),
]
REBUILT = [
    # a capital at the start
    (
        ("moisson : les blés du plateau souffrent", "Récolte : les froments du plateau souffrent"),
        "Récolte : les blés du plateau souffrent",
    ),
    # the same substitution as a word and inside one
    (
        ("querelle en Bresse : le lait manque souvent", "Dispute chez Bresse : le lait manque souvchezt"),
        "Dispute en Bresse : le lait manque souvent",
    ),
    # an original that stands in neither: lost in one, damaged in the other
    (
        ("Le papier secret fuite en mairie", "Le documchezt secret fuite chez mairie"),
        "Le document secret fuite en mairie",
    ),
    # several words for one
    (
        ("La hôtel de ville de Brec vend son théâtre", "La mairie de Brec vend son cirque"),
        "La mairie de Brec vend son théâtre",
    ),
    # elision and agreement, beside a word that is as common as its synonym
    (("La arrêt du bac inquiète Brec", "La grève du ferry inquiète Brec"), "La grève du bac inquiète Brec"),
    (("Le noise des marins monte au port", "Le bruit des marins monte au quai"), "Le bruit des marins monte au port"),
    (
        ("Mayor opens an span after long delay", "Mayor opens a bridge later long delay"),
        "Mayor opens a bridge after long delay",
    ),
]


def related(*texts: str, body: str = "Rien ne presse, et le bac repart lundi avec ses marins.") -> str:
    return "\n\n".join(["Le bac repart", "Voir aussi", *texts, "Partager", body])


@pytest.mark.parametrize(("one", "other"), FOLDED)
def test_swapped_words_are_folded(one: str, other: str) -> None:
    assert are_near_duplicates(one, other)
    assert are_near_duplicates(other, one)


@pytest.mark.parametrize(("one", "other"), KEPT_APART)
def test_different_news_are_never_folded(one: str, other: str) -> None:
    assert not are_near_duplicates(one, other)
    assert not are_near_duplicates(other, one)


@pytest.mark.parametrize(("copies", "original"), REBUILT)
def test_the_original_is_rebuilt(copies: tuple[str, str], original: str) -> None:
    language = "en" if original.startswith("Mayor") else "fr"
    for texts in (copies, copies[::-1]):
        (headline,) = bench.folded(language, *texts)
        assert headline.text == original


def test_of_three_copies_the_majority_wins() -> None:
    copies = (
        "Le lycée de Brec vend ses pommes",
        "Le collège de Brec vend ses pommes",
        "Le lycée de Brec vend ses fruits",
    )
    (headline,) = bench.folded("fr", *copies)
    assert headline.text == "Le lycée de Brec vend ses pommes"
    assert [(one.at.of(headline.text), one.instead_of) for one in headline.repairs] == [
        ("lycée", ("collège",)), ("pommes", ("fruits",)),
    ]  # fmt: skip
    assert not headline.doubtful


def test_one_swap_is_doubtful_for_both_may_have_been_hit_there() -> None:
    (headline,) = bench.folded(
        "fr", "Brec : ce maire et ses adjoints absents", "Brec : un maire et ses adjoints absents"
    )
    assert [one.alternatives for one in headline.doubtful] == [("ce", "un")]
    assert headline.doubtful[0].at.of(headline.text) == "le"
    assert not headline.repairs


@pytest.mark.parametrize(
    ("language", "one", "other", "text"),
    [
        # an article that both lost, by what stands after it
        ("fr", "Paris ferme cette piscine", "Paris ferme une piscine", "Paris ferme la piscine"),
        ("fr", "Brec : ces élus de la mer", "Brec : des élus de la mer", "Brec : les élus de la mer"),
        ("en", "Court halts a work near Brec", "Court halts this work near Brec", "Court halts the work near Brec"),
        # none where the letters of the article stand elsewhere, unspoiled
        ("en", "Judge ends that row on the ring", "Judge ends this row on the ring", "Judge ends that row on the ring"),
    ],
)
def test_an_article_that_both_copies_lost(language: str, one: str, other: str, text: str) -> None:
    (headline,) = bench.folded(language, one, other)
    assert headline.text == text
    assert headline.doubtful


def test_every_place_is_true() -> None:
    for language in bench.LANGUAGES:
        for pair in bench.pairs(language, bench.synonyms(language)):
            for headline in bench.folded(language, *pair.copies):
                places = sorted([one.at for one in headline.repairs] + [one.at for one in headline.doubtful])
                assert all(0 <= at.start < at.end <= len(headline.text) for at in places)
                assert all(one.end <= other.start for one, other in pairwise(places))


PIECES = [
    *("Le", "la", "l’", "chat", "dort", "dortoir", "en", "chez", "enchez", ",", ":", "12", "Brec", "a"),
    *("\u0130", "\ud800"),
]
COPIES = st.lists(st.lists(st.sampled_from(PIECES), max_size=9), min_size=2, max_size=4)


@settings(max_examples=300, deadline=None)
@given(COPIES)
def test_any_copies_are_folded_and_rebuilt(copies: list[list[str]]) -> None:
    texts = [" ".join(words) for words in copies if words]
    found = bench.folded("fr", *texts)
    long_enough = [text for text in texts if sum(not word[0].isdigit() for word in WORD.findall(text)) >= FEWEST_WORDS]
    assert sorted(variant.text for headline in found for variant in headline.variants) == sorted(long_enough)
    for headline in found:
        places = sorted([one.at for one in headline.repairs] + [one.at for one in headline.doubtful])
        assert all(0 <= at.start < at.end <= len(headline.text) for at in places)
        assert all(one.end <= other.start for one, other in pairwise(places))


def test_a_headline_that_stands_once_and_equal_copies_are_left_alone() -> None:
    texts = ("le arrêt du bac inquiéte Brec", "Le lait manque à Sarvigne depuis jeudi")
    found = bench.folded("fr", *texts, texts[0])
    assert [(one.text, len(one.variants), one.repairs, one.doubtful) for one in found] == [
        (texts[0], 2, (), ()), (texts[1], 1, (), ()),
    ]  # fmt: skip


def test_variants_that_differ_in_blanks_alone_are_one() -> None:
    (headline,) = bench.folded("fr", "Brec : le lait manque", "Brec\u00a0: le lait manque")
    assert (headline.text, headline.repairs, headline.doubtful) == ("Brec : le lait manque", (), ())


@pytest.mark.parametrize(
    ("body", "marked"),
    [
        # spoiled inside by what the headlines show
        ("Les documchezts ont disparu, et personne ne les cherche.", {"documchezts": ("documents",)}),
        # the synonym as a word of its own may be right
        ("Il rentre chez lui, et personne ne le cherche plus.", {}),
        # a strange word that undoing does not make one of the language
        ("Les zorchezts ont disparu, et personne ne les cherche.", {}),
    ],
)
def test_words_of_the_article_spoiled_the_same_way_are_marked(body: str, marked: dict[str, tuple[str, ...]]) -> None:
    copies = ("querelle en Bresse : le lait manque souvent", "Dispute chez Bresse : le lait manque souvchezt")
    article = analyse(document_from_text(related(*copies, body=body)))
    raw = article.document.raw
    assert {one.span.of(raw): one.alternatives for block in article.blocks for one in block.doubtful_words} == marked
    assert body in article.text


def test_touching_swaps_are_told_apart() -> None:
    found = {tuple(one.texts for one in alignment) for alignment in alignments(("un chef dort", "le patron dort"))}
    assert (("un", "le"), ("chef", "patron")) in found


@pytest.mark.parametrize(
    ("one", "other", "texts"),
    [
        ("Le pont rouvre pour la moitié-", "Le pont rouvre pour le tiers", ("la moitié-", "le tiers")),
        ("A bridge for the one-", "A bridge for a half", ("the one-", "a half")),
    ],
)
def test_a_headline_that_ends_with_a_hyphen_is_set_beside_another(one: str, other: str, texts: tuple[str, str]) -> None:
    assert next(alignments([one, other]))[0].texts == texts
    assert next(alignments([other, one]))[0].texts == texts[::-1]


def test_one_substitution_explains_what_it_does_inside_words() -> None:
    assert substitutions([("en", "chez"), ("dément", "démchezt"), ("lait", "pain")]) == [
        ("en", "chez"),
        ("lait", "pain"),
    ]


@pytest.mark.parametrize(
    ("language", "left", "right", "fits"),
    [
        ("fr", "le", "arrêt", False), ("fr", "le", "cortège", True), ("fr", "la", "cortège", False),
        ("fr", "les", "cortège", False), ("fr", "son", "école", True), ("fr", "de", "les", False),
        ("fr", "une", "refuse", False), ("fr", "cette", "sncf", True), ("fr", "la", "refuse", True),
        ("fr", "l'", "cortège", False), ("fr", "l'", "arrêt", True), ("en", "women'", "s", True),
        ("en", "a", "apple", False), ("en", "an", "apple", True), ("en", "an", "bridge", False),
        ("en", "an", "hour", True),
    ],
)  # fmt: skip
def test_neighbours(language: str, left: str, right: str, fits: bool) -> None:
    rules, words = adjacency_rules(language), word_list(language)
    assert rules is not None
    a, b = (AdjacentWord(word.rstrip("'"), False, word.endswith("'"), words.find(word)) for word in (left, right))
    assert (rules.score(a, b) == 0) is fits


@pytest.mark.parametrize(
    ("language", "word", "there"),
    [
        ("fr", "Cœur", True), ("fr", "supplémentaires", True), ("fr", "documchezt", False), ("fr", "", False),
        ("en", "courthouses", True), ("en", "vetowardes", False), (None, "le", False), ("xx", "le", False),
    ],
)  # fmt: skip
def test_word_lists(language: str | None, word: str, there: bool) -> None:
    assert (word_list(language).find(word) is not None) is there


def test_word_lists_are_sorted_and_small() -> None:
    for language in bench.LANGUAGES:
        words = [line.split(b"\t")[0] for line in word_list(language).lines.split(b"\n")[1:-1]]
        assert all(one < other for one, other in pairwise(words))
        assert word_list(language).find(words[0].decode())
        assert word_list(language).find(words[-1].decode())
    assert sum(path.stat().st_size for path in FOLDER.glob("*/words.gz")) < 2_000_000


def test_word_lists_are_loaded_only_when_variants_disagree() -> None:
    word_list.cache_clear()
    analyse(document_from_text(related("Le lait manque à Sarvigne depuis jeudi", "Le maire de Brec ira au congrès")))
    assert word_list.cache_info().currsize == 0


def test_headlines_that_are_nearly_alike_are_not_folded() -> None:
    lines = (corpus.FOLDER / "headlines.distinct.txt").read_text(encoding="utf-8").splitlines()
    alike = [line.split(" | ") for line in lines if not line.startswith("#")]
    assert len(alike) >= 100
    assert [pair for pair in alike if are_near_duplicates(*pair)] == []


def test_the_bench_is_broad() -> None:
    assert sum(len(set(bench.headlines(language))) for language in bench.LANGUAGES) >= 300
    assert all(len(bench.synonyms(language)) >= 300 for language in bench.LANGUAGES)


@pytest.mark.parametrize(
    ("line", "is_headline"),
    [
        ("Saint-Évre : le record de fréquentation tombe", True),
        ("2 Officers Shot, Wounded At Apartment Complex", True),
        ("Politique", False),
        ("1", False),
        ("67.2k viewing now", False),
        ("Trump Impeachment Inquiry", False),
        ("22 August 2019", False),
    ],
)
def test_a_line_of_few_words_is_no_headline(line: str, is_headline: bool) -> None:
    block = Block("related", Span(0, len(line)), line, kept=False)
    assert [one.text for one in fold_headlines([block], "fr")] == ([line] if is_headline else [])
