"""Who says each quotation, by the fullest name that a text gives, and when nobody is named."""

import pytest

from tui_reader.analysis.pipeline import analyse
from tui_reader.ingest.sources import document_from_text
from tui_reader.model import Quote

PAD = {
    "fr": "Le conseil de la ville est dans la salle avec les élus et on ne sait pas qui a parlé.\n\n",
    "en": "The council is in the hall and it was not clear to them who had been there with the others.\n\n",
}


def quotes(language: str, text: str) -> tuple[Quote, ...]:
    """The quotations of a text, after a paragraph that tells its language."""
    return analyse(document_from_text(PAD[language] + text)).quotes


SPEAKERS = [
    # a short form means the fullest name, wherever the text gives it
    ("fr", "Le soir, Anne Roux est venue. « Bien sûr que non », a dit Mme Roux.", ["Anne Roux"]),
    ("fr", "Un pli de Valentine Orlov est arrivé. « Bien sûr que non », a dit V. Orlov.", ["Valentine Orlov"]),
    ("fr", "Ce soir, P. Verdier rit. « Il pleut encore », dit Paul Verdier.", ["Paul Verdier"]),
    ("en", "That day Ann Lee came. “The mill is gone,” said Lee.", ["Ann Lee"]),
    # an acronym means the body that it stands for
    (
        "fr",
        "Une note de l’Office national des phares (ONP) circule. Pour l’ONP, « tout est à refaire ».",
        ["Office national des phares"],
    ),
    # what somebody is to another means neither of them
    ("en", "Ann Lee wept in court. The defendant's brother said: “It is over now.”", ["defendant's brother"]),
    ("en", "Tom Breck left at noon. The player's agent said: “He will be back.”", ["player's agent"]),
    ("en", "Ann Lee has won again. The senator's driver said: “She was asleep.”", ["senator's driver"]),
    # a day is no part of a role
    ("en", "Officials on Monday said the dam was “quite safe now.”", ["Officials"]),
    ("en", "The mayor on Friday said the park was “open to all.”", ["mayor"]),
    ("en", "The director on Sunday said the show was “over for good.”", ["director"]),
    # a role means who holds it
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
    # a name ends before the verb, and a person is no medium
    ("fr", "À ses côtés, son petit-fils Kévin arrose les volets : « Elle est têtue. »", ["Kévin"]),
    ("fr", "« Rien ne presse », fait valoir le groupe dans un communiqué.", ["groupe"]),
    ("fr", "Un voisin rit le jour où un critique l’avait qualifiée d’« aquarelliste du dimanche ».", ["critique"]),
    ("fr", "À 92 ans, Irène Castelnau n’a « jamais autant travaillé ».", ["Irène Castelnau"]),
    ("fr", "Même colère à l’UNST, où l’on dénonce un « passage en force ».", ["UNST"]),
    ("fr", "À l’Élysée, on assure que « rien n’est décidé ».", ["Élysée"]),
    ("fr", "Au matin, on assure que « rien n’est décidé ».", [None]),
    (
        "fr",
        "C’est Sylvain Roche qui assurera l’intérim. « Je ne suis pas magicien », a prévenu l’ex-défenseur.",
        ["Sylvain Roche"],
    ),
    # a remark, an adverb or a body between the verb and whose it is
    ("fr", "« Il votait pour », rappelle, cinglante, une infirmière.", ["infirmière"]),
    ("fr", "« Nous commençons », prévient d’emblée Anne Roux, qui dirige le projet.", ["Anne Roux"]),
    ("fr", "« C’est faux », tranche Anne Delmas, du CNRS, qui redoute « des espoirs déçus ».", ["Anne Delmas"] * 2),
    ("fr", "Le club d’Auvers, dont l’entraîneur, Paco Ruiz, se méfie « d’une bête blessée ».", ["Paco Ruiz"]),
    (
        "fr",
        "Une décision aussitôt qualifiée de « chantage inacceptable » par la présidente de la Commission, Greta Holm.",
        ["Greta Holm"],
    ),
    # a people or what somebody was once means the person named last
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
    # a pronoun means the last source or person of its gender
    ("fr", "« Il pleut », a dit Paul Verdier à Anne Roux. « Il vente », a-t-il ajouté.", ["Paul Verdier"] * 2),
    ("fr", "Paul Verdier a reçu Anne Roux lundi. « Quel accueil », sourit-elle.", ["Anne Roux"]),
    ("fr", "La colère des pêcheurs monte. Pour eux, « la mer est vide depuis dix ans ».", ["pêcheurs"]),
    ("en", "Ann Lee met Bob Ross. “He is kind,” she said.", ["Ann Lee"]),
    ("en", "The council wrote to all. In a note, it said the plan was “a mistake.”", ["council"]),
    ("fr", "Le pivot maori, auteur du seul but, savoure : « Ce soir, personne ne dort. »", ["pivot maori"]),
    # what somebody says of it, or as somebody tells it, is their words
    (
        "fr",
        "Paul Verdier est venu. « Il pleut », a-t-il dit.\n\nÀ l’entendre, « la vallée se meurt ».",
        ["Paul Verdier"] * 2,
    ),
    ("fr", "« Il pleut », dit Paul Verdier. À l’en croire, la vallée est « déjà morte ».", ["Paul Verdier"] * 2),
    ("en", "“It rains,” said Ann Lee. To hear her tell it, the valley is “dead already.”", ["Ann Lee"] * 2),
    ("fr", "« Il pleut », dit Paul Verdier. Son verdict : « La vallée se meurt. »", ["Paul Verdier"] * 2),
    (
        "fr",
        "« Il pleut », dit Paul Verdier. Anne Roux a tout lu. Son constat : « C’est faux. »",
        ["Paul Verdier", "Anne Roux"],
    ),
    ("en", "“It rains,” said Ann Lee. Bob Ross read it all. His verdict: “All wrong.”", ["Ann Lee", "Bob Ross"]),
    ("fr", "Verdict de Paul Verdier : « La vallée se meurt. »", ["Paul Verdier"]),
    ("fr", "Réponse d’Anne Roux, la maire : « Nous verrons. »", ["Anne Roux"]),
    # where it is said stands for who says it
    ("fr", "« Rien n’est décidé », indique-t-on à l’Élysée.", ["Élysée"]),
    ("fr", "« Nous attendons », dit-on au ministère de la Mer.", ["ministère de la Mer"]),
    ("fr", "« Les ventes reprennent », se félicite-t-on chez Ravel.", ["Ravel"]),
    (
        "fr",
        "« Il pleut », a dit Paul Verdier. « Rien ne presse », glisse-t-on dans l’entourage du préfet.",
        ["Paul Verdier", "entourage du préfet"],
    ),
    ("fr", "« Il pleut toujours le lundi », dit-on.", [None]),
    # a quotation with no cue goes on with the last source
    ("fr", "« Il pleut », a dit Paul Verdier. « Et il ventera demain. »", ["Paul Verdier"] * 2),
    ("fr", "« Il pleut », a dit Paul Verdier.\n\n« Et il ventera demain. »", ["Paul Verdier"] * 2),
    # or speaks for whom the sentence before is about, or whose longer quotation repeats it
    ("fr", "Bastien Lacaze a fondu en larmes. « Je voulais tellement gagner ici. »", ["Bastien Lacaze"]),
    (
        "fr",
        "« Une folie raisonnable »\n\n« C’est une folie raisonnable, et elle marche », dit Anne Roux.",
        ["Anne Roux"] * 2,
    ),
    # a colon at the end of the paragraph before
    ("fr", "Anne Roux persiste :\n\n« Je ne vendrai jamais le moulin. »", ["Anne Roux"]),
    # an incise inside the marks
    ("fr", "« Le pain, explique Anne Roux, 40 ans, doit reposer. »", ["Anne Roux"]),
    # a cue nearer to the words goes before one farther off; who passes words on does not speak
    ("fr", "Selon un voisin, Paul Verdier a crié « au feu, au feu ».", ["Paul Verdier"]),
    ("en", "“Stay on the boat tonight,” Ann Lee said, according to CNN.", ["Ann Lee"]),
    # an infinitive that goes on with the last source
    ("fr", "« Il pleut », a dit Paul Verdier. Et de conclure : « Rentrons. »", ["Paul Verdier"] * 2),
    ("fr", "« Il pleut », a dit Anne Roux. Et d’ajouter : « Il vente. »", ["Anne Roux"] * 2),
    ("fr", "« Il pleut », a dit Anne Roux. Puis de lancer : « Rentrons donc. »", ["Anne Roux"] * 2),
    # `ce dernier` is the person named last, and a title tells a role
    ("fr", "Anne Roux a reçu Paul Verdier. « Quel accueil », sourit ce dernier.", ["Paul Verdier"]),
    ("fr", "Paul Verdier a reçu Anne Roux. « Quel accueil », sourit cette dernière.", ["Anne Roux"]),
    ("en", "Bob Ross met Ann Lee. “It was kind,” said the latter.", ["Ann Lee"]),
    ("fr", "Me Anne Leguen est venue. « Il a payé », a plaidé l’avocate.", ["Anne Leguen"]),
    ("fr", "Mgr Luc Aubry est venu. « Prions », a dit l’évêque.", ["Luc Aubry"]),
    ("en", "Gov. Ann Lee came in. “It is late,” said the governor.", ["Ann Lee"]),
    # a role that points at somebody, or that the paragraph names
    ("fr", "Karim Saïd est venu. « J’ai couru », raconte ce chauffeur-livreur de 34 ans.", ["Karim Saïd"]),
    ("fr", "Ève Haddad est venue. « J’ai couru », raconte cette ancienne postière.", ["Ève Haddad"]),
    (
        "fr",
        "« Il pleut », dit Anne Roux.\n\nLa maire, Ève Haddad, arrive. « Je signe », ajoute l’élue.",
        ["Anne Roux", "Ève Haddad"],
    ),
    # the first word of a body's name
    (
        "fr",
        "La Confédération des bergers est venue. La Confédération parle d’un « vol manifeste ».",
        ["Confédération des bergers"],
    ),
    # words that go on after a title in the same sentence
    ("en", "“No one rules,” Ann Lee said on Fox’s “Morning Edition.” “Not him, not me.”", ["Ann Lee", None, "Ann Lee"]),
    # what a pronoun can mean: no object of the same pronoun, no land, nobody of a clause between commas
    ("fr", "Anne Roux arrive. Elle aide une amie. « Je peine », dit-elle.", ["Anne Roux"]),
    ("fr", "Anne Roux rit. De retour en France, elle peint. « Je vis », dit-elle.", ["Anne Roux"]),
    ("fr", "Anne Roux, que filme Zoé Lambert, se tait. « Je vis », dit-elle enfin.", ["Anne Roux"]),
    ("fr", "Paul Verdier rit. Lui-même avoue : « Je suis perdu. »", ["Paul Verdier"]),
    ("en", "The study came out on Monday. It found “no cost” at all.", ["study"]),
    ("en", "Brightwell Foods, which sells milk, denied it. It called the claim “absurd.”", ["Brightwell Foods"]),
    ("en", "The trust wrote to Neil Dow. “We will see,” the Conservative told us.", ["Neil Dow"]),
    # a signature below the words
    ("en", "“A great speech, and a long one.”\n\n—Ann Lee, tweeting at night", ["Ann Lee"]),
    ("fr", "« Un long discours, et un grand. »\n\n— Anne Roux, sur scène", ["Anne Roux"]),
    ("fr", "« Un long discours, et un grand. »\n\n- Anne Roux, sur scène", ["Anne Roux"]),
    # a pronoun means the body that the sentence before is about, or who did something in its own sentence
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
    # but not the politics of a minister
    (
        "fr",
        "Paul Verdier vote contre. Surpris par la politique du ministre Luc Estève, il a dit : « Je pars demain. »",
        ["Paul Verdier"],
    ),
    # a short form of a body's name, or what it trades as
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
    # a profession means who was named last, unless the text told of somebody else by it
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
    # `ce dernier` ends before an adverb, and a man is meant
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
    # a name behind whom it was told, with an article in lower case, or after a people
    ("fr", "« J’ai cru mourir », a raconté à l’AFP Hussein Jabbar, un marchand de 34 ans.", ["Hussein Jabbar"]),
    ("fr", "L’affaire fait sourire : « C’était ouvert », a commenté sur Twitter Inès Carballo.", ["Inès Carballo"]),
    ("fr", "Le gouverneur de la province, Saad al-Obaïdi, a accusé les « ennemis de la paix ».", ["Saad al-Obaïdi"]),
    ("fr", "Le Britannique Alistair Penrose juge le nouveau genre « prématuré ».", ["Alistair Penrose"]),
    ("fr", "L’ONG Médecine Frontière se dit « préoccupée mais pas surprise ».", ["Médecine Frontière"]),
    # whom a pronoun means that points at who was named last
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
    # a verb whose `il` is nobody, two verbs in one, two roles of one name
    (
        "fr",
        "« Il pleut », dit Luc Estève.\n\nPour Jordan Mbemba, auteur d’un but, il faut « arrêter de rêver ».",
        ["Luc Estève", "Jordan Mbemba"],
    ),
    (
        "fr",
        "Sa directrice pour l’Asie, Margaret Oyelaran, a dit craindre pour « des collègues sans défense ».",
        ["Margaret Oyelaran"],
    ),
    (
        "fr",
        "L’avocat et ancien député Sione Makatoa rit, et il écrit que la loi est « loin d’être parfaite ».",
        ["Sione Makatoa"],
    ),
    ("fr", "« C’est la fin », réagit à la sortie Bernadette Lauzier, l’actuelle présidente.", ["Bernadette Lauzier"]),
    ("fr", "« Elle est en bas », s’est exclamée au micro la directrice de vol Joanna Whitlock.", ["Joanna Whitlock"]),
    ("fr", "« On n’y croyait plus », a dit en larmes Marivic Dela Rosa.", ["Marivic Dela Rosa"]),
    ("fr", "Joanna Whitlock est venue. D’après J. Whitlock, « c’est moins grave que prévu ».", ["Joanna Whitlock"]),
    ("fr", "De son côté M. Quiroga, loin de s’excuser, a redit devant ses partisans : « Partez tous ! »", ["Quiroga"]),
    ("fr", "Ses avocats parlent d’une décision « dictée par l’émotion », selon les mots de Me Gikas.", ["Gikas"]),
    (
        "fr",
        "Le quotidien Sport-Régions publie tout. D’après lui, un joueur juge l’affaire « mal menée par tous ».",
        ["joueur"],
    ),
    ("fr", "Le parti Terre et Travail explique avoir obtenu « des garanties écrites ».", ["Terre et Travail"]),
    # what stands on a banner, or is cried
    ("fr", "En tête, les manifestants ont déployé une banderole « Nos prés ne sont pas à vous ».", ["manifestants"]),
    ("fr", "Aux cris de « Du pain, pas des coups », les manifestants ont marché.", ["manifestants"]),
    ("fr", "Un homme tenant une pancarte « Je suis partout ce soir » est passé.", ["homme"]),
    ("fr", "Le président du syndicat, Dieudonné Rasoa a lui dit : « On nous a tout promis. »", ["Dieudonné Rasoa"]),
    (
        "fr",
        "Le lieutenant Cédric Aubry est venu. L’opération fut « longue et délicate », selon l’officier.",
        ["Cédric Aubry"],
    ),
    # a clause that sets somebody else against the first, a thing in what is told, an object before the verb
    (
        "fr",
        "Le capitaine parle d’un vol, tandis que son président a crié à l’arbitre : « Vous n’avez rien à faire ! »",
        ["président"],
    ),
    ("fr", "« Il pleut », dit Anne Roux. Elle a prévenu que la grève reprendrait « le jour même ».", ["Anne Roux"] * 2),
    ("fr", "Un médecin ayant pu examiner les détenus samedi affirme que l’état de tous est « alarmant ».", ["médecin"]),
    (
        "fr",
        "Dans un éditorial, Inge Sattler, de l’Institut de Rostheim, appelle ces données « encourageantes ».",
        ["Inge Sattler"],
    ),
    # the mother of somebody, a body and its matter, a title before one name, what goes on without a subject
    ("fr", "« Honte à vous ! », a crié à l’adresse des policiers la mère de Mme Altinok.", ["mère de Mme Altinok"]),
    ("fr", "Hier la Délégation aux prisons a, elle, démenti « toute idée de grève ».", ["Délégation aux prisons"]),
    ("fr", "Dans son toast, le grand-duc Maximilian a loué « la patience de tous ».", ["grand-duc Maximilian"]),
    ("fr", "« Il pleut », dit Anne Roux. Puis, s’adressant à elle : « Vous êtes chez vous. »", ["Anne Roux"] * 2),
    # a noun in a new paragraph means nobody sure where the one before names two
    ("fr", "Arvind Rao a battu Lars Tveit.\n\n« Je ne réalise pas », a confié le champion.", ["champion"]),
    ("fr", "Arvind Rao a tout gagné.\n\n« Je ne réalise pas », a confié le champion.", ["Arvind Rao"]),
    (
        "fr",
        "« Il pleut », dit Anne Roux. Et de citer ce mot d’un vieux meunier : « La rivière vient quand elle veut. »",
        ["Anne Roux", "vieux meunier"],
    ),
    # a pronoun means a body of its own sentence, a land's guard is a woman, no letter is a name
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
    # the end of a longer name, a field beside a role, a remark of three words
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
    # somebody without a name whom the paragraph told of
    (
        "fr",
        "« Il pleut », dit Anne Roux.\n\nLa maire de Coulanges a pleuré. « On venait de loin », rappelle l’élue.",
        ["Anne Roux", "maire de Coulanges"],
    ),
    ("fr", "Fatoumata, aide-soignante, se lève tôt. « Je les comprends, mais qui me comprend ? »", ["Fatoumata"]),
    # a paragraph that is not closed goes on in the next
    (
        "fr",
        "« Mes jambes ne me portent plus.\n\n« J’ai la certitude qu’il faut partir », a dit Albert Roux.",
        ["Albert Roux"] * 2,
    ),
    # a verb group that an adjunct splits, words that begin with their verb, a count of persons
    ("fr", "Un ancien fonctionnaire avait à l’époque parlé d’un système « connu de tous ».", ["ancien fonctionnaire"]),
    ("fr", "« Je freinais comme tout le monde », aimait à répéter le vieux pilote.", ["vieux pilote"]),
    ("fr", "« Rien ne presse », a dans la foulée annoncé Anne Roux.", ["Anne Roux"]),
    ("fr", "Bruno Castelain « ne démissionnera pas » du département.", ["Bruno Castelain"]),
    (
        "fr",
        "Environ 400 personnes ont défilé jusqu’à la mairie, derrière une banderole « vos poubelles, nos salaires ».",
        ["personnes"],
    ),
    (
        "fr",
        "Le départ de son entraîneur Thierry Malgouyres est acté. Malgouyres l’a su par un joueur. « C’est peu », "
        "a-t-il dit.",
        ["Thierry Malgouyres"],
    ),
    # a doer of a deed acts no further, an attribute is no subject, whose view it is
    (
        "fr",
        "« Il pleut », dit Paul Roux. Quant à l’utilisation par sa femme, il la juge « tout à fait exceptionnelle ».",
        ["Paul Roux"] * 2,
    ),
    (
        "fr",
        "Pour Joaquín Berzosa, qui signe la note, les lapins ne sont pas les seuls responsables : « La terre cède. »",
        ["Joaquín Berzosa"],
    ),
    (
        "fr",
        "Ce n’est pas l’avis du syndicat Santé solidaire, pour qui « c’était un drame annoncé ».",
        ["syndicat Santé solidaire"],
    ),
    (
        "fr",
        "Au Brésil, l’Association des livreurs, qui parle d’une « journée noire », est triste.",
        ["Association des livreurs"],
    ),
    (
        "fr",
        "Le maire, Daniel Fouchères, dont la tante vivait là, est « anéanti par la nouvelle ».",
        ["Daniel Fouchères"],
    ),
    ("fr", "L’association Memor a rendu hommage samedi à « un passeur infatigable ».", ["Memor"]),
    ("en", "Her lawyer, Ann Lee of the Rights Clinic, came. “They should read it with care,” she said.", ["Ann Lee"]),
    # what is theirs, between two quotations
    (
        "fr",
        "« J’ai fermé les yeux », raconte Élodie. Sa voiture est perdue. « Un monsieur m’a sortie de là. »",
        ["Élodie"] * 2,
    ),
    # whom one hears, and what is no subject of the words
    ("fr", "Une vidéo, sur laquelle on entend la boulangère répéter « j’ai les mains en l’air ».", ["boulangère"]),
    ("fr", "Dans la rue, où les vitrines sont murées, un coiffeur a peint : « Merci d’épargner. »", ["coiffeur"]),
    ("fr", "Le groupe dit « respecter le choix des élus » tout en doutant des chiffres avancés.", ["groupe"]),
    (
        "fr",
        "Pour Élodie Castagnet, porte-parole de Terre vivante, le projet est « taillé pour vingt fermes ».",
        ["Élodie Castagnet"],
    ),
    ("fr", "Le ministère veut des trains « en avance par principe », les voyageurs s’étranglent.", ["ministère"]),
    # nobody
    ("fr", "On dit que « tout va bien dans la vallée ».", [None]),
    ("fr", "Il a dit : « Tout va bien dans la vallée. »", [None]),
    ("fr", "Les cloches sonnent. « Tout va bien dans la vallée. »", [None]),
]


