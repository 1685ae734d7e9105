"""The fullest name of a source that a quotation names by a short form, a role, a noun or a pronoun."""

import pytest

from tests.analysis.quoting import INTRODUCTIONS, quotes_in
from tui_reader.analysis.coreference.aliases import is_short_form
from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import document_from_text

MENTIONS = [
    # who trains a team does not play in it
    (
        "fr",
        "« Bien sûr que non », dit le milieu Paul Roux. « C’est fini », lâche l’entraîneur.",
        ["Paul Roux", "entraîneur"],
    ),
    ("fr", "« Bien sûr que non », dit l’attaquante Ève Roux. « C’est fini », lâche le coach.", ["Ève Roux", "coach"]),
    ("fr", "« Bien sûr que non », dit l’entraîneur Paul Roux. « C’est fini », lâche le technicien.", ["Paul Roux"] * 2),
    ("en", "“We were poor,” said midfielder Ann Lee. “It is a shame,” the coach said.", ["Ann Lee", "coach"]),
    # who comes new is nobody named before, and the follower of somebody is not that person
    ("fr", "Paul Roux est là. Un Brestois s’agace : « Bien sûr que non. »", ["Brestois"]),
    ("fr", "Paul Roux est là. Le Brestois s’agace : « Bien sûr que non. »", ["Paul Roux"]),
    ("fr", "Paul Roux est là. Un Brestois rit : « Non. » Le Brestois s’agace : « Mais si. »", ["Brestois"] * 2),
    ("fr", "Jacques Chirac est là. « Bien sûr que non », dit le chiraquien.", ["chiraquien"]),
    ("fr", "Luc Sarkozy est là. Un sarkozyste rit : « Non. » Il ajoute : « Mais si. »", ["sarkozyste"] * 2),
    ("fr", "Jacques Chirac est là. Un chiraquien rit : « Non. » Il ajoute : « Mais si. »", ["chiraquien"] * 2),
    ("fr", "Ève Le Pen est là. « Bien sûr que non », souffle le lepéniste.", ["lepéniste"]),
    ("fr", "Pour un sarkozyste, « bien sûr que tout est perdu ».", ["sarkozyste"]),
    # an article in capitals belongs to the name, and `un de` to what it is one of
    ("fr", "« Bien sûr que non », écrit L’Essor.", ["L’Essor"]),
    ("fr", "Un de ses proches s’agace : « Bien sûr que non. »", ["Un de ses proches"]),
    # a name behind quoted words that belong to the role
    ("fr", "« Bien sûr que non », dit la députée « insoumise » Anne Roux.", ["Anne Roux", None]),
    ("fr", "« Bien sûr que non », dit l’auteur de « La Nuit », Paul Roux.", ["Paul Roux", None]),
    ("fr", "« Bien sûr que non », dit la maire « verte », et Paul Roux est parti.", ["maire", None]),
    # a name is whole, and a headline is none
    ("en", "Greg Tull, head of the Log Cabin Democrats, said: “We have waited long enough.”", ["Greg Tull"]),
    ("en", "The Girl Scouts said the vote was “a sad day for the party.”", ["Girl Scouts"]),
    ("en", "The mill is shut.\n\nMany Ohio Democrats left early. “It rains here every single day.”", [None]),
    ("en", "Pastor Wants To Be Executed For Treason. He called the vote “a sad day for us.”", [None]),
    # a name behind the words that describe somebody belongs to these
    ("en", "Ann Lee, a sister of the heir to the throne, Tom, told friends it was “a great success.”", ["Ann Lee"]),
    ("en", "The head of the union, Tom Lee, told friends it was “a great success.”", ["Tom Lee"]),
    # a role with the name of its body, in apposition; an owner before a role, which may look like a verb
    ("en", "Joel Moss, a teacher at Norwick High School, said it was “a sad day for us.”", ["Joel Moss"]),
    ("en", "Rob Vail, President Norwick North, said it was “a sad day for us.”", ["Rob Vail"]),
    ("en", "Mary Lee, chief executive of Norwick Power, said it was “a sad day for us.”", ["Mary Lee"]),
    ("en", "Norway's prime minister said it was “a sad day for us.”", ["Norway's prime minister"]),
    ("en", "Norway's data authority said it was “a sad day for us.”", ["Norway's data authority"]),
    ("en", "Lumo's managing director, Ann Lee, said it was “a sad day for us.”", ["Ann Lee"]),
    ("en", "“No,” Norway's deputy director of public prosecutions, Ola Berg, said.", ["Ola Berg"]),
    ("en", "What's needed is a plan, the mayor said, calling it “a sad day for us.”", ["mayor"]),
    # a body with `for` in its name, a first name that is also a small word, and another of whom more is told
    ("en", "The Department for Education said it was “a sad day for us.”", ["Department for Education"]),
    ("en", "A man for the Department said it was “a sad day for us.”", ["man for the Department"]),
    ("en", "The head of policy, Will Orme, said it was “a sad day for us.”", ["Will Orme"]),
    ("en", "Ann Lee left. Another, who asked not to be named, said it was “a sad day.”", ["Another"]),
    # who makes somebody answer is not who answers
    ("en", "Ann Vail came. Pressed by Eve Lee on the plan, she said it was “a sad day for us.”", ["Ann Vail"]),
    ("fr", "Zoé Roux est là. Interrogée par Ève Haddad, elle a dit avoir « mieux à faire ici ».", ["Zoé Roux"]),
    ("en", "The plan, drafted by Eve Lee, failed. “It was a sad day for us,” she said.", ["Eve Lee"]),
    # what `it` means is no place and no person; a clause behind `and who` is one of the same person's
    ("en", "She fell ill in Norvale. At the time it was put down to “altitude and a bad burrito.”", [None]),
    ("en", "Maybe Lumo is right. In a note on Friday, Lumo said the likes were “a distraction for all.”", ["Lumo"]),
    ("en", "Juno Hart, a pop star, is ill in bed. “Wait a while,” it said.", ["council"]),
    (
        "en",
        "An engineer who built it and who hid his name because he had signed a deal said it was “not ours.”",
        ["engineer"],
    ),
    # a short form of a name refers to the fullest form, wherever the text gives it
    ("fr", "Le soir, Anne Roux est venue. « Bien sûr que non », a dit Mme Roux.", ["Anne Roux"]),
    ("fr", "Un pli de Valentine Orlov est arrivé. « Bien sûr que non », a dit V. Orlov.", ["Valentine Orlov"]),
    ("fr", "Ce soir, P. Verdier rit. « Il pleut encore », dit Paul Verdier.", ["Paul Verdier"]),
    ("en", "That day Ann Lee came. “The mill is gone,” said Lee.", ["Ann Lee"]),
    # … but not where two persons share it
    ("fr", "Le soir, Anne Roux et Luc Roux sont venus. « Bien sûr que non », a dit Roux.", ["Roux"]),
    ("en", "That day Ann Lee and Tom Lee came. “The mill is gone,” said Lee.", ["Lee"]),
    # … unless the text is about one of them far more often
    (
        "fr",
        "Luc Roux a bâti le moulin. Luc Roux l’a vendu. Zoé Roux l’a su. « Bien sûr que non », a dit Roux.",
        ["Luc Roux"],
    ),
    (
        "en",
        "Ann Lee built the mill. Ann Lee sold it. Tom Lee knew. “The mill is gone,” said Lee.",
        ["Ann Lee"],
    ),
    # a contracted article is as definite as a plain one
    ("fr", "Le maire, Luc Aubry, est venu. Refus du maire, qui parle d’un « caprice d’enfant ».", ["Luc Aubry"]),
    # a demonym means nobody of another people
    (
        "fr",
        "Luc Bodin gagne devant l’Italien Fabio Serra. « J’ai souffert », a dit le Norien.",
        ["Luc Bodin"],
    ),
    ("fr", "L’Italien Fabio Serra a gagné. « J’ai souffert », a dit le Norien.", ["Norien"]),
    # a last name with an article
    ("fr", "Zoé Le Guen est là. « Il pleut », dit Le Guen.", ["Zoé Le Guen"]),
    ("fr", "Zoé Le Guen est là. Le Guen ouvre la porte. « Il pleut », dit-elle.", ["Zoé Le Guen"]),
    ("fr", "Paul Le Roux est là. La Roux coule au sud. « Il pleut », dit le maire.", ["maire"]),
    ("fr", "Le Guen est plein. « Il pleut », dit le Guen.", ["Guen"]),
    # another word for a role goes before the last source
    (
        "fr",
        "L’astronaute Zoé Roux est là. « Bravo », dit la ministre, Ève Haddad. « Si », dit la spationaute.",
        ["Ève Haddad", "Zoé Roux"],
    ),
    # `ce dernier` may be known by a role
    (
        "fr",
        "Le maire, Luc Aubry, est là. « Non », dit Paul Verdier. Le maire a ri. « Si », dit ce dernier.",
        ["Paul Verdier", "Luc Aubry"],
    ),
    (
        "fr",
        "Le maire, Luc Aubry, est là. « Non », dit Paul Verdier. Le maire a vu Jean Brun. « Si », dit ce dernier.",
        ["Paul Verdier", "Jean Brun"],
    ),
    # … or by a noun alone, unless the paragraph names somebody of the gender
    (
        "fr",
        "« Il pleut », dit Anne Roux, venue avec son mari. Ce dernier, marin, rit : « Oui ».",
        ["Anne Roux", "mari"],
    ),
    (
        "fr",
        "Luc Aubry est jugé. « Il pleut », dit Ève Haddad de son client. Ce dernier a dit « non ».",
        ["Ève Haddad", "Luc Aubry"],
    ),
    # one of several is called by their noun, where that has a plain singular of the gender
    ("fr", "Des pêcheurs de Brest sont là. « Il pleut », dit l’un d’eux.", ["pêcheur de Brest"]),
    (
        "fr",
        "Des infirmières sont là. L’une d’elles, lasse, évoque « un gâchis ». « Rien ne va », dit-elle.",
        ["infirmière"] * 2,
    ),
    ("fr", "Des députés écologistes sont là. « Il pleut », dit l’un d’entre eux.", ["député écologiste"]),
    ("fr", "Des élus locaux sont là. « Il pleut », dit l’un d’eux.", ["un d’eux"]),
    ("fr", "Des enseignants sont là. « Il pleut », dit l’une d’elles.", ["une d’elles"]),
    ("fr", "Des pêcheurs sont là. « Il pleut », dit l’un d’eux, Luc Aubry.", ["Luc Aubry"]),
    # a role behind a name with a hyphen, and one at a body, tell of the person whom a relative clause means
    (
        "fr",
        "« Il pleut », dit Jean-Luc Aubry, président de la FDSEA, qui dénonce « un cynisme ».",
        ["Jean-Luc Aubry"] * 2,
    ),
    ("fr", "« Il pleut », dit Anne Roux, analyste au cabinet Halden, pour qui « tout change ».", ["Anne Roux"] * 2),
    ("fr", "« Il pleut », dit la déléguée du groupe Halden.", ["déléguée du groupe Halden"]),
    # who runs a business may be a firm, and is one where its name is no person's
    ("fr", "L’exploitant, Hydrosud, s’explique. « Il pleut », précise l’entreprise.", ["Hydrosud"]),
    ("fr", "L’exploitant, Luc Aubry, s’explique. « Il pleut », précise l’entreprise.", ["entreprise"]),
    ("fr", "L’exploitant, la société Hydrosud, s’explique. Elle promet d’« agir vite ».", ["Hydrosud"]),
    # a side is its body's
    ("fr", "Du côté de Lactalor, on rappelle les cours. Le groupe se dit « prêt à discuter ».", ["Lactalor"]),
    # whoever has two roles is called by either
    ("fr", "Le chef de service, le docteur Luc Aubry, est là. « Il pleut », dit le médecin.", ["Luc Aubry"]),
    # a relative who was named
    ("fr", "Sa fille, Anne Roux, est là. Le soir tombe. « Il pleut », dit sa fille.", ["Anne Roux"]),
    ("fr", "Sa fille, Anne Roux, est là. « Il pleut », dit son fils.", ["fils"]),
    ("fr", "Sa fille, Anne Roux, et sa fille, Ève Haddad, sont là. « Il pleut », dit sa fille.", ["fille"]),
    # who is elected somewhere was named last
    ("fr", "Le sénateur Luc Aubry est là. « Il pleut », dit l’élu de la Drôme.", ["Luc Aubry"]),
    ("fr", "Le sénateur Luc Aubry salue Jean Brun. « Il pleut », dit l’élu de la Drôme.", ["élu de la Drôme"]),
    # a description of the only person of the paragraph, but not of one that another one has
    ("fr", "Marc Bastide sourit. « Il pleut », dit le technicien de Lombrac.", ["Marc Bastide"]),
    ("fr", "Marc Bastide salue Jean Brun. « Il pleut », dit le technicien de Lombrac.", ["technicien de Lombrac"]),
    ("fr", "Marc Bastide sourit. « Il pleut », dit le maire de Lombrac.", ["maire de Lombrac"]),
    (
        "fr",
        "Un technicien dort. Marc Bastide sourit. « Il pleut », dit le technicien de Lombrac.",
        ["technicien de Lombrac"],
    ),
    # a role whose name the next words give, if they follow at once and the name has no role
    ("fr", "La ministre dénonce un plan « flou ». « Rien n’est prêt », a plaidé Ève Haddad.", ["Ève Haddad"] * 2),
    ("fr", "La ministre dénonce un plan « flou ». « Rien n’est prêt », dit Luc Aubry.", ["ministre", "Luc Aubry"]),
    ("fr", "Une ministre dénonce un plan « flou ». « Rien n’est prêt », dit Ève Haddad.", ["ministre", "Ève Haddad"]),
    (
        "fr",
        "La ministre dénonce un plan « flou ». Il pleut. « Oui, tout », dit Ève Haddad.",
        ["ministre", "Ève Haddad"],
    ),
    (
        "fr",
        "La ministre dénonce un plan « flou ». « Rien n’est prêt », dit la maire, Ève Haddad.",
        ["ministre", "Ève Haddad"],
    ),
    # a noun that a role implies means whom the paragraph has just quoted, if that one has no role
    (
        "fr",
        "Le maire, Luc Aubry, est là.\n\n« Qui a signé ? » a demandé Jean Brun. L’élu réclame « une enquête ».",
        ["Jean Brun"] * 2,
    ),
    (
        "fr",
        "Le maire, Luc Aubry, est là.\n\n« Qui a signé ? » a demandé l’avocat Jean Brun. L’élu réclame « du temps ».",
        ["Jean Brun", "Luc Aubry"],
    ),
    ("fr", "Le sortant perd. Son successeur, Ève Haddad, est là. La maire dénonce « un flou ».", ["Ève Haddad"]),
    ("fr", "Le maire sortant, Luc Aubry, est là. Il promet de « ne rien céder ».", ["Luc Aubry"]),
    ("fr", "Un passant se présentant comme l’un des voleurs promet « la suite vendredi ».", ["passant"]),
    ("fr", "« Il pleut », a raconté à l’AFP Daria, une étudiante.", ["Daria"]),
    # `y` is the place told before
    ("fr", "À la mairie, on reste prudent. « Il pleut », y dit-on.", ["mairie"]),
    ("fr", "À la mairie, on reste prudent.\n\n« Il pleut », y dit-on.", [None]),
    ("fr", "Le pont est fermé. « Il pleut », y dit-on.", [None]),
    # some of several persons
    ("fr", "Les familles sont là. Certaines ont dénoncé « un scandale ».", ["familles"]),
    ("fr", "Les élus sont là. Certains l’ont accueilli aux cris de « Trop tard ! ».", ["élus"]),
    ("fr", "Certains élus ont dénoncé « un scandale ».", ["élus"]),
    # `cette dernière` may be a body, if that ends the sentence before
    ("fr", "Il pleut à la Banque de Norie. Interrogée, cette dernière n’a « rien à dire ».", ["Banque de Norie"]),
    ("fr", "Luc Aubry salue son client, que le tribunal écoute. Ce dernier a dit « non ».", ["Luc Aubry"]),
    # a noun for bodies behind an adjective
    ("fr", "Le Conseil d’État juge. La haute juridiction estime que « cela ne suffit pas ».", ["Conseil d’État"]),
    # the object of a verb that describes, behind a name between commas
    ("fr", "Son avocat, Luc Aubry, le décrit comme « un marin exemplaire ».", ["Luc Aubry"]),
    # a participle behind a clause about somebody else
    ("fr", "Deux pays ont offert leur aide, que le maire a refusée, jugeant ses moyens « suffisants ».", ["maire"]),
    ("fr", "Le préfet a promis une aide, jugeant ses moyens « suffisants ».", ["préfet"]),
    # a first name and what somebody is
    ("fr", "Nadège, aide à domicile, a fait ses comptes. « C’est cher », calcule-t-elle.", ["Nadège"]),
    # whom alone the title names, whatever his gender
    (
        "fr",
        "Inaki Etche sourit. Le soir tombe. L’intéressé hausse les épaules. « Il pleut, voilà tout. »",
        ["Inaki Etche"],
    ),
    # … or a person without a name
    (
        "fr",
        "« Il pleut », dit Ève Haddad. Luc Aubry attend la préfète. Cette dernière promet « des renforts ».",
        ["Ève Haddad", "préfète"],
    ),
    # an artist is called so, not whoever spoke last
    (
        "fr",
        "« Il pleut », dit Luc Aubry. Cela agace le chanteur Malo Brun. « Il ment », dit l’artiste.",
        ["Luc Aubry", "Malo Brun"],
    ),
    # how a thing is described, and what somebody asks for, say nothing
    ("fr", "Son chant, décrit comme « un grincement », est rare.", [None]),
    ("fr", "Le maire, Luc Aubry, réclame des caméras, « pas des promesses ».", ["Luc Aubry"]),
    # a company that has something known, and one that is called a platform; the head of a firm
    ("fr", "Contactée, La Poste fait valoir le prix. « Nous restons », plaide l’entreprise.", ["Poste"]),
    ("fr", "La firme Zapplo conteste. La plateforme dénonce une sanction « disproportionnée ».", ["Zapplo"]),
    ("fr", "Le directeur général, Luc Aubry, est là. « Il pleut », dit le patron.", ["Luc Aubry"]),
    # a pronoun means whom the sentence before describes, also where it is not clear who that is
    (
        "fr",
        "« Il pleut », dit un pilote.\n\nIl fait beau. Ce que conteste le jeune homme. « Il pleut », assure-t-il.",
        ["pilote", "jeune homme"],
    ),
    # a description means whoever was the last source rather than whom the paragraph described before
    (
        "fr",
        "Le jeune homme de Brest dort. Pour Luc Aubry, « il pleut ». L’ancien secouriste y voit « une belle pluie ».",
        ["Luc Aubry"] * 2,
    ),
    # `celui-ci` may be named in a clause between commas
    ("fr", "Deux groupes sont là, dont l’espagnol Vidrosa. Contacté, celui-ci confirme « un projet ».", ["Vidrosa"]),
    # a document that is only cited speaks for itself
    ("fr", "Anne Roux a cité un courriel évoquant « une honte ».", ["courriel"]),
    ("fr", "Anne Roux a reçu un courrier lui promettant « un poste ».", ["courrier"]),
    ("fr", "Anne Roux a lu une lettre qui évoquait « une honte ».", ["lettre"]),
    ("fr", "Anne Roux a publié un courriel évoquant « une honte ».", ["Anne Roux"]),
    ("fr", "Anne Roux a écrit une lettre qui évoquait « une honte ».", ["Anne Roux"]),
    # a first name and what tells more of it
    ("fr", "Josiane, une coiffeuse de Dreux, est là. « Il pleut », dit-elle.", ["Josiane"]),
    ("fr", "Lombrac, une ville de Norie, est là. « Il pleut », dit le maire.", ["maire"]),
    # a trade means the person without a role whom the paragraph names; an office, a relative or a client somebody else
    ("fr", "Luc Aubry vend son fournil. « Il pleut », dit le boulanger.", ["Luc Aubry"]),
    ("fr", "Ève Haddad vend son salon. « Il pleut », dit la coiffeuse.", ["Ève Haddad"]),
    ("fr", "Luc Aubry vend son fournil. « Il pleut », dit le maire.", ["maire"]),
    ("fr", "Luc Aubry vend son fournil. « Il pleut », dit le client.", ["client"]),
    ("fr", "Luc Aubry vend son fournil.\n\n« Il pleut », dit le boulanger.", ["boulanger"]),
    ("fr", "Le maire, Luc Aubry, est venu. « Il pleut », dit le boulanger.", ["boulanger"]),
    ("en", "Ruth Ansell sold the old mill. “It rains,” the botanist said.", ["Ruth Ansell"]),
    ("en", "Ruth Ansell sold the old mill. “It rains,” the mayor said.", ["mayor"]),
    ("en", "Ruth Ansell sold the old mill. “It rains,” the Ohio Democrat said.", ["Ruth Ansell"]),
    ("en", "Mayor Ruth Ansell sold the old mill. “It rains,” the botanist said.", ["botanist"]),
    # … rather the last source, with whom the paragraph goes on, than whoever is named last in it
    (
        "en",
        "“Well,” said Tom Lee.\n\nLee spared Joe Roe, who left Ann Dow no choice. “Fine,” said the midfielder.",
        ["Tom Lee"] * 2,
    ),
    (
        "en",
        "“Well,” said Tom Lee.\n\nAnn Dow spared Lee, who left Joe Roe no choice. “Fine,” said the midfielder.",
        ["Tom Lee", "Joe Roe"],
    ),
    # a noun of men alone tells that `she` is somebody else; nobody is called like a station
    ("en", "“A roar,” said Elena Dow. Her husband, Noor, was lost. “He ran,” she said.", ["Elena Dow"] * 2),
    ("en", "“A roar,” said Elena Dow. Her daughter, Noor, was lost. “He ran,” she said.", ["Elena Dow", "Noor"]),
    (
        "en",
        "Anika Quell won. “I wept,” said her mother, Leena Dow.\n\nAnika did not stop. “A hamster,” she said.",
        ["Leena Dow", "Anika Quell"],
    ),
    ("en", "It is the Veterans' League. Ann Lee, in Yuma, left. “I won,” she said.", ["Ann Lee"]),
    ("en", "Crowds stood at Norwick Central, where Ruth Dow had waited. “I mind,” she said.", ["Ruth Dow"]),
    # a party of a case is nobody who speaks for or about it
    (
        "fr",
        "« Il est innocent », dit son avocat, Luc Aubry. Le suspect parle d’« une erreur ».",
        ["Luc Aubry", "suspect"],
    ),
    ("fr", "« Il ment », dit le procureur, Luc Aubry. L’accusé parle d’« une erreur ».", ["Luc Aubry", "accusé"]),
    ("fr", "« Non », dit Luc Aubry, garagiste. Le prévenu parle d’« une erreur ».", ["Luc Aubry"] * 2),
    ("en", "“He is innocent,” said attorney Tom Lee. The suspect spoke of “an error.”", ["Tom Lee", "suspect"]),
    ("en", "“He lied,” said prosecutor Tom Lee. The defendant spoke of “an error.”", ["Tom Lee", "defendant"]),
    # whom an article is about, rather than who spoke last
    (
        "fr",
        "Zoé Roux a menti. Zoé Roux l’a dit. « C’est grave », juge Ève Haddad. « Jamais », répond l’intéressée.",
        ["Ève Haddad", "Zoé Roux"],
    ),
    ("fr", "« C’est grave », juge Ève Haddad. « Jamais », répond l’intéressé.", ["Ève Haddad", "intéressé"]),
    (
        "fr",
        "Luc Aubry rit. « Bien », dit Ève Haddad.\n\nPaul Fort aurait menti. « Jamais », corrige l’intéressé.",
        ["Ève Haddad", "Paul Fort"],
    ),
    (
        "fr",
        "Le berger, Luc Aubry, rit. « Merci », dit Ève Haddad au berger. « De rien », répond l’intéressé.",
        ["Ève Haddad", "Luc Aubry"],
    ),
    # a mother of a family, spouses of one name
    ("fr", "Rachida, 42 ans, est à bout. « On nous parle mal », souffle la mère de famille.", ["Rachida"]),
    ("fr", "Les époux Aubry ont tout perdu. « On recommencera », promettent-ils.", ["époux Aubry"]),
    # an expert of a trade is called by what the trade is
    (
        "fr",
        "L’expert psychiatre Luc Aubry parle. « Faux ! », crie Me Jean Roux. Réponse du praticien : « Non. »",
        ["Jean Roux", "Luc Aubry"],
    ),
    # a man of a land by the ending of its people, so that a woman's noun is not his
    (
        "fr",
        "« Oui », dit Ève Haddad. L’Américain Tod Haley parle d’« un leurre ». « Non », répond la chercheuse.",
        ["Ève Haddad", "Tod Haley", "Ève Haddad"],
    ),
    # `ce dernier` is whom the last source spoke of; a first name that is also a title; a sister by her full name
    (
        "fr",
        "Anne Roux regrette que son adjoint, Luc Aubry, ait « menti ». Ce dernier a répliqué : « C’est faux. »",
        ["Anne Roux", "Luc Aubry"],
    ),
    ("fr", "« Si », dit le président de la ligue, Pape Sarré.", ["Pape Sarré"]),
    ("fr", "« Si », dit le Pape François.", ["François"]),
    ("fr", "« Si », résume sa sœur, Nadine. « Non », lâche Nadine Aubry.", ["Nadine Aubry"] * 2),
    ("fr", "« Si », résume sa sœur Nadine. « Non », lâche Nadine Aubry.", ["Nadine Aubry"] * 2),
    # who won and who lost, as verbs tell
    (
        "fr",
        "Luc Aubry a été élu maire. Paul Roy, lui, a perdu. « Merci », dit le vainqueur. « Bah », dit le perdant.",
        ["Luc Aubry", "Paul Roy"],
    ),
    (
        "fr",
        "Luc Aubry a été battu mardi. Paul Roy l’a emporté. « Merci », dit le vainqueur. « Bah », dit le vaincu.",
        ["Paul Roy", "Luc Aubry"],
    ),
    (
        "fr",
        "Luc Aubry a gagné mardi. Paul Roy a gagné jeudi.\n\n« Merci », a dit le gagnant à la presse.",
        ["gagnant"],
    ),
    # a federation is no agency
    ("fr", "L’Agence du livre dit « non ». La fédération dit « oui ».", ["Agence du livre", "fédération"]),
    ("fr", "L’Agence du livre dit « non ». L’agence dit « oui ».", ["Agence du livre"] * 2),
    ("fr", "Raymonde Aubry rit. « Il est têtu », soupire la vieille dame.", ["Raymonde Aubry"]),
    # the same source is the last one
    (
        "fr",
        "« Il a fui », dit une source policière. « Il était armé », selon la même source.",
        ["source policière"] * 2,
    ),
    (
        "fr",
        "Le butin est gros, indique une source policière. « Il a fui », selon la même source.",
        ["source policière"],
    ),
    ("en", "“He fled,” said a police source. “He was armed,” according to the same source.", ["police source"] * 2),
    ("fr", "« Non », dit Amnesty International. L’ONG parle d’« une épreuve ».", ["Amnesty International"] * 2),
    # … where no body is named, not even far above
    ("fr", "Il pleut.\n\nIl vente.\n\nLe groupe parle d’« une épreuve ».", ["groupe"]),
    # a noun for a company, and a name that acts
    ("fr", "Mardi, Norval a fermé le pont. Le groupe parle d’« une épreuve ».", ["Norval"]),
    ("fr", "Mardi, Norval a fermé le pont.\n\nIl pleut.\n\nL’entreprise parle d’« une épreuve ».", ["Norval"]),
    ("fr", "Mardi, Norval a acheté Ardal, qui a fermé. Le groupe parle d’« une épreuve ».", ["Norval"]),
    ("fr", "Mardi, Norval a appelé. Ardal a fermé. Le groupe parle d’« une épreuve ».", ["groupe"]),
    ("fr", "Mardi, Zoé Roux a fermé le pont. Le groupe parle d’« une épreuve ».", ["groupe"]),
    ("en", "By now, Norval has closed the mill. The company spoke of “a hard time.”", ["Norval"]),
    ("en", "By now, Ruth Ansell has closed the mill. The company spoke of “a hard time.”", ["company"]),
    # the first and the second of two persons, if there are two
    ("fr", "Luc et Paul sont venus. « Il pleut », dit le premier. « Pas ici », dit le second.", ["Luc", "Paul"]),
    ("fr", "Luc, Zoé et Paul sont venus. « Il pleut », dit le premier.", [None]),
    ("fr", "La mer est haute. « Il pleut », dit l’autre.", [None]),
    ("en", "Tom Lee and Bob Dow came. “It rains,” said the former.", ["Tom Lee"]),
    # a noun is somebody else than the person whom its sentence is about
    (
        "fr",
        "Zoé Roux est là.\n\nLa gamine a croisé l’infirmière, qui a écrit dans le cahier : « À suivre de près. »",
        ["infirmière"],
    ),
    # a person of the noun’s gender goes before one whose gender is not known
    (
        "fr",
        "« Il pleut », dit Sevrin Halvor. Avec sa collègue Mirel Oppong, il a tout vu. « Si », dit la chercheuse.",
        ["Sevrin Halvor", "Mirel Oppong"],
    ),
    # an acronym refers to the body whose name it abbreviates
    (
        "fr",
        "Une note de l’Office national des phares (ONP) circule. Pour l’ONP, « tout est à refaire ».",
        ["Office national des phares"],
    ),
    # a person described by a relation to another is neither of them
    ("en", "Ann Lee wept in court. The defendant's brother said: “It is over now.”", ["defendant's brother"]),
    ("en", "Tom Breck left at noon. The player's agent said: “He will be back.”", ["player's agent"]),
    ("en", "Ann Lee has won again. The senator's driver said: “She was asleep.”", ["senator's driver"]),
    ("en", "Ann Lee has won. A spokesman for Ms Lee said: “She is glad.”", ["spokesman for Ms Lee"]),
    ("en", "Ann Lee has won. “She is glad,” said the lawyer of Ms. Lee.", ["lawyer of Ms. Lee"]),
    ("en", "Ann Lee has won. “I am glad,” said senator Ms. Lee.", ["Ann Lee"]),
    ("fr", "Luc Roux a gagné. L’entourage de M. Roux dit : « Il est heureux. »", ["entourage de M. Roux"]),
    ("fr", "Luc Roux a gagné. « Il est heureux », dit un proche de M. Luc Roux.", ["proche de M. Luc Roux"]),
    ("fr", "Luc Roux a gagné. « Je suis heureux », dit le candidat, M. Roux.", ["Luc Roux"]),
    # who serves a person whom the phrase names by a title is not that person
    ("fr", "La société de M. Lemoine achète. « J’ai payé », a répété ce dernier à Luc Serre.", ["Lemoine"]),
    ("fr", "« Si », confie l’un des conseillers du ministre, Luc Aubry.", ["Luc Aubry"]),
    # a group whose name has a noun of persons in it
    ("fr", "« Rien ne passera », préviennent les Jeunes Agriculteurs.", ["Jeunes Agriculteurs"]),
    # a noun that a role implies refers to the holder of the role, not to whoever spoke last
    (
        "fr",
        "La maire, Anne Roux, est venue. « Non », dit Zoé Lambert, psychologue. « Si », prévient l’élue.",
        ["Zoé Lambert", "Anne Roux"],
    ),
    (
        "fr",
        "La maire, Anne Roux, est venue. La députée Zoé Lambert a ri. « Non », dit Mme Roux. « Si », poursuit l’élue.",
        ["Anne Roux"] * 2,
    ),
    ("fr", "La maire, Anne Roux, est venue. Le député Luc Aubry a ri. « Si », dit l’élu.", ["Luc Aubry"]),
    ("en", "Senator Ann Lee came. “No,” said Zoe Dow, a chemist. “Yes,” the lawmaker said.", ["Zoe Dow", "Ann Lee"]),
    # an object pronoun is no part of the source, though a title is written so
    ("fr", "Mon voisin me dit souvent : « Il faut partir. »", ["voisin"]),
    ("fr", "Ma sœur te répète : « Il faut partir. »", ["sœur"]),
    ("fr", "Paul Roux est venu. « Il faut partir », a dit Me Roux.", ["Paul Roux"]),
    ("en", "Ann Lee came. “She is well,” Lee's office said.", ["Lee's office"]),
    # an affiliation in capitals is no name, a stage name keeps its role
    ("fr", "« Si », réplique la déléguée CGT, Nadia Slimane.", ["Nadia Slimane"]),
    ("fr", "« Si », réplique la déléguée CGT Nadia Slimane.", ["Nadia Slimane"]),
    ("fr", "« Si », réplique la chanteuse ZAZ.", ["chanteuse ZAZ"]),
    # a body in the name of a role, and a title anywhere before a name
    (
        "en",
        "Anna Holt, president of the Dockers' Union, wrote. The president of the Dockers' Union said: “We are out.”",
        ["Anna Holt"],
    ),
    ("en", "State Sen. Maria Delgado came. Tom Lee left. “It is over,” the senator added.", ["Maria Delgado"]),
    # a body whose name has a conjunction in it
    ("en", "The Food and Drug Administration said it was “safe enough to eat.”", ["Food and Drug Administration"]),
    ("en", "Leeds and Ann Lee said it was “safe enough to eat.”", ["Ann Lee"]),
    # a role that a comma parts from its name, though it looks like a verb
    (
        "fr",
        "Thomas Gallet, président du comité des pêches, a voté. « Si », promet le président du comité des pêches.",
        ["Thomas Gallet"],
    ),
    (
        "fr",
        "Thomas Gallet, président du comité, a reçu Rose Dantec, présidente du port. Le président veut « des actes ».",
        ["Thomas Gallet"],
    ),
    # a role refers to the person who holds it
    (
        "fr",
        "Le maire, Luc Estève, est venu. Il pleuvait. « Rien ne sera rebâti ici », a lancé le maire.",
        ["Luc Estève"],
    ),
    (
        "fr",
        "« Rien ne presse », a dit Zoé Lambert, porte-parole du parti. « Nous attendrons », a ajouté la porte-parole.",
        ["Zoé Lambert", "Zoé Lambert"],
    ),
    (
        "fr",
        "Le chef de l’État, Émile Vauquier, arrive. « Tout va bien », a assuré le président de la République.",
        ["Émile Vauquier"],
    ),
    ("fr", "« Rien ne presse », a dit Paul Verdier. « Je pars », conclut l’intéressé.", ["Paul Verdier"] * 2),
    ("fr", "« Rien ne presse », a dit Paul Verdier. « Je pars », coupe la boulangère.", ["Paul Verdier", "boulangère"]),
    (
        "fr",
        "Le maire de Vaulx s’est dit « abasourdi ». « Rien ne presse », a confié l’édile à l’AFP.",
        ["maire de Vaulx"] * 2,
    ),
    ("fr", "« Rien ne presse », rapporte un conseiller. « On verra », assure ce dernier.", ["conseiller"] * 2),
    (
        "fr",
        "« Rien ne presse », rapporte un conseiller. « On verra bien », veut croire ce dernier.",
        ["conseiller"] * 2,
    ),
    ("fr", "« On verra bien », veut croire Anne Roux.", ["Anne Roux"]),
    (
        "fr",
        "« Rien ne presse », dit Denis Kerve, du syndicat. Le syndicaliste veut « bloquer le pays ».",
        ["Denis Kerve"] * 2,
    ),
    # of two holders to the nearest before; a role with another complement is another role
    (
        "fr",
        "Le ministre Paul Verdier et le ministre Luc Aubry sont là. « Rien ne presse », a dit le ministre.",
        ["Luc Aubry"],
    ),
    (
        "fr",
        "Le ministre de la Mer, Paul Verdier, est là. « Rien ne presse », a dit le ministre de l’Air.",
        ["ministre de l’Air"],
    ),
    # the name of a people, or a former role, refers to the person named last
    ("fr", "Margaux Pichon a éliminé la favorite. « J’ai tremblé », a soufflé la Bordelaise.", ["Margaux Pichon"]),
    ("fr", "Darya Volkova a salué la foule. « J’ai mal servi », a reconnu la Biélorusse.", ["Darya Volkova"]),
    ("fr", "Anne Roux est venue. « Rien ne presse », a répondu la Lorraine.", ["Lorraine"]),
    (
        "fr",
        "Alain Delorme contre-attaque. L’ancien ministre de la Mer assure n’avoir « jamais touché un centime ».",
        ["Alain Delorme"],
    ),
    ("fr", "Alain Delorme contre-attaque. « Des vacances », rétorque le mis en cause.", ["Alain Delorme"]),
    ("fr", "« Vous achetez de la peur », lui a lancé Medhi Ferhat, du groupe écologiste.", ["Medhi Ferhat"]),
    ("fr", "« Rien ne presse », avertit de son côté l’épidémiologiste Odile Berthier.", ["Odile Berthier"]),
    ("fr", "Lucía Marín, elle, s’attend à « un match très physique ».", ["Lucía Marín"]),
    # … also where the name of a people referred to that source
    (
        "fr",
        "Léa Duval a battu Margaux Pichon. « J’ai tremblé », souffle la Bordelaise.\n\nIl pleut. « Je vis », dit-elle.",
        ["Margaux Pichon"] * 2,
    ),
    # a pronoun refers to the last source or person of its gender
    ("fr", "« Il pleut », a dit Paul Verdier à Anne Roux. « Il vente », a-t-il ajouté.", ["Paul Verdier"] * 2),
    ("fr", "Paul Verdier a reçu Anne Roux lundi. « Quel accueil », sourit-elle.", ["Anne Roux"]),
    ("fr", "La colère des pêcheurs monte. Pour eux, « la mer est vide depuis dix ans ».", ["pêcheurs"]),
    ("en", "Ann Lee met Bob Ross. “He is kind,” she said.", ["Ann Lee"]),
    ("en", "The council wrote to all. In a note, it said the plan was “a mistake.”", ["council"]),
    ("fr", "Le pivot maori, auteur du seul but, savoure : « Ce soir, personne ne dort. »", ["pivot maori"]),
    # `ce dernier` refers to the person named last; a title implies a role
    ("fr", "Anne Roux a reçu Paul Verdier. « Quel accueil », sourit ce dernier.", ["Paul Verdier"]),
    ("fr", "Paul Verdier a reçu Anne Roux. « Quel accueil », sourit cette dernière.", ["Anne Roux"]),
    ("en", "Bob Ross met Ann Lee. “It was kind,” said the latter.", ["Ann Lee"]),
    ("fr", "Me Anne Leguen est venue. « Il a payé », a plaidé l’avocate.", ["Anne Leguen"]),
    ("fr", "Mgr Luc Aubry est venu. « Prions », a dit l’évêque.", ["Luc Aubry"]),
    ("en", "Gov. Ann Lee came in. “It is late,” said the governor.", ["Ann Lee"]),
    # a role with a demonstrative, or of somebody named in the paragraph
    ("fr", "Karim Saïd est venu. « J’ai couru », raconte ce chauffeur-livreur de 34 ans.", ["Karim Saïd"]),
    ("fr", "Ève Haddad est venue. « J’ai couru », raconte cette ancienne postière.", ["Ève Haddad"]),
    (
        "fr",
        "« Il pleut », dit Anne Roux.\n\nLa maire, Ève Haddad, arrive. « Je signe », ajoute l’élue.",
        ["Anne Roux", "Ève Haddad"],
    ),
    # the first word of a body's name refers to the body
    (
        "fr",
        "La Confédération des bergers est venue. La Confédération parle d’un « vol manifeste ».",
        ["Confédération des bergers"],
    ),
    # a pronoun refers to no object of the same pronoun, to no country, and to nobody in an enclosed clause
    ("fr", "Anne Roux arrive. Elle aide une amie. « Je peine », dit-elle.", ["Anne Roux"]),
    ("fr", "Anne Roux rit. De retour en France, elle peint. « Je vis », dit-elle.", ["Anne Roux"]),
    ("fr", "Anne Roux, que filme Zoé Lambert, se tait. « Je vis », dit-elle enfin.", ["Anne Roux"]),
    ("fr", "Paul Verdier rit. Lui-même avoue : « Je suis perdu. »", ["Paul Verdier"]),
    ("en", "The study came out on Monday. It found “no cost” at all.", ["study"]),
    ("en", "Brightwell Foods, which sells milk, denied it. It called the claim “absurd.”", ["Brightwell Foods"]),
    ("en", "The trust wrote to Neil Dow. “We will see,” the Conservative told us.", ["Neil Dow"]),
    # a pronoun refers to the body that the sentence before is about, or to an agent in its own sentence
    (
        "fr",
        "Le syndicat des mineurs a prévenu la direction. Dans une note, il parle de capteurs « débranchés exprès ».",
        ["syndicat des mineurs"],
    ),
    (
        "fr",
        "L’Autorité des données a ouvert l’enquête. Elle rappelle que la règle est « claire depuis dix ans ».",
        ["Autorité des données"],
    ),
    (
        "fr",
        "La famille d’Aristide Quéré remercie. Elle précise que le vainqueur « dormira ce soir ».",
        ["famille d’Aristide Quéré"],
    ),
    (
        "fr",
        "« Il pleut », a dit Anne Roux.\n\nLa régie a dénoncé l’abus. Elle veut « la fin du jeu ».",
        ["Anne Roux", "régie"],
    ),
    (
        "fr",
        "L’attaque a été revendiquée par l’organisation Sahel, dans une note où elle salue « un soldat ».",
        ["Sahel"],
    ),
    (
        "fr",
        "Une réponse jugée faible par le maire, Bruno Castaing, qui défilait : « On nous parle », ironise-t-il.",
        ["Bruno Castaing"],
    ),
    ("fr", "Paul Verdier est venu. Le club l’a vu.\n\n« J’ai aimé cette ville », a-t-il dit.", ["Paul Verdier"]),
    # but not to a thing of that person’s
    (
        "fr",
        "Paul Verdier vote contre. Surpris par la politique du ministre Luc Estève, il a dit : « Je pars demain. »",
        ["Paul Verdier"],
    ),
    # a noun refers to the only body with that noun in its name, or to a company
    (
        "fr",
        "Le tribunal correctionnel de Lombrac l’a jugé. Le tribunal souligne « une faute très grave ».",
        ["tribunal correctionnel de Lombrac"],
    ),
    ("fr", "L’opérateur de téléphonie Telvia a tout perdu. « Rien n’est compromis », assure l’entreprise.", ["Telvia"]),
    (
        "fr",
        "L’association Terre vivante et le club de tir portent plainte. « C’est un signal », dit l’association.",
        ["association Terre vivante"],
    ),
    # … but not to one that is named later
    (
        "fr",
        "« C’est un signal », dit le tribunal. Le tribunal correctionnel de Lombrac l’a jugé.",
        ["tribunal"],
    ),
    # a profession refers to the person named last, unless the text introduced somebody else by it
    ("fr", "Antonio Di Fiore rit. « Ma mère m’a tout appris », tranche le restaurateur.", ["Antonio Di Fiore"]),
    (
        "fr",
        "La rapporteure, Mathilde Guérande, est venue. La députée parle d’une loi « très attendue ».",
        ["Mathilde Guérande"],
    ),
    ("fr", "Anne Roux a vu un pêcheur. « Ma barque a coulé hier », raconte le pêcheur.", ["pêcheur"]),
    (
        "fr",
        "Le film du cinéaste turc Kerem Altin est exclu. « La copie est parfaite », affirme le réalisateur.",
        ["Kerem Altin"],
    ),
    # `ce dernier` ends before an adverb, and refers to a man
    (
        "fr",
        "Le président a battu Mamadou Touré. « C’est un hold-up », a réagi ce dernier quelques minutes après.",
        ["Mamadou Touré"],
    ),
    (
        "fr",
        "« Il pleut », dit Sonia Gharbi, qui défend Marwan Dridi. Ce dernier a parlé. « J’étais ailleurs », dit-il.",
        ["Sonia Gharbi", "Marwan Dridi"],
    ),
    # a pronoun that refers to the person named last
    (
        "fr",
        "Levon Tchakarian a interrogé le ministre, Davit Sarkhian. Celui-ci répondit que « la démagogie lasse ».",
        ["Davit Sarkhian"],
    ),
    ("fr", "Le collectif a remis une note à la préfète. Celle-ci l’a assuré de son « écoute attentive ».", ["préfète"]),
    (
        "fr",
        "L’émissaire rentre après les mots du président Hernán Quiroga. Celui-ci parle de « laquais bien nourris ».",
        ["Hernán Quiroga"],
    ),
    # … past several speakers together; a people has a gender too
    (
        "fr",
        "Paul Verdier est venu. « Il pleut encore », ont dit les pêcheurs. « Rien ne presse », dit l’expert.",
        ["pêcheurs", "Paul Verdier"],
    ),
    ("fr", "Anne Roux est venue. « J’ai tremblé », a soufflé le Bordelais.", ["Bordelais"]),
    # … and forty mentions back; neither a place nor a source without a name in another paragraph
    (
        "fr",
        "Paul Verdier a vu le pont, la digue, le moulin, la halle, la gare et le lac. « Rien ne va », dit l’expert.",
        ["Paul Verdier"],
    ),
    ("fr", "Paul Verdier est venu. Il vit à Fairmont Heights. « Rien ne presse », dit l’expert.", ["Paul Verdier"]),
    (
        "fr",
        "« Il pleut encore ici », a dit un voisin.\n\nLa pluie tombe. « Rien ne presse », dit l’expert.",
        ["voisin", "expert"],
    ),
    # a noun in a new paragraph is ambiguous where the paragraph before names two persons
    ("fr", "Arvind Rao a battu Lars Tveit.\n\n« Je ne réalise pas », a confié le champion.", ["champion"]),
    ("fr", "Arvind Rao a tout gagné.\n\n« Je ne réalise pas », a confié le champion.", ["Arvind Rao"]),
    (
        "fr",
        "« Il pleut », dit Anne Roux. Et de citer ce mot d’un vieux meunier : « La rivière vient quand elle veut. »",
        ["Anne Roux", "vieux meunier"],
    ),
    # a pronoun refers to a body of its own sentence; articles tell the gender; a single letter is no name
    (
        "fr",
        "« Tout est en ordre », écrit le groupe dans une note, où il se dit « attristé » par la mort d’un marin.",
        ["groupe"] * 2,
    ),
    (
        "fr",
        "La garde des Sceaux a ordonné une inspection. Elle a reconnu « une faille qu’il faudra expliquer ».",
        ["garde des Sceaux"],
    ),
    ("fr", "La fédération précise que l’échantillon A a révélé « la présence d’une hormone ».", ["fédération"]),
    ("fr", "Le Nigérian Tunde Oduya est venu. « J’ai cru à une poussière », a dit l’astronome.", ["Tunde Oduya"]),
    (
        "fr",
        "Le prix va à l’israélienne Tirza Ben-Haroush. Mme Ben-Haroush a dit : « J’ai raccroché. »",
        ["Tirza Ben-Haroush"],
    ),
    ("fr", "Le Prix Nobel est remis. Dans une note, le comité Nobel loue « une chimie plus sobre ».", ["Nobel"]),
    # the end of a longer name; a field beside a role; an adjunct of several words
    (
        "fr",
        "Nuno Teixeira Brandão est exclu. Teixeira Brandão le dit : « Je n’ai rien pris, jamais. »",
        ["Nuno Teixeira Brandão"],
    ),
    ("fr", "« J’ai écrit quatre fois », dit le chercheur en sécurité Tomasz Wierzbicki.", ["Tomasz Wierzbicki"]),
    (
        "fr",
        "« Nous n’avions pas le choix », confie, sous le couvert de l’anonymat, un cadre de Ngouatel.",
        ["cadre de Ngouatel"],
    ),
    # the topic of the sentence, although a preposition governs it
    (
        "fr",
        "Anne Roux dit « non merci ». Quant à Ève Haddad, elle parle d’« un miracle ».",
        ["Anne Roux", "Ève Haddad"],
    ),
    (
        "fr",
        "« Non merci », dit Luc Aubry. Quant à Paul Verdier, il évoque « un miracle ».",
        ["Luc Aubry", "Paul Verdier"],
    ),
    ("en", "Ann Lee said “never again.” As for Mary Dow, she called it “a miracle.”", ["Ann Lee", "Mary Dow"]),
    # an age makes a person of a single name, whose role may follow it
    (
        "fr",
        "Notre envoyé spécial, Luc Ferrand, a vu Despina, 43 ans, hôtelière au port. « Rien, le silence », dit-elle.",
        ["Despina"],
    ),
    ("fr", "Voici Kostas, 51 ans. « Rien, puis le silence », dit-il.", ["Kostas"]),
    ("fr", "Dehors, Zélie montre le toit. « On dort sous la bâche », dit cette mère de cinq enfants.", ["Zélie"]),
    # a role that stands before a role and a name, and one that tells who somebody is
    ("fr", "« Quelle nuit », dit son ami le metteur en scène Rémi Castaldi.", ["Rémi Castaldi"]),
    ("fr", "Me Luc Aubry est là. L’expert psychiatre décrit un homme « enfermé en lui ».", ["expert psychiatre"]),
    (
        "fr",
        "« Quelle nuit », dit l’ancienne adjointe Anne Roux. L’ancienne adjointe veut « un audit ».",
        ["Anne Roux"] * 2,
    ),
    ("fr", "Le préfet, Luc Aubry, est là. « Quelle nuit », dit le haut fonctionnaire.", ["Luc Aubry"]),
    ("fr", "Luc Aubry est biologiste. « Quelle nuit », dit le chercheur du Muséum.", ["Luc Aubry"]),
    ("fr", "Luc Aubry et Paul Verdier sont là. « Quelle nuit », dit le chercheur du Muséum.", ["chercheur du Muséum"]),
    ("en", "Luis Ferreira came. “We lost,” the Portuguese said.", ["Luis Ferreira"]),
    ("en", "Kofi Mensah came. “We lost,” the 23-year-old added.", ["Kofi Mensah"]),
    ("en", "Deborah Lindqvist laughed. “I can take some noise,” the librarian says.", ["Deborah Lindqvist"]),
    ("en", "Deborah Lindqvist met a librarian. “I can take some noise,” the librarian says.", ["librarian"]),
    ("fr", "Luc Aubry est là. « Quelle nuit », dit le roboticien.", ["Luc Aubry"]),
    ("fr", "Andrea Bellucci est là. « Quelle nuit », dit le Lombard.", ["Andrea Bellucci"]),
    # … the person named after a source without a name; nobody where others are named as often and nearer
    (
        "fr",
        "« Il pleut », dit le chef de l’équipe. Maxime Prat pleure. « Quelle nuit », avoue le Breton.",
        ["chef de l’équipe", "Maxime Prat"],
    ),
    (
        "fr",
        "Corinne Vialle est là. Il pleut.\n\n« Il vente », dit Ève Haddad.\n\nLa nuit tombe.\n\n"
        "« Quelle nuit », dit la syndicaliste.",
        ["Ève Haddad", "syndicaliste"],
    ),
    # the fuller name of a first name, and of a body that was a source right before
    ("fr", "Agathe Delmotte est là. « Quelle nuit », dit Agathe.", ["Agathe Delmotte"]),
    ("fr", "Agathe Delmotte et Agathe Roux sont là. « Quelle nuit », dit Agathe.", ["Agathe"]),
    ("fr", "Jean-Marc Delmotte est là. « Quelle nuit », dit J.-M. Delmotte.", ["Jean-Marc Delmotte"]),
    ("en", "Sheriff Dale Purvis of Cochise County came. “They have radios,” said the sheriff.", ["Dale Purvis"]),
    ("fr", "François Le Moal est là. « Quelle nuit », dit l’artisan.", ["François Le Moal"]),
    (
        "fr",
        "« Il pleut », dit Luc Aubry.\n\nKelly, 22 ans, sourit. « Quelle nuit », dit la jeune femme.",
        ["Luc Aubry", "Kelly"],
    ),
    ("fr", "François Delmotte est là. « Quelle nuit », dit le pape François.", ["pape François"]),
    (
        "fr",
        "« Il pleut », dit Amnesty International. L’organisation veut « une enquête ».",
        ["Amnesty International"] * 2,
    ),
    ("fr", "Voici l’Initiative des Alpes. « On ne construit rien », ironise l’association.", ["Initiative des Alpes"]),
    ("fr", "« Il pleut », dit Anne Roux. L’organisation veut « une enquête ».", ["Anne Roux", "organisation"]),
    (
        "fr",
        "L’association Terre vivante est là. « Il pleut », dit l’association européenne.",
        ["association Terre vivante"],
    ),
    ("en", "“It rains,” said Judge James Alder QC.", ["James Alder"]),
    ("en", "Rep. Mick Labrador of Idaho came. “I do not know,” said Labrador.", ["Mick Labrador"]),
    ("en", "Ann Lee left. When he came in, the mayor paused. “It is a luxury,” he said.", ["mayor"]),
    ("fr", "Anne Roux est partie. Quand il est venu, le maire a souri. « Quel luxe », dit-il.", ["maire"]),
    # a first name without the role before it
    ("fr", "« Quelle nuit », dit son amie Monique.", ["Monique"]),
    # a person whom the paragraph describes without a name
    (
        "fr",
        "« Il pleut », dit Anne Roux.\n\nLa maire de Coulanges a pleuré. « On venait de loin », rappelle l’élue.",
        ["Anne Roux", "maire de Coulanges"],
    ),
    ("fr", "Fatoumata, aide-soignante, se lève tôt. « Je les comprends, mais qui me comprend ? »", ["Fatoumata"]),
    # the place of a dateline is nobody
    (
        "en",
        "VALDORIA, 12 May (Newswire) - The Foreign Ministry met to protest against what it called a “stain.”",
        ["Foreign Ministry"],
    ),
    # a noun of persons that is a verb, too, is the role of the full name behind it
    (
        "en",
        "Red Cross volunteer Ann Nakamura said people were cold. “They ask for a charger,” she said.",
        ["Ann Nakamura"],
    ),
    # a state or a region behind the place of a firm
    ("en", "The maker, Cradle Labs of Tempe, Arizona, said it was “deeply sorry for this.”", ["Cradle Labs"]),
    ("en", "Tom Lee, of Duluth, Minnesota, said it was “deeply sad to see this.”", ["Tom Lee"]),
    ("en", "Tom Lee, who was born in Tempe, Arizona, said it was “deeply sad to see this.”", ["Tom Lee"]),
    # what an agency or a company is not: a thing, a group
    ("en", "Buyers should “stop using” the DreamCot Duo and unplug it, the agency said.", ["agency"]),
    ("en", "Norval Ltd left. The Northland Greens asked why. The company said it was “deeply sorry.”", ["company"]),
    ("en", "The Harbour Trust closed the pier. The charity said it was “deeply sorry for this.”", ["Harbour Trust"]),
    # another role than that of the person named later
    (
        "en",
        "“I wanted a film that hurts,” the director said. The artistic director, Paolo Roy, disagreed.",
        ["director"],
    ),
    (
        "en",
        "“I wanted a film that hurts,” the director said. The festival's director, Paolo Roy, agreed.",
        ["Paolo Roy"],
    ),
    (
        "en",
        "The daughter of a baker, Jean Lowe left. She went because “everyone had flu.” Her daughter, Ruth, left.",
        ["Jean Lowe"],
    ),
    (
        "en",
        "But one critic, Ian Marsh of the Echo, was not amused. “It is a lobby of a film,” he wrote.",
        ["Ian Marsh"],
    ),
    # who has written the letter that somebody reads out
    ("en", "Tom Lee read out a letter from a nurse in the town. “We have a bucket here,” she wrote.", ["nurse"]),
    ("en", "Ann Lee went home from a nurse in the town. “We have a bucket here,” she wrote.", ["Ann Lee"]),
    # a first name that another language knows, and one that is a man's or a woman's
    ("en", "“We opened a window,” said Giulia Monti. “It was hot,” he added.", ["Giulia Monti", None]),
    ("en", "“We opened a window,” said Jan Teller. “It was hot,” he added.", ["Jan Teller", "Jan Teller"]),
    ("en", "“We opened a window,” said Jan Teller. “It was hot,” she added.", ["Jan Teller", "Jan Teller"]),
    # the place of a firm and its land
    ("en", "Its owner, Castor Marine of Piraeus, Greece, said it was “very sorry.”", ["Castor Marine of Piraeus"]),
    # who only asks, the title of an owner, and namesakes
    (
        "en",
        "“You pick,” said Tom Lee. Asked by Ann Wren whether it fell, he wept. “It fell,” he said.",
        ["Tom Lee", "Tom Lee"],
    ),
    (
        "en",
        "“You pick,” said Tom Lee. Asked by Ian Wren whether it fell, he wept. “It fell,” he said.",
        ["Tom Lee", "Tom Lee"],
    ),
    ("en", "It was taught by Mr Gough's daughter Kayleigh. “Dogs are odd,” she said.", ["Kayleigh"]),
    ("en", "It killed Tom Mabey. His widow came. Mrs Mabey said she was sad. “I was,” she said.", ["Mabey"]),
    (
        "en",
        "Ann Solberg was freed. “They were young,” Solberg said. Her brother, Tor Solberg, was glad.",
        ["Ann Solberg"],
    ),
    ("en", "Ann Solberg was freed with Tor Solberg. “They were young,” Solberg said.", ["Solberg"]),
]


