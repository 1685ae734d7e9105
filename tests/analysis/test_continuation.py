"""Quotations without a cue of their own, and the source that they continue."""

import pytest

from tests.analysis.quoting import quotes_in

CONTINUED = [
    # the sentence before names whose words end with an exclamation, though a sentence follows without a stop between
    ("fr", "Anne Roux n’en revient pas. « Trente ans qu’on le cherchait ! » Le tableau a souffert.", ["Anne Roux"]),
    # so does a sentence about a thing of the last source, or about others around it
    ("fr", "« Il pleut », dit Anne Roux. À la barre, sa voix se brise. « Ma fille pleurait. »", ["Anne Roux"] * 2),
    ("fr", "« Il pleut », dit Anne Roux. Autour d’elle, des gens dorment. « Nous attendons. »", ["Anne Roux"] * 2),
    # words that end as a sentence does go on, unless who speaks is introduced behind them
    ("fr", "« Il pleut », dit Anne Roux. « Ma fille est là ! » Luc Aubry, lui, est parti.", ["Anne Roux"] * 2),
    (
        "fr",
        "« Il pleut », dit Anne Roux. « Ma fille est là ! » Luc Aubry, 54 ans, éleveur, pleure.",
        ["Anne Roux", "Luc Aubry"],
    ),
    # words that answer go on with nobody's
    ("fr", "Le juge, Luc Aubry, insiste. « Vous dormiez ? », demande-t-il. « Non. »", ["Luc Aubry", None]),
    (
        "fr",
        "Le juge, Luc Aubry, insiste. « Vous mentez », dit-il. « Non seulement ici, mais hier. »",
        ["Luc Aubry"] * 2,
    ),
    ("fr", "Luc Aubry lui dit que son fils est « une entrave ». « Et moi, je l’ai cru. »", ["Luc Aubry", None]),
    ("fr", "Luc Aubry dit que son fils est « une entrave ». « Nonobstant, je l’aime. »", ["Luc Aubry"] * 2),
    # a sentence that gives its subject other words introduces no speaker of those before it
    ("fr", "« Je l’ai cru. » Sa sœur, Anne Roux, parle d’« un fantôme ».", [None, "Anne Roux"]),
    # a possessive with a noun of saying, or `à l’entendre`, continues the last source
    (
        "fr",
        "Paul Verdier est venu. « Il pleut », a-t-il dit.\n\nÀ l’entendre, « la vallée se meurt ».",
        ["Paul Verdier"] * 2,
    ),
    ("fr", "« Il pleut », dit Paul Verdier. À l’en croire, la vallée est « déjà morte ».", ["Paul Verdier"] * 2),
    ("en", "“It rains,” said Ann Lee. To hear her tell it, the valley is “dead already.”", ["Ann Lee"] * 2),
    ("fr", "« Il pleut », dit Paul Verdier. Son conseil : « Ne partez jamais seul. »", ["Paul Verdier"] * 2),
    ("en", "“It rains,” said Ann Lee. Her advice: “Never go out alone.”", ["Ann Lee"] * 2),
    ("fr", "« Il pleut », dit Paul Verdier. Son verdict : « La vallée se meurt. »", ["Paul Verdier"] * 2),
    (
        "fr",
        "« Il pleut », dit Paul Verdier. Anne Roux a tout lu. Son constat : « C’est faux. »",
        ["Paul Verdier", "Anne Roux"],
    ),
    ("en", "“It rains,” said Ann Lee. Bob Ross read it all. His verdict: “All wrong.”", ["Ann Lee", "Bob Ross"]),
    ("fr", "Verdict de Paul Verdier : « La vallée se meurt. »", ["Paul Verdier"]),
    # a quotation behind a colon ends its sentence with any final mark
    (
        "fr",
        "La maire, Anne Roux, écoute. Une mère lance : « Et vous ! » La maire coupe le micro. « Du calme », dit-elle.",
        ["mère", "Anne Roux"],
    ),
    ("fr", "Anne Roux lance : « Et vous ! » avant de sortir. « Du calme », dit-elle.", ["Anne Roux"] * 2),
    ("fr", "Réponse immédiate d’un voisin : « Nous verrons. »", ["voisin"]),
    ("fr", "Réponse d’Anne Roux, la maire : « Nous verrons. »", ["Anne Roux"]),
    ("fr", "« Il pleut », dit Paul Verdier. À ses yeux, la vallée est « perdue ».", ["Paul Verdier"] * 2),
    ("en", "“It rains,” said Ann Lee. In her view, the valley is “lost.”", ["Ann Lee"] * 2),
    (
        "fr",
        "« Il pleut », dit Paul Verdier. Anne Roux pèse ses mots : « La vallée se meurt. »",
        ["Paul Verdier", "Anne Roux"],
    ),
    # so does what leads to it without a verb or a person, if a conjunction opens it
    (
        "fr",
        "« Il pleut », dit Anne Roux. Vingt ans ici, des larmes dans la voix : « Adieu donc. »",
        ["Anne Roux", None],
    ),
    ("fr", "« Il pleut », dit Anne Roux. Puis, après un silence : « Je pars. »", ["Anne Roux"] * 2),
    ("fr", "« Il pleut », dit Anne Roux. Des larmes aux yeux : « Oui », lâche Luc Aubry.", ["Anne Roux", "Luc Aubry"]),
    (
        "fr",
        "« Il pleut », dit Anne Roux. Une réponse jugée molle par le maire, Luc Aubry : « Des mots », ironise-t-il.",
        ["Anne Roux", "Luc Aubry"],
    ),
    (
        "fr",
        "« Il pleut », dit Anne Roux. Une norme de 1998, toujours en vigueur, fixe un minimum : « Dix mètres. »",
        ["Anne Roux", "norme de 1998"],
    ),
    ("fr", "« Il pleut », dit Anne Roux. Puis, après un silence, le maire : « Je pars. »", ["Anne Roux", "maire"]),
    # a sentence does not go on behind a short form that is a word too
    ("en", "“It rains,” said Ann Lee. “I had to say no.” The hall is empty.", ["Ann Lee"] * 2),
    ("fr", "« Il pleut », dit Anne Roux. « Ils sont sept. » La salle est vide.", ["Anne Roux"] * 2),
    # … also behind a word for a pause, but not behind another name
    ("fr", "« Il pleut », dit Anne Roux. Silence. « Je pars demain. »", ["Anne Roux"] * 2),
    ("fr", "« Il pleut », dit Anne Roux. Éclats de rire. « Je pars demain. »", ["Anne Roux"] * 2),
    ("fr", "« Il pleut », dit Anne Roux. Josiane. « Je pars demain. »", ["Anne Roux", None]),
    ("fr", "« Il pleut », dit Anne Roux.\n\nSilence.\n\n« Je pars demain. »", ["Anne Roux", None]),
    # a voice that the next sentence tells of is that of the quotation
    ("fr", "« On ne ferme pas ! » La voix d’Anne Roux, maire de Lombrac, a résonné.", ["Anne Roux"]),
    ("fr", "« On ne ferme pas ! » Il est tard et la voix d’Anne Roux se brise.", ["Anne Roux"]),
    ("fr", "« On ne ferme pas ! » La voix du vent a résonné.", [None]),
    ("fr", "« Il pleut », dit Anne Roux. Plus loin : « Je pars demain. »", ["Anne Roux"] * 2),
    ("fr", "« Il pleut », dit Anne Roux. Plus loin, un chat dort.", ["Anne Roux"]),
    # … but `à ses yeux` are those of whom the sentence before is about
    (
        "fr",
        "« Il pleut », dit Anne Roux. Luc Aubry est sévère. À ses yeux, « elle ment depuis toujours ».",
        ["Anne Roux", "Luc Aubry"],
    ),
    # of two quotations in one sentence, the cue behind the second is no cue of a question before it
    (
        "fr",
        "Anne Roux se tourne vers lui. « Et ensuite ? » « Je suis parti », a répondu Luc Aubry.",
        ["Anne Roux", "Luc Aubry"],
    ),
    ("fr", "« Et ensuite ? » « Je suis parti », a répondu Luc Aubry.", [None, "Luc Aubry"]),
    # a short question parts nothing, unless it may name somebody
    ("fr", "« Il pleut », dit Anne Roux. Et demain ? « Je pars aussitôt. »", ["Anne Roux"] * 2),
    ("fr", "« Il pleut », dit Anne Roux. Et Luc Aubry ? « Je pars aussitôt. »", ["Anne Roux", "Luc Aubry"]),
    # whoever takes up a word speaks to the one who said it
    ("fr", "« Partir », lui a dit Anne Roux. « Partir pour où ? »", ["Anne Roux", None]),
    # the last source speaks of his own in the first person
    ("fr", "« Il pleut », dit Anne Roux. Ses parents ont une ferme, « que je n’aime pas ».", ["Anne Roux"] * 2),
    # any infinitive behind `et de`, if it leads to the quotation
    ("fr", "« Il pleut », dit Anne Roux. Et de filer en cuisine : « Vous restez dîner ? »", ["Anne Roux"] * 2),
    # a full name alone on the line below a quotation signs it
    ("fr", "La salle est pleine.\n\n« La vallée se meurt. »\n\nPaul Verdier\n\nLa salle se vide.", ["Paul Verdier"]),
    (
        "en",
        "The hall is full.\n\n“The valley is lost.”\n\nEdith Crane, former owner\n\nThe hall clears.",
        ["Edith Crane"],
    ),
    ("fr", "La salle est pleine.\n\n« La vallée se meurt. »\n\nLombrac\n\nLa salle se vide.", [None]),
    # a quotation without a cue continues the last source
    ("fr", "« Il pleut », a dit Paul Verdier. « Et il ventera demain. »", ["Paul Verdier"] * 2),
    ("fr", "« Il pleut », a dit Paul Verdier.\n\n« Et il ventera demain. »", ["Paul Verdier"] * 2),
    # or belongs to the person whom the sentence before is about, or whose longer quotation repeats it
    ("fr", "Bastien Lacaze a fondu en larmes. « Je voulais tellement gagner ici. »", ["Bastien Lacaze"]),
    (
        "fr",
        "« Une folie raisonnable »\n\n« C’est une folie raisonnable, et elle marche », dit Anne Roux.",
        ["Anne Roux"] * 2,
    ),
    # but not to that of another paragraph
    ("fr", "Bastien Lacaze a fondu en larmes.\n\n« Je voulais tellement gagner ici. »", [None]),
    # … or to a people, if not that of the last source
    (
        "fr",
        "Zoé Lebrun est partie avec Ève Haddad. La Française Zoé Lebrun pleure. « Elle est forte », dit Zoé Lebrun.\n\n"
        "La Norienne sourit. « Je voulais tellement gagner ici. »",
        ["Zoé Lebrun", "Ève Haddad"],
    ),
    # a narrative infinitive continues the last source
    ("fr", "« Il pleut », dit Luc Aubry. Avant d’ajouter, un brin fataliste : « Il vente. »", ["Luc Aubry"] * 2),
    ("fr", "« Il pleut », dit Luc Aubry. Avant de conclure : « Il vente. »", ["Luc Aubry"] * 2),
    ("fr", "« Il pleut », a dit Paul Verdier. Et de conclure : « Rentrons. »", ["Paul Verdier"] * 2),
    ("fr", "« Il pleut », a dit Anne Roux. Et d’ajouter : « Il vente. »", ["Anne Roux"] * 2),
    ("fr", "« Il pleut », a dit Anne Roux. Puis de lancer : « Rentrons donc. »", ["Anne Roux"] * 2),
    # a quoted title in the same sentence does not interrupt
    ("en", "“No one rules,” Ann Lee said on Fox’s “Morning Edition.” “Not him, not me.”", ["Ann Lee", None, "Ann Lee"]),
    # a quotation that is not closed continues in the next paragraph
    (
        "fr",
        "« Mes jambes ne me portent plus.\n\n« J’ai la certitude qu’il faut partir », a dit Albert Roux.",
        ["Albert Roux"] * 2,
    ),
    # whom the sentence before is about may be named by a noun that refers to somebody
    (
        "fr",
        "« Il pleut », dit Zoé Roux. Il vente. L’actrice hausse les épaules. « Je ne lis plus rien du tout. »",
        ["Zoé Roux"] * 2,
    ),
    ("fr", "Zoé Roux joue. L’actrice hausse les épaules. « Je ne lis plus rien du tout. »", [None]),
    ("fr", "La mer monte. La dame hausse les épaules. « Je ne lis plus rien du tout. »", [None]),
    # a cue behind a whole sentence opens the next quotation
    (
        "fr",
        "Luc Aubry veut « un plan clair ». « Qui paiera demain ? » Son ami Paul Verdier a renchéri : « Personne. »",
        ["Luc Aubry", "Luc Aubry", "Paul Verdier"],
    ),
    # a sentence about a possession of the source does not interrupt
    (
        "fr",
        "« J’ai fermé les yeux », raconte Élodie. Sa voiture est perdue. « Un monsieur m’a sortie de là. »",
        ["Élodie"] * 2,
    ),
]


@pytest.mark.parametrize(("language", "text", "speakers"), CONTINUED)
def test_a_quotation_without_a_cue_continues_a_source(language: str, text: str, speakers: list[str | None]) -> None:
    assert [quote.speaker for quote in quotes_in(language, text)] == speakers


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "sa réponse de cette question : « Pourquoi"),  # what is somebody's
        ("fr", "Sa réponse : « Pourquoi pas ? »"),
        ("en", "Its response: “It had to be so"),
        ("fr", "Et de conclure : « Tout est à refaire. »"),  # what somebody said then
        ("fr", "À l’entendre, « tout est à refaire »."),  # as somebody tells it
    ],
)
def test_a_quotation_that_continues_no_source_has_no_speaker(language: str, text: str) -> None:
    assert [(quote.speaker, quote.speaker_span) for quote in quotes_in(language, text)] == [(None, None)]


def test_a_quotation_after_one_without_a_source_continues_nothing() -> None:
    first, second = quotes_in("fr", "Les cloches sonnent. « Tout va bien ici. » « Et là encore aussi. »")
    assert (first.rule, second.rule) == (None, None)
