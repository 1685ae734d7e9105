"""Quoted words that report speech, and those that only name something."""

import pytest

from tests.analysis.quoting import quotes_in

SPEECH = [
    ("fr", "La députée dénonce un budget « mensonger » et un plan « suicidaire »."),
    ("fr", "LE PRÉFET A PARLÉ D'« UNE CRUE ÉCLAIR »."),
    ("fr", "« Un souffle rare », a salué Télérama."),
    ("fr", "La fédération préfère « des aides »."),
    ("en", "The league urged both clubs to show “restraint and grace.”"),
    ("en", "The court asked the town to show “prompt, real progress.”"),
    ("en", "The union called on the firm to show “some basic respect.”"),
    ("en", "She said the man, who has not been named, was “calm and awake.”"),
    ("en", "Ann Lee said the ship, which has no known owner, was “afloat.”"),
    ("en", "He said the girl, who was never named, felt “quite well.”"),
    ("fr", "Les clubs se sont dits « très inquiets »."),
    ("fr", "La régie s’est dite « sereine »."),
    ("fr", "Ils se disent « prêts » à tout."),
    ("fr", "La présidente s’est dite soulagée, mais « sans joie »."),
    ("fr", "Le maire dénonce ce qu’ils appellent « une faute »."),
    ("fr", "L’éditeur, qui avait écrit au début du mois, dit « respecter » ce choix."),
    ("fr", "Le traité, qu’il appelle « une honte », est signé."),
    # what somebody calls a thing
    ("fr", "Anne Roux avait qualifié le projet de « verrue »."),
    ("fr", "Anne Roux traite le projet d’« usine à gaz »."),
    # what somebody thinks of a thing that could bear a name
    ("fr", "La CGT rejette un accord « honteux »."),
    ("fr", "L’ONG dénonce une opération « brutale »."),
    ("fr", "Le parti critique un programme « insuffisant »."),
    ("fr", "Le consortium défend un projet « concerté de bout en bout »."),
    ("fr", "Luc Aubry dédie son prix « à tous les exilés »."),
    ("fr", "Anne Roux a conclu par « Merci à tous »."),
    ("fr", "L’Agence mondiale des sports s’est félicitée d’un choix « exemplaire »."),
    ("fr", "Le maire parle d’un plan « irréaliste »."),
    ("fr", "La Cour des comptes juge le programme « hors de toute maîtrise »."),
    ("fr", "La cour estime le projet « mal ficelé » et le dit."),
    ("fr", "Le groupe promet de rendre le site « exemplaire »."),
    # a verb with `en`, or one parted from its auxiliary
    ("fr", "La maire met en avant un plan de relance « sans précédent »."),
    ("fr", "Le ministre a quant à lui appelé « chacun au calme »."),
    ("fr", "Le joueur ne cache pas « son amertume »."),
    # what a thing does not do is no name of it
    ("fr", "Pour le syndicat, pour lequel le navire « n’aurait jamais dû partir », tout est dit."),
    # how a person does what he does
    ("fr", "Le maire, Luc Aubry, a suspendu le contrat « à titre conservatoire » hier."),
    # words that end the sentence of a person, behind a comma
    ("fr", "Le médecin a reporté vingt opérations, « dont trois cancers »."),
    # whoever the sentence is about speaks of himself
    ("fr", "Anne Roux a placé 40 000 euros, « toutes mes économies »."),
    ("en", "The union called the project “riddled with holes.”"),
    ("fr", "Pour l’ONG Climat Sud, qui combat le projet, « la raison l’emporte enfin »."),
    ("en", "They marched, chanting “Enough is enough” all along."),
    ("en", "Crowds went by shouting “Bread” and “Peace.”"),
    ("en", "Some sang, some left, yelling “Never” as they went."),
]


@pytest.mark.parametrize(("language", "text"), SPEECH)
def test_a_few_words_beside_a_reporting_verb_are_speech(language: str, text: str) -> None:
    assert all(quote.speech for quote in quotes_in(language, text))


FEW_WORDS = [
    # after a naming word and a colon, up to three words are a name
    ("L’animal a déjà un surnom : « le vieux lion ».", False),
    ("L’animal a déjà un surnom : « le très vieux lion ».", True),
    # words with capitals: a name, unless somebody says them or not all long ones have one
    ("Anne Roux a crié « Madame Lucette ».", True),
    ("Il croit au « Grand soir du peuple ».", True),
    # a title, though in the first person
    ("Anne Roux chante « Mon vieux pays ».", False),
    ("Le lac garde « son vieux pays ».", False),
    # behind a comma: what has an article may be a name, and a thing says nothing
    ("Le médecin a ouvert un bar, « la belle étoile ».", False),
    ("Le bar a ouvert hier, « sans vrai café ».", False),
    ("Le pont est ouvert « à titre conservatoire » ici.", False),
    # four words without a source
    ("Le lac est « trop peu profond » ici.", False),
    ("Le lac est « trop peu profond hier » ici.", True),
    # what the thing before them does is not its name
    ("Anne Roux rappelle que le groupe « a déjà déçu ».", True),
    ("Anne Roux rappelle le groupe « Sans issue ».", False),
    # many words in lower case are no title, though the thing before them often has one
    ("Anne Roux raconte avoir lu le livre « d’une traite, dans un train en panne ».", True),
    ("Anne Roux a parlé d’un film « fait avec trois sous seulement ».", True),
    ("Anne Roux a parlé d’un film « homme le plus rapide ».", False),
    ("Anne Roux raconte avoir lu le livre « Une traite dans un train ».", False),
    # a topic between the verb and the thing that is judged
    ("Anne Roux fustige quant à elle un projet « rétrograde ».", True),
    # a thing that somebody tells of, described by an adjective or a participle
    ("Anne Roux dresse un bilan « très encourageant ».", True),
    ("Anne Roux présente un bilan « sorti trop vite ».", True),
    ("Anne Roux dresse le bilan « rose ».", False),
    ("On dresse un bilan « très encourageant ».", False),
    # words that the text has without marks, the cue being three chunks away
    ("Le plan est injuste. Anne Roux juge le plan très « injuste ».", True),
    ("Le plan est injuste. Anne Roux juge le plan très très « injuste ».", False),
    ("Le plan est cruel. Anne Roux juge le plan très très « injuste ».", True),
]


