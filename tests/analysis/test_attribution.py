"""The source of a quotation, by the cues in its sentence."""

import pytest

from tests.analysis.quoting import quotes_in

CUES = [
    # whose wording it is stands behind the quotation
    ("fr", "« Des billets d’une qualité rare. » L’expression est du procureur, Luc Roux.", ["Luc Roux"]),
    ("fr", "« C’est fini pour nous. » Deux mots, lâchés jeudi par le maire Luc Roux.", ["Luc Roux"]),
    ("fr", "« Une honte » : la formule est signée Zoé Roux, maire de Brest.", ["Zoé Roux"]),
    ("fr", "« Une honte pour nous tous. » Le mot a choqué Luc Roux.", [None]),
    ("en", "“A stain on the town.” The phrase was coined by Ann Lee.", ["Ann Lee"]),
    # a participle with a subject of its own
    ("fr", "Le ministre a quitté la salle, Zoé Roux parlant d’« une fuite ».", ["Zoé Roux"]),
    ("fr", "Le ministre a quitté la salle, parlant d’« une fuite ».", ["ministre"]),
    # what tells how much somebody is something
    ("fr", "« C’est l’herbe qui souffre », a rappelé, un brin philosophe, la maire.", ["maire"]),
    ("fr", "« C’est l’herbe qui souffre », philosophe la maire.", ["maire"]),
    (
        "fr",
        "Un père dit : « C’est fini. » L’avocat Luc Roux est pour, à condition, dit-il, « de ne rien forcer ».",
        ["père", "Luc Roux"],
    ),
    # a name that the text has given before is not that of the role just quoted
    (
        "fr",
        "Zoé Roux est licenciée. L’employeur y a vu un « appel à la grève ». « Non », a dit Mme Roux.",
        ["employeur", "Zoé Roux"],
    ),
    # how something is said stands between the verb and its subject
    ("fr", "« Qu’ils essaient donc », répond en souriant Zoé Marin.", ["Zoé Marin"]),
    ("fr", "« Qu’ils essaient donc », dit sans rire la maire.", ["maire"]),
    ("fr", "« Qu’ils essaient donc », dit Luc Roux en souriant à la maire.", ["Luc Roux"]),
    # a clause that says it right before the colon
    ("fr", "Luc Roux a répondu à une cliente qui disait : « Demain, on reste au lit. »", ["cliente"]),
    ("fr", "Luc Roux a répondu à une cliente qui râlait : « Demain, on reste au lit. »", ["Luc Roux"]),
    # one of somebody's people, and the name of that somebody
    ("fr", "« C’est sale », accuse un soutien du maire, Luc Roux.", ["soutien du maire"]),
    ("fr", "« C’est sale », accuse une collaboratrice du maire, Zoé Roux.", ["Zoé Roux"]),
    ("fr", "« C’est sale », accuse le maire, Luc Roux.", ["Luc Roux"]),
    # an employer is not who was told of last
    ("fr", "Luc Roux a été licencié. L’employeur y avait vu un « appel à la grève ».", ["employeur"]),
    # an inserted pronoun means whom its own sentence tells of first
    (
        "fr",
        "Un père dit : « C’est fini. » L’avocat Luc Roux y est favorable, à condition, dit-il, « de ne rien forcer ».",
        ["père", "Luc Roux"],
    ),
    (
        "fr",
        "Luc Roux est venu. Un père dit : « C’est fini. » Luc Roux est parti, dit-il, « sans un mot ».",
        ["père", "père"],
    ),
    # what refers back to the last source, between commas
    ("fr", "Luc Roux a vu le pont. Le pont sera, à l’en croire, « prêt en mai ».", ["Luc Roux"]),
    ("fr", "Luc Roux a vu le pont. Si on l’en croit, « tout sera prêt en mai ».", ["Luc Roux"]),
    ("fr", "Luc Roux a vu le pont. Le pont, à en croire Zoé Marin, est « prêt ».", ["Zoé Marin"]),
    # taxes and procedures say nothing
    ("fr", "La VAR a parlé : « Pas de but, et la faute est là. »", [None]),
    ("fr", "La CGT a parlé : « Pas de but, et la faute est là. »", ["CGT"]),
    # a date is not part of a role
    ("en", "Officials on Monday said the dam was “quite safe now.”", ["Officials"]),
    ("en", "The mayor on Friday said the park was “open to all.”", ["mayor"]),
    ("en", "The director on Sunday said the show was “over for good.”", ["director"]),
    # a name ends before its verb; a thing, a body and a place can be sources
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
    # what is written on a banner is not said by whoever the sentence goes on with, nor a cry by whom it meets
    ("fr", "Derrière la banderole « Pas touche à la Sécu », les élus répondent aux journalistes.", [None]),
    ("fr", "Sous un calicot « Non à la fermeture », explique Luc Aubry, les élus boivent un café.", [None]),
    ("fr", "La maire, Anne Roux, a été accueillie aux cris de « Démission, démission ! » à son arrivée.", [None]),
    ("fr", "Des étudiants ont défilé aux cris de « Rendez-nous nos bourses ! » jusqu’au pont.", ["étudiants"]),
    ("fr", "Sur le pont, où ils ont mis une banderole « Ici on se noie », les élus ont voté.", ["élus"]),
    # what somebody is said to have suffered is not said to be in his words
    ("fr", "Le conducteur aurait été « ébloui par le soleil » et souffre d’une fracture.", [None]),
    # a law lays down what it demands, whoever speaks of it
    ("fr", "Elle demande que la loi Rivages, qui impose de « garder les digues », soit appliquée.", ["loi Rivages"]),
    ("fr", "Le syndicat veut que l’accord, qui garantit « de ne fermer aucun site ici », soit revu.", ["accord"]),
    ("fr", "Le syndicat dénonce l’accord, qui va « tuer la vallée ».", ["syndicat"]),
    # a noun of saying behind another noun, and its possessor
    ("fr", "Luc Aubry a publié une photo du pont accompagnée de ces mots : « Il tiendra ».", ["Luc Aubry"]),
    ("fr", "Riposte immédiate de la préfète, Anne Roux : « Ce chiffre est faux. »", ["Anne Roux"]),
    # who stands beside somebody
    ("fr", "« On nous a menti », enrage à côté de lui la déléguée, Anne Roux.", ["Anne Roux"]),
    ("fr", "« On nous a menti », souffle derrière elle un collègue.", ["collègue"]),
    ("fr", "« On nous a menti », souffle-t-elle derrière lui.", [None]),
    # a rule, or a person, according to whom something is so
    ("fr", "Luc Aubry renvoie au code maritime, selon lequel la digue est « à la charge de tous ».", ["code maritime"]),
    ("fr", "La ministre reçoit Luc Aubry, le patron du port, selon qui « la grève a tout cassé ».", ["Luc Aubry"]),
    ("fr", "À en croire Luc Aubry, « tout était prêt ».", ["Luc Aubry"]),
    ("fr", "À écouter la maire, Anne Roux, « tout était prêt ».", ["Anne Roux"]),
    # who only hears it
    ("fr", "Luc Aubry s’est vu répondre : « Revenez demain. »", [None]),
    ("fr", "Luc Aubry s’est vu répondre par l’inspection qu’il fallait « revenir demain ».", ["inspection"]),
    # a question that opens a sentence is not who speaks, nor what it asks about
    ("fr", "Quant à savoir si Luc Aubry viendra, la maire hausse les épaules : « Demandez-lui. »", ["maire"]),
    # a few words that tell how somebody does it
    ("fr", "La maire, Anne Roux, a accepté la démission « sans enthousiasme ».", ["Anne Roux"]),
    # a spokesman with his role, a subject that a pronoun stresses
    ("fr", "Le syndicat, par la voix de son délégué, Luc Aubry, a rejeté « un accord au rabais ».", ["Luc Aubry"]),
    ("fr", "Luc Aubry, lui, n’a « rien vu venir ».", ["Luc Aubry"]),
    # a name of one word right behind an agency, and one that a preposition goes on with
    ("fr", "« Le toit est parti », a dit à l’AFP Voahangy, institutrice.", ["Voahangy"]),
    ("fr", "L’association Droit au toit parle d’« un recul ».", ["association Droit au toit"]),
    ("fr", "Médecins sans frontières dit disposer de « deux tonnes ».", ["Médecins sans frontières"]),
    ("fr", "Reporters sans frontières a dénoncé « une honte ».", ["Reporters sans frontières"]),
    ("fr", "« On part », prévient Médecins sans frontières, présent sur place.", ["Médecins sans frontières"]),
    ("fr", "Selon Médecins sans frontières, « rien ne va ».", ["Médecins sans frontières"]),
    ("fr", "« On part », a dit Reporters sans frontières sur les ondes.", ["Reporters sans frontières"]),
    ("fr", "« On part », a dit Anne Roux sans attendre.", ["Anne Roux"]),
    ("fr", "Météo-Nord n’exclut pas « un second coup de vent ».", ["Météo-Nord"]),
    ("fr", "Elle a annoncé une enveloppe de 12 millions, jugée « dérisoire » par les maires.", ["maires"]),
    ("fr", "Le collectif Vivre en paix dénonce « un recul ».", ["collectif Vivre en paix"]),
    ("fr", "Le groupe Valmor en profite pour vanter « une année record ».", ["Valmor"]),
    # whoever stands around somebody
    ("fr", "Autour d’Anne Roux, des étudiants défilent sous une bannière « Savoir n’est pas payer ».", ["étudiants"]),
    # a cue between commas, from which only a verb parts the quotation
    ("fr", "Le produit, dit Luc Aubry, est « peut-être cancérogène ».", ["Luc Aubry"]),
    ("fr", "Ce texte, estime la ministre, Anne Roux, reste « largement perfectible ».", ["Anne Roux"]),
    ("fr", "Le produit, que jette Luc Aubry, est « peut-être cancérogène ».", [None]),
    ("fr", "Le maire, Luc Aubry, a critiqué l’arbitrage, évoquant « deux décisions de trop ».", ["Luc Aubry"]),
    # a body that the sentence is about, an ally, a first name before what tells of it
    ("fr", "Le parquet de Lombrac a saisi les carnets « aux fins de vérification ».", ["parquet de Lombrac"]),
    ("fr", "Moscou, allié de Norie, s’est contenté d’appeler à « ne pas conclure trop vite ».", ["Moscou"]),
    ("fr", "Louna, en quatrième, résume : « C’est pas mauvais, mais faut du sel. »", ["Louna"]),
    # an adjective that may be a noun of persons is none behind another noun
    (
        "fr",
        "Le maire raille une loi « molle ». La loi punit le rejet volontaire. « C’est peu », a-t-il pesté.",
        ["maire"] * 2,
    ),
    ("fr", "Un pompier volontaire raconte : « Il faisait nuit. »", ["pompier volontaire"]),
    ("fr", "Une jeune bénévole raconte : « Il faisait nuit. »", ["jeune bénévole"]),
    # who bears words in a relative clause, also behind a thing of his
    ("fr", "Les élus passent devant Anne Roux, qui brandit une pancarte « Rendez-nous nos lits ».", ["Anne Roux"]),
    ("fr", "La ville est ravie, au grand dam d’un voisin qui a mis un panneau « Brume à vendre ».", ["voisin"]),
    # a few words that tell how a body does something, and of what is somebody's
    ("fr", "La fédération a pris acte « avec tristesse » de la décision.", ["fédération"]),
    ("fr", "Son épouse, elle, a perdu son manteau, « celui du mariage de la petite ».", ["épouse"]),
    ("fr", "Ses détracteurs ont perdu le chemin du « Versailles du ballon ».", [None]),
    ("fr", "Devant le palais, ses partisans ont crié « Honte ! »", ["partisans"]),
    # who tells a story in a title
    ("fr", "« J’ai tout perdu » : Anne Roux, sinistrée, témoigne", ["Anne Roux"]),
    ("fr", "« J’ai tout perdu » : la ville dénonce une assurance absente", [None]),
    # an article before an auxiliary or behind a pronoun is an object
    ("fr", "L’adjoint, Luc Aubry, leur a promis « une réponse avant l’été ».", ["Luc Aubry"]),
    ("fr", "« J’arrive », dit Luc Aubry à sa sœur, qui le reprend : « Tu pars. »", ["Luc Aubry", "sœur"]),
    ("fr", "« J’arrive », dit Luc Aubry à sa sœur, qui répond : « Tu pars. »", ["Luc Aubry", "sœur"]),
    # … but the main clause that says something leads to the quotation
    ("fr", "Zoé Roux a répondu à Luc Aubry, qui avait écrit sur la digue : « Elle tiendra. »", ["Zoé Roux"]),
    # a name that opens its sentence
    ("fr", "Washington s’est dit « très préoccupé par la crue ».", ["Washington"]),
    ("fr", "Vialard, lui, parle d’un « hiver sans fin ».", ["Vialard"]),
    # a plural noun is no verb, though `tu` would have such a form
    ("fr", "Norval a annoncé la suppression de 640 postes, faute d’un carnet « presque vide ».", ["Norval"]),
    # a verb that no list has ends a plural phrase
    ("fr", "Les voyageurs râlouillent dans la gare. « On attend le train », disent-ils.", ["voyageurs"]),
    # what one learns somewhere is not what is said of a single word
    ("fr", "Un fait « mineur » de la nuit, a-t-on appris de source proche du dossier.", [None]),
    # who only cites somebody, and a view of which only a relative clause tells
    ("fr", "Un avis que ne partage pas Luc Aubry, cité par l’agence Norpress : « C’est une passoire. »", ["Luc Aubry"]),
    ("fr", "Une version que conteste le maire, Luc Aubry : « J’ai crié trop tard. »", ["Luc Aubry"]),
    ("fr", "Un avis que partage la pluie : « On ne peut plus attendre. »", [None]),
    # whom somebody reproaches with words has said them
    ("fr", "Le parti accuse Luc Aubry d’avoir parlé d’un « brouillon sans fin ».", ["Luc Aubry"]),
    ("fr", "Le maire, Luc Aubry, reproche au préfet d’avoir parlé d’un « brouillon sans fin ».", ["préfet"]),
    ("fr", "Le parti a exclu Luc Aubry, un élu, pour avoir parlé d’un « brouillon sans fin ».", ["Luc Aubry"]),
    ("fr", "Luc Aubry rit. Le parti lui reproche d’avoir parlé d’un « brouillon sans fin ».", ["Luc Aubry"]),
    # whose clause a comma and a joint open; what only tells when the words were said
    (
        "en",
        "An aide, Tom Vail, would not talk, but a man close to the town said it was “over for good.”",
        ["man close"],
    ),
    ("en", "Tom Vail left, and the crowd chanted “Build the wall now!” as he went down the stairs.", ["crowd"]),
    ("en", "“It is over for good,” as Ann Lee put it.", ["Ann Lee"]),
    ("fr", "Luc Aubry a refusé, mais un homme très proche de lui a parlé d’une « folie sans fin ».", ["homme"]),
    # an adverb before the participle that describes somebody, and what one stresses of oneself
    ("en", "“It is over for good,” a visibly shaken Ann Lee told the press.", ["Ann Lee"]),
    ("en", "“It is over for good,” a visibly shaken clerk told the press.", ["visibly shaken clerk"]),
    ("en", "Tom Vail himself said it was “over for good.”", ["Tom Vail"]),
    # the words before an inserted cue are the source's own
    ("en", "The lawyer, Tom Vail, left. His client, he said, was “a victim twice over.”", ["Tom Vail"]),
    ("en", "The lawyer, Tom Vail, left. His client said he was “a victim twice over.”", ["client"]),
    # a board of a newspaper speaks for itself
    ("en", "The Norwick Times editorial board wrote that it was “over for good.”", ["Norwick Times editorial board"]),
    # … but not with deeds, and who regrets or suffers something is the subject
    ("fr", "Le syndicat accuse Luc Aubry d’avoir vendu des billets « jusqu’à minuit passé ».", ["syndicat"]),
    ("fr", "Luc Aubry regrette d’avoir parlé d’un « brouillon sans fin ».", ["Luc Aubry"]),
    ("fr", "Zoé Roux s’excuse auprès des élus d’avoir parlé d’un « brouillon sans fin ».", ["Zoé Roux"]),
    ("fr", "Luc Aubry a été exclu pour avoir parlé d’un « brouillon sans fin ».", ["Luc Aubry"]),
    ("en", "The party accused Tom Lee of calling the plan “a sad old joke.”", ["Tom Lee"]),
    ("en", "The party suspended Tom Lee for calling the plan “a sad old joke.”", ["Tom Lee"]),
    ("en", "Tom Lee apologised for calling the plan “a sad old joke.”", ["Tom Lee"]),
    ("en", "Ann Lee told the mayor of the plan, calling it “a sad old joke.”", ["Ann Lee"]),
    # a subject behind the clause that opens its sentence is none of that clause
    ("fr", "Luc Aubry rit. Estimant que le parti « a perdu le nord », il partit.", ["Luc Aubry"]),
    # a title in front of the name of somebody whom a role introduces
    ("fr", "L’association Terre vive, dont la présidente, Mme Zoé Roux, fustige « un coup de force ».", ["Zoé Roux"]),
    # whom a remark about a view names, behind the quotation as before it
    ("fr", "Un résultat « étonnant » aux yeux de la biologiste Zoé Roux.", ["Zoé Roux"]),
    ("fr", "Un plan « étonnant » dans la nuit de la biologiste Zoé Roux.", [None]),
    # an object of the verb behind the quotation
    ("fr", "« Ils partent, vos Anglais ! », le coupe Zoé Roux.", ["Zoé Roux"]),
    ("fr", "« Ils partent, vos Anglais ! », l’interrompt le maire.", ["maire"]),
    ("fr", "« Ils partent, vos Anglais ! », la reprend Luc Aubry.", ["Luc Aubry"]),
    ("fr", "« Ils partent, vos Anglais ! », le juge Luc Aubry a souri.", ["Luc Aubry"]),
    ("fr", "Anne Roux rit, tandis que le WWF la qualifiait de « gifle à tous ».", ["WWF"]),
    ("fr", "Anne Roux rit, tandis que Luc Aubry la traitait de « reine des neiges ».", ["Luc Aubry"]),
    # one of several, with an auxiliary before the verb
    ("fr", "« On part demain », a prévenu l’un d’eux, Me Luc Aubry, en sortant.", ["Luc Aubry"]),
    ("fr", "« On part demain », avait juré l’une d’elles, Zoé Roux.", ["Zoé Roux"]),
    # a source behind a semicolon is that of the next quotation
    ("fr", "La pièce a plu : « un choc », pour Zoé Roux ; « un vacarme », selon Luc Aubry.", ["Zoé Roux", "Luc Aubry"]),
    # what somebody is called is no other source
    ("fr", "Zoé Roux a dénoncé une « lâcheté » et un accusé « sans aucune pitié ».", ["Zoé Roux"] * 2),
    ("fr", "Zoé Roux parle d’une « folie », et le maire d’une « lâcheté ».", ["Zoé Roux", "maire"]),
    # who carries words that are written, and who wrote them
    ("fr", "Cent habitants sont venus avec des pancartes proclamant « Nos saints restent chez eux ».", ["habitants"]),
    ("fr", "Les habitants ont brandi une banderole disant « Nos saints restent chez eux ».", ["habitants"]),
    ("en", "Ann Lee stood there with a banner saying “Our saints stay here with us.”", ["Ann Lee"]),
    ("fr", "Zoé Roux passe. Une affichette précise que « nos saints restent chez eux ».", ["affichette"]),
    ("fr", "Zoé Roux a reçu un message du ministre promettant « une réponse avant l’été ».", ["ministre"]),
    ("fr", "Zoé Roux a publié un message promettant « une réponse avant l’été ».", ["Zoé Roux"]),
    # a superlative is nobody, and the main clause says where it stands
    ("fr", "Le retraité Luc Aubry rappelle que le pont le plus proche se trouve « à une heure de là ».", ["Luc Aubry"]),
    # an elided object behind a name, and an appeal that is no name
    ("fr", "Son confrère Luc Aubry l’accuse de « crier au loup ».", ["Luc Aubry"]),
    ("fr", "Le parti a appelé « tous les siens à la retenue ».", ["parti"]),
    # whose words a bare noun announces
    ("fr", "Le maire a écrit. Réponse du préfet : « Le pont est à l’étude. »", ["préfet"]),
    ("fr", "Le maire a écrit. Réponse de la préfète : « Le pont est à l’étude. »", ["préfète"]),
    # a role with its field, and several persons with their number
    ("fr", "Le metteur en scène, qui revendique une approche « sale et joyeuse », est là.", ["metteur en scène"]),
    ("fr", "Onze anciens salariés, qui décrivent un système « très bien huilé ».", ["anciens salariés"]),
    ("fr", "« On signait tout », raconte l’une d’elles, secrétaire à Lombrac.", ["secrétaire à Lombrac"]),
    # a remark between the person and what is told of him by a relative clause
    ("fr", "Même ton chez la députée Zoé Roux, présente sur le quai, qui voit « une fenêtre de tir ».", ["Zoé Roux"]),
    # an infinitive behind an adverb, and the person of a clause that tells more of a body
    ("fr", "Le fonds Norval, dont le chef, Luc Aubry, assurait lundi vouloir « sauver le pont ».", ["Luc Aubry"]),
    # a dateline is no subject, whatever stands between it and the verb
    (
        "fr",
        "Lyon, 3 oct 2023 - L’Office des phares (ODP) a reproché à Norval un « manque de soin ».",
        ["Office des phares"],
    ),
    # the object of a verb behind a quotation that does not open its sentence
    ("fr", "Les riverains, sous une banderole « Stop aux camions ici », demandent une digue.", ["riverains"]),
    ("fr", "Une décision « sans le moindre lien » avec la crue, affirme-t-on chez Norval.", ["Norval"]),
    # what makes somebody speak does not speak
    ("fr", "Une prudence qui le fait bondir : « On ne peut plus attendre. »", [None]),
    ("fr", "La Norie, en revanche, a félicité le vainqueur, « un ami de toujours ».", ["Norie"]),
    ("fr", "« C’est à refaire », montre Gilles Bodin d’un geste las.", ["Gilles Bodin"]),
    # an adverb, an apposition or an affiliation stands between the verb and its subject
    ("fr", "« Il votait pour », rappelle, cinglante, une infirmière.", ["infirmière"]),
    ("fr", "« Nous commençons », prévient d’emblée Anne Roux, qui dirige le projet.", ["Anne Roux"]),
    ("fr", "« C’est faux », tranche Anne Delmas, du CNRS, qui redoute « des espoirs déçus ».", ["Anne Delmas"] * 2),
    ("fr", "Le club d’Auvers, dont l’entraîneur, Paco Ruiz, se méfie « d’une bête blessée ».", ["Paco Ruiz"]),
    (
        "fr",
        "Une décision aussitôt qualifiée de « chantage inacceptable » par la présidente de la Commission, Greta Holm.",
        ["Greta Holm"],
    ),
    # the place of the utterance is the source of an impersonal verb
    ("fr", "« Rien n’est décidé », indique-t-on à l’Élysée.", ["Élysée"]),
    ("fr", "« Nous attendons », dit-on au ministère de la Mer.", ["ministère de la Mer"]),
    ("fr", "« Les ventes reprennent », se félicite-t-on chez Ravel.", ["Ravel"]),
    (
        "fr",
        "« Il pleut », a dit Paul Verdier. « Rien ne presse », glisse-t-on dans l’entourage du préfet.",
        ["Paul Verdier", "entourage du préfet"],
    ),
    ("fr", "« Il pleut toujours le lundi », dit-on.", [None]),
    # the paragraph before ends with a colon
    ("fr", "Anne Roux persiste :\n\n« Je ne vendrai jamais le moulin. »", ["Anne Roux"]),
    # of two cues the nearer one wins; a medium that passes words on is not their source
    ("fr", "Selon un voisin, Paul Verdier a crié « au feu, au feu ».", ["Paul Verdier"]),
    ("en", "“Stay on the boat tonight,” Ann Lee said, according to CNN.", ["Ann Lee"]),
    # a signature below the quotation
    ("en", "“A great speech, and a long one.”\n\n—Ann Lee, tweeting at night", ["Ann Lee"]),
    ("fr", "« Un long discours, et un grand. »\n\n— Anne Roux, sur scène", ["Anne Roux"]),
    ("fr", "« Un long discours, et un grand. »\n\n- Anne Roux, sur scène", ["Anne Roux"]),
    # a name follows the addressee, has an article in lower case, or follows the name of a people
    ("fr", "« J’ai cru mourir », a raconté à l’AFP Hussein Jabbar, un marchand de 34 ans.", ["Hussein Jabbar"]),
    ("fr", "L’affaire fait sourire : « C’était ouvert », a commenté sur Twitter Inès Carballo.", ["Inès Carballo"]),
    ("fr", "Le gouverneur de la province, Saad al-Obaïdi, a accusé les « ennemis de la paix ».", ["Saad al-Obaïdi"]),
    ("fr", "Le Britannique Alistair Penrose juge le nouveau genre « prématuré ».", ["Alistair Penrose"]),
    ("fr", "L’ONG Médecine Frontière se dit « préoccupée mais pas surprise ».", ["Médecine Frontière"]),
    # an impersonal `il`, a verb group of two verbs, two roles of one person
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
    # words on a banner, or cried
    ("fr", "En tête, les manifestants ont déployé une banderole « Nos prés ne sont pas à vous ».", ["manifestants"]),
    ("fr", "Aux cris de « Du pain, pas des coups », les manifestants ont marché.", ["manifestants"]),
    ("fr", "Un homme tenant une pancarte « Je suis partout ce soir » est passé.", ["homme"]),
    ("fr", "Le président du syndicat, Dieudonné Rasoa a lui dit : « On nous a tout promis. »", ["Dieudonné Rasoa"]),
    (
        "fr",
        "Le lieutenant Cédric Aubry est venu. L’opération fut « longue et délicate », selon l’officier.",
        ["Cédric Aubry"],
    ),
    # a clause with a contrasting subject, a thing as the nearer subject, an object before the verb
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
    # a relative, a body with its field, a title before a single name, a participle without a subject
    ("fr", "« Honte à vous ! », a crié à l’adresse des policiers la mère de Mme Altinok.", ["mère de Mme Altinok"]),
    ("fr", "Hier la Délégation aux prisons a, elle, démenti « toute idée de grève ».", ["Délégation aux prisons"]),
    ("fr", "Dans son toast, le grand-duc Maximilian a loué « la patience de tous ».", ["grand-duc Maximilian"]),
    ("fr", "« Il pleut », dit Anne Roux. Puis, s’adressant à elle : « Vous êtes chez vous. »", ["Anne Roux"] * 2),
    # an adjunct inside the verb group, a quotation that begins with its verb, a count of persons
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
    # the agent of a noun of action is no subject, nor is an attribute; a viewpoint
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
    ("fr", "Élie Roux parle à Luc Aubry, qui lui fait remarquer que « les papiers sont en règle ».", ["Luc Aubry"]),
    ("fr", "À la juge qui lui demandait s’il regrettait, Luc Aubry a répondu : « Tous les jours. »", ["Luc Aubry"]),
    ("fr", "Luc Aubry est là. À la juge qui lui demandait pourquoi, il a répondu : « Pour rien. »", ["Luc Aubry"]),
    ("fr", "Luc Aubry lui a dit que « les papiers sont en règle ».", ["Luc Aubry"]),
    ("en", "Scolded by Tom Breck, who called her “unfit for office,” Ann Lee smiled.", ["Tom Breck"]),
    ("en", "“He is unfit for office,” Ann Lee smiled.", ["Ann Lee"]),
    ("en", "The bonus was described as “deserved by all” by the CEO, Luke Roy.", ["Luke Roy"]),
    ("fr", "« Il pleut », dit Paul Roux. Un mot d’ordre dans la rue : « Résistance ! »", ["Paul Roux", "mot d’ordre"]),
    ("fr", "« Il pleut », dit Paul Roux. Quant à Luc Aubry, lui, assure : « Il vente. »", ["Paul Roux", "Luc Aubry"]),
    ("fr", "L’association Memor a rendu hommage samedi à « un passeur infatigable ».", ["Memor"]),
    ("en", "Her lawyer, Ann Lee of the Rights Clinic, came. “They should read it with care,” she said.", ["Ann Lee"]),
    # the subject of an infinitive after a verb of perception; what is no subject of the quotation
    ("fr", "Une vidéo, sur laquelle on entend la boulangère répéter « j’ai les mains en l’air ».", ["boulangère"]),
    ("fr", "Dans la rue, où les vitrines sont murées, un coiffeur a peint : « Merci d’épargner. »", ["coiffeur"]),
    ("fr", "Le groupe dit « respecter le choix des élus » tout en doutant des chiffres avancés.", ["groupe"]),
    (
        "fr",
        "Pour Élodie Castagnet, porte-parole de Terre vivante, le projet est « taillé pour vingt fermes ».",
        ["Élodie Castagnet"],
    ),
    ("fr", "Le ministère veut des trains « en avance par principe », les voyageurs s’étranglent.", ["ministère"]),
    # the chunks of a long sentence that are searched: fifty before the quotation, twenty-nine after
    ("fr", "Selon Anne Roux," + " très" * 47 + " « tout reste encore à refaire ».", ["Anne Roux"]),
    ("fr", "Selon Anne Roux," + " très" * 48 + " « tout reste encore à refaire ».", [None]),
    ("fr", "« Tout reste encore à refaire »" + " très" * 26 + ", selon Anne Roux.", ["Anne Roux"]),
    ("fr", "« Tout reste encore à refaire »" + " très" * 27 + ", selon Anne Roux.", [None]),
    # the longest inversion
    ("fr", "« Rien ne presse ici », s’en félicite-t-on à l’Élysée.", ["Élysée"]),
    # a medium weighs half; a proposal that weighs too little is dropped
    ("en", "Ann Lee said it was “over for good,” according to CNN.", ["Ann Lee"]),
    ("fr", "La chaîne CNN juge" + " très" * 19 + " « tout reste encore à refaire ».", ["CNN"]),
    ("fr", "La chaîne CNN juge" + " très" * 20 + " « tout reste encore à refaire ».", [None]),
    # two forms of one name do not rival
    ("fr", "Le maire : « Tout est à refaire » pour tous, a dit le maire de Lombrac.", ["maire de Lombrac"]),
    ("fr", "Le maire de Lombrac : « Tout est à refaire » pour tous, a dit le maire.", ["maire"]),
    # what the last source said then, without a name
    ("fr", "« Il pleut », dit Anne Roux. Puis, plus bas : « Je veux rentrer chez moi. »", ["Anne Roux"] * 2),
    ("fr", "« Il pleut », dit Anne Roux. Et la maire d’ajouter : « Vite, rentrons ! »", ["Anne Roux"] * 2),
    ("fr", "« Il pleut », dit Luc Aubry. Et le préfet de conclure : « Vite, rentrons ! »", ["Luc Aubry"] * 2),
    ("fr", "« Il pleut », dit Anne Roux, maire de Lombrac. Et le préfet d’ajouter : « Si. »", ["Anne Roux", "préfet"]),
    (
        "fr",
        "« Il pleut », dit Anne Roux. Et son collègue Luc Aubry d’enfoncer le clou : « Si. »",
        ["Anne Roux", "Luc Aubry"],
    ),
    ("fr", "« Il pleut », dit Anne Roux. Et de citer l’exemple de 1989 : « Souvenez-vous ! »", ["Anne Roux"] * 2),
    ("fr", "« La ville va mal. » Et Anne Roux de conclure : « Vite, rentrons ! »", ["Anne Roux"] * 2),
    ("en", "Fox’s Greg Lee said Ann Dow was “whining from a yacht.”", ["Greg Lee"]),
    # of two finished quotations, the cue behind the second is not the first one's
    (
        "fr",
        "Luc Aubry a quitté la salle en lançant : « Je refuse cette farce ! » « Bonne nuit ! », a conclu Anne Roux.",
        ["Luc Aubry", "Anne Roux"],
    ),
    ("fr", "Anne Roux salue un vote « libre », Luc Aubry évoquant « une nouvelle page ».", ["Anne Roux", "Luc Aubry"]),
    # the second source shares the verb of the first quotation
    (
        "fr",
        "Anne Roux parle d’une « farce », et l’ancien maire Luc Aubry d’un « jeu cruel ».",
        ["Anne Roux", "Luc Aubry"],
    ),
    ("fr", "Anne Roux dénonce « une farce » et Luc Aubry « un jeu cruel ».", ["Anne Roux", "Luc Aubry"]),
    ("en", "Ann Lee called it “a farce” and Tom Breck “a cruel game.”", ["Ann Lee", "Tom Breck"]),
    ("fr", "Anne Roux parle d’une « farce », et d’un « jeu cruel ».", ["Anne Roux"] * 2),
    ("fr", "Anne Roux a promis « une fête » à la ville et « un jeu neuf ».", ["Anne Roux"] * 2),
    # whom the next sentence introduces, or a line below the quotation
    ("fr", "« Le toit est tombé. » Gilles Kervran, 54 ans, éleveur, n’a pas dormi.", ["Gilles Kervran"]),
    ("en", "“The roof fell in.” Ann Lee, 54, a farmer from Leeds, has not slept.", ["Ann Lee"]),
    ("fr", "« Le toit est tombé. » Les yeux rougis, Gilles Kervran n’a pas dormi.", ["Gilles Kervran"]),
    ("fr", "« Le toit est tombé ! » Les yeux rougis, Gilles Kervran n’a pas dormi.", ["Gilles Kervran"]),
    # … unless the sentence is also about somebody else, who may be the speaker
    ("fr", "« Le toit est tombé. » Gilles Kervran, le maire, lui prend la main.", [None]),
    ("fr", "« Le toit est tombé. » Gilles Kervran, le maire, écoute la vieille dame.", [None]),
    ("fr", "« Le toit est tombé ! » Gilles Kervran, le maire, a été applaudi.", [None]),
    ("en", "“The roof fell in.” Giles Kirwan, the mayor, took the old woman's hand.", [None]),
    ("en", "“The roof fell in.” Giles Kirwan, 54, a farmer, did not sleep.", ["Giles Kirwan"]),
    ("fr", "« Le toit est tombé. » La pluie a réveillé Gilles Kervran.", [None]),
    ("fr", "Gilles Kervran est là.\n\n« Le toit est tombé. » Gilles Kervran n’a pas dormi.", [None]),
    ("fr", "« Le toit est tombé. » Kervran n’a pas dormi.", [None]),
    ("fr", "Gilles Kervran dort. « Le toit est tombé. »\n\nLuc Aubry, éleveur, n’a pas dormi.", ["Gilles Kervran"]),
    (
        "fr",
        "« Nous avons perdu trop de temps. »\n\nAnne Roux, directrice du port\n\nIl pleut sur le port.",
        ["Anne Roux"],
    ),
    ("fr", "« Nous avons perdu trop de temps. »\n\nAnne Roux, directrice du port, est là.", [None]),
    # the people around somebody, the clitic of a verb, what a paper was told
    ("fr", "« Rien n’est fait », dit l’entourage du ministre, Alain Morvan.", ["entourage du ministre"]),
    ("fr", "« Rien n’est fait », dit le cabinet de la ministre, Ève Haddad.", ["cabinet de la ministre"]),
    ("fr", "« Rien n’est fait », dit l’avocat du ministre, Alain Morvan.", ["Alain Morvan"]),
    ("fr", "Le ministre m’a dit : « Attendez l’été, il fera beau. »", ["ministre"]),
    ("fr", "Le voisin t’a dit : « Attendez l’été, il fera beau. »", ["voisin"]),
    ("fr", "Le président argentin a, lui, mis en garde contre « le retour du froid ».", ["président argentin"]),
    # no source
    ("fr", "On dit que « tout va bien dans la vallée ».", [None]),
    ("fr", "Il a dit : « Tout va bien dans la vallée. »", [None]),
    ("fr", "Les cloches sonnent. « Tout va bien dans la vallée. »", [None]),
    # a verb in the past that no list has, between somebody and what follows a verb
    ("en", "When someone in the hall laughed, Mayor Tom Lee banged his fist and said, “Enough.”", ["Tom Lee"]),
    ("en", "The mayor banged her gavel and said, “Let him finish.”", ["mayor"]),
    ("en", "Critics sneered at “a bridge to nowhere,” but 60,000 people wrote in.", ["Critics"]),
    ("en", "A man armed with a rake said it was “a mess.”", ["man"]),
    ("en", "Two retired officers said it was “a mess.”", ["retired officers"]),
    # thousands are one number
    ("en", "After the vote 60,000 people said it was “a mess.”", ["people"]),
    # a name that opens its sentence, before a perfect
    ("en", "The talks ended at noon. Labour has accused the council of “sitting on its hands.”", ["Labour"]),
    ("en", "The talks ended at noon. Nothing has called for “haste.”", [None]),
    # the agent of a passive stands in its clause
    ("en", "Mark Orr said she had been “misquoted,” and the council stood by its story.", ["Mark Orr"]),
    ("en", "She had been called “unfit” in a letter by Mark Orr.", ["Mark Orr"]),
    # who says something behind a second person who says something else
    ("en", "Tom Lee said the vote was “rigged,” and his deputy, Ann Roe, said she would accept it.", ["Tom Lee"]),
    # whom `with` gives a participle for its subject
    ("en", "The firm fired back, with a spokesman, Tom Lee, calling it “desperate.”", ["Tom Lee"]),
    ("en", "The firm denied it, with Tom Lee taking to the radio to call it “desperate.”", ["Tom Lee"]),
    ("en", "The firm met Tom Lee, calling it “desperate.”", ["firm"]),
    # what bears words, and a document about which somebody else says something
    ("en", "Supporters held signs reading “Not my mayor.”", [None]),
    ("en", "Tom Lee sent them a link to an editorial calling the mayor “unfit.”", ["editorial"]),
    ("en", "Tom Lee issued a statement calling the mayor “unfit.”", ["Tom Lee"]),
    # a name and its verb behind what opens the sentence
    ("en", "On the trail Crewe likes to tell voters that “the cartel” fears him.", ["Crewe"]),
    ("en", "At the rally Tom Lee told them it was “rigged.”", ["Tom Lee"]),
    # who likes to say it, who said so before a report repeats it
    ("en", "Tom Lee is the son of a guard who, she likes to say, “caught more men than malaria.”", [None]),
    ("en", "Its own staff warned that the work was “not done,” according to a report by the council.", ["own staff"]),
    ("en", "The work was “not done,” according to a report by the council.", ["report"]),
    # whose verb is one of speaking, whatever he is called
    ("en", "The property magnate went on to say that Mexico was “not our friend.”", ["property magnate"]),
    ("en", "The carpet went on to show “a dragon.”", [None]),
    # a clause that is set against the one before it
    ("en", "Tom Lee was blamed for it, though Ann Roe used stronger language, saying it was “a mess.”", ["Ann Roe"]),
    ("en", "Tom Lee used stronger language, though it was late, saying it was “a mess.”", ["Tom Lee"]),
    ("en", "Analysts expect turnout to be “off the charts.”", ["Analysts"]),
    # a role that opens its sentence
    ("en", "Press secretary Ann Roe said it was “a mess.”", ["Ann Roe"]),
    ("en", "“It was a mess,” said harbour master Ann Roe.", ["Ann Roe"]),
    # a person is no company
    ("en", "“A mug,” said Brida Vale, who leads a union. The firm said it was “fair.”", ["Brida Vale", "firm"]),
    ("en", "“A mug,” said Brida Vale in a letter. The firm said it was “fair.”", ["Brida Vale", "Brida Vale"]),
    ("en", "“It was a mess,” says oyster tour guide Tom Lee.", ["Tom Lee"]),
    ("en", "Asked about it, mayor Ann Roe said it was “a mess.”", ["Ann Roe"]),
    # several persons are nobody who was named
    (
        "en",
        "Tom Lee, the study's lead author, was glad. “It works,” he said. What the authors call “rest” helps.",
        ["Tom Lee", "authors"],
    ),
    # who passes words on
    ("en", "The Guards said the drone had “crossed the line,” the state news agency reported.", ["Guards"]),
    ("en", "According to a tape of the call, Tom Lee referred to him as “a friend of ours.”", ["Tom Lee"]),
    # a remark about how it was put
    ("en", "She is survived by a son and, as she put it in her last letter, “a lot of wool.”", [None]),
    # a letter that is no initial ends a sentence
    ("en", "The mayor wrote on X. “That is not the word,” Ann Roe answered.", ["Ann Roe"]),
    # one of several, alone behind the verb
    ("en", "Lord Wetherby told friends to go. “He has dug in,” said one of them.", ["one of them"]),
    ("en", "The miners came back. “We sang all night,” said one of the miners.", ["one of the miners"]),
    ("en", "The miners came back. “We sang all night,” said one of them, Tom Lee.", ["Tom Lee"]),
    (
        "en",
        "An envoy said it was “fun.” Another was blunter: “They are two drunks outside a pub.”",
        ["envoy", "Another"],
    ),
    # what others say, which somebody only answers
    ("en", "Paolo Roy defended the show against charges that it had become “a kind of homework.”", [None]),
    ("en", "Paolo Roy denied claims that it had become “a kind of homework.”", [None]),
    ("en", "Paolo Roy denied it, and said that it had become “a kind of homework.”", ["Paolo Roy"]),
    # the agent of a verb that is quoted
    ("en", "Her son, Tom Lee, said the family had been “bowled over” by the messages.", ["Tom Lee"]),
    ("en", "The plan was labelled “a waste of time” by Tom Lee.", ["Tom Lee"]),
    # who says what happened to others, and goes on with a verb of his own
    ("en", "Tom Lee said that the bank had been warned twice, and called it “a slow crash.”", ["Tom Lee"]),
    ("en", "Tom Lee said that the bank had lied twice and called it “a slow crash.”", ["bank"]),
    ("en", "Gov. Ann Lee called Tom Roe's words “beneath contempt”, and left.", ["Ann Lee"]),
]