PRONOUNS = [
    # the antecedent stands at most five sentences before
    ("Anne Roux est là." + " La pluie tombe." * 4 + " « Je vis encore », dit-elle.", ["Anne Roux"]),
    ("Anne Roux est là." + " La pluie tombe." * 5 + " « Je vis encore », dit-elle.", [None]),
    # a body at most one
    (
        "Le syndicat des mineurs a prévenu la direction. La pluie tombe. Il parle de capteurs « débranchés exprès ».",
        [None],
    ),
    # … and not one that a preposition governs
    ("Dans une note au syndicat, il parle de capteurs « débranchés exprès ».", [None]),
    # a person whose gender is known goes before one whose gender is not
    ("Sevrin Halvor a appelé Zoé Lambert. « Je vis encore », dit-elle.", ["Zoé Lambert"]),
    # somebody who is known by a noun alone
    ("Zoé Lambert est là.\n\nUne dame acquiesce. « Je vis encore », dit-elle.", ["dame"]),
    ("Zoé Lambert est là.\n\nLa patiente du box 4 attend. « Je vis encore », dit-elle.", ["patiente du box 4"]),
    # words before an inserted cue are the source’s, so they name it not
    ("Luc Aubry plaide. Son client, assure-t-il, « porte ce mort tous les jours ».", ["Luc Aubry"]),
    # a source that only a pronoun names has the gender of that pronoun
    ("Une garde attend. « Je vis encore », dit-elle. Le vent tombe. « Tu vis encore », dit-il.", ["garde", None]),
    # possessors who are no persons are none of the pronoun’s
    ("La colère des vents monte. Pour eux, « la mer est vide depuis dix ans ».", ["élus"]),
    # several persons of an earlier paragraph are not meant, two who are one noun are
    ("« Non », disent les moines.\n\nLa mer monte. « On part demain », disent-ils.", ["moines", None]),
    ("« Non », disent les moines. La mer monte. « On part demain », disent-ils.", ["moines"] * 2),
    ("Les élus sont là. La mer monte. « On part demain », disent-ils.", ["élus"]),
    ("Un couple de retraités attend. « On part demain », disent-ils.", ["couple de retraités"]),
    ("Le trio a perdu. « On part demain », disent-ils.", ["trio"]),
    # something that says or does something takes the place of a person of an earlier paragraph
    ("Anne Roux rit.\n\nL’interprofession conteste. Elle parle d’« une étude à charge ».", ["interprofession"]),
    ("Luc Aubry rit.\n\nLe négoce dénonce un complot. Il parle d’« une étude à charge ».", ["négoce"]),
    ("Luc Aubry rit.\n\nLa vigie conteste. Il parle d’« une étude à charge ».", ["Luc Aubry"]),
    ("Anne Roux rit.\n\nLa répression a ouvert une porte. « On y va ce soir », dit-elle.", [None]),
    ("Anne Roux rit.\n\nLa nuit est longue. « On y va ce soir », dit-elle.", ["Anne Roux"]),
    ("Anne Roux rit. La répression a ouvert une porte. « On y va ce soir », dit-elle.", ["Anne Roux"]),
    # a medium asks rather than answers
    ("Zoé Lambert rit. Interrogée par la BBC, elle évoque « un mois de travail ».", ["Zoé Lambert"]),
    # what is somebody's is not who has it
    ("Anne Roux joue. Sa Médée, elle la veut « sans aucun pardon ».", ["Anne Roux"]),
    # a noun before a full name makes a person of it, if it is not known as a body
    (
        "Le deuxième ligne Toma Latu est là. « Deux mots », dit le deuxième ligne Toma Latu. « Non », répond-il.",
        ["Toma Latu"] * 2,
    ),
    # the person or the body that was named last
    ("La maire, Anne Roux, a écrit à la chambre. Celle-ci se dit « prête à aider ».", ["chambre"]),
    ("La chambre a écrit à la maire, Anne Roux. Celle-ci se dit « prête à aider ».", ["Anne Roux"]),
    ("La maire, Anne Roux, a écrit au syndicat. Celle-ci se dit « prête à aider ».", ["Anne Roux"]),
    # the body whose view the sentence before is about
    ("Luc Aubry rit.\n\nCe n’est pas l’avis du syndicat des mineurs. « Il ment », dit-il.", ["syndicat des mineurs"]),
    # one more person is none of those named before
    ("Luc Aubry rit.\n\nUn troisième avoue tout. « Je mens », dit-il.", ["troisième"]),
    ("Luc Aubry rit.\n\nL’autre avoue tout. « Je mens bien », dit l’autre.", [None]),
    # whose the pronoun is tells that it means somebody else
    ("L’avocat, Luc Aubry, plaide. Celui du pêcheur parle d’une « peine trop lourde ».", [None]),
    ("L’avocat, Luc Aubry, plaide. Celui qui a tout vu parle d’une « peine trop lourde ».", ["Luc Aubry"]),
    # somebody whom the next sentence introduces
    ("« La ferme est vendue », dit-il. Paul Verdier, 63 ans, a trait ses vaches.", ["Paul Verdier"]),
    ("« La ferme est vendue », dit-elle. Paul Verdier, 63 ans, a trait ses vaches.", [None]),
    ("« La ferme est vendue », dit-il. Ce soir, Paul Verdier a trait ses vaches.", [None]),
    ("« La ferme est vendue », dit-il.\n\nPaul Verdier, 63 ans, a trait ses vaches.", [None]),
    # the name of a people stands for a person of it, as a source of another people does not
    (
        "Pablo Ruiz mène, devant l’Italien Fabio Serra. L’Espagnol avoue avoir « tout donné ». « Je dors », dit-il.",
        ["Pablo Ruiz", "Pablo Ruiz"],
    ),
    ("La fête bat son plein. L’Espagnol avoue avoir « tout donné ». « Je dors », dit-il.", ["Espagnol", "Espagnol"]),
    # a person is accused of what an infinitive tells
    ("Il accusait la maire de mentir. Elle a dit qu’elle « ne ment pas ».", ["maire"]),
    # a pronoun between a subject and its verb is whom it is about
    (
        "Luc Aubry parle d’un « bel échec ». Anne Roux, sa rivale, lui a rendu hommage : « Merci de tout cœur. »",
        ["Luc Aubry", "Anne Roux"],
    ),
    # a mayor by another word
    ("Le maire, Luc Aubry, est là. Anne Roux rit. « Je pars demain », dit le premier magistrat.", ["Luc Aubry"]),
    # a source before the pronoun, not one after it
    (
        "Elle dit, « tout est à refaire ici », selon Anne Roux, et « rien ne va plus ici ».",
        ["Anne Roux", None],
    ),
    # nobody in an enclosed clause, and nobody who is mentioned after the quotation
    ("Le film, que tourne Zoé Lambert, émeut Anne Roux. « Je vis encore », dit-elle.", ["Anne Roux"]),
    ("Anne Roux est là. « Le pont tient encore », Zoé Lambert le sait, dit-elle.", ["Anne Roux"]),
]


