"""Decisions name their rules: what named a source and how sure it is, how a number was read, what made its rank."""

from __future__ import annotations

import json
from typing import get_args

import pytest

from tests.bench.ranking import SETS, own_texts
from tests.corpus import NAMES, case
from tui_reader.analysis.figures import ranking
from tui_reader.analysis.figures.numeral import NumeralRule
from tui_reader.analysis.pipeline import analyse
from tui_reader.analysis.quotes import weights
from tui_reader.analysis.quotes.weights import WEIGHTS
from tui_reader.export.contract import as_json, as_line
from tui_reader.ingest.sources import document_from_text
from tui_reader.model import Article

FRENCH = "Le conseil est dans la ville et on ne sait pas ce que les habitants de la rue en ont dit.\n\n"
ENGLISH = "The council is in the town and nobody knows what the people of the street have said of it.\n\n"
CASES = [
    ("frame.maker-of-wording", "« Tout est à refaire. » Le mot est d’Anne Roux."),
    ("after.verb-source", "« Tout est à refaire », a soupiré Anne Roux."),
    ("after.impersonal-verb-place", "« Rien ne presse », dit-on à l’Élysée."),
    ("after.verb-one-of-them", "“We are tired,” said one of them, Tom Breck, a cook."),
    ("after.unlisted-verb-pronoun", "« Quel temps », a-t-elle zozoté."),
    ("after.unlisted-verb-source", "« Quel temps », zozote Anne Roux."),
    ("after.verb-source-later", "Il est parti « sans un mot » au petit matin, a raconté Anne Roux."),
    ("before.document-provision", "La loi, qui impose de « garder les digues », reste."),
    ("after.source-verb", "“We will see,” Ann Lee said."),
    ("after.source-verb-later", "He left “without a word” on the first train, Ann Lee said."),
    ("after.viewpoint", "Une somme « dérisoire », pour Anne Roux."),
    ("after.interview", "« La glace ne ment pas » : entretien avec Ève Perrault"),
    ("after.source-unlisted-verb", "“That is no answer at all,” she harrumphed."),
    ("after.source-put-it", "“Mostly true, and wholly false,” as Ann Lee put it in May."),
    ("after.predicate-source", "“Mostly true, and wholly false” is how Ann Lee described it in May."),
    ("before.source-put-it", "As Ann Lee put it, the bank is “a friend of nobody.”"),
    ("after.introduction", "« Le toit est tombé. » Anne Roux, 54 ans, éleveuse à Lombrac, est dehors."),
    ("after.signature", "« La glace ne ment pas »\n\n— Ève Perrault"),
    ("before.place-impersonal-verb", "À l’Élysée, on assure que « rien ne presse »."),
    ("before.source-reporting-verb", "Anne Roux a déclaré que « rien ne presse »."),
    ("before.source-judging-verb", "Anne Roux y voit une mesure « injuste et cruelle »."),
    ("before.source-colon", "Anne Roux : « Rien ne presse. »"),
    ("before.source-clause-colon", "Anne Roux tape du poing sur la table : « Rien ne presse. »"),
    ("before.source-without-verb", "Luc Aubry parle d’une « farce », et Anne Roux d’un « jeu cruel »."),
    ("before.inserted-verb-source", "C’était, dit Anne Roux, « une nuit sans lune »."),
    ("before.source-relative-quoted-verb", "Le conseil a adopté un texte qui « exige des renforts »."),
    ("before.source-quoted-verb", "Anne Roux « refuse de céder au chantage »."),
    ("before.source-quoted-word", "Anne Roux est « effarée par la nouvelle »."),
    ("before.sentence-subject", "Anne Roux marche vers « un hiver de plus dans le froid et le vent »."),
    ("frame.according-to-near", "La digue est « solide », selon Anne Roux."),
    ("frame.according-to", "Selon Anne Roux, la digue est « solide comme un roc »."),
    ("frame.viewpoint-relative", "Ce n’est pas l’avis d’Anne Roux, pour qui « rien ne presse »."),
    ("frame.viewpoint", "Pour Anne Roux, « rien ne presse »."),
    ("frame.viewpoint-pronoun", "C’est pour lui « un hiver de plus »."),
    ("frame.passive-agent", "Le projet a été qualifié de « folie » par Anne Roux."),
    ("frame.reproached", "Le parti accuse Anne Roux d’avoir parlé d’une « folie »."),
    ("frame.owner-of-borrowed-words", "Ève joue « sans filet », pour reprendre les mots d’Anne Roux."),
    ("frame.owner-of-words", "De l’avis d’Anne Roux, la digue est « solide comme un roc »."),
    ("frame.owner-of-page", "Sur la page officielle de Lombrac, on pouvait lire : « Merci. »"),
    ("frame.bearer-of-words", "Anne Roux a déployé une banderole « Rendez-nous la digue »."),
    ("inside.interjected-cue", "« Rien, a dit Anne Roux, ne presse ici. »"),
    ("context.sentence-before", "Anne Roux a fondu en larmes. « Je n’en peux plus. »"),
    ("context.continued", "« Rien ne presse », a dit Anne Roux. « Nous verrons cela demain. »"),
    ("dialogue.label", "".join(f"Anne Roux : Réponse {number}.\n\nLe Phare : Pourquoi ?\n\n" for number in range(5))),
    ("post.author", "La digue a tenu bon, et nous aussi.\n— Anne Roux (@anneroux) March 2, 2022"),
]