@pytest.mark.parametrize(("language", "text", "speakers"), CUES)
def test_the_cues_of_a_sentence_name_the_source(language: str, text: str, speakers: list[str | None]) -> None:
    assert [quote.speaker for quote in quotes_in(language, text)] == speakers


def test_two_sources_of_the_same_weight_are_candidates() -> None:
    (quote,) = quotes_in("fr", "Anne Roux : « Tout est à refaire » pour tous, a dit Paul Verdier.")
    assert (quote.speaker, quote.candidates) == (None, ("Paul Verdier", "Anne Roux"))


def test_form_role_and_cue_are_those_at_the_quotation() -> None:
    (quote,) = quotes_in("fr", "« Rien ne sera rebâti », a lancé lundi le maire de Vaubrun, Luc Estève.")
    assert (quote.how, quote.role, quote.cue) == (
        "name",
        "maire de Vaubrun",
        "a lancé lundi le maire de Vaubrun, Luc Estève",
    )


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Press secretary Ann Roe said it was “a mess.”", "Press secretary"),
        ("Shadow transport secretary Ann Roe said it was “a mess.”", "Shadow transport secretary"),
        ("Democratic Rep. Ann Roe said it was “a mess.”", "Democratic Rep."),
        ("Yesterday mayor Ann Roe said it was “a mess.”", "mayor"),
        ("Ruiz's father once told him it was “a mess.”", "father"),
    ],
)
def test_a_role_is_given_whole(text: str, role: str) -> None:
    assert [quote.role for quote in quotes_in("en", text)] == [role]


def test_words_that_only_point_at_somebody_are_no_role() -> None:
    text = "Anne Roux regrette que son adjoint, Luc Aubry, ait « menti ». Ce dernier a répliqué : « C’est faux. »"
    assert [(quote.speaker, quote.role) for quote in quotes_in("fr", text)] == [
        ("Anne Roux", None),
        ("Luc Aubry", None),
    ]
