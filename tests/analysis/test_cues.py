"""Each cue construction alone: the source that it proposes in its sentences, and that it proposes none in others."""

import re

import pytest

from tui_reader.analysis.quotes.context import Proposal, QuoteContext
from tui_reader.analysis.quotes.cues import CONSTRUCTIONS, Construction, after, before, frames
from tui_reader.analysis.syntax.chunker import read_sentence
from tui_reader.analysis.syntax.grammar import grammar_of
from tui_reader.analysis.text.tokens import Tokens
from tui_reader.model import Span

_QUOTED = re.compile(r"[«“\"]\s*([^»”\"]*?)\s*[»”\"]")

CASES: list[tuple[Construction, str, str, str | None]] = [
    # before.document_then_provision
    (before.document_then_provision, "fr", "La loi, qui impose de « garder les digues », reste.", "La loi"),
    (
        before.document_then_provision,
        "fr",
        "L’article 3 du règlement punit une « absence ».",
        "L’article 3 du règlement",
    ),
    (before.document_then_provision, "fr", "Le maire interdit de « marcher sur la digue ».", None),
    (before.document_then_provision, "fr", "La loi impose un délai, juge le maire, « trop court ».", None),
    # after.verb_then_source
    (after.verb_then_source, "fr", "« Tout est à refaire », a soupiré Anne Roux.", "Anne Roux"),
    (after.verb_then_source, "fr", "« Rien ne presse », affirme-t-elle.", "elle"),
    (after.verb_then_source, "fr", "« Le pont tiendra », a-t-il encore juré.", "il"),
    (
        after.verb_then_source,
        "fr",
        "« C’est fini », a confié lundi à la presse le maire de Lombrac.",
        "le maire de Lombrac",
    ),
    (after.verb_then_source, "fr", "« J’ai gagné », s’est réjoui Paul Verdier sur son blog.", "Paul Verdier"),
    (after.verb_then_source, "fr", "« On verra », préférait nuancer l’intéressé.", "l’intéressé"),
    (after.verb_then_source, "en", "“We will see,” said Dr Ann Lee, the warden.", "Ann Lee"),
    (after.verb_then_source, "en", "“It is a miracle,” said rescuer Tom Bekele.", "rescuer Tom Bekele"),
    (after.verb_then_source, "en", "“It is a miracle,” said her brother.", "her brother"),
    (after.verb_then_source, "en", "“My son left,” told the panel.", None),
    (after.verb_then_source, "en", "“It is long,” warns philosopher of mind Ann Lee.", "philosopher of mind Ann Lee"),
    (after.verb_then_source, "en", "“It is long,” said nature of Ann Lee.", None),
    # frames.owner_of_words: … behind a comma
    (frames.owner_of_words, "fr", "La panne est « exceptionnelle », de l’aveu de la compagnie.", "la compagnie"),
    (frames.owner_of_words, "fr", "La panne est « très longue », aux yeux de Luc Amiot.", "Luc Amiot"),
    (frames.owner_of_words, "fr", "La panne est « très longue », de la faute du maire.", None),
    # before.source_then_quoted_verb: … past a clause about the subject
    (
        before.source_then_quoted_verb,
        "fr",
        "Anne Roux, qui a suivi 32 classes pendant cinq ans, n’a « constaté aucun recul ».",
        "Anne Roux",
    ),
    # a pronoun takes the place of the outer source only where it may stand for it
    (before.source_then_verb, "fr", "Mme Roux a lu la lettre, où il niait « en bloc ».", "il"),
    (before.source_then_verb, "fr", "Mme Roux dit qu’elle niait « en bloc ».", "Mme Roux"),
    # a pronoun before an inverted verb is its object
    (after.verb_then_source, "fr", "« Il fait beau », leur répond-il.", "il"),
    (after.verb_then_source, "fr", "« Il fait beau », leur répond Anne Roux.", "Anne Roux"),
    # a noun of persons behind `ancien` is no verb
    (
        before.source_then_verb,
        "fr",
        "Son chef, l’ancien juge Paul Orlo, a prévenu : « Rien ne change. »",
        "Son chef, l’ancien juge Paul Orlo",
    ),
    # frames.viewpoint: whoever asked is not the one who says it
    (
        frames.viewpoint_of_source,
        "fr",
        "Pour le sociologue Paul Martel, interrogé par Le Monde, « c’est fini ».",
        "Paul Martel",
    ),
    (frames.viewpoint_of_source, "fr", "Pour Paul Martel, joint par Ann Lee, la ville « va mal ».", "Paul Martel"),
    # after.source_of_predicate
    (after.source_of_predicate, "en", "“A dog in a suit” is how the mayor described the bill.", "the mayor"),
    (after.source_of_predicate, "en", "“Very nice” is all Tom Lee will say of it.", "Tom Lee"),
    (after.source_of_predicate, "en", "“A sad day” was what she called it.", "she"),
    (after.source_of_predicate, "en", "“Bluebird” is how the song ends.", None),
    (after.source_of_predicate, "en", "“Bluebird” is what the band played when Ann Lee spoke.", None),
    (after.source_of_predicate, "en", "“Bluebird” is a song.", None),
    # … past several remarks between commas, or past a medium
    (after.verb_then_source, "fr", "« Il pleut », a dit, mardi, devant la presse, la maire de Lombrac.", "la maire"),
    (after.verb_then_source, "fr", "« Il pleut », s’est ainsi plaint, lors d’un point presse, Luc Aubry.", "Luc Aubry"),
    (after.verb_then_source, "fr", "« Il pleut », a dit, hier, à la sortie, Luc Aubry.", "Luc Aubry"),
    (after.verb_then_source, "fr", "« Il pleut », a lancé dans Libération Karim Benali.", "Karim Benali"),
    (after.verb_then_source, "fr", "« Il pleut », a expliqué au Parisien Jean Aubry.", "Jean Aubry"),
    (after.verb_then_source, "fr", "« Il pleut », a dit sur RTL Jean Aubry.", "Jean Aubry"),
    (after.verb_then_source, "fr", "« Il pleut », a dit à la chaîne NTV Ahmet Yildiz.", "Ahmet Yildiz"),
    (after.verb_then_source, "fr", "« Il pleut », a dit au quotidien Norvela Soir Jean Aubry.", "Jean Aubry"),
    (after.verb_then_source, "fr", "« Il pleut », a dit, mardi, devant la presse, et la maire est partie.", None),
    # … whose name has particles, whose role has a body or a bracket in it
    (after.verb_then_source, "fr", "« Si », dit Guido van der Berg au conseil.", "Guido van der Berg"),
    (after.verb_then_source, "fr", "« Si », dit la présidente, Ursula von der Holm.", "Ursula von der Holm"),
    (after.verb_then_source, "en", "“Yes,” said Greta van de Velde of Leeds.", "Greta van de Velde"),
    (after.verb_then_source, "fr", "« Si », a assuré le PDG d’Hydralis, Bernard Fauvel.", "Bernard Fauvel"),
    (after.verb_then_source, "fr", "« Si », dit le député (écologiste) de la vallée, Luc Aubry.", "Luc Aubry"),
    (after.verb_then_source, "fr", "« Si », dit la présidente (PS) de la région, Ève Haddad.", "Ève Haddad"),
    (after.verb_then_source, "fr", "« Si », a dit le procureur de la République de Lombrac, Luc Aubry.", "Luc Aubry"),
    (after.verb_then_source, "fr", "« Si », a répondu, cinglant, Luc Aubry.", "Luc Aubry"),
    (after.verb_then_source, "fr", "« Si », a dit, amusée et ravie, Anne Roux.", "Anne Roux"),
    (after.verb_then_source, "fr", "« Si », a dit M. J.-P. Aubry.", "J.-P. Aubry"),
    (after.verb_then_source, "fr", "« Si ? », fait mine de s’interroger Anne Roux.", "Anne Roux"),
    (after.verb_then_source, "fr", "« Si », jure de répéter Anne Roux.", "Anne Roux"),
    (after.verb_then_source, "fr", "« Si », nous a répondu le maire, Luc Aubry.", "Luc Aubry"),
    (
        after.verb_then_source,
        "fr",
        "« Si », a dit hier soir, à l’issue du vote, devant la salle, Ève Haddad.",
        "Ève Haddad",
    ),
    (after.verb_then_source, "fr", "« Si », dit la conseillère régionale (PS) du canton, Ève Haddad.", "Ève Haddad"),
    (
        after.verb_then_source,
        "fr",
        "« Si », dit la conseillère du maire (PS) du canton, Ève Haddad.",
        "la conseillère du maire",
    ),
    (after.verb_then_source, "en", "“Yes,” said the (Labour) member for Leeds, Ann Lee.", "Ann Lee"),
    (after.verb_then_source, "en", "“Yes,” said Jan van de Velde, the chairman.", "Jan van de Velde"),
    (after.verb_then_source, "fr", "« Si », a déclaré devant les salariés réunis au mess Luc Aubry.", "Luc Aubry"),
    (after.verb_then_source, "fr", "« Si », a déclaré devant les salariés Luc Aubry, le patron.", "Luc Aubry"),
    (after.verb_then_source, "fr", "« Si », s’est borné à dire, à la sortie, le préfet, Luc Aubry.", "Luc Aubry"),
    (after.verb_then_source, "fr", "« Si », s’est contentée de répondre Ève Haddad.", "Ève Haddad"),
    (after.verb_then_source, "fr", "« Si », s’est égarée un soir Ève Haddad.", None),
    (
        after.verb_then_source,
        "fr",
        "« Si », a regretté, jeudi soir, dans un message lu à voix très basse, la maire, Ève Haddad.",
        "Ève Haddad",
    ),
    (after.verb_then_source, "fr", "« Si », a dit, en marge du salon, le préfet, Luc Aubry.", "Luc Aubry"),
    (after.verb_then_source, "fr", "« Si », a réagi sur Telex (ex-Minitel) Ève Haddad.", "Ève Haddad"),
    (after.verb_then_source, "fr", "« Si », dit Carlos de los Santos à la presse.", "Carlos de los Santos"),
    (after.verb_then_source, "en", "“No,” said Mr Lee's office in Leeds.", "Mr Lee's office"),
    (after.verb_then_source, "en", "“No,” said allies of Ann Lee.", "allies of Ann Lee"),
    # … in a text without accents, or in capitals
    (after.verb_then_source, "fr", "\"C'est trop\", a explique a l'AFP le prefet Luc Aubry.", "Luc Aubry"),
    (after.verb_then_source, "fr", '"C\'est trop", a deplore Lise Aubry.', "Lise Aubry"),
    (after.verb_then_source, "fr", '"C\'est trop", a declare le prefet Rene Aubry.', "Rene Aubry"),
    (after.verb_then_source, "fr", "« C’EST TERRIBLE », A DIT LE MAIRE, PAUL MORIN.", "PAUL MORIN"),
    (after.verb_then_source, "en", "“IT IS OVER,” SAID THE MAYOR, ANN LEE.", "ANN LEE"),
    # … or after a role of several words
    (after.verb_then_source, "en", "“It is over,” says county commissioner Ron Dietz.", "Ron Dietz"),
    (after.verb_then_source, "en", "“It is over,” said former fire service chief Tom Lee.", "Tom Lee"),
    # after.source_then_unlisted_verb
    (after.source_then_unlisted_verb, "en", "“That is no answer,” she shot back.", "she"),
    # … whose role English does not set apart from the body or the team before it
    (after.verb_then_source, "en", "“We lost it,” said Kingsmere boss Paolo Ferrante.", "Paolo Ferrante"),
    (after.verb_then_source, "en", "“No proof,” said White House press secretary Josh Earl.", "Josh Earl"),
    (after.verb_then_source, "en", "“So no,” said the Ohio Democrat, who chairs the panel.", "the Ohio Democrat"),
    (after.source_then_unlisted_verb, "en", "“Not so,” Ann Lee threw in.", "Ann Lee"),
    (after.source_then_unlisted_verb, "en", "“That is no answer!” Ann Lee spat at them.", "Ann Lee"),
    (after.source_then_unlisted_verb, "en", "“That is no answer?” they harrumphed on Monday.", "they"),
    (after.source_then_unlisted_verb, "en", "“The Long Road,” by Ann Lee, is out.", None),
    (after.source_then_unlisted_verb, "en", "“The Long Road,” the mill is out.", None),
    (after.verb_then_source, "fr", "« Le pont » a été fermé lundi.", None),
    # after.impersonal_verb_then_place
    (after.impersonal_verb_then_place, "fr", "« Rien ne presse », dit-on à l’Élysée.", "l’Élysée"),
    (after.impersonal_verb_then_place, "fr", "« Rien ne presse », se félicite-t-on lundi chez Ravel.", "Ravel"),
    (after.impersonal_verb_then_place, "fr", "« Rien ne presse », assure-t-on au ministère.", "ministère"),
    (after.impersonal_verb_then_place, "fr", "« Rien ne presse », a-t-on précisé au parquet.", "parquet"),
    (after.impersonal_verb_then_place, "fr", "« Rien ne presse », a-t-on appris.", None),
    (after.impersonal_verb_then_place, "fr", "« Rien ne presse », dit-on.", None),
    (after.impersonal_verb_then_place, "fr", "« Rien ne presse », dit-elle à l’Élysée.", None),
    # before.place_then_impersonal_verb
    (before.place_then_impersonal_verb, "fr", "À l’Élysée, on assure que « rien ne presse ».", "l’Élysée"),
    (before.place_then_impersonal_verb, "fr", "Même ton à l’UNST, où l’on dénonce un « passage en force ».", "l’UNST"),
    (before.place_then_impersonal_verb, "fr", "Chez Ravel, on promet « des jours meilleurs ».", "Ravel"),
    (before.place_then_impersonal_verb, "fr", "Du côté de l’UNST, on assure que « rien ne presse ».", "l’UNST"),
    (before.place_then_impersonal_verb, "fr", "Du côté du parc, on assure que « rien ne presse ».", None),
    (before.place_then_impersonal_verb, "fr", "Au matin, on assure que « rien ne presse ».", None),
    (before.place_then_impersonal_verb, "fr", "À l’Élysée, elle assure que « rien ne presse ».", None),
    # after.verb_then_one_of_them
    (after.source_who_put_it, "en", "“It is true and false,” as budget director Ann Lee put it in May.", "Ann Lee"),
    (after.source_who_put_it, "en", "“No comment,” as the NRA likes to say.", "the NRA"),
    (after.source_who_put_it, "en", "“No comment,” she said as the mayor left.", None),
    (before.subject_of_sentence, "en", "In town it is “a sad day for us.”", None),
    (before.subject_of_sentence, "en", "In town he is “a bit sad for us.”", "he"),
    (frames.agent_of_passive, "en", "Ann Lee said she was “sad” by the end.", None),
    (frames.agent_of_passive, "en", "Asked by Ann Lee if Tom “gets” it, Roy smiled.", "Ann Lee"),
    (before.source_who_put_it, "en", "As Ann Lee put it, the bank is “a friend of nobody.”", "Ann Lee"),
    (before.source_who_put_it, "en", "Until then, as Ann Lee put it, the bank is “a friend of nobody.”", "Ann Lee"),
    (before.source_who_put_it, "en", "As Ann Lee left the hall, a man shouted: “Rot in there!”", None),
    (before.source_who_put_it, "en", "Ann Lee put it, at last, into “a box.”", None),
    (after.verb_then_one_of_them, "en", "“We are tired,” said one, Ann Lee.", "Ann Lee"),
    (after.verb_then_one_of_them, "en", "“We are tired,” said one of them, Tom Breck, a cook.", "Tom Breck"),
    (after.verb_then_one_of_them, "en", "“It was dark!” cried another, Ann Lee, who had no lamp.", "Ann Lee"),
    (after.verb_then_one_of_them, "en", "“We are tired,” said one of them.", None),
    (after.verb_then_one_of_them, "fr", "« Je pars », écrit l’un d’eux, le romancier Colm Tierney.", "Colm Tierney"),
    (after.verb_then_one_of_them, "fr", "« Je pars », confie l’une d’elles, Anne Roux, en riant.", "Anne Roux"),
    (after.verb_then_one_of_them, "fr", "« Je pars », confie l’un d’eux sous couvert d’anonymat.", None),
    (after.verb_then_one_of_them, "fr", "« Je pars », voici l’un d’eux, Anne Roux, en riant.", None),
    # … and not the place of the utterance before a comma, nor whom it was said to
    (
        after.verb_then_source,
        "fr",
        "« Si », a abondé, en visite à Saclay, le ministre de l’Air, Luc Aubry.",
        "Luc Aubry",
    ),
    (after.verb_then_source, "fr", "« Si », a expliqué la ministre à la RTBF.", "la ministre"),
    (after.verb_then_source, "fr", "« Si », finit par lâcher Anne Roux.", "Anne Roux"),
    # after.unlisted_verb_then_source
    (after.unlisted_verb_then_source, "fr", "« Quel temps », zozote Anne Roux.", "Anne Roux"),
    (after.unlisted_verb_then_source, "fr", "« Quel temps », a-t-elle zozoté.", "elle"),
    (after.unlisted_verb_then_source, "fr", "« Quel temps », s’ébaubit le maire Paul Verdier.", "Paul Verdier"),
    (after.unlisted_verb_then_source, "fr", "« Quel temps », s’ébaubit-elle.", "elle"),
    (after.unlisted_verb_then_source, "fr", "« Quel temps », l’a toisé le maire Paul Verdier.", "Paul Verdier"),
    (after.unlisted_verb_then_source, "fr", "« Quel temps ? », lui a zozoté Anne Roux.", "Anne Roux"),
    (after.unlisted_verb_then_source, "fr", "« Quel temps », livre le champion.", "le champion"),
    (after.unlisted_verb_then_source, "fr", "« Le Vieux », a coulé hier au port.", None),
    (after.unlisted_verb_then_source, "en", "“What a day,” warbled Mayor Ann Lee.", "Ann Lee"),
    (after.unlisted_verb_then_source, "fr", "« Le Vieux », navire de bois, a coulé.", None),
    # after.verb_then_source_later
    (after.verb_then_source_later, "fr", "Le train part « à l’aube » pour Brest, a annoncé la régie.", "la régie"),
    (
        after.verb_then_source_later,
        "fr",
        "Ils ont vu « un grand feu » au loin, a raconté Paul Verdier.",
        "Paul Verdier",
    ),
    (after.verb_then_source_later, "fr", "Le lac est « gelé » et le port « fermé », a indiqué Anne Roux.", "Anne Roux"),
    (after.verb_then_source_later, "fr", "Le lac est « gelé » depuis lundi, mais il fait beau.", None),
    (after.verb_then_source_later, "fr", "Il n’a « rien vu » du toit qui, hier, décrivait un arc « parfait ».", None),
    # after.source_then_verb
    (after.source_then_verb, "en", "“I see a bird,” the pilot, Ann Frey, 58, told the tower.", "Ann Frey"),
    (after.source_then_verb, "en", "“I see a bird,” Ann Frey was reported as saying.", "Ann Frey"),
    (after.source_then_verb, "en", "“I see a bird,” Ann Frey can be heard to say.", "Ann Frey"),
    (after.source_then_verb, "en", "“I see a bird,” Ann Frey remembers telling the tower.", "Ann Frey"),
    (after.source_then_verb, "en", "“I see a bird,” Ann Frey was told.", None),
    (after.source_then_unlisted_verb, "en", "“I see a bird,” Ann chimed in.", "Ann"),
    (after.source_then_verb, "en", "“I am honored,” she is quoted as saying.", "she"),
    (after.source_then_verb, "en", "“I am honored,” Ann Lee is heard saying on the tape.", "Ann Lee"),
    (after.source_then_verb, "en", "“I am honored,” Ann Lee, saying nothing more, left.", None),
    (after.source_then_verb, "en", "“No rain,” state climatologist Hank Moe explained.", "Hank Moe"),
    (after.source_then_verb, "en", "“The ground gave way,” one of them said.", "one of them"),
    (after.source_then_verb, "en", "“It is over,” one of the weary miners told reporters.", "one of the weary miners"),
    (after.source_then_verb, "en", "“It is over,” one of the old roads that said so.", None),
    (
        after.source_then_verb,
        "en",
        "“It is over,” co-founder and CEO Ann Lee said on stage.",
        "co-founder and CEO Ann Lee",
    ),
    (after.source_then_verb, "en", "“It is over,” witnesses said.", "witnesses"),
    (after.source_then_verb, "en", "“A roar,” a neighbor who declined to give her name said.", "a neighbor"),
    (after.source_then_verb, "en", "“A roar,” a woman who lives near the mill left town.", None),
    (after.source_then_verb, "en", "“It was cold,” Ann Lee recalled.", "Ann Lee"),
    (after.source_then_verb, "en", "“A bell!” Colin Breck, a retired engineer, shouted.", "Colin Breck"),
    (after.source_then_verb, "en", "“We heard it,” county transport chief Colin Breck told us.", "Colin Breck"),
    (after.source_then_verb, "en", "“We heard it,” union leader Ann Lee said.", "Ann Lee"),
    (after.source_then_verb, "en", "“The Long Road,” county transport of Leeds said.", None),
    (after.source_then_verb, "en", "“We heard it,” an aide to the minister, Ann Lee, said.", "an aide"),
    (after.source_then_verb, "en", "“We heard it!” Ann Lee, the mayor, was told.", None),
    (after.source_then_verb, "fr", "« Merci ! » Luc Aubry, le maire, a été applaudi.", None),
    (after.source_then_verb, "en", "“We heard it,” a voice in the crowd said.", "a voice"),
    (after.source_then_verb, "en", "“We heard it,” Ann Lee, 54, a retired nurse from Leeds, said.", "Ann Lee"),
    (after.source_then_verb, "en", "“We heard it,” Ms. Lee, 31, of Leeds, a baker, told the panel.", "Ms. Lee"),
    (after.source_then_verb, "en", "“We heard it,” Ann Lee, who lives there, her hand raised, said.", "Ann Lee"),
    (after.source_then_verb, "en", "The “old mill” Ann Lee sold was empty.", None),
    (after.source_then_verb, "en", "“It was cold,” Ann Lee", None),
    # after.source_then_verb_later
    (after.source_then_verb_later, "en", "They want “a new road” by spring the mayor said.", None),
    (after.source_then_verb_later, "en", "The boat was “quite lost” in the fog, Ann Lee said.", "Ann Lee"),
    (after.source_then_verb_later, "en", "They want “a new road” by spring, the mayor said.", "the mayor"),
    (after.source_then_verb_later, "en", "The rules had “gutted” the fleet, Delaney argued in a speech.", "Delaney"),
    (after.source_then_verb_later, "en", "The “old” mill, Ann Lee said, was sold in May.", "Ann Lee"),
    (after.source_then_verb_later, "en", "They want “a new road” by spring.", None),
    # before.source_then_verb
    (before.source_then_verb, "fr", "Anne Roux a déclaré que « tout va bien ».", "Anne Roux"),
    (before.source_then_verb, "fr", "Paul Verdier, qui vit à Brest, a dénoncé un « scandale ».", "Paul Verdier"),
    (before.source_then_verb, "fr", "Michel Aubry, le maire, a répondu que c’était « trop tard ».", "Michel Aubry"),
    (
        before.source_then_verb,
        "fr",
        "Paul Verdier s’est réjoui du vote, affirmant que c’était « un début ».",
        "Paul Verdier",
    ),
    (before.source_then_verb, "fr", "Estimant que « tout est dit », il quitta la salle.", "il"),
    (before.source_then_verb, "fr", "Il a terminé la visite en disant : « Je reviendrai. »", "Il"),
    (before.source_then_verb, "fr", "Le texte prévoit une amende et déplore « un laxisme ».", "Le texte"),
    (before.source_then_verb, "fr", "Anne Roux a, quant à elle, critiqué « un recul ».", "Anne Roux"),
    # … past a relative clause between commas, whose nouns are no subjects
    (before.source_then_verb, "fr", "L’élu, dont la gare voit deux trains, promet de « crier ».", "L’élu"),
    (before.source_then_verb, "fr", "Anne Roux, que les voisins aiment, juge le lieu « beau ».", "Anne Roux"),
    (before.source_then_verb, "en", "The mill will pay, Ann Lee said on Monday, calling it “a slow start.”", "Ann Lee"),
    (
        before.source_then_verb,
        "en",
        "The mill, Norwick's water regulator said, calling it “slow.”",
        "Norwick's water regulator",
    ),
    (before.source_then_verb, "en", "Ann Lee will pay, a clerk left on Monday, calling it “a slow start.”", "Ann Lee"),
    (before.source_then_verb, "en", "Ann Lee asked whether Tom Roe thought it was “a slow start.”", "Ann Lee"),
    (before.source_then_verb, "en", "Ann Lee left, and if Tom Roe thought it was “a slow start,” so be it.", "Tom Roe"),
    (before.source_then_verb, "en", "Ann Frey, like Tom Roe, said the bird was “a pest.”", "Ann Frey"),
    (before.source_then_verb, "en", "Ann Frey said that when her son called, she had “no time.”", "Ann Frey"),
    (before.source_then_verb, "en", "Ann Frey and her son, who saw it, said they had “no time.”", "her son"),
    (
        before.source_then_verb,
        "en",
        "Ministers were accused of burying a report that warned of “days of delay”.",
        "a report",
    ),
    (before.source_then_verb, "en", "Ministers wrote a report that warned of “days of delay”.", "Ministers"),
    (before.source_then_verb, "en", "Ann Lee recalled her father telling her to “trust nobody.”", "her father"),
    (before.source_then_verb, "en", "Ann Lee left the mill, telling her father to “trust nobody.”", "Ann Lee"),
    (before.source_then_verb, "en", "Ann Lee quoted her father as saying, “Trust nobody.”", "her father"),
    (before.source_then_verb, "en", "Ann Lee was quoted as saying, “Trust nobody.”", "Ann Lee"),
    (before.source_then_verb, "en", "Mails show Tom Roe joking about a man whom he called “a mule.”", "he"),
    (before.source_then_verb, "en", "In a brief supporting the town, 14 states warned of “a carnival.”", "14 states"),
    (before.source_then_verb, "en", "A clerk who left because of the noise said it was “too loud”.", "A clerk"),
    (before.source_then_verb, "en", "Marsh Lee fired back that the man had voted “with the swamp” twice.", "Marsh Lee"),
    (before.source_then_verb, "en", "Marsh Lee fired a gun that the man had called “an heirloom” once.", "the man"),
    (before.source_then_verb, "en", "Canada called the move “absurd”.", "Canada"),
    (before.source_then_verb, "en", "As she was led away, a man in the gallery shouted: “Rot in there!”", "a man"),
    (before.source_then_verb, "en", "While the senator spoke, an aide to the mayor said: “It is over.”", "an aide"),
    (before.source_then_verb, "en", "As the mayor, an old hand, warned: “It is over.”", "the mayor"),
    (before.source_then_verb, "en", "Ann Lee, asked if Tom Roe knew, replied, “No, he did not.”", "Ann Lee"),
    (before.source_then_verb, "en", "Ann Lee was asked, and Tom Roe replied, “No, he did not.”", "Tom Roe"),
    (
        before.source_then_verb,
        "en",
        "A clerk for the company declined to comment on “the talks”.",
        "A clerk for the company",
    ),
    (
        before.source_then_verb,
        "en",
        "A clerk for the mill apologised “without reservation” on Monday.",
        "A clerk for the mill",
    ),
    (before.source_then_verb, "en", "The court ruled that the law was “void.”", "The court"),
    (before.source_then_verb, "en", "The mayor, whose sons left, called it “a loss.”", "The mayor"),
    (before.source_then_verb, "fr", "Le curé, qui, deux fois par an, bénit la mer, parle de « joie ».", "Le curé"),
    # … the relative pronoun being another than `qui`
    (before.source_then_verb, "fr", "Il a vu la ministre, laquelle a promis « un geste ».", "la ministre"),
    (before.source_then_verb, "fr", "On joint le maire, lequel dénonce « un recul ».", "le maire"),
    (before.source_then_verb, "fr", "Les élus, lesquels réclament « du pain », partent.", "Les élus"),
    # … the infinitive alone being of saying
    (before.source_then_verb, "fr", "La mairie fait savoir que le lac est « sain ».", "La mairie"),
    (before.source_then_verb, "fr", "Anne Roux a fait valoir qu’elle était « prête ».", "Anne Roux"),
    (before.source_then_verb, "fr", "Le club a fait remarquer que c’était « écrit ».", "Le club"),
    # … a role between commas, before a name or after
    (before.source_then_verb, "fr", "Fils d’un maçon, Paul Verdier a dénoncé « un vol ».", "Paul Verdier"),
    (before.source_then_verb, "fr", "Auteur du but à la fin, le capitaine évoquait « un rêve ».", "le capitaine"),
    (before.source_then_verb, "fr", "Le préfet, l’amiral Loïc Guern, a promis « du calme ».", "Loïc Guern"),
    (before.source_then_verb, "en", "But her rival, state Sen. Kirk Dow, says it is “over.”", "Kirk Dow"),
    (before.source_then_verb, "en", "His neighbour, florist Anita Shaw, called it “odd.”", "Anita Shaw"),
    (before.source_then_verb, "fr", "La ministre déléguée aux ports, Ève Haddad, a promis « un plan ».", "Ève Haddad"),
    # … a name that opens the sentence and stands nowhere else
    (before.source_then_verb, "en", "Nolan, who is 40, has described himself as “a mule.”", "Nolan"),
    (before.source_then_verb, "en", "Brightwell said the bridge was “quite safe.”", "Brightwell"),
    (before.source_then_verb, "en", "Police said the man was “very calm.”", "Police"),
    (before.source_then_verb, "en", "One former guard called it “a sieve.”", "One former guard"),
    # … `faire` and a word that says only after it
    (before.source_then_verb, "fr", "Les élus ont fait part de leur « doute ».", "Les élus"),
    (before.source_then_verb, "fr", "Le parquet fait état d’un « vol ».", "Le parquet"),
    (before.source_then_verb, "fr", "Anne Roux laisse entendre que c’est « perdu ».", "Anne Roux"),
    # … a participle with a subject of its own, a thing said to somebody, a number before the noun
    (before.source_then_verb, "en", "The club hit back, with Owen Marsh calling it “odd.”", "Owen Marsh"),
    (before.source_then_verb, "en", "The ministry protested what it termed “a raid.”", "it"),
    (before.source_then_verb, "en", "Researchers at the institute say the cure is “safe.”", "Researchers"),
    (before.source_then_verb, "fr", "Plus de deux cents savants ont appelé à « agir ».", "savants"),
    (before.source_then_verb, "fr", "Lui croit à « la revanche des villages ».", "Lui"),
    (
        before.source_then_verb,
        "fr",
        "Le chef, le Norien Halvard Stene, les yeux rouges, dénonce « un vol ».",
        "Halvard Stene",
    ),
    (before.source_then_verb, "en", "One said the boat was “quite lost.”", "One"),
    (before.source_then_verb, "en", "Another claimed it was “a sieve.”", "Another"),
    (before.source_then_verb, "fr", "Ce père de famille dénonce « un oubli ».", "Ce père de famille"),
    (before.source_then_verb, "fr", "Paul Verdier a été accusé de « trahison ».", None),
    (before.source_then_verb, "en", "Tom Lee told reporters he thought it “a waste.”", "Tom Lee"),
    (before.source_then_verb, "en", "The trust that runs the site called it “a shame.”", "The trust"),
    (before.source_then_verb, "en", "Ann Lee left early, saying the room was “too warm.”", "Ann Lee"),
    (before.source_then_verb, "en", "Senator Ann Lee, the panel's top Democrat, said it was “too late.”", "Ann Lee"),
    (before.source_then_verb, "en", "Mayor Tom Breck, the city's first Green, called it “a mess.”", "Tom Breck"),
    (before.source_then_verb, "en", "Coach Ann Lee, a former Brewer, said the game was “dull.”", "Ann Lee"),
    (before.source_then_verb, "en", "Ann Lee said the judge, whom she refused to attack, was “brave.”", "Ann Lee"),
    (before.source_then_verb, "en", "Tom Breck said the pilot, whom nobody had blamed, was “calm.”", "Tom Breck"),
    (before.source_then_verb, "en", "Ann Lee wrote that the cook, who had said little, was “hurt.”", "Ann Lee"),
    (
        before.source_then_verb,
        "en",
        "The firm, which sells nets, owes what its owner, Ann Lee, calls “luck.”",
        "Ann Lee",
    ),
    (
        before.source_then_verb,
        "en",
        "The club, which folded, was what its coach, Tom Breck, called “fun.”",
        "Tom Breck",
    ),
    (before.source_then_verb, "en", "The inn, which burned, was what a guest, Ann Lee, called “home.”", "Ann Lee"),
    (before.source_then_verb, "en", "The firm, which hired Ann Lee, a nurse, called it “luck.”", "The firm"),
    # … by the voice of somebody, or with the name of a body behind the noun
    (before.source_then_verb, "fr", "Le parti, par la voix de la députée Anne Roux, dénonce « un vol ».", "Anne Roux"),
    (
        before.source_then_verb,
        "fr",
        "La région, par la voix de son vice-président Luc Aubry, dit « oui ».",
        "Luc Aubry",
    ),
    (before.source_then_verb, "fr", "Le parti, par la voix des urnes, dénonce « un vol ».", "Le parti"),
    (before.source_then_verb, "fr", "Son équipe, la Cofidelis, dénonce « un vol ».", "Cofidelis"),
    (before.source_then_verb, "en", "The residents’ leader, Ann Lee, called it “odd.”", "Ann Lee"),
    (before.source_then_verb, "en", "Sen. Ann Lee, R-Iowa, said it was “over.”", "Ann Lee"),
    (before.source_then_verb, "en", "Ann Lee, D-Calif., said it was “over.”", "Ann Lee"),
    (before.source_then_verb, "en", "Ann Lee, 54, said it was “over.”", "Ann Lee"),
    (before.source_then_verb, "en", "ANN LEE SAID IT WAS “A DISGRACE FOR US ALL.”", "ANN LEE"),
    (before.source_then_verb, "en", "One lawmaker likened it to “a family food fight.”", "One lawmaker"),
    (before.source_then_verb, "en", "Oakes’ widow, Tina Oakes, called it “odd.”", "Tina Oakes"),
    # … but not the subject of a clause that contrasts
    (before.source_then_verb, "fr", "Anne Roux dénonce un vol, tandis que la pluie est « trop forte ».", None),
    (before.source_then_verb, "en", "Ann Lee called it a mess, while the rain was “too strong.”", None),
    # before.source_without_verb
    (before.source_without_verb, "fr", "Le maire parle d’une « farce », et Luc Aubry d’un « jeu ».", "Luc Aubry"),
    (before.source_without_verb, "fr", "Le maire dénonce « une farce » et Luc Aubry « un jeu ».", "Luc Aubry"),
    (before.source_without_verb, "en", "The mayor called it “a farce” and Ann Lee “a game.”", "Ann Lee"),
    (before.source_without_verb, "fr", "Le maire parle d’une « farce », et d’un « jeu ».", None),
    (before.source_without_verb, "fr", "Le maire parle d’« eau » et Luc Aubry est là.", None),
    # before.source_then_colon
    (before.source_then_colon, "fr", "Une mesure saluée par Anne Roux : « Bravo. »", "Anne Roux"),
    (before.source_then_colon, "fr", "Une mesure saluée par la pluie : « Bravo. »", None),
    (before.source_then_colon, "fr", "Anne Roux : « Je pars. »", "Anne Roux"),
    (before.source_then_colon, "fr", "Paul Verdier persiste dans ses attaques : « Tout est faux. »", "Paul Verdier"),
    (before.source_then_colon, "en", "Corvin Redmoor of Stockwell & Co was blunter: “It is over.”", "Corvin Redmoor"),
    (before.source_then_colon, "en", "Ann Lee: “I am leaving.”", "Ann Lee"),
    # frames.according_to_source
    (frames.according_to_source, "fr", "Selon Anne Roux, le lac est « perdu ».", "Anne Roux"),
    (frames.according_to_source, "fr", "Le lac est « perdu », d’après lui.", "lui"),
    (frames.according_to_source, "fr", "D'apres Lise Aubry, le lac est « perdu ».", "Lise Aubry"),
    (frames.according_to_source, "fr", "SELON PAUL MORIN, LE LAC EST « PERDU ».", "PAUL MORIN"),
    (frames.according_to_source, "en", "The lake is “lost,” according to the council.", "the council"),
    # frames.viewpoint_of_source
    (frames.viewpoint_of_source, "fr", "Pour elle, « tout reste à faire ».", "elle"),
    (frames.viewpoint_of_source, "fr", "Cette crise est pour lui le fruit « d’une erreur ».", "lui"),
    (frames.viewpoint_of_source, "fr", "Anne Roux, pour qui le port est « une chance », insiste.", "Anne Roux"),
    (frames.viewpoint_of_source, "fr", "Pour le port, c’est donc « la fin ».", "le port"),
    (frames.viewpoint_of_source, "fr", "Pour Anne Roux le pont est « solide ».", None),
    # frames.agent_of_passive
    (frames.agent_of_passive, "fr", "Le projet, qualifié de « folie » par Anne Roux, avance.", "Anne Roux"),
    (frames.agent_of_passive, "fr", "Il a été traité de « clown » par le maire.", "le maire"),
    (frames.who_is_reproached, "en", "On Monday Lee accused Frey of calling him “a pest in here.”", "Frey"),
    (frames.who_is_reproached, "fr", "Le parti accuse Luc Aubry d’avoir parlé d’un « brouillon ».", "Luc Aubry"),
    (frames.who_is_reproached, "fr", "Le parti lui reproche d’avoir parlé d’un « brouillon ».", "lui"),
    (frames.who_is_reproached, "fr", "Luc Aubry regrette d’avoir parlé d’un « brouillon ».", None),
    (frames.who_is_reproached, "fr", "Luc Aubry a été exclu pour avoir parlé d’un « brouillon ».", None),
    (frames.who_is_reproached, "en", "The party accused Tom Lee of calling it “a joke.”", "Tom Lee"),
    (frames.who_is_reproached, "en", "Tom Lee apologised for calling it “a joke.”", None),
    (frames.agent_of_passive, "en", "The plan was described as “a joke” by Ann Lee.", "Ann Lee"),
    (frames.agent_of_passive, "en", "The talk was later described by an aide as “a bit of fun.”", "an aide"),
    (frames.agent_of_passive, "fr", "Le tracé a été qualifié par Anne Roux de « saccage ».", "Anne Roux"),
    (frames.agent_of_passive, "en", "The law was called by its author “a first step.”", "its author"),
    (frames.agent_of_passive, "fr", "Anne Roux a dénoncé un « pillage », mené par la Brumie.", None),
    # after.viewpoint_of_source
    (after.viewpoint_of_source, "fr", "Une somme « dérisoire », pour Paul Verdier, qui veut plus.", "Paul Verdier"),
    (after.viewpoint_of_source, "fr", "C’est un pari « perdu », pour Anne Roux.", "Anne Roux"),
    (after.viewpoint_of_source, "fr", "Un texte « mort-né », pour le maire Luc Aubry.", "Luc Aubry"),
    (after.viewpoint_of_source, "fr", "Le bal « des fous », pour Anne Roux et ses amis, ouvre.", None),
    (after.viewpoint_of_source, "fr", "Il a dit « oui », pour rire.", None),
    # before.inserted_verb_then_source
    (before.inserted_verb_then_source, "en", "It was, said her friend Nadia, “like a dream.”", "her friend Nadia"),
    (before.inserted_verb_then_source, "fr", "C’était, raconte Paul Verdier, « comme un rêve ».", "Paul Verdier"),
    (before.inserted_verb_then_source, "fr", "Le lac est, selon le mot, dit Anne Roux, « perdu ».", "Anne Roux"),
    (before.inserted_verb_then_source, "fr", "Le lac, hier encore bleu, « se meurt ».", None),
    # frames.owner_of_words
    (frames.owner_of_words, "fr", "Les propos de Paul Verdier « sur la paresse » choquent.", "Paul Verdier"),
    (frames.owner_of_words, "fr", "De l’avis de la mairie, « rien ne presse ».", "la mairie"),
    (frames.owner_of_words, "en", "On Monday Ann Lee's claim that the vote was “rigged” drew boos.", "Ann Lee's"),
    (frames.owner_of_words, "en", "In fact the senator's claim that the vote was “rigged” drew boos.", "the senator's"),
    (frames.owner_of_words, "en", "In Ann Lee's words, the bank “owns the place.”", "Ann Lee's"),
    (frames.owner_of_words, "en", "Tom Roe said Ann Lee's response to it meant that “all is well.”", None),
    (frames.owner_of_words, "en", "It was, in the words of Ann Lee, “a fine mess.”", "Ann Lee"),
    (frames.owner_of_words, "fr", "De l’aveu même de Paul Verdier, tout était « à refaire ».", "Paul Verdier"),
    (frames.owner_of_words, "fr", "Aux yeux du préfet, le pont est « perdu ».", "préfet"),
    (frames.owner_of_words, "fr", "Les mots sont rares et le lac est « perdu ».", None),
    # after.interview_with_source
    (after.interview_with_source, "fr", "« La glace ne ment pas » : entretien avec Ève Perrault", "Ève Perrault"),
    (after.interview_with_source, "fr", "« Je pars » : rencontre avec le luthier Paul Verdier", "Paul Verdier"),
    (after.interview_with_source, "en", "“I never sleep”: an interview with Ann Lee", "Ann Lee"),
    (after.interview_with_source, "fr", "« La glace ne ment pas » : rencontre au sommet", None),
    (frames.owner_of_words, "fr", "Réponse du préfet, attendu sur place dans l’après-midi : « Du calme. »", "préfet"),
    (frames.owner_of_words, "fr", "Réponse du préfet, attendu sur place dans l’après-midi, sur le « radeau ».", None),
    # frames.owner_of_borrowed_words
    (
        frames.owner_of_borrowed_words,
        "fr",
        "Ève joue « sans filet », pour reprendre les mots d’Anne Roux.",
        "Anne Roux",
    ),
    (frames.owner_of_borrowed_words, "fr", "Ève joue « sans filet », pour citer la formule du curé.", "du curé"),
    (frames.owner_of_borrowed_words, "fr", "Ève joue « sans filet », pour reprendre son mot.", None),
    (frames.owner_of_borrowed_words, "fr", "Ève joue « sans filet », pour reprendre le rôle d’Anne Roux.", None),
    (frames.owner_of_borrowed_words, "en", "She plays “blind,” to borrow the words of Ann Lee.", "Ann Lee"),
    # frames.maker_of_wording
    (frames.maker_of_wording, "fr", "« Une honte », le mot est de Paul Verdier.", "Paul Verdier"),
    (frames.maker_of_wording, "fr", "« Une honte » : la formule, employée par la maire, a choqué.", "la maire"),
    (frames.maker_of_wording, "fr", "« Une honte » : la phrase est signée Ève Haddad.", "Ève Haddad"),
    (frames.maker_of_wording, "fr", "« Une honte », le mot a choqué Paul Verdier.", None),
    (frames.maker_of_wording, "fr", "« Une honte », le pont est de Paul Verdier.", None),
    (frames.maker_of_wording, "en", "“A stain,” a phrase coined by Ann Lee, stuck.", "Ann Lee"),
    # frames.owner_of_page
    (frames.owner_of_page, "fr", "Sur la page officielle de Lombrac, on pouvait lire : « Merci. »", "Lombrac"),
    (frames.owner_of_page, "fr", "On lit dans le rapport que le pont est « usé ».", "le rapport"),
    (frames.owner_of_page, "fr", "Dans la lettre de la régie, on peut lire : « Pardon. »", "la régie"),
    # frames.bearer_of_words
    (frames.bearer_of_words, "fr", "Anne Roux a déployé une banderole « Rendez-nous la digue ».", "Anne Roux"),
    (frames.bearer_of_words, "fr", "Un homme tenant une pancarte « Rendez-nous la digue » est venu.", "Un homme"),
    (frames.bearer_of_words, "fr", "Aux cris de « Rendez-nous la digue », les élus sont partis.", "les élus"),
    (frames.bearer_of_words, "fr", "Anne Roux tape dans un panneau « stop ».", None),
    (frames.bearer_of_words, "fr", "Anne Roux a ouvert une lettre « Rendez-nous la digue ».", None),
    # before.source_then_quoted_verb
    (before.source_then_quoted_verb, "fr", "Anne Roux « refuse de céder au chantage ».", "Anne Roux"),
    (before.source_then_quoted_verb, "fr", "L’imam Karim Saïd est « effaré par la nouvelle ».", "L’imam Karim Saïd"),
    (before.source_then_quoted_verb, "fr", "Le conseil a adopté un texte qui « demande du renfort ».", "Le conseil"),
    (
        before.source_then_quoted_verb,
        "fr",
        "Le club d’Armorin « prend acte avec regret » de ce départ.",
        "Le club d’Armorin",
    ),
    (
        before.source_then_quoted_verb,
        "fr",
        "La régie « regrette ce retard » et l’association « condamne le reste ».",
        "La régie",
    ),
    (before.source_then_quoted_verb, "fr", "La charrette « refuse de rouler ».", None),
    (before.source_then_quoted_verb, "fr", "Anne Roux, « refuse de céder au chantage ».", "Anne Roux"),
    # before.subject_of_sentence
    (before.subject_of_sentence, "fr", "La lauréate a dédié ce prix « à tous les siens ».", "La lauréate"),
    (before.subject_of_sentence, "fr", "Une lauréate a dédié ce prix « à tous les siens ».", None),
    (before.subject_of_sentence, "fr", "Anne Roux redoute « un hiver de plus ».", "Anne Roux"),
    (before.subject_of_sentence, "en", "Ann Lee went on about “the old days of the mill.”", "Ann Lee"),
    (before.subject_of_sentence, "fr", "Le texte est « taillé pour vingt fermes ».", None),
    (before.subject_of_sentence, "fr", "Paul Verdier a été condamné pour « abus de biens ».", None),
]