@pytest.mark.parametrize(("language", "text", "speakers"), SPEAKERS)
def test_speaker(language: str, text: str, speakers: list[str | None]) -> None:
    assert [quote.speaker for quote in quotes(language, text)] == speakers


SPEECH = [
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
    ("en", "They marched, chanting “Enough is enough” all along."),
    ("en", "Crowds went by shouting “Bread” and “Peace.”"),
    ("en", "Some sang, some left, yelling “Never” as they went."),
]


@pytest.mark.parametrize(("language", "text"), SPEECH)
def test_few_words_right_after_a_verb_of_saying_are_speech(language: str, text: str) -> None:
    assert all(quote.speech for quote in quotes(language, text))


def test_a_pronoun_that_means_nobody_known_is_still_the_place_of_the_source() -> None:
    text = "It rained all night long. “Any time at all,” he said."
    (quote,) = quotes("en", text)
    assert (quote.speaker, quote.how) == (None, "pronoun")
    assert quote.speaker_span is not None
    assert quote.speaker_span.of(PAD["en"] + text) == "he"


NOT_SPEECH = [
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
]


@pytest.mark.parametrize(("language", "text"), NOT_SPEECH)
def test_names_and_titles_are_no_speech(language: str, text: str) -> None:
    assert [(quote.speech, quote.speaker) for quote in quotes(language, text)] == [(False, None)]


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("« Le pain, explique Anne Roux, 40 ans, doit reposer. »", "Le pain, doit reposer."),
        ("« Ma mère, sourit la plongeuse, pensait à moi. »", "Ma mère, pensait à moi."),
        ("« Où va-t-on ? demanda-t-il. Je suis perdu. »", "Où va-t-on ?. Je suis perdu."),
        ("« Le pain, le vin et le sel sont prêts. »", "Le pain, le vin et le sel sont prêts."),
    ],
)
def test_incises_are_left_out(text: str, clean: str) -> None:
    assert quotes("fr", text)[0].clean == clean