def analysed(text: str) -> Article:
    return analyse(document_from_text(f"{ENGLISH if '“' in text else FRENCH}{text}\n"))


@pytest.mark.parametrize(("rule", "text"), CASES, ids=[rule for rule, _ in CASES])
def test_a_quotation_has_the_rule_that_named_its_source_and_its_confidence(rule: str, text: str) -> None:
    quotes = [quote for quote in analysed(text).quotes if quote.rule == rule]
    assert quotes, [(quote.rule, quote.text) for quote in analysed(text).quotes]
    confidence = quotes[0].confidence
    assert confidence is not None
    assert 0 < confidence <= WEIGHTS.get(rule, 1)


def test_every_rule_has_a_case() -> None:
    assert set(WEIGHTS) <= {rule for rule, _ in CASES}


def test_weights_are_probabilities() -> None:
    losses = (weights.UNUSUAL_ORDER_PENALTY, weights.VERY_FAR_PENALTY, weights.FAR_THING_PENALTY, weights.MEDIA_FACTOR)
    assert all(0 < weight <= 1 for weight in (*WEIGHTS.values(), *losses))


NUMBERS = [
    ("digits", "Il a fallu 300 ouvriers."),
    ("words", "Il a fallu trois cents ouvriers."),
    ("collective", "Il a fallu une trentaine d’ouvriers."),
    ("part", "Il a fallu les deux tiers des ouvriers."),
    ("range", "Il a fallu 60 à 70 ouvriers."),
    ("ratio", "Un ouvrier sur trois est parti."),
    ("score", "Les Verts ont gagné 3-1 contre Lombrac."),
    ("ellipsis", "Il a fallu 385 voix contre 2."),
    ("race-time", 'Il a couru en 9"81 hier soir.'),
    ("divided", "Il a perdu 2/3 des ouvriers."),
    ("fraction", "La moitié des ouvriers est partie."),
    ("fold", "Il gagne le double de sa mère."),
    ("half", "Il a attendu une demi-heure."),
]


@pytest.mark.parametrize(("rule", "text"), NUMBERS, ids=[rule for rule, _ in NUMBERS])
def test_how_a_number_was_read_is_told(rule: str, text: str) -> None:
    figures = analysed(text).figures
    assert rule in {figure.rule for figure in figures}, [(figure.rule, figure.text) for figure in figures]


def test_every_way_to_read_a_number_has_a_case() -> None:
    assert {rule for rule, _ in NUMBERS} == set(get_args(NumeralRule))


def test_every_reason_of_a_rank_is_met_in_the_corpus() -> None:
    articles = [case(name).article for name in NAMES]
    articles += [analyse(document_from_text(text.text)) for use in SETS for text in own_texts(use)]
    reasons = {reason.rule for article in articles for figure in article.figures for reason in figure.reasons}
    assert reasons == set(ranking.WEIGHTS)


def test_the_rank_is_made_of_the_reasons() -> None:
    for name in NAMES:
        article = case(name).article
        sums = [sum(reason.weight for reason in figure.reasons) for figure in article.figures]
        assert sums == sorted(sums, reverse=True)


def test_proposals_and_reasons_are_printed_when_asked_for() -> None:
    article = analysed("Selon Anne Roux, la digue, a dit Paul Verdier, est « solide comme un roc » pour 300 ans.")
    [quote] = as_json(article, explain=True)["quotes"]
    texts = [one["text"] for one in quote["proposals"]]
    assert texts == ["Paul Verdier", "Anne Roux", "la digue", "Paul Verdier"]
    assert quote["proposals"][0]["rule"] == quote["rule"]
    weights = [one["weight"] for one in quote["proposals"]]
    assert weights == sorted(weights, reverse=True)
    [figure] = as_json(article, explain=True)["figures"]
    assert "kind.duration" in {reason["rule"] for reason in figure["reasons"]}
    plain = json.loads(as_line(article))
    assert "proposals" not in plain["quotes"][0]
    assert "reasons" not in plain["figures"][0]
    assert json.loads(as_line(article, explain=True))["quotes"][0]["proposals"] == quote["proposals"]


def test_spans_of_proposals_are_true_in_damaged_text() -> None:
    text = f"{FRENCH}« Tout est Ã  refaire », a soupirÃ© la boulangÃ¨re AmÃ©lie Roux, dÃ©solÃ©e.\n"
    [quote] = as_json(analyse(document_from_text(text)), explain=True)["quotes"]
    assert quote["proposals"][0]["text"] == "la boulangÃ¨re AmÃ©lie Roux"