def proposals_for(construction: Construction, language: str, text: str) -> list[Proposal]:
    """What a construction proposes for the first quotation of a sentence, or for the one that shares its verb."""
    quote_spans = [Span(*match.span(1)) for match in _QUOTED.finditer(text)]
    grammar = grammar_of(language)
    sentence = Span(0, len(text))
    chunks = read_sentence(Tokens(text, [sentence], grammar), sentence, list(enumerate(quote_spans)), grammar).chunks
    number = len(quote_spans) - 1 if construction is before.source_without_verb else 0
    quote_index = next(index for index, chunk in enumerate(chunks) if chunk.quote == number)
    return list(construction(QuoteContext.build(chunks, quote_index, quote_spans[number].of(text), grammar)))


@pytest.mark.parametrize(("construction", "language", "text", "source"), CASES)
def test_a_construction_proposes_the_source_of_its_sentences(
    construction: Construction, language: str, text: str, source: str | None
) -> None:
    proposed = [proposal.source.span.of(text) for proposal in proposals_for(construction, language, text)]
    if source is None:
        assert not proposed
    else:
        assert any(source in text for text in proposed[:1])


FAR = "Anne Roux a déclaré que" + " très" * 7 + " « bon »."
WEIGHTS_IN_PLACE = [
    # the cue stands up to eight chunks before the quotation, up to twenty, or farther
    (before.source_then_verb, "fr", FAR.replace("très ", "", 1), 0.9),
    (before.source_then_verb, "fr", FAR, 0.8),
    (before.source_then_verb, "fr", FAR.replace("très ", "très " * 12, 1), 0.8),
    (before.source_then_verb, "fr", FAR.replace("très ", "très " * 13, 1), 0.65),
    # an infinitive; a thing right before the verb, and farther off
    (before.source_then_verb, "fr", "Anne Roux a fini par dénoncer « un vol ».", 0.7),
    (before.source_then_verb, "fr", "La digue dénonce « un vol ».", 0.65),
    (before.source_then_verb, "fr", "La digue est belle et dénonce « un vol ».", 0.4),
    # a cue without a subject nearer to the quotation
    (before.source_then_verb, "fr", "Anne Roux assure à qui dénonce « un vol ».", 0.9),
    # the source before its verb, in French and in English
    (after.source_then_verb, "fr", "« Tout va bien », Anne Roux déclare.", 0.75),
    (after.source_then_verb, "en", "“All is well,” Ann Lee said.", 0.9),
    (after.source_then_verb_later, "fr", "« Tout va bien » ici, Anne Roux déclare.", 0.7),
    # `selon` right after the quotation, and farther on
    (frames.according_to_source, "fr", "La digue est « solide », selon Anne Roux.", 0.95),
    (frames.according_to_source, "fr", "La digue est « solide » hier, selon Anne Roux.", 0.85),
    # two quoted words after an auxiliary are no participle of its subject
    (before.source_then_quoted_verb, "fr", "Anne Roux a « mal dormi ».", None),
    (before.source_then_quoted_verb, "fr", "Anne Roux a « très mal dormi ».", 0.7),
]


@pytest.mark.parametrize(("construction", "language", "text", "weight"), WEIGHTS_IN_PLACE)
def test_a_proposal_has_the_weight_of_its_rule_less_the_penalties(
    construction: Construction, language: str, text: str, weight: float | None
) -> None:
    weights = [round(proposal.weight, 2) for proposal in proposals_for(construction, language, text)]
    assert weights == ([] if weight is None else [weight])


def _module(construction: Construction) -> str:
    return construction.__module__.rpartition(".")[2]


@pytest.mark.parametrize("construction", CONSTRUCTIONS, ids=lambda one: f"{_module(one)}.{one.__name__}")
def test_every_construction_has_cases_and_its_rules_say_where_the_cue_stands(construction: Construction) -> None:
    position = _module(construction).removesuffix("s")
    rules = {
        proposal.rule
        for case, language, text, _ in CASES
        if case is construction
        for proposal in proposals_for(case, language, text)
    }
    assert rules
    assert {rule.partition(".")[0] for rule in rules} == {position}