def test_a_paragraph_that_names_nobody_may_speak_of_whom_the_title_names() -> None:
    head = "Portrait d’Ève Serrault, la dame qui joue dans la rue et dans les bois\n\nÈve Serrault peint. "
    text = "« Elle court », dit Anne Roux.\n\nRien ne va dans la rue. « Je vis », dit-elle."
    (first, second) = analyse(document_from_text(head + text)).quotes
    assert (first.speaker, second.speaker, second.candidates) == ("Anne Roux", None, ("Anne Roux", "Ève Serrault"))


def test_a_title_has_the_name_that_the_text_gives_for_its_words() -> None:
    title = "Procès du notaire : « Je n’ai jamais voulu voler »\n\n"
    text = "À la barre, Jean Castaing parle bas. « Je n’ai jamais voulu voler », répète le prévenu dans la salle.\n"
    found = analyse(document_from_text(title + text)).quotes
    assert [quote.speaker for quote in found] == ["Jean Castaing"] * 2


def test_a_title_may_shorten_the_words_of_the_text() -> None:
    title = "Carambolage : « J’ai vu le camion, j’ai fermé les yeux »\n\n"
    text = "« J’ai vu le camion dans le rétro, j’ai fermé les yeux », raconte Anne Roux, dans la salle de la ville.\n"
    found = analyse(document_from_text(title + text)).quotes
    assert [quote.speaker for quote in found] == ["Anne Roux"] * 2