@pytest.mark.parametrize(("text", "speakers"), PRONOUNS)
def test_the_antecedent_of_a_pronoun_is_searched_for_near_before_it(text: str, speakers: list[str | None]) -> None:
    assert [quote.speaker for quote in quotes_in("fr", text)] == speakers


@pytest.mark.parametrize(("language", "text", "speakers"), MENTIONS)
def test_a_mention_has_the_fullest_name_of_whom_it_refers_to(
    language: str, text: str, speakers: list[str | None]
) -> None:
    assert [quote.speaker for quote in quotes_in(language, text)] == speakers


def test_an_unresolved_pronoun_is_still_the_span_of_the_source() -> None:
    text = "It rained all night long. “Any time at all,” he said."
    (quote,) = quotes_in("en", text)
    assert (quote.speaker, quote.how) == (None, "pronoun")
    assert quote.speaker_span is not None
    assert quote.speaker_span.of(INTRODUCTIONS["en"] + text) == "he"


def test_persons_between_whom_nothing_decides_are_candidates() -> None:
    text = "Le dîner de Paul Verdier avec Jean Brun fut court. « Tout est froid ici », a-t-il dit."
    (quote,) = quotes_in("fr", text)
    assert (quote.speaker, quote.candidates) == (None, ("Paul Verdier", "Jean Brun"))