@pytest.mark.parametrize(("text", "speech"), FEW_WORDS)
def test_a_few_words_are_speech_by_their_number_and_their_cue(text: str, speech: bool) -> None:
    (quote,) = quotes_in("fr", text)
    assert quote.speech is speech


NOT_SPEECH = [
    # what others call something, whatever follows
    ("en", "The so-called “bomb cyclone” hit Brume on Friday."),
    ("en", "The so-called “bomb cyclone” said goodbye to Brume."),
    ("fr", "Le soi-disant « plan de sauvetage » a surpris Brume."),
    # the name of a show behind a comma, however sure it is who speaks of it
    ("en", "Ann Lee slammed the plan at length on her radio show, “Mornings with Ann,” and left."),
    ("fr", "Celle que l’on surnommait « la Gazelle des îles » est morte."),
    ("fr", "La cour juge l’affaire « Lucioles » en juin."),
    ("fr", "Le tribunal rouvre le dossier « Grand Large »."),
    ("fr", "La préfète lance une opération « escargot »."),
    ("fr", "Le ministre annonce un plan « mains propres »."),
    ("fr", "Le maire a lu le programme « Demain la ville »."),
    ("fr", "La ville mène une opération « trottoirs propres »."),
    ("fr", "Dans « Les Nuits de verre », sa nouvelle création, Anne Roux danse."),
    ("fr", "Anne Roux est connue grâce à « Les Bateaux de papier », vendu partout."),
    ("fr", "D’après Anne Roux, autrice de « L’Exode heureux », il pleut."),
    ("fr", "Selon la critique Anne Roux, du « Courrier des arts », il pleut."),
    ("fr", "Le cargo, l’« Aldebaran Star », a coulé, a annoncé la régie."),
    ("fr", "L’animal a déjà un surnom : « Gaston »."),
    ("fr", "Une équipe, dite « de nuit », veille."),
    ("fr", "Le bâtiment, surnommé « la Vieille Dame », a fermé."),
    ("fr", "Anne Roux a lu le roman « Le Poids du bleu » hier."),
    ("fr", "Anne Roux a assuré au « 13 Heures » qu’elle partirait."),
    ("fr", "Le mot « brumelle » signifie petite brume."),
    ("fr", "Selon Anne Roux, cette notion de « voisins » est floue."),
    ("fr", "Les voiles rouges défilent. Ce jour des « voiles rouges » fut long."),
    ("fr", "Le fossile, que les ouvriers appellent déjà « la Dame de Kharma », est exposé."),
    ("fr", "Des habitants refusent d’aller au centre, qu’ils appellent « la maison sans retour »."),
    ("fr", "Il est mort dans la mine, que ses ouvriers surnomment « la Gloutonne »."),
    ("fr", "Certains ont déjà rebaptisé le lieu « Notre-Dame de la Prise »."),
    ("fr", "Elle avait connu le succès avec « Les Nuits de Zahra » (1959), un long poème."),
    ("fr", "La loi, officiellement la « Loi pour un lagon propre », entre en vigueur."),
    ("fr", "Le musée vient d’acquérir « La Laveuse au pont », une huile sur toile."),
    ("fr", "Le clou de la visite : le « voile de la duchesse », restauré en Belgique."),
    ("fr", "Il aurait manqué un virage appelé localement « la Cuisse du diable »."),
    ("fr", "Les chercheurs décrivent une faille, qu’ils ont baptisée « Verrou », et qui est grave."),
    ("fr", "La tempête a été baptisée « Verrou » par la météo."),
    ("fr", "M. Roux y voyait la copie d’un de ses thèmes, « Barcarole », pour une publicité."),
    ("fr", "C’est le groupe du cru, à qui l’on doit « Madame Lucette »."),
    ("fr", "À l’entrée, un panneau « stop » est tombé."),
    ("fr", "Celui que ses amis surnomment « le Lion de Bélessa » a tendu la main."),
    ("fr", "L’armateur du chalutier « Sirocco » a été jugé à la ville."),
    ("en", "The trawler “Grey Gull” sank in the bay."),
    ("fr", "Le Ghanéen Kwame Adjei, dit « le Marteau d’Accra », a gagné."),
    ("fr", "Elle a reçu un prix pour son deuxième long-métrage, « La Saison des cailloux »."),
    ("fr", "Un bloc qualifié de « tranquille » gagne."),
    ("en", "The picture, known as “The Lantern,” hangs in the pub."),
    ("en", "The film “Cold Harbour” opens on Friday."),
    ("en", "They gave a “unity” lunch at the hall."),
    ("en", "Neighbours have formed a group called “Hush Compton” and put up posters."),
    ("en", "Ann Lee, whose first feature, “Kitchen”, won here, laughed."),
]


@pytest.mark.parametrize(("language", "text"), NOT_SPEECH)
def test_names_and_titles_are_not_speech(language: str, text: str) -> None:
    assert [(quote.speech, quote.speaker) for quote in quotes_in(language, text)] == [(False, None)]