def test_the_name_of_something_is_no_speech_in_the_title_either() -> None:
    title = "« Verrou d’acier » : une faille touche des routeurs\n\n"
    text = (
        "Les chercheurs de la ville ont publié une faille, qu’ils ont baptisée « Verrou d’acier », et qui est grave.\n"
    )
    assert not any(quote.speech for quote in analyse(document_from_text(title + text)).quotes)


def test_two_persons_as_likely_are_candidates() -> None:
    text = "Le dîner de Paul Verdier avec Jean Brun fut court. « Tout est froid ici », a-t-il dit."
    (quote,) = quotes("fr", text)
    assert (quote.speaker, quote.candidates) == (None, ("Paul Verdier", "Jean Brun"))


def test_what_stands_at_the_quotation() -> None:
    (quote,) = quotes("fr", "« Rien ne sera rebâti », a lancé lundi le maire de Vaubrun, Luc Estève.")
    assert (quote.how, quote.role, quote.cue) == (
        "name",
        "maire de Vaubrun",
        "a lancé lundi le maire de Vaubrun, Luc Estève",
    )


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
def test_a_quotation_that_goes_on_with_nobody_has_no_speaker(language: str, text: str) -> None:
    assert [(quote.speaker, quote.speaker_span) for quote in quotes(language, text)] == [(None, None)]


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("“Perry, said his principle,’ and", "Perry,’ and"),
        ("“You said? Shout it out, ’cause", "You said? Shout it out, ’cause"),
        ("“It rains, said Ann Lee, ’", "It rains, ’"),
    ],
)
def test_a_single_mark_after_a_remark_is_no_word(text: str, clean: str) -> None:
    [quote] = quotes("en", text)
    assert quote.clean == clean