@pytest.mark.parametrize("kicker", ["Portrait d’", "Portrait. "])
def test_a_pronoun_in_a_paragraph_without_names_may_refer_to_the_person_in_the_title(kicker: str) -> None:
    head = f"{kicker}Ève Serrault, la dame qui joue dans la rue et dans les bois\n\nÈve Serrault peint. "
    text = "« Elle court », dit Anne Roux.\n\nRien ne va dans la rue. « Je vis », dit-elle."
    (first, second) = analyse(document_from_text(head + text)).quotes
    assert (first.speaker, second.speaker) == ("Anne Roux", "Ève Serrault")


def test_a_person_of_the_paragraph_is_meant_although_the_title_names_another_more_often() -> None:
    head = "Portrait d’Ève Serrault, la dame qui joue dans la rue et dans les bois\n\n"
    text = "Ève Serrault peint. Ève Serrault rit.\n\nAnne Roux est dans la rue. « Je vis encore », dit-elle."
    (quote,) = analyse(document_from_text(head + text)).quotes
    assert quote.speaker == "Anne Roux"


def test_the_source_of_a_quotation_in_the_title_is_not_the_last_source() -> None:
    title = "Anne Roux : « La ville ne dort jamais dans la nuit »\n\n"
    text = "Zoé Lambert est dans la ville avec les élus.\n\n« Rien ne presse », a dit l’experte.\n"
    quotes = analyse(document_from_text(title + text)).quotes
    assert [quote.speaker for quote in quotes] == ["Anne Roux", "Zoé Lambert"]


@pytest.mark.parametrize(
    ("name", "full_name", "short"),
    [
        ("Ayrault", "Jean-Marc Ayrault", True),
        ("J-M Ayrault", "Jean-Marc Ayrault", True),
        ("V. Sapounov", "Valentin Sapounov", True),
        ("Jean Ayrault", "Jean Marc Ayrault", True),
        ("Lopez Ruiz", "Ana Lopez Ruiz", True),
        ("Jules Ayrault", "Jean Ayrault", False),
        ("M. Ayrault", "Jean Ayrault", False),
        ("Jean Marc Ayrault", "Marc Ayrault", False),
        ("Marc Jean Ayrault", "Marc Ayrault", False),
        ("Jean", "Jean Ayrault", False),
    ],
)
def test_short_forms_of_a_name(name: str, full_name: str, short: bool) -> None:
    assert is_short_form(name, full_name) is short
