"""Each construction alone: which source it proposes in sentences of its kind, and that it is silent in others."""

import re

import pytest

from tui_reader.analysis.quotes import cues
from tui_reader.analysis.quotes.context import QuoteContext
from tui_reader.analysis.syntax.chunker import read_sentence
from tui_reader.analysis.syntax.grammar import grammar_of
from tui_reader.analysis.syntax.subjects import Clauses
from tui_reader.analysis.text.segmentation import fold
from tui_reader.analysis.text.tokens import Tokens
from tui_reader.model import Span

_QUOTED = re.compile(r"[«“]\s*([^»”]*?)\s*[»”]")

CASES = [
    # verb_then_source
    ("verb_then_source", "fr", "« Tout est à refaire », a soupiré Anne Roux.", "Anne Roux"),
    ("verb_then_source", "fr", "« Rien ne presse », affirme-t-elle.", "elle"),
    ("verb_then_source", "fr", "« Le pont tiendra », a-t-il encore juré.", "il"),
    (
        "verb_then_source",
        "fr",
        "« C’est fini », a confié lundi à la presse le maire de Lombrac.",
        "le maire de Lombrac",
    ),
    ("verb_then_source", "fr", "« J’ai gagné », s’est réjoui Paul Verdier sur son blog.", "Paul Verdier"),
    ("verb_then_source", "fr", "« On verra », préférait nuancer l’intéressé.", "l’intéressé"),
    ("verb_then_source", "en", "“We will see,” said Dr Ann Lee, the warden.", "Ann Lee"),
    ("verb_then_source", "en", "“It is a miracle,” said rescuer Tom Bekele.", "rescuer Tom Bekele"),
    ("verb_then_source", "en", "“It is a miracle,” said her brother.", "her brother"),
    ("verb_then_source", "en", "“My son left,” told the panel.", None),
    ("verb_then_source", "fr", "« Le pont » a été fermé lundi.", None),
    # place_of_nobody
    ("place_of_nobody", "fr", "« Rien ne presse », dit-on à l’Élysée.", "l’Élysée"),
    ("place_of_nobody", "fr", "« Rien ne presse », se félicite-t-on lundi chez Ravel.", "Ravel"),
    ("place_of_nobody", "fr", "« Rien ne presse », assure-t-on au ministère.", "ministère"),
    ("place_of_nobody", "fr", "« Rien ne presse », dit-on.", None),
    ("place_of_nobody", "fr", "« Rien ne presse », dit-elle à l’Élysée.", None),
    # place_of_nobody_before
    ("place_of_nobody_before", "fr", "À l’Élysée, on assure que « rien ne presse ».", "l’Élysée"),
    ("place_of_nobody_before", "fr", "Même ton à l’UNST, où l’on dénonce un « passage en force ».", "l’UNST"),
    ("place_of_nobody_before", "fr", "Chez Ravel, on promet « des jours meilleurs ».", "Ravel"),
    ("place_of_nobody_before", "fr", "Au matin, on assure que « rien ne presse ».", None),
    ("place_of_nobody_before", "fr", "À l’Élysée, elle assure que « rien ne presse ».", None),
    # verb_then_one_of_them
    ("verb_then_one_of_them", "en", "“We are tired,” said one, Ann Lee.", "Ann Lee"),
    ("verb_then_one_of_them", "en", "“We are tired,” said one of them, Tom Breck, a cook.", "Tom Breck"),
    ("verb_then_one_of_them", "en", "“It was dark!” cried another, Ann Lee, who had no lamp.", "Ann Lee"),
    ("verb_then_one_of_them", "en", "“We are tired,” said one of them.", None),
    ("verb_then_one_of_them", "fr", "« Je pars », écrit l’un d’eux, le romancier Colm Tierney.", "Colm Tierney"),
    ("verb_then_one_of_them", "fr", "« Je pars », confie l’une d’elles, Anne Roux, en riant.", "Anne Roux"),
    ("verb_then_one_of_them", "fr", "« Je pars », confie l’un d’eux sous couvert d’anonymat.", None),
    # unknown_verb_then_source
    ("unknown_verb_then_source", "fr", "« Quel temps », zozote Anne Roux.", "Anne Roux"),
    ("unknown_verb_then_source", "fr", "« Quel temps », a-t-elle zozoté.", "elle"),
    ("unknown_verb_then_source", "fr", "« Quel temps », s’ébaubit le maire Paul Verdier.", "Paul Verdier"),
    ("unknown_verb_then_source", "fr", "« Quel temps », s’ébaubit-elle.", "elle"),
    ("unknown_verb_then_source", "en", "“What a day,” warbled Mayor Ann Lee.", "Ann Lee"),
    ("unknown_verb_then_source", "fr", "« Le Vieux », navire de bois, a coulé.", None),
    # verb_then_source_later
    ("verb_then_source_later", "fr", "Le train part « à l’aube » pour Brest, a annoncé la régie.", "la régie"),
    ("verb_then_source_later", "fr", "Ils ont vu « un grand feu » au loin, a raconté Paul Verdier.", "Paul Verdier"),
    ("verb_then_source_later", "fr", "Le lac est « gelé » et le port « fermé », a indiqué Anne Roux.", "Anne Roux"),
    ("verb_then_source_later", "fr", "Le lac est « gelé » depuis lundi, mais il fait beau.", None),
    ("verb_then_source_later", "fr", "Il n’a « rien vu » du toit qui, hier, décrivait un arc « parfait ».", None),
    # source_then_verb
    ("source_then_verb", "en", "“It was cold,” Ann Lee recalled.", "Ann Lee"),
    ("source_then_verb", "en", "“A bell!” Colin Breck, a retired engineer, shouted.", "Colin Breck"),
    ("source_then_verb", "en", "“We heard it,” a voice in the crowd said.", "a voice"),
    ("source_then_verb", "en", "“We heard it,” Ann Lee, 54, a retired nurse from Leeds, said.", "Ann Lee"),
    ("source_then_verb", "en", "“We heard it,” Ms. Lee, 31, of Leeds, a baker, told the panel.", "Ms. Lee"),
    ("source_then_verb", "en", "“We heard it,” Ann Lee, who lives there, her hand raised, said.", "Ann Lee"),
    ("source_then_verb", "en", "The “old mill” Ann Lee sold was empty.", None),
    # source_then_verb_later
    ("source_then_verb_later", "en", "The boat was “quite lost” in the fog, Ann Lee said.", "Ann Lee"),
    ("source_then_verb_later", "en", "They want “a new road” by spring, the mayor said.", "the mayor"),
    ("source_then_verb_later", "en", "The rules had “gutted” the fleet, Delaney argued in a speech.", "Delaney"),
    ("source_then_verb_later", "en", "The “old” mill, Ann Lee said, was sold in May.", "Ann Lee"),
    ("source_then_verb_later", "en", "They want “a new road” by spring.", None),
    # source_and_verb_before
    ("source_and_verb_before", "fr", "Anne Roux a déclaré que « tout va bien ».", "Anne Roux"),
    ("source_and_verb_before", "fr", "Paul Verdier, qui vit à Brest, a dénoncé un « scandale ».", "Paul Verdier"),
    ("source_and_verb_before", "fr", "Michel Aubry, le maire, a répondu que c’était « trop tard ».", "Michel Aubry"),
    (
        "source_and_verb_before",
        "fr",
        "Paul Verdier s’est réjoui du vote, affirmant que c’était « un début ».",
        "Paul Verdier",
    ),
    ("source_and_verb_before", "fr", "Estimant que « tout est dit », il quitta la salle.", "il"),
    ("source_and_verb_before", "fr", "Il a terminé la visite en disant : « Je reviendrai. »", "Il"),
    ("source_and_verb_before", "fr", "Le texte prévoit une amende et déplore « un laxisme ».", "Le texte"),
    ("source_and_verb_before", "fr", "Anne Roux a, quant à elle, critiqué « un recul ».", "Anne Roux"),
    # … past a relative clause between commas, whose nouns are no subjects
    ("source_and_verb_before", "fr", "L’élu, dont la gare voit deux trains, promet de « crier ».", "L’élu"),
    ("source_and_verb_before", "fr", "Anne Roux, que les voisins aiment, juge le lieu « beau ».", "Anne Roux"),
    ("source_and_verb_before", "en", "The mayor, whose sons left, called it “a loss.”", "The mayor"),
    ("source_and_verb_before", "fr", "Le curé, qui, deux fois par an, bénit la mer, parle de « joie ».", "Le curé"),
    # … the relative pronoun being another than `qui`
    ("source_and_verb_before", "fr", "Il a vu la ministre, laquelle a promis « un geste ».", "la ministre"),
    ("source_and_verb_before", "fr", "On joint le maire, lequel dénonce « un recul ».", "le maire"),
    ("source_and_verb_before", "fr", "Les élus, lesquels réclament « du pain », partent.", "Les élus"),
    # … the infinitive alone being of saying
    ("source_and_verb_before", "fr", "La mairie fait savoir que le lac est « sain ».", "La mairie"),
    ("source_and_verb_before", "fr", "Anne Roux a fait valoir qu’elle était « prête ».", "Anne Roux"),
    ("source_and_verb_before", "fr", "Le club a fait remarquer que c’était « écrit ».", "Le club"),
    # … a role between commas, before a name or after
    ("source_and_verb_before", "fr", "Fils d’un maçon, Paul Verdier a dénoncé « un vol ».", "Paul Verdier"),
    ("source_and_verb_before", "fr", "Auteur du but à la fin, le capitaine évoquait « un rêve ».", "le capitaine"),
    ("source_and_verb_before", "fr", "Le préfet, l’amiral Loïc Guern, a promis « du calme ».", "Loïc Guern"),
    ("source_and_verb_before", "en", "But her rival, state Sen. Kirk Dow, says it is “over.”", "Kirk Dow"),
    ("source_and_verb_before", "en", "His neighbour, florist Anita Shaw, called it “odd.”", "Anita Shaw"),
    ("source_and_verb_before", "fr", "La ministre déléguée aux ports, Ève Haddad, a promis « un plan ».", "Ève Haddad"),
    # … a name that opens the sentence and stands nowhere else
    ("source_and_verb_before", "en", "Nolan, who is 40, has described himself as “a mule.”", "Nolan"),
    ("source_and_verb_before", "en", "Brightwell said the bridge was “quite safe.”", "Brightwell"),
    ("source_and_verb_before", "en", "Police said the man was “very calm.”", "Police"),
    ("source_and_verb_before", "en", "One former guard called it “a sieve.”", "One former guard"),
    # … `faire` and a word that says only after it
    ("source_and_verb_before", "fr", "Les élus ont fait part de leur « doute ».", "Les élus"),
    ("source_and_verb_before", "fr", "Le parquet fait état d’un « vol ».", "Le parquet"),
    ("source_and_verb_before", "fr", "Anne Roux laisse entendre que c’est « perdu ».", "Anne Roux"),
    # … a participle with a subject of its own, a thing said to somebody, a number before the noun
    ("source_and_verb_before", "en", "The club hit back, with Owen Marsh calling it “odd.”", "Owen Marsh"),
    ("source_and_verb_before", "en", "The ministry protested what it termed “a raid.”", "it"),
    ("source_and_verb_before", "en", "Researchers at the institute say the cure is “safe.”", "Researchers"),
    ("source_and_verb_before", "fr", "Plus de deux cents savants ont appelé à « agir ».", "savants"),
    ("source_and_verb_before", "fr", "Lui croit à « la revanche des villages ».", "Lui"),
    (
        "source_and_verb_before",
        "fr",
        "Le chef, le Norien Halvard Stene, les yeux rouges, dénonce « un vol ».",
        "Halvard Stene",
    ),
    ("source_and_verb_before", "en", "One said the boat was “quite lost.”", "One"),
    ("source_and_verb_before", "en", "Another claimed it was “a sieve.”", "Another"),
    ("source_and_verb_before", "fr", "Ce père de famille dénonce « un oubli ».", "Ce père de famille"),
    ("source_and_verb_before", "fr", "Paul Verdier a été accusé de « trahison ».", None),
    ("source_and_verb_before", "en", "Ann Lee told reporters he thought it “a waste.”", "Ann Lee"),
    ("source_and_verb_before", "en", "The trust that runs the site called it “a shame.”", "The trust"),
    ("source_and_verb_before", "en", "Ann Lee left early, saying the room was “too warm.”", "Ann Lee"),
    ("source_and_verb_before", "en", "Senator Ann Lee, the panel's top Democrat, said it was “too late.”", "Ann Lee"),
    ("source_and_verb_before", "en", "Mayor Tom Breck, the city's first Green, called it “a mess.”", "Tom Breck"),
    ("source_and_verb_before", "en", "Coach Ann Lee, a former Brewer, said the game was “dull.”", "Ann Lee"),
    ("source_and_verb_before", "en", "Ann Lee said the judge, whom she refused to attack, was “brave.”", "Ann Lee"),
    ("source_and_verb_before", "en", "Tom Breck said the pilot, whom nobody had blamed, was “calm.”", "Tom Breck"),
    ("source_and_verb_before", "en", "Ann Lee wrote that the cook, who had said little, was “hurt.”", "Ann Lee"),
    (
        "source_and_verb_before",
        "en",
        "The firm, which sells nets, owes what its owner, Ann Lee, calls “luck.”",
        "Ann Lee",
    ),
    (
        "source_and_verb_before",
        "en",
        "The club, which folded, was what its coach, Tom Breck, called “fun.”",
        "Tom Breck",
    ),
    ("source_and_verb_before", "en", "The inn, which burned, was what a guest, Ann Lee, called “home.”", "Ann Lee"),
    ("source_and_verb_before", "en", "The firm, which hired Ann Lee, a nurse, called it “luck.”", "The firm"),
    # source_before_colon
    ("source_before_colon", "fr", "Anne Roux : « Je pars. »", "Anne Roux"),
    ("source_before_colon", "fr", "Paul Verdier persiste dans ses attaques : « Tout est faux. »", "Paul Verdier"),
    ("source_before_colon", "en", "Ann Lee: “I am leaving.”", "Ann Lee"),
    # according_to_source
    ("according_to_source", "fr", "Selon Anne Roux, le lac est « perdu ».", "Anne Roux"),
    ("according_to_source", "fr", "Le lac est « perdu », d’après lui.", "lui"),
    ("according_to_source", "en", "The lake is “lost,” according to the council.", "the council"),
    # viewpoint_of_source
    ("viewpoint_of_source", "fr", "Pour elle, « tout reste à faire ».", "elle"),
    ("viewpoint_of_source", "fr", "Cette crise est pour lui le fruit « d’une erreur ».", "lui"),
    ("viewpoint_of_source", "fr", "Anne Roux, pour qui le port est « une chance », insiste.", "Anne Roux"),
    ("viewpoint_of_source", "fr", "Pour le port, c’est donc « la fin ».", "le port"),
    # source_of_passive
    ("source_of_passive", "fr", "Le projet, qualifié de « folie » par Anne Roux, avance.", "Anne Roux"),
    ("source_of_passive", "fr", "Il a été traité de « clown » par le maire.", "le maire"),
    ("source_of_passive", "en", "The plan was described as “a joke” by Ann Lee.", "Ann Lee"),
    ("source_of_passive", "en", "The talk was later described by an aide as “a bit of fun.”", "an aide"),
    ("source_of_passive", "fr", "Le tracé a été qualifié par Anne Roux de « saccage ».", "Anne Roux"),
    ("source_of_passive", "en", "The law was called by its author “a first step.”", "its author"),
    ("source_of_passive", "fr", "Anne Roux a dénoncé un « pillage », mené par la Brumie.", None),
    # viewpoint_after
    ("viewpoint_after", "fr", "Une somme « dérisoire », pour Paul Verdier, qui veut plus.", "Paul Verdier"),
    ("viewpoint_after", "fr", "C’est un pari « perdu », pour Anne Roux.", "Anne Roux"),
    ("viewpoint_after", "fr", "Un texte « mort-né », pour le maire Luc Aubry.", "Luc Aubry"),
    ("viewpoint_after", "fr", "Le bal « des fous », pour Anne Roux et ses amis, ouvre.", None),
    ("viewpoint_after", "fr", "Il a dit « oui », pour rire.", None),
    # verb_and_source_inserted
    ("verb_and_source_inserted", "en", "It was, said her friend Nadia, “like a dream.”", "her friend Nadia"),
    ("verb_and_source_inserted", "fr", "C’était, raconte Paul Verdier, « comme un rêve ».", "Paul Verdier"),
    ("verb_and_source_inserted", "fr", "Le lac est, selon le mot, dit Anne Roux, « perdu ».", "Anne Roux"),
    ("verb_and_source_inserted", "fr", "Le lac, hier encore bleu, « se meurt ».", None),
    # owner_of_words
    ("owner_of_words", "fr", "Les propos de Paul Verdier « sur la paresse » choquent.", "Paul Verdier"),
    ("owner_of_words", "fr", "De l’avis de la mairie, « rien ne presse ».", "la mairie"),
    ("owner_of_words", "en", "It was, in the words of Ann Lee, “a fine mess.”", "Ann Lee"),
    ("owner_of_words", "fr", "De l’aveu même de Paul Verdier, tout était « à refaire ».", "Paul Verdier"),
    ("owner_of_words", "fr", "Aux yeux du préfet, le pont est « perdu ».", "préfet"),
    ("owner_of_words", "fr", "Les mots sont rares et le lac est « perdu ».", None),
    # partner_of_talk
    ("partner_of_talk", "fr", "« La glace ne ment pas » : entretien avec Ève Perrault", "Ève Perrault"),
    ("partner_of_talk", "fr", "« Je pars » : rencontre avec le luthier Paul Verdier", "Paul Verdier"),
    ("partner_of_talk", "en", "“I never sleep”: an interview with Ann Lee", "Ann Lee"),
    ("partner_of_talk", "fr", "« La glace ne ment pas » : rencontre au sommet", None),
    # owner_of_page
    ("owner_of_page", "fr", "Sur la page officielle de Lombrac, on pouvait lire : « Merci. »", "Lombrac"),
    ("owner_of_page", "fr", "On lit dans le rapport que le pont est « usé ».", "le rapport"),
    ("owner_of_page", "fr", "Dans la lettre de la régie, on peut lire : « Pardon. »", "la régie"),
    # subject_of_quoted_verb
    ("subject_of_quoted_verb", "fr", "Anne Roux « refuse de céder au chantage ».", "Anne Roux"),
    ("subject_of_quoted_verb", "fr", "L’imam Karim Saïd est « effaré par la nouvelle ».", "L’imam Karim Saïd"),
    ("subject_of_quoted_verb", "fr", "Le conseil a adopté un texte qui « demande du renfort ».", "Le conseil"),
    ("subject_of_quoted_verb", "fr", "Le club d’Armorin « prend acte avec regret » de ce départ.", "Le club d’Armorin"),
    (
        "subject_of_quoted_verb",
        "fr",
        "La régie « regrette ce retard » et l’association « condamne le reste ».",
        "La régie",
    ),
    ("subject_of_quoted_verb", "fr", "La charrette « refuse de rouler ».", None),
    # subject_of_sentence
    ("subject_of_sentence", "fr", "Anne Roux redoute « un hiver de plus ».", "Anne Roux"),
    ("subject_of_sentence", "en", "Ann Lee went on about “the old days of the mill.”", "Ann Lee"),
    ("subject_of_sentence", "fr", "Le texte est « taillé pour vingt fermes ».", None),
    ("subject_of_sentence", "fr", "Paul Verdier a été condamné pour « abus de biens ».", None),
]


@pytest.mark.parametrize(("name", "language", "text", "source"), CASES)
def test_construction(name: str, language: str, text: str, source: str | None) -> None:
    spans = [Span(*match.span(1)) for match in _QUOTED.finditer(text)]
    rules = grammar_of(language)
    whole = Span(0, len(text))
    chunks = read_sentence(Tokens(text, [whole], rules), whole, list(enumerate(spans)), rules).chunks
    at = next(at for at, chunk in enumerate(chunks) if chunk.quote == 0)
    words = spans[0].of(text)
    scene = QuoteContext(chunks, at, words, Clauses(chunks, rules), rules, fold(words).split()[0])
    proposed = [proposal.source.span.of(text) for proposal in getattr(cues, name)(scene)]
    assert (source is None and not proposed) or (source is not None and any(source in one for one in proposed[:1]))
